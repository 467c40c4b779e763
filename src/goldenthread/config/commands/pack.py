"""`./gt pack …`: which packs there are, and making one into a folder."""

import argparse
import sys
from importlib import import_module
from pathlib import Path

from goldenthread.config.reaching_database import with_database

MODULE = "goldenthread.config.packing"
"""What needs Django set up: imported once the database is there."""


def main(arguments: list[str]) -> int:
    """0 when done, 1 when a pack could not be made and nothing was written, 2 when asked wrongly."""
    asked = _parser().parse_args(arguments)
    return with_database(lambda: int(getattr(import_module(MODULE), asked.does)(asked)))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="./gt pack", description="Packs for boards, reviews and scrutiny.")
    kinds = parser.add_subparsers(dest="does", metavar="list|make", required=True)
    kinds.add_parser("list", help="every kind of pack, and every pack that was made")
    made = kinds.add_parser(
        "make",
        help="make a pack, keep it, and write its files",
        description="Makes a pack from the record as the page does, keeps it, and writes its files.",
    )
    made.add_argument("name", metavar="NAME", help="a kind of pack, as `./gt pack list` names it")
    made.add_argument(
        "--meeting", type=int, metavar="NUMBER", help="for this meeting; by default the next one planned"
    )
    made.add_argument("-o", "--out", type=Path, required=True, metavar="DIR", help="folder for the files")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
