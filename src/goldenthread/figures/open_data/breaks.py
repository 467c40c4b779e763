"""Where may two years of one published figure not be compared? Breaks, changes of definition and of place."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from goldenthread.figures.open_data.places import read_rows

ANY = "*"
Kind = Literal["break", "definition", "place"]


@dataclass(frozen=True, slots=True)
class Break:
    """From `period` on, figures are made otherwise than before; `words` say how."""

    period: str
    kind: Kind
    words: str
    source: str


@cache
def _every() -> tuple[dict[str, str], ...]:
    return tuple(read_rows("breaks.csv"))


def breaks(table: str, column: str, area: str, periods: Sequence[str]) -> tuple[Break, ...]:
    """The breaks that fall inside these periods (as printed, oldest first), oldest first.

    A break before the first of them has nothing to part and is left out; so is one of another kind of year.
    """
    found = []
    for row in _every():
        fits = all(row[name] in (ANY, value) for name, value in (("table", table), ("column", column)))
        same_kind = bool(periods) and len(row["from_period"]) == len(periods[0])
        if (
            fits
            and row["area"] in (ANY, area)
            and same_kind
            and periods[0] < row["from_period"] <= periods[-1]
        ):
            found.append(Break(row["from_period"], row["kind"], row["words"], row["source"]))  # type: ignore[arg-type]
    return tuple(sorted(found, key=lambda one: (one.period, one.kind)))
