"""`./gt measures`: what is measured, whether rightly, and the figures of one return. No database."""

import argparse
import json
import sys
from datetime import date
from pathlib import Path

from goldenthread.analysis.catalogue import Measure, measures
from goldenthread.analysis.catalogue_page import catalogue_page
from goldenthread.analysis.facts import Facts
from goldenthread.analysis.known_answers import KnownAnswer, fault_of, known_answers
from goldenthread.analysis.measure_answers import faults_of, worked_answer
from goldenthread.analysis.measured_files import write_measured
from goldenthread.analysis.measuring import measuring
from goldenthread.analysis.settings import COLUMNS, read_settings
from goldenthread.analysis.unusable import Unusable
from goldenthread.figures.open_data.published import cell

OK, FAULTS = 0, 1


def main(arguments: list[str]) -> int:
    """0 when done, 1 when a check fails or nothing could be written, 2 when asked wrongly."""
    asked = _parser().parse_args(arguments)
    return int(asked.do(asked))


def list_measures(asked: argparse.Namespace) -> int:
    """Name, source and version of each measure."""
    rows = [
        {"name": one.name, "title": one.title, "source": source_of(one), "version": one.version}
        for one in measures().values()
    ]
    if asked.json:
        print(json.dumps(rows, indent=2, ensure_ascii=False))
        return OK
    width = max(len(str(row["name"])) for row in rows)
    for row in rows:
        print(f"{row['name']:<{width}}  v{row['version']}  {row['source']}")
    return OK


def source_of(measure: Measure) -> str:
    """The tables of the facts that it counts over, or `no source yet`."""
    return ", ".join(measure.source) or "no source yet"


def check(_: argparse.Namespace) -> int:
    """Every worked answer and every known answer, and one closing line."""
    worked = [one for one in measures().values() if one.source]
    faults = [fault for one in worked for fault in faults_of(one, worked_answer(one))]
    faults += [fault for one in known_answers() if (fault := fault_of(one) or not_as_shipped(one))]
    for fault in faults:
        print(fault)
    counted = f"{len(worked)} worked answers and {len(known_answers())} known answers"
    print(f"{counted}: {f'{len(faults)} do not hold' if faults else 'all hold'}.")
    return FAULTS if faults else OK


def not_as_shipped(answer: KnownAnswer) -> str:
    """How the parts of a known answer differ from the shipped table; empty where they do not."""
    found = [cell(answer.table, name, answer.place, answer.period).value for name in answer.cells]
    if found in ([], list(answer.parts)):
        return ""
    return f"{answer.name}: the shipped table has {found}, not {list(answer.parts)}"


def compute(asked: argparse.Namespace) -> int:
    """The figures of every measure for one return, in every period and breakdown."""
    try:
        facts, settings = Facts.from_folder(asked.facts), read_settings(asked.settings)
        with measuring(facts, settings, on=asked.as_at) as running:
            figures, missing = running.all_figures(), running.missing
            write_measured(figures, missing, running.known, asked.out)
    except (Unusable, OSError) as error:
        print(f"{error}.\nNothing was written.", file=sys.stderr)
        return FAULTS
    computed = len(measures()) - len(missing)
    written = f"{figures.num_rows:,} figures of {computed} measures written to {asked.out}"
    print(f"{written}; {len(missing)} measures have no source there.")
    return OK


def page(_: argparse.Namespace) -> int:
    """The catalogue as a page of the documentation."""
    print(catalogue_page(), end="")
    return OK


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="./gt measures", description="What is measured, and how.")
    kinds = parser.add_subparsers(dest="kind", metavar="list|check|compute|page", required=True)
    listed = kinds.add_parser("list", help="every measure with its source and version")
    listed.add_argument("--json", action="store_true", help="as JSON")
    listed.set_defaults(do=list_measures)
    checked = kinds.add_parser("check", help="every worked answer and every known answer")
    checked.set_defaults(do=check)
    paged = kinds.add_parser("page", help="the catalogue as a page in Markdown")
    paged.set_defaults(do=page)
    computed = kinds.add_parser("compute", help="the figures of one return's facts")
    computed.add_argument(
        "--facts", type=Path, required=True, metavar="DIR", help="what `./gt sen2 facts` wrote"
    )
    computed.add_argument(
        "--settings",
        type=Path,
        required=True,
        metavar="FILE",
        help=f"CSV with the columns {', '.join(COLUMNS)}",
    )
    computed.add_argument(
        "--as-at", type=date.fromisoformat, metavar="DAY", help="as 2024-06-30; census day unless told"
    )
    computed.add_argument(
        "-o", "--out", type=Path, required=True, metavar="DIR", help="folder for the figures"
    )
    computed.set_defaults(do=compute)
    return parser
