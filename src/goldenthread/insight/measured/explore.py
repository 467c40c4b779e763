"""One measure by any breakdown and period: what an address asks for, as rows in the national tidy layout."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings

from goldenthread.accounts.roles import Permission
from goldenthread.analysis.catalogue import Measure, Statistic
from goldenthread.analysis.dimensions import DIMENSIONS
from goldenthread.audit.scope import Scope
from goldenthread.figures.measured.groups import Named, names_of
from goldenthread.figures.measured.showing import shown_groups, shown_series
from goldenthread.figures.measured.values import Measured
from goldenthread.figures.open_data.places import areas
from goldenthread.insight.measured.queries import Chosen, Reading, reading
from goldenthread.ui.words import MONTHS

FEWEST = 5
"""A count above nought and below this is `c` in a file that leaves the service."""
HEAD = (
    *("time_period", "time_identifier", "geographic_level", "country_code", "country_name"),
    *("region_code", "region_name", "old_la_code", "new_la_code", "la_name"),
    *("breakdown_topic", "breakdown", "measure", "measure_version", "unit"),
    *("numerator", "denominator", "value", "as_at", "journal_position"),
)
RISKY = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Explored:
    """A measure as it was asked for: over time, and in every group of the newest period."""

    found: Reading
    chosen: Chosen
    groups: tuple[Measured, ...]
    named: Named
    """The name of a group on a page; in a file it stands as it is kept."""
    everyone: Measured | None = None
    """All children, in the period of the groups."""


def explore(scope: Scope, name: str, chosen: Chosen) -> Explored:
    """What an address asks for. Raises `NotFound` for no such measure."""
    scope.require(Permission.SEE_FIGURES)
    found, named = reading(scope, name, chosen), names_of(scope, chosen.dimension)
    if not chosen.dimension or found.why_none:
        return Explored(found, chosen, (), named)
    by = chosen.by if chosen.by not in ("", "month") else "year"
    by = "day" if found.series and found.series[-1].key.by == "day" else by
    groups = shown_groups(scope, name, chosen.dimension, by=by, of=chosen.of)
    everyone = found.series if not chosen.group and by == chosen.by else ()
    if groups and chosen.of is not None and not everyone:
        everyone = tuple(shown_series(scope, name, by, of=chosen.of))
    when = groups[0].key.period if groups else None
    whole = next((one for one in everyone if one.key.period == when), None)
    return Explored(found, chosen, tuple(groups), named, whole)


def tidy(found: Explored) -> Iterator[list[str]]:
    """The rows of a file: the series, then every group. The first is the head."""
    yield list(HEAD)
    series = (*found.found.series, *found.found.unfinished)
    for one in (*series, *found.groups):
        yield [neutral(cell) for cell in tidy_row(found.found.measure, one)]


def tidy_row(measure: Measure, one: Measured) -> list[str]:
    """One figure, in the order of the head. What may not be shown is `c`, what has no value is `z`."""
    area = areas()[settings.AREA]
    topic = DIMENSIONS[one.key.dimension].title if one.key.dimension else "Total"
    hidden = one.is_withheld or is_small(measure, one)

    def number(value: float | None) -> str:
        return "c" if hidden else "z" if value is None else f"{value:.10g}"

    return [
        str(one.key.period.year),
        time_identifier(one),
        "Local authority",
        "E92000001",
        "England",
        area.region_code,
        area.region_name,
        area.code,
        area.ons_code,
        area.name,
        topic,
        one.key.group or "Total",
        measure.name,
        str(one.version),
        measure.unit,
        number(one.numerator),
        number(one.denominator if measure.statistic is not Statistic.COUNT else None),
        number(one.value),
        one.as_at.isoformat(),
        "" if one.position is None else str(one.position),
    ]


def is_small(measure: Measure, one: Measured) -> bool:
    """Would the row tell of fewer than five children? Of a share both sides count, and what is between."""
    up, down = one.numerator or 0, one.denominator or 0
    if measure.statistic is Statistic.SHARE:
        return any(0 < side < FEWEST for side in (up, down, down - up))
    if measure.statistic is Statistic.COUNT:
        return 0 < up < FEWEST
    return 0 < one.records < FEWEST


def time_identifier(one: Measured) -> str:
    """What kind of period a row is of, in the national words."""
    first = one.key.period
    if one.key.by == "quarter":
        return f"Calendar year Q{(first.month + 2) // 3}"
    return {"month": MONTHS[first.month - 1], "year": "Calendar year", "day": "Reporting year"}[one.key.by]


def neutral(cell: str) -> str:
    """A text that a spreadsheet would take for a formula is told to be text; numbers stay numbers."""
    if cell.startswith(RISKY) and not cell.removeprefix("-").replace(".", "").isdecimal():
        return f"'{cell}"
    return cell
