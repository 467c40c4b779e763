"""Which groups of a breakdown may nobody see? Small ones, and those that would give a small one away.

The figure of everyone stands on other pages, so the solver takes it for known. Months, quarters and the year
of a breakdown are protected together, for they add up as well.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from goldenthread.analysis.catalogue import Counted, Measure, Statistic
from goldenthread.analysis.disclosure.releases import Release
from goldenthread.analysis.disclosure.suppression import protect
from goldenthread.analysis.disclosure.tables import Cell, Parents, Table, crossed
from goldenthread.figures.measured.reading import rows
from goldenthread.figures.measured.values import Measured, last_day
from goldenthread.figures.models import MeasuredSet

WITHHELD = "not shown, to protect small groups"
MANY = 60
"""With more groups than these (settings), only the longest kind of period is broken down at all."""
EVERYONE = "everyone"
ONCE = "once"

Place = tuple[str, date, str]
"""Kind of period, its first day, group."""
Sides = tuple[int, ...]
"""What of a figure must not be small: of a share those who count and those who do not."""


def withheld(of: MeasuredSet, measure: Measure, dimension: str) -> frozenset[Place]:
    """The figures of a breakdown that no page and no file may show."""
    kept = rows(of, measure=measure.name, dimension=dimension)
    groups = sorted({str(row["group"]) for row in kept})
    finest = "day" if measure.counted is Counted.AS_AT_DAY else "month"
    if len(groups) > MANY and finest == "month":
        finest = "year"
    years: dict[int, dict[tuple[str, date], Sides]] = defaultdict(dict)
    for row in kept:
        if row["by"] == finest:
            period: date = row["period"]  # type: ignore[assignment]
            years[period.year][str(row["group"]), period] = sides(measure, row)
    found: set[Place] = set()
    for leaves in years.values():
        adds_up = finest == "month" and measure.counted is Counted.EVENTS
        found |= _hidden(finest, adds_up, tuple(groups), tuple(sorted(leaves.items())))
    every: set[tuple[str, date]] = {(str(row["by"]), row["period"]) for row in kept}  # type: ignore[misc]
    if finest == "year":
        found |= {(by, period, group) for by, period in every if by != "year" for group in groups}
    elif measure.counted is Counted.MONTH_ENDS:
        found |= set(_as_at_the_end(every, found))
    return frozenset(found)


def sides(measure: Measure, row: Mapping[str, object]) -> Sides:
    """What a row counts, in children; of a mean or a median, the records that it is of."""
    up, down, records = (round(float(row[name] or 0)) for name in ("numerator", "denominator", "records"))  # type: ignore[arg-type]
    if measure.statistic is Statistic.SHARE:
        return max(up, 0), max(down - up, 0)
    return (max(up, 0),) if measure.statistic is Statistic.COUNT else (records,)


def withheld_at_once(counts: Mapping[str, Sides]) -> frozenset[str]:
    """The groups that may not be shown of counts that stand in no period."""
    day = date.min
    leaves = tuple(sorted(((group, day), parts) for group, parts in counts.items()))
    return frozenset(group for _, _, group in _hidden(ONCE, False, tuple(sorted(counts)), leaves))


def kept_back(one: Measured) -> Measured:
    """The figure without anything that it counts."""
    nothing = {"records": 0, "numerator": None, "denominator": None, "value": None, "upper": None}
    return replace(one, **nothing, why_none=WITHHELD, is_withheld=True)  # type: ignore[arg-type]


@lru_cache(maxsize=512)
def _hidden(
    finest: str, adds_up: bool, groups: Sequence[str], leaves: Sequence[tuple[tuple[str, date], Sides]]
) -> frozenset[Place]:
    """One year. A group is withheld with all its sides: hiding more never tells more.

    Kept by its contents: a set never changes, and a page asks for the same breakdown again and again.
    """
    parents = _parents({period for (_, period), _ in leaves}) if adds_up else {}
    found: set[Place] = set()
    for side in range(len(leaves[0][1])):
        counts: dict[Cell, int] = {
            (group, _label(finest, period)): parts[side] for (group, period), parts in leaves
        }
        table = crossed(counts, [dict.fromkeys(groups, EVERYONE), parents])
        found |= {(*_period(label), group) for group, label in _protected(table, groups)}
    return frozenset(found)


def _protected(table: Table, groups: Iterable[str]) -> Iterable[Cell]:
    """The cells to withhold, given that everyone's are public.

    Where even so a count stays too near to what it is (few children in all), no group of the period is shown.
    """
    public = Table({cell: count for cell, count in table.counts.items() if cell[0] == EVERYONE})
    safe = protect(table, before=[Release(public, frozenset())])
    yield from (cell for cell in safe.why if cell[0] != EVERYONE)
    near = {label for group, label in safe.exposed if group != EVERYONE}
    yield from ((group, label) for label in near for group in groups)


def _label(by: str, period: date) -> str:
    return f"{by} {period.isoformat()}"


def _period(label: str) -> tuple[str, date]:
    by, day = label.split(" ")
    return by, date.fromisoformat(day)


def _parents(months: Iterable[date]) -> Parents:
    """Months under their quarters, quarters under their year."""
    found = {}
    for month in months:
        quarter, year = month.replace(month=(month.month - 1) // 3 * 3 + 1), month.replace(month=1)
        found[_label("month", month)] = _label("quarter", quarter)
        found[_label("quarter", quarter)] = _label("year", year)
    return found


def _as_at_the_end(every: Iterable[tuple[str, date]], months: Iterable[Place]) -> Iterable[Place]:
    """What stands at the end of a longer period is what stands at the end of its last month."""
    ends: dict[date, list[tuple[str, date]]] = defaultdict(list)
    known = {period for by, period in every if by == "month"}
    for by, period in every:
        within = [month for month in known if period.replace(day=1) <= month <= last_day(by, period)]
        if by != "month" and within:
            ends[max(within)].append((by, period))
    for _, month, group in months:
        yield from ((by, period, group) for by, period in ends[month])
