"""May one say that a measure has changed? Its series as a process-behaviour chart, with declared steps."""

from collections.abc import Sequence
from datetime import date

from goldenthread.analysis.catalogue import Direction, Measure, Statistic
from goldenthread.analysis.statistics.polarity import Polarity
from goldenthread.analysis.statistics.process_behaviour import Chart, Step, chart_of, chart_of_shares
from goldenthread.figures.measured.values import Measured
from goldenthread.figures.models import DeclaredStep
from goldenthread.ui.words import MONTHS

POLARITIES = {
    Direction.HIGHER: Polarity.HIGHER_IS_BETTER,
    Direction.LOWER: Polarity.LOWER_IS_BETTER,
    Direction.NEITHER: Polarity.NEITHER,
}


def polarity_of(measure: Measure) -> Polarity:
    """Which way is better."""
    return POLARITIES[measure.direction]


def period_name(by: str, first: date) -> str:
    """Jan 2024, 2024, January to March 2024, or the day itself."""
    if by == "year":
        return str(first.year)
    if by == "month":
        return f"{MONTHS[first.month - 1][:3]} {first.year}"
    if by == "quarter":
        return f"{MONTHS[first.month - 1][:3]}–{MONTHS[first.month + 1][:3]} {first.year}"
    return f"{first.day} {MONTHS[first.month - 1]} {first.year}"


def charted(measure: Measure, series: Sequence[Measured], steps: Sequence[DeclaredStep] = ()) -> Chart:
    """The chart of a series of whole periods, oldest first. Shares are from 0 to 1 in it.

    `steps` are the declared ones, oldest first; a step before the second or after the last period parts
    nothing and is left out.
    """
    names = [period_name(one.key.by, one.key.period) for one in series]
    placed: dict[int, str] = {}
    for step in steps:
        at = sum(one.key.period < step.first_day.replace(day=1) for one in series)
        if 0 < at < len(series):
            placed[at] = f"{placed[at]}; {step.because}" if at in placed else step.because
    declared = [Step(at, because) for at, because in sorted(placed.items())]
    polarity = polarity_of(measure)
    if measure.statistic is Statistic.SHARE:
        return chart_of_shares(*counts_of_shares(series), polarity, steps=declared, labels=names)
    return chart_of([one.value for one in series], polarity, steps=declared, labels=names)


def counts_of_shares(series: Sequence[Measured]) -> tuple[list[int | None], list[int | None]]:
    """Those who count and those out of whom, in each period; None where a period has no value."""
    up = [None if one.value is None else round(one.numerator or 0) for one in series]
    down = [None if one.value is None else round(one.denominator or 0) for one in series]
    return up, down
