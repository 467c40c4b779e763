"""`./gt site …`: the public site as files, for a web server of its own."""

import argparse
import sys
from importlib import import_module
from pathlib import Path

from goldenthread.config.reaching_database import with_database

MODULE = "goldenthread.config.site_export"
"""What needs Django set up: imported once the database is there."""


def main(arguments: list[str]) -> int:
    """0 when the site was exported, 1 when not, 2 when asked wrongly."""
    asked = _parser().parse_args(arguments)
    return with_database(lambda: int(import_module(MODULE).export_to(asked.out)))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="./gt site", description="The public site.")
    kinds = parser.add_subparsers(dest="does", metavar="export", required=True)
    export = kinds.add_parser(
        "export",
        help="write the newest release as files",
        description="Write the newest release as files that need no server of ours: verified first, then put "
        "in place in one move. An export that is there already is taken over where it is unchanged.",
    )
    export.add_argument("-o", "--out", type=Path, metavar="DIR", required=True, help="the folder of the site")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
