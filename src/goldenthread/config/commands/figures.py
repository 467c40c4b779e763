"""`./gt figures dfe`: the DfE's published tables computed from the facts of one return. No database."""

import argparse
import sys
from pathlib import Path

from goldenthread.analysis.dfe import layout
from goldenthread.analysis.facts import Facts
from goldenthread.analysis.figures import compute_figures
from goldenthread.analysis.notes import notes
from goldenthread.analysis.settings import COLUMNS, read_settings
from goldenthread.analysis.table_files import write_tables
from goldenthread.analysis.unusable import Unusable
from goldenthread.figures.open_data.places import areas

OK, REFUSED = 0, 1


def main(arguments: list[str]) -> int:
    """0 when the tables were written, 1 when they could not be and nothing was, 2 when asked wrongly."""
    asked = _parser().parse_args(arguments)
    try:
        facts, settings = Facts.from_folder(asked.facts), read_settings(asked.settings)
        figures = compute_figures(facts, settings)
        tables = layout(facts.header(), figures, areas())
        said = notes(facts, settings, figures)
        write_tables(tables, asked.out)
    except (Unusable, OSError) as error:
        print(f"{error}.\nNothing was written.", file=sys.stderr)
        return REFUSED
    for note in said:
        print(f"Note: {note}", file=sys.stderr)
    print(f"{len(tables)} tables of area {facts.header().area} written to {asked.out}.")
    return OK


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="./gt figures", description="Published tables from the facts of a return."
    )
    kinds = parser.add_subparsers(dest="kind", metavar="dfe", required=True)
    dfe = kinds.add_parser(
        "dfe",
        help="the twelve tables of the DfE's release, in its layout",
        description="Write the twelve tables of the DfE's release on education, health and care plans, "
        "in its layout, for the area whose facts are given.",
    )
    dfe.add_argument(
        "--facts", type=Path, required=True, metavar="DIR", help="the folder that `./gt sen2 facts` wrote"
    )
    dfe.add_argument(
        "--settings",
        type=Path,
        required=True,
        metavar="FILE",
        help=f"establishments as CSV, with the columns {', '.join(COLUMNS)}",
    )
    dfe.add_argument("-o", "--out", type=Path, required=True, metavar="DIR", help="folder for the tables")
    return parser
