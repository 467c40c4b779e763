"""What may be claimed of a measure since its baseline? As figures judge it, by both clocks."""

from collections.abc import Sequence

from goldenthread.analysis.catalogue import Measure, Statistic, measures
from goldenthread.analysis.statistics.natural_limits import carried_to, carried_to_shares, shares
from goldenthread.analysis.statistics.process_behaviour import Chart, Standing, chart_against
from goldenthread.analysis.statistics.standardisation import Change
from goldenthread.analysis.statistics.verdicts import Judged, Verdict
from goldenthread.figures.changes.charting import charted, counts_of_shares, period_name, polarity_of
from goldenthread.figures.changes.claims import Seen, judged
from goldenthread.figures.measured.values import Measured, last_day
from goldenthread.improvement.gathered.figures import Figures
from goldenthread.improvement.models import PromiseMeasure

ISSUED, ASKED = "plans_in_20_weeks", "asked_and_answered_in_20_weeks"
TWO_CLOCKS = {ISSUED: ASKED, "plans_in_20_weeks_without_exceptions": ASKED, ASKED: ISSUED}
"""Measures that have two clocks, each with the other one: both must move."""


def claimed(figures: Figures, row: PromiseMeasure, whole: Sequence[Measured]) -> Judged | None:
    """What may be claimed of a measure; `whole` are its periods that are over, some since the baseline."""
    if figures.of is None:
        return None
    measure = measures()[row.measure]
    chart, first = _chart(figures, row, measure, whole)
    seen = Seen(figures.of, measure, whole[first:], chart, figures.steps, row.dimension, row.group)
    found = judged(seen)
    if row.measure == ASKED and found is not None and chart.standing is Standing.BETTER:
        return _with_plans_issued(found, figures, seen)
    return found


def _with_plans_issued(found: Judged, figures: Figures, seen: Seen) -> Judged:
    """Who asked is looked at by the claim itself; among plans issued it must be better as well."""
    counts = [(one.key.period, one) for one in figures.whole(ISSUED) if one.value is not None]
    spans = [[one for day, one in counts if (day >= seen.split) == later] for later in (False, True)]
    before, after = (
        (round(sum(one.numerator or 0 for one in span)), round(sum(one.denominator or 0 for one in span)))
        for span in spans
    )
    if Change(before, after).sign() > 0:
        return found
    reason = f"“{measures()[ISSUED].title}” has not become better by more than chance."
    reasons = found.reasons if found.verdict is Verdict.QUALIFIED else ()
    return Judged(Verdict.QUALIFIED, (*reasons, reason))


def _chart(
    figures: Figures, row: PromiseMeasure, measure: Measure, whole: Sequence[Measured]
) -> tuple[Chart, int]:
    """The chart, and the period where it begins: by the limits of before the baseline, if they are known."""
    steps = figures.steps.get(measure.name, ())
    place = sum(last_day(one.key.by, one.key.period) <= row.baseline_on for one in whole)
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
