"""Which published cells can no set of cases have, and why? The synthetic area's part of `faults.csv`.

`python -m goldenthread.demo.synthesis.faults` writes that part anew and leaves every other row alone.
"""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

from goldenthread.analysis.rounding import percentage, printed
from goldenthread.demo.synthesis.cohort.area import Cohort, cohort
from goldenthread.demo.synthesis.columns import SHARES
from goldenthread.demo.synthesis.targets import english_areas, newest
from goldenthread.figures import open_data
from goldenthread.figures.open_data.published import TABLES, Fault, faults, row

FILE = Path(open_data.__file__).parent / "faults.csv"
MARK = "no set of cases has this: "
"""Opens the reason of every fault that is found here, so that they can be told from the others."""


def expected_cells(solved: Cohort) -> dict[tuple[str, str], str]:
    """What each cell of an area's rows comes to, as printed, by table and column; x columns are left out."""
    planned = solved.ledger.planned
    cells = {place: str(count) for place, count in planned.items()}
    for (table, column), (numerator, denominators) in SHARES.items():
        parts = [planned.get((table, name)) for name in (numerator, *denominators)]
        if None not in parts:
            top, *bottom = [part for part in parts if part is not None]
            cells[table, column] = printed(percentage(top, sum(bottom)))
    return cells


def found_faults(area: str) -> Iterator[Fault]:
    """The published cells of an area that its synthetic cases cannot equal, each with the reason."""
    solved = cohort(area)
    cells = expected_cells(solved)
    elsewhere = {
        (f.table, f.column, f.time_period)
        for f in faults()
        if f.area == area and not f.reason.startswith(MARK)
    }
    for table in TABLES:
        period = newest(table)
        for column, cell in row(table, area, period).items():
            if (
                cell.value is None
                or cells[table, column] == cell.text
                or (table, column, period) in elsewhere
            ):
                continue
            if (table, column) in SHARES:
                reason = "its parts are listed"
            else:
                reason = solved.ledger.reasons[table, column]
            made = f" ({cell.text} is published, {cells[table, column]} can be made)"
            yield Fault(table, area, column, MARK + reason + made, period)


def all_faults() -> list[Fault]:
    """Every row of `faults.csv`: those found elsewhere as they are, then ours anew, in order."""
    ours = [fault for area in english_areas() for fault in found_faults(area)]
    kept = [fault for fault in faults() if not fault.reason.startswith(MARK)]
    return [*kept, *sorted(ours, key=lambda f: (f.table, f.area, f.column))]


def main() -> int:
    """Write `faults.csv` anew."""
    rows = all_faults()
    with FILE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["table", "area", "column", "reason", "time_period"])
        writer.writerows([f.table, f.area, f.column, f.reason, f.time_period] for f in rows)
    print(f"{len(rows)} faults, {sum(f.reason.startswith(MARK) for f in rows)} of them of synthetic areas")
    return 0


if __name__ == "__main__":
    sys.exit(main())
