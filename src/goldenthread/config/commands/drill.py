"""`./gt drill NAME --size N`: tries whether a promise holds, on a scratch area, never on real data."""

import argparse
import os
import sys
from importlib import import_module

import django

from goldenthread.config.drills.drill import Drill
from goldenthread.config.drills.every import BY_NAME, EVERY
from goldenthread.config.drills.scratch import CommandFailed, RealData, ScratchArea, scratch_area
from goldenthread.config.embedded_postgres import CannotRunPostgres
from goldenthread.config.processes import guarded
from goldenthread.config.reaching_database import tell
from goldenthread.config.steps import COMMANDS

COULD_NOT_BE_TRIED = 1
MAKING = "goldenthread.config.drills.made_up"


def main(arguments: list[str]) -> int:
    """0 when all came out as promised, 1 when not or it could not be tried, 2 when asked wrongly."""
    asked = _parser().parse_args(arguments)
    if asked.name is None:
        for drill in EVERY:
            print(f"{drill.name:10} {drill.does} (--size {drill.size}: {drill.of})")
        return 0
    drill = BY_NAME[asked.name]
    return guarded(lambda: conduct(drill, asked.size or drill.size), [*COMMANDS, "drill", *arguments])


def conduct(drill: Drill, size: int) -> int:
    """Run the drill on a scratch area and print its closing line; the exit code."""
    try:
        with scratch_area(tell) as area:
            _set_up(area)
            if drill.children is not None:
                import_module(MAKING).add_people(drill.children, tell)
            outcome = import_module(drill.module).run(area, size, tell)
    except (RealData, CommandFailed, CannotRunPostgres) as problem:
        tell(str(problem))
        return COULD_NOT_BE_TRIED
    print(drill.closing_line(outcome), flush=True)
    return int(outcome.code)


def _set_up(area: ScratchArea) -> None:
    """Make this process one of the scratch area's own: it knows that database and no other."""
    os.environ.clear()
    os.environ.update(area.variables)
    django.setup()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="./gt drill",
        description="Try whether a promise holds, on a scratch database. Without a name: list the drills.",
    )
    parser.add_argument("name", nargs="?", choices=sorted(BY_NAME), metavar="NAME")
    parser.add_argument("--size", type=_positive, metavar="N", help="how much to try")
    return parser


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("give a number of 1 or more")
    return number


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
