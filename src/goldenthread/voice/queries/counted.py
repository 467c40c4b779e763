"""Complaints, compliments and contacts: counts by period, shares of what they are a part of, and groups."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.accounts.roles import Permission
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Scope
from goldenthread.voice.groups import hidden_groups
from goldenthread.voice.kinds_of_count import Counts
from goldenthread.voice.models import CountSeries, PeriodCount
from goldenthread.voice.newest import newest_counts

LATELY = 12
"""Periods that a breakdown by groups adds up: a year of months."""


@dataclass(frozen=True, slots=True)
class Point:
    """One period: how many, and out of how many (None: this is no part of anything, or that is not known)."""

    first_day: date
    count: int
    out_of: int | None = None


@dataclass(frozen=True, slots=True)
class GroupCount:
    """A group over the newest periods; None where it may not be shown."""

    group: str
    count: int | None
    out_of: int | None


@dataclass(frozen=True, slots=True)
class Counted:
    """A series, its periods oldest first, its newest periods by group, and how long answers took."""

    series: CountSeries
    points: Sequence[Point]
    groups: Mapping[str, Sequence[GroupCount]]
    days: Mapping[date, Mapping[int, int]]
    """Of answered messages, by period: working days to how many took so long."""

    @property
    def counts(self) -> Counts:
        return Counts(self.series.counts)


Place = tuple[str, date, str, str]
"""Key of the series, first day of the period, dimension, group."""


def series(scope: Scope, keys: Collection[str] | None = None) -> list[Counted]:
    """The series with these keys, or all, in the order in which things are counted."""
    scope.require(Permission.SEE_VOICE)
    order = {one.value: place for place, one in enumerate(Counts)}
    every = {(row.counts, row.every): row for row in CountSeries.objects.all()}
    wanted = [row for row in every.values() if keys is None or row.key in keys]
    wholes = {row.key: _whole(row, every) for row in wanted}
    needed = {row.pk for row in (*wanted, *(whole for whole in wholes.values() if whole is not None))}
    rows = newest_counts(needed)
    totals = _totals(rows)
    return [
        _counted(row, wholes[row.key], totals, rows)
        for row in sorted(wanted, key=lambda row: (order[row.counts], row.every))
    ]


def one_series(scope: Scope, key: str) -> Counted:
    """One series. Raises `NotFound`."""
    found = series(scope, [key])
    if not found:
        raise NotFound("Nothing of that name is counted here.")
    return found[0]


def _whole(row: CountSeries, every: Mapping[tuple[str, str], CountSeries]) -> CountSeries | None:
    """The series that this one is a part of."""
    out_of = Counts(row.counts).out_of
    return None if out_of is None else every.get((out_of.value, row.every))


def _totals(rows: Sequence[PeriodCount]) -> dict[Place, int]:
    totals: dict[Place, int] = defaultdict(int)
    for row in rows:
        totals[row.series.key, row.first_day, row.dimension, row.group] += row.count
    return totals


def _counted(
    row: CountSeries, whole: CountSeries | None, totals: Mapping[Place, int], rows: Sequence[PeriodCount]
) -> Counted:
    days = sorted(first for key, first, dimension, _ in totals if key == row.key and not dimension)

    def out_of(first: date, dimension: str = "", group: str = "") -> int | None:
        return None if whole is None else totals.get((whole.key, first, dimension, group))

    points = [Point(day, totals[row.key, day, "", ""], out_of(day)) for day in days]
    times: dict[date, dict[int, int]] = defaultdict(dict)
    for one in rows:
        if one.series_id == row.pk and one.working_days is not None and one.count and not one.dimension:
            times[one.first_day][one.working_days] = one.count
    return Counted(row, points, _groups(row, whole, totals, days[-LATELY:]), times)


def _groups(
    row: CountSeries, whole: CountSeries | None, totals: Mapping[Place, int], days: Collection[date]
) -> dict[str, list[GroupCount]]:
    """Each dimension's groups over the newest periods, with those hidden that must be.

    A period of a part whose whole is not known yet is left out.
    """
    keys = [row.key] if whole is None else [row.key, whole.key]
    days = [day for day in days if all((key, day, "", "") in totals for key in keys)]
    sums: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0] * len(keys))
    for (key, first, dimension, group), count in totals.items():
        if key in keys and first in days:
            sums[dimension, group][keys.index(key)] += count
    found: dict[str, dict[str, list[int]]] = defaultdict(dict)
    for (dimension, group), counts in sorted(sums.items()):
        if dimension:
            found[dimension][group] = counts
    everyone = _sides(sums["", ""])
    return {dimension: _shown(groups, everyone) for dimension, groups in found.items()}


def _shown(groups: Mapping[str, Sequence[int]], everyone: tuple[int, ...]) -> list[GroupCount]:
    hidden = hidden_groups({group: _sides(counts) for group, counts in groups.items()}, everyone)
    return [
        GroupCount(group, None, None)
        if group in hidden
        else GroupCount(group, counts[0], counts[1] if len(counts) > 1 else None)
        for group, counts in groups.items()
    ]


def _sides(counts: Sequence[int]) -> tuple[int, ...]:
    """Those who count, and of a part those who do not."""
    return (counts[0],) if len(counts) == 1 else (counts[0], counts[1] - counts[0])
