"""What may be claimed of a measure since its baseline? Its chart, and every check that figures allow."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.analysis.catalogue import Measure, Statistic, measures
from goldenthread.analysis.statistics.natural_limits import carried_to, carried_to_shares, shares
from goldenthread.analysis.statistics.process_behaviour import Chart, Standing, chart_against
from goldenthread.analysis.statistics.proportions import Interval, share
from goldenthread.analysis.statistics.standardisation import Change
from goldenthread.analysis.statistics.verdicts import (
    Balancing,
    Check,
    Claim,
    Judged,
    NotApplicable,
    Verdict,
    judge,
)
from goldenthread.figures.changes.charting import charted, counts_of_shares, period_name, polarity_of
from goldenthread.figures.measured.groups import names_of
from goldenthread.figures.measured.values import Measured, last_day
from goldenthread.improvement.gathered.figures import Figures
from goldenthread.improvement.models import PromiseMeasure

ISSUED, ASKED = "plans_in_20_weeks", "asked_and_answered_in_20_weeks"
WITHOUT_EXCEPTIONS = "plans_in_20_weeks_without_exceptions"
TWO_CLOCKS = {ISSUED: ASKED, WITHOUT_EXCEPTIONS: ASKED, ASKED: ISSUED}
"""Measures that have two clocks, each with the other one: both must move."""
CHECKS = {
    Check.REFUSED: "requests_refused",
    Check.EXCEPTED: "exceptions_claimed",
    Check.REOPENED: "requests_asked_anew",
    Check.LATE_OPEN: "backlog_share",
}
"""The measure that answers each check; a check whose measure is not in the catalogue was not made."""
ONE_CLOCK = NotApplicable("this measure has one clock")
NOT_OF_TIMELINESS = NotApplicable("the checks are those of timeliness")
WAYS = ("district", "need")
"""By which groups a mix of children is looked at: the first that has a source."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """What may be said of the newest period, and the chart it is said by."""

    judged: Judged
    chart: Chart


def claimed(figures: Figures, row: PromiseMeasure, whole: Sequence[Measured]) -> Claimed:
    """What may be claimed of a measure; `whole` are its periods that are over, some since the baseline."""
    measure = measures()[row.measure]
    place = sum(last_day(one.key.by, one.key.period) <= row.baseline_on for one in whole)
    chart, first = _chart(figures, measure, whole, place)
    since = _since(chart, place - first)
    if chart.standing not in (Standing.BETTER, Standing.CHANGED):
        return Claimed(judge(Claim(measure.title, chart, since)), chart)
    split = whole[first + since].key.period
    judged = judge(_claim(figures, row, measure, Claim(measure.title, chart, since), split))
    if row.measure == ASKED and not _other_clock_moved(figures, split):
        reason = f"“{measures()[ISSUED].title}” has not become better by more than chance."
        judged = Judged(Verdict.QUALIFIED, (*_reasons(judged), reason))
    return Claimed(judged, chart)


def _reasons(judged: Judged) -> tuple[str, ...]:
    return judged.reasons if judged.verdict is Verdict.QUALIFIED else ()


def _chart(figures: Figures, measure: Measure, whole: Sequence[Measured], place: int) -> tuple[Chart, int]:
    """The chart, and the period where it begins: by the limits of before the baseline, if they are known."""
    steps = figures.steps.get(measure.name, ())
    before, after = whole[:place], whole[place:]
    earlier = [step for step in steps if before and step.first_day <= before[-1].key.period]
    past = charted(measure, before, earlier).stretches if before else ()
    limits = past[-1].limits if past and not past[-1].is_too_short else None
    if limits is None:
        return charted(measure, whole, steps), 0
    names, polarity = [period_name(one.key.by, one.key.period) for one in after], polarity_of(measure)
    if measure.statistic is not Statistic.SHARE:
        values = [one.value for one in after]
        return chart_against(values, carried_to(limits, values), polarity, labels=names), place
    counts = counts_of_shares(after)
    carried = carried_to_shares(limits, *counts)
    return chart_against(shares(*counts), carried, polarity, labels=names), place


def _since(chart: Chart, earliest: int) -> int:
    """Where the change began that the newest period is part of; without one, the newest period itself."""
    known = [place for place, value in enumerate(chart.values) if value is not None]
    begins = min((signal.points[0] for signal in chart.current), default=known[-1] if known else 0)
    return max(begins, earliest, 0)


def _claim(figures: Figures, row: PromiseMeasure, measure: Measure, plain: Claim, split: date) -> Claim:
    is_clocked = row.measure in TWO_CLOCKS and not row.group
    return Claim(
        plain.title,
        plain.headline,
        plain.since,
        _balancing(figures, measure),
        _asked(figures, split) if is_clocked else ONE_CLOCK,
        _with_all(figures, row, split),
        _groups(figures, row, measure, split),
        _checks(figures, split) if is_clocked else dict.fromkeys(Check, NOT_OF_TIMELINESS),
    )


def _balancing(figures: Figures, measure: Measure) -> list[Balancing]:
    """Those of which something can be said: a balancing measure of too few periods was not looked at."""
    charts = [(measures()[name].title, figures.chart(name)) for name in measure.balancing]
    return [
        Balancing(title, chart)
        for title, chart in charts
        if chart is not None and chart.standing is not Standing.TOO_FEW
    ]


def _asked(figures: Figures, split: date) -> tuple[Interval | None, Interval | None]:
    change = figures.change(ASKED, split)
    return (share(*change.before), share(*change.after)) if change else (None, None)


def _other_clock_moved(figures: Figures, split: date) -> bool:
    change = figures.change(ISSUED, split)
    return change is not None and change.sign() > 0


def _with_all(figures: Figures, row: PromiseMeasure, split: date) -> Change | NotApplicable | None:
    if row.measure != WITHOUT_EXCEPTIONS:
        return NotApplicable("exceptions are counted in, or there are none")
    return figures.change(ISSUED, split)


def _groups(
    figures: Figures, row: PromiseMeasure, measure: Measure, split: date
) -> dict[str, Change] | NotApplicable:
    if row.group or measure.statistic is not Statistic.SHARE:
        return NotApplicable("it is of one group, or no share")
    for way in WAYS:
        if found := figures.changes_by(row.measure, way, split):
            named = names_of(figures.by, way)
            return {named(group): change for group, change in found.items()}
    return {}


def _checks(figures: Figures, split: date) -> dict[Check, Change | NotApplicable]:
    """Those that figures can answer; the others count against the claim."""
    known = {check: figures.change(name, split) for check, name in CHECKS.items() if name in measures()}
    return {check: change for check, change in known.items() if change is not None}
