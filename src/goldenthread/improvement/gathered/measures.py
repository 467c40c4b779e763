"""Where do the measures of a promise stand? From their baseline to now, with a look ahead to their target."""

from collections.abc import Sequence
from datetime import date
from math import inf
from statistics import fmean

from goldenthread.analysis.catalogue import Measure, Statistic, measures
from goldenthread.analysis.statistics.process_behaviour import Standing
from goldenthread.analysis.statistics.projection import Projection, TooFewPeriods, project
from goldenthread.figures.changes.charting import period_name, polarity_of
from goldenthread.figures.measured.groups import names_of
from goldenthread.figures.measured.values import Measured, last_day
from goldenthread.improvement.gathered.claims import TWO_CLOCKS, claimed
from goldenthread.improvement.gathered.figures import Figures
from goldenthread.improvement.judging.working import Beside, MeasureSeen
from goldenthread.improvement.models import PromiseMeasure

A_QUARTER = 3
GONE = "This measure is no longer in the catalogue."
NOT_OVER = "No period is over since the baseline."


def measure_seen(figures: Figures, row: PromiseMeasure) -> MeasureSeen:
    """A measure of a promise, with what may be said of it."""
    measure = measures().get(row.measure)
    if measure is None:
        return _without(row, row.measure, None, GONE)
    title = _title(figures, row, measure)
    if why := figures.why_none(measure):
        return _without(row, title, measure, why)
    whole = figures.whole(row.measure, row.dimension, row.group)
    since = [one for one in whole if last_day(one.key.by, one.key.period) > row.baseline_on]
    valued = [one for one in since if one.value is not None][-A_QUARTER:]
    if not valued:
        return _without(row, title, measure, since[-1].why_none if since else NOT_OVER)
    return MeasureSeen(
        id=row.pk,
        measure=row.measure,
        title=title,
        unit=measure.unit,
        polarity=polarity_of(measure),
        baseline=row.baseline,
        baseline_on=row.baseline_on,
        target=row.target,
        target_on=row.target_on,
        lately=_together(measure, valued),
        when=_when(valued),
        since=len(since),
        judged=claimed(figures, row, whole),
        beside=_beside(figures, measure),
        forecast=_forecast(figures, row, measure, whole),
    )


def _without(row: PromiseMeasure, title: str, measure: Measure | None, why: str) -> MeasureSeen:
    return MeasureSeen(
        id=row.pk,
        measure=row.measure,
        title=title,
        unit=measure.unit if measure else "",
        polarity=polarity_of(measure) if measure else polarity_of(next(iter(measures().values()))),
        baseline=row.baseline,
        baseline_on=row.baseline_on,
        target=row.target,
        target_on=row.target_on,
        why_none=why,
    )


def _title(figures: Figures, row: PromiseMeasure, measure: Measure) -> str:
    return (
        f"{measure.title}, {names_of(figures.by, row.dimension)(row.group)}" if row.group else measure.title
    )


def _together(measure: Measure, valued: Sequence[Measured]) -> float:
    """The value of some periods: shares by their counts, other statistics by their mean."""
    if measure.statistic is Statistic.SHARE:
        down = sum(one.denominator or 0 for one in valued)
        return 100 * sum(one.numerator or 0 for one in valued) / down
    return fmean(one.value for one in valued if one.value is not None)


def _when(valued: Sequence[Measured]) -> str:
    first, last = (period_name(one.key.by, one.key.period) for one in (valued[0], valued[-1]))
    return first if first == last else f"{first} to {last}"


def _beside(figures: Figures, measure: Measure) -> tuple[Beside, ...]:
    """The balancing measures, and the other clock, as their charts have them."""
    names = dict.fromkeys([*measure.balancing, *filter(None, [TWO_CLOCKS.get(measure.name)])])
    found = []
    for name in names:
        chart = figures.chart(name)
        if chart is not None:
            found.append(Beside(measures()[name].title, chart.standing))
        elif not figures.why_none(measures()[name]):
            found.append(Beside(measures()[name].title, Standing.TOO_FEW))
    return tuple(found)


def _forecast(
    figures: Figures, row: PromiseMeasure, measure: Measure, whole: Sequence[Measured]
) -> Projection | TooFewPeriods | None:
    """From the newest period to the one of the target, out of the periods since the last declared step."""
    newest = whole[-1].key.period
    ahead = 12 * (row.target_on.year - newest.year) + row.target_on.month - newest.month
    if ahead < 1:
        return None
    steps = [step.first_day.replace(day=1) for step in figures.steps.get(measure.name, ())]
    begins = max((step for step in steps if step <= newest), default=date.min)
    values = [one.value for one in whole if one.key.period >= begins and one.value is not None]
    is_share = measure.statistic is Statistic.SHARE
    return project(values, ahead, lowest=0.0, highest=100.0 if is_share else inf)
