"""The figures of a release: headlines after disclosure control, both clocks, and the chart of every year."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.conf import settings
from django.utils.text import slugify

from goldenthread.analysis.benchmarks import Observation, Standing
from goldenthread.analysis.disclosure import Rule
from goldenthread.audit.scope import Scope
from goldenthread.figures import queries as figures_queries
from goldenthread.figures.measured.queries import newest_measured
from goldenthread.figures.models import FigureSet
from goldenthread.figures.open_data.comparing import compared
from goldenthread.figures.open_data.kept import source_of
from goldenthread.insight.measured.clocks import Clocks, both
from goldenthread.publication.headlines import CHART, HEADLINES, Headline, Shown, shown
from goldenthread.publication.parts import Part, part
from goldenthread.publication.protecting import Counts, allowed
from goldenthread.ui.words import day

FEWEST_WHO_ASKED = 100
"""Of fewer families, a share of a hundred would say more than is known, and could point at somebody."""
HELD = (
    "This is the figure as we released it before. Since then it changed by so few children that the "
    "difference could point at one of them. We will show the change once it is larger."
)
CLOCK_OF_ASKED = "For children who asked"


@dataclass(frozen=True, slots=True)
class GatheredFigures:
    """The parts, the set that they come from (None before there is one), and the counts behind them."""

    parts: Sequence[Part]
    figure_set: FigureSet | None
    counts: Counts


def figures(scope: Scope, before: Sequence[Counts]) -> GatheredFigures:
    """The figures that may be shown, given the counts of all earlier releases, oldest first."""
    figure_set = figures_queries.newest_set(scope)
    if figure_set is None:
        return GatheredFigures((), None, Counts({}))
    as_at, year = day(figure_set.as_at), str(figure_set.year - 1)
    least = settings.SMALLEST_COUNT_SHOWN
    rule = Rule(threshold=least, width=least)
    periods = {one: figure_set.as_at.isoformat() if one.is_of_a_day else year for one in HEADLINES}
    found = figures_queries.figures_of(scope, figure_set)
    may = allowed(found, periods, before, rule)
    told = [
        _part(one, shown(one, figure, year=year, as_at=as_at, rule=rule), as_at, held=one in may.held)
        for one, figure in may.figures.items()
    ]
    clock = second_clock(both(scope, newest_measured(scope)))
    asked = _part_of(clock, as_at, "")
    chart = part(
        "chart-plans-in-20-weeks",
        "Plans issued within 20 weeks, each year",
        body={"series": series(compared(*CHART, figure_set.area)), "source": _source()},
    )
    return GatheredFigures([*told[:1], asked, *told[1:], chart], figure_set, may.counts)


def _part(headline: Headline, told: Shown, as_at: str, *, held: bool) -> Part:
    return _part_of(told, as_at, HELD if held and told.value else "")


def _part_of(told: Shown, as_at: str, held: str) -> Part:
    body = {**asdict(told), "as_at": as_at, "held": held}
    body.pop("label")
    return part(f"figure-{slugify(told.label)}", told.label, says=body.pop("sentence"), body=body)


def _source() -> dict[str, str]:
    source = source_of(CHART[0])
    return {"title": f"{source.release}, Department for Education", "address": source.address}


def series(years: Sequence[Standing]) -> dict[str, Any]:
    """Every published year: our area and England, as texts."""

    def texts(published: Iterable[Observation | None]) -> list[str | None]:
        return [None if one is None or one.value is None else str(one.value) for one in published]

    return {
        "periods": [year.period for year in years],
        "ours": texts(year.area for year in years),
        "england": texts(year.england for year in years),
    }


def second_clock(clocks: Clocks | None) -> Shown:
    """The clock of children who asked. It stands after the first figure: never one clock alone."""
    found = clocks.asked if clocks else None
    known = found.in_time() if found is not None and found.count >= FEWEST_WHO_ASKED else None
    if known is None or clocks is None:
        sentence = "It is not known yet: too few children were followed for 20 weeks."
        return Shown(CLOCK_OF_ASKED, "", sentence, "")
    share = round(100 * known.estimate)
    low, high = round(100 * (known.low or 0)), round(100 * (known.high or 1))
    return Shown(
        CLOCK_OF_ASKED,
        f"{share} of 100",
        f"Of 100 families who asked for an assessment, {share} had a plan within 20 weeks. Those who were "
        "refused and those who still wait are among the 100.",
        f"Asked in the year to {day(clocks.as_at)}. The true number is likely between {low} and {high}.",
    )
