"""`./gt sen2 facts FILE_OR_FOLDER -o DIR`: a return into facts, from the command line."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from goldenthread.sen2.receiving import Received, receive
from goldenthread.sen2.refusal import Refused

OK, REFUSED = 0, 1


def main(arguments: list[str]) -> int:
    """0 when the facts were written, 1 when the return was refused and nothing was, 2 when asked wrongly."""
    asked = _parser().parse_args(arguments)
    try:
        received = receive(
            asked.source,
            asked.out,
            set_aside=asked.set_aside,
            findings_to=asked.findings,
            progress=_say_progress,
        )
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        print("Nothing was written.", file=sys.stderr)
        return REFUSED
    except OSError as error:
        print(f"The facts could not be written: {error.strerror} ({error.filename}).", file=sys.stderr)
        return REFUSED
    print(report(received, asked.out))
    return OK


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="./gt sen2 facts", description="Write the facts of a SEN2 return as Parquet files."
    )
    parser.add_argument(
        "source", type=Path, metavar="FILE_OR_FOLDER", help="the XML, or COLLECT's CSV exports"
    )
    parser.add_argument("-o", "--out", type=Path, required=True, metavar="DIR", help="folder for the facts")
    parser.add_argument(
        "--set-aside",
        action="store_true",
        help="put records that cannot be understood into a file of their own and go on",
    )
    parser.add_argument(
        "--findings", type=Path, metavar="FILE.csv", help="a copy of the findings, also on refusal"
    )
    return parser


def _say_progress(people: int) -> None:
    print(f"read {people:,} people", file=sys.stderr)


def report(received: Received, folder: Path) -> str:
    """What was read, in lines for a person."""
    header = received.header
    lines = [f"SEN2 return {header.year} of area {header.area}, census day {header.census_day:%-d %B %Y}."]
    lines += [f"  {count:>9,}  {table}" for table, count in received.counts.items() if table != "return"]
    tally = received.tally
    lines.append(f"{tally.total:,} finding{'' if tally.total == 1 else 's'}.")
    for (number, level, says), count in sorted(tally.by_rule.items()):
        lines.append(f"  {count:>9,}  {number} {level}: {says}")
    if received.set_aside:
        aside = ", ".join(f"{count:,} {table}" for table, count in received.set_aside.items())
        lines.append(f"Set aside, because they cannot be understood: {aside}.")
    lines.append(f"Written to {folder}.")
    return "\n".join(lines)
