"""Figures in a pack: frozen as they are cited, each with its definition, its day and its citation."""

from collections.abc import Mapping

from goldenthread.analysis.catalogue import Measure, Release, Statistic, measures
from goldenthread.audit.errors import NotPossibleNow
from goldenthread.audit.scope import Scope
from goldenthread.figures.measured.actions import cite
from goldenthread.figures.measured.queries import newest_measured, series
from goldenthread.figures.measured.reading import usual_period, why_none
from goldenthread.figures.measured.values import Measured
from goldenthread.figures.models import CitedFigure, MeasuredSet
from goldenthread.governance.packs.contents import Block, Figure, Figures, Paragraph
from goldenthread.governance.packs.gathering.view import View
from goldenthread.improvement.models import PromiseMeasure
from goldenthread.improvement.queries.attached import measures_of
from goldenthread.insight.citing.presenters import period_words, value_words
from goldenthread.ui.words import day, percent, thousands

BOTH_CLOCKS = ("plans_in_20_weeks", "asked_and_answered_in_20_weeks")
"""Of timeliness always the pair: among plans issued, and for children who asked."""
CLOCK_WORDS = {
    "plans_in_20_weeks": "Among plans issued",
    "asked_and_answered_in_20_weeks": "For children who asked",
}
Place = tuple[str, str, str]
"""Measure, dimension and group."""


def cited_figures(scope: Scope, view: View, *, where: str) -> list[Block]:
    """Both clocks, then every figure that judges these promises. `where` is kept with each citation."""
    of = newest_measured(scope)
    rests = _rests_on(scope, view)
    clocks = tuple(
        _figure(scope, of, (name, "", ""), where=where, says=CLOCK_WORDS[name]) for name in BOTH_CLOCKS
    )
    others = [place for place in rests if place not in {(name, "", "") for name in BOTH_CLOCKS}]
    judged = tuple(_figure(scope, of, place, where=where, says=rests[place]) for place in others)
    blocks: list[Block] = [Figures("Both clocks of timeliness", clocks)]
    if judged:
        return [*blocks, Figures("What promises are judged by", judged)]
    return [*blocks, Paragraph("No other measure is attached to a promise.", "missing")]


def _rests_on(scope: Scope, view: View) -> Mapping[Place, str]:
    """For each figure, the promises it judges: from which value to which by when."""
    codes = {one.promise.pk: one.promise.code for one in view.by_plan}
    attached = measures_of(scope, list(codes))
    found: dict[Place, list[str]] = {}
    for number, code in codes.items():
        for row in attached[number]:
            if row.ended_at is None:
                place = (row.measure, row.dimension, row.group)
                found.setdefault(place, []).append(_target(code, row))
    return {place: " ".join(said) for place, said in found.items()}


def _target(code: str, row: PromiseMeasure) -> str:
    was, to_be = (value_words(row.measure, value, "") for value in (row.baseline, row.target))
    example = " (example)" if row.is_example else ""
    return f"{code}: {was} on {day(row.baseline_on)}, to be {to_be} by {day(row.target_on)}{example}."


def _figure(scope: Scope, of: MeasuredSet | None, place: Place, *, where: str, says: str) -> Figure:
    name, dimension, group = place
    measure = measures().get(name)
    if measure is None:
        return Figure(name, missing="This measure is no longer in the catalogue.", says=says)
    label = f"{measure.title}, {group}" if group else measure.title
    newest, why = _newest(scope, of, measure, dimension, group)
    if newest is None:
        return Figure(label, missing=why, says=says)
    try:
        kept = cite(newest.key, because=where, by=scope)
    except NotPossibleNow as problem:
        return Figure(label, missing=str(problem), says=says)
    return Figure(
        label,
        value=value_words(name, kept.value, kept.why_none),
        says=says,
        counted=_counted(measure, kept),
        definition=f"Definition: {name}, version {kept.version}",
        as_at=f"{period_words(kept)}, as at {day(kept.as_at)}",
        citation=f"Citation {kept.pk}, journal position {thousands(kept.position)}",
    )


def _newest(
    scope: Scope, of: MeasuredSet | None, measure: Measure, dimension: str, group: str
) -> tuple[Measured | None, str]:
    """The newest whole period in which something was counted; without one, why."""
    if measure.release is Release.INTERNAL:
        return None, "For work inside the service only, so it stands in no paper."
    if why := why_none(measure, of):
        return None, why
    every = series(scope, measure.name, usual_period(measure), dimension=dimension, group=group, of=of)
    whole = [one for one in every if one.complete and one.value is not None]
    return (whole[-1], "") if whole else (None, "Nothing was counted in any whole period.")


def _counted(measure: Measure, kept: CitedFigure) -> str:
    if measure.statistic is not Statistic.SHARE or kept.numerator is None or kept.denominator is None:
        return ""
    parts = f"{thousands(round(kept.numerator))} of {thousands(round(kept.denominator))}"
    if kept.interval_low is None or kept.interval_high is None:
        return parts
    return f"{parts}; 95% interval {percent(kept.interval_low)} to {percent(kept.interval_high)}"
