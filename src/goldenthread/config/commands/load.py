"""`./gt sen2 load`: a return into people and casework, the database there."""

import argparse
import sys
from pathlib import Path

from django.core.management import CommandError, call_command

from goldenthread.config.reaching_database import with_database


def main(arguments: list[str]) -> int:
    """0 when the return was loaded, 1 when it was not and nothing was written, 2 when asked wrongly."""
    asked = _parser().parse_args(arguments)

    def act() -> int:
        try:
            call_command(
                "load_return", asked.source, set_aside=asked.set_aside, settings_list=asked.settings_list
            )
        except CommandError as problem:
            print(problem, file=sys.stderr)
            return 1
        return 0

    return with_database(act)


def _parser() -> argparse.ArgumentParser:
    """Read here as well as by Django's command, so that a wrong question starts no database."""
    parser = argparse.ArgumentParser(
        prog="./gt sen2 load", description="Bring a SEN2 return into people and casework."
    )
    parser.add_argument(
        "source", type=Path, metavar="FILE_OR_FOLDER", help="the XML, or COLLECT's CSV exports"
    )
    parser.add_argument(
        "--set-aside",
        action="store_true",
        help="load the records that can be understood, and keep the others aside",
    )
    parser.add_argument(
        "--settings-list", type=Path, metavar="FILE.csv", help="bring this list of schools and colleges first"
    )
    return parser
