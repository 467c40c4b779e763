"""`./gt sen2 synth`: make up a whole area's return, person by person, whose totals are the published ones."""

import argparse
import sys
from pathlib import Path

from goldenthread.demo.synthesis.targets import RETURN_YEAR
from goldenthread.demo.synthesis.writing import write_area
from goldenthread.figures.open_data.published import NotPublished


def main(arguments: list[str]) -> int:
    """0 when the files are written, 1 when they cannot be, with the reason in one sentence."""
    wish = _parser().parse_args(arguments)
    if wish.year != RETURN_YEAR:
        print(f"only return year {RETURN_YEAR} can be made: its totals are the ones shipped", file=sys.stderr)
        return 1
    try:
        written = write_area(wish.area, wish.seed, wish.output)
    except NotPublished:
        print(
            f"no totals are published for {wish.area}: give the DfE's number of an English authority, as 935",
            file=sys.stderr,
        )
        return 1
    except OSError as problem:
        print(f"cannot write {problem.filename}: {problem.strerror}", file=sys.stderr)
        return 1
    print(f"{written.people:,} invented people with {written.requests:,} requests: {written.file}")
    print(f"the settings they attend: {written.settings}")
    print(f"what the return lacks, marked as an example: {written.attributes}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="./gt sen2 synth", description=__doc__)
    parser.add_argument(
        "--area", required=True, help="the DfE's number of an English authority: 935 is Suffolk"
    )
    parser.add_argument(
        "--year", type=int, default=RETURN_YEAR, help="the return year; %(default)s is the one there is"
    )
    parser.add_argument(
        "--seed", type=int, default=7, help="the same seed makes the same bytes (default %(default)s)"
    )
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FILE", help="the XML file to write"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
