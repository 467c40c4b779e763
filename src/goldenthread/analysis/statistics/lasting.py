"""Did it last? A watch on a measure for two years after its promise was closed.

The limits are those of the day on which the promise was closed; a signal for the worse since then says so to
the owner of the closed promise.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.analysis.statistics.natural_limits import (
    Counts,
    NaturalLimits,
    Values,
    carried_to,
    carried_to_shares,
    shares,
)
from goldenthread.analysis.statistics.polarity import Direction, Polarity
from goldenthread.analysis.statistics.process_behaviour import Chart, Signal, chart_against

YEARS = 2


@dataclass(frozen=True, slots=True)
class Watch:
    """What the watch has seen: `adverse` are signals for the worse, oldest first; empty while it lasts."""

    closed_on: date
    ends_on: date
    is_over: bool
    periods: int
    adverse: tuple[Signal, ...]

    @property
    def words(self) -> str:
        """For the owner of the closed promise."""
        if self.adverse:
            return f"It has not lasted since {_day(self.closed_on)}. {self.adverse[0].words}"
        seen = "1 period" if self.periods == 1 else f"{self.periods} periods"
        if self.is_over:
            return f"It lasted: no signal for the worse in the two years to {_day(self.ends_on)} ({seen})."
        until = f"watched until {_day(self.ends_on)}"
        return f"No signal for the worse since {_day(self.closed_on)} ({seen}); {until}."


def watch(
    values: Values,
    at_closing: NaturalLimits,
    polarity: Polarity,
    days: tuple[date, date],
    labels: Sequence[str] | None = None,
) -> Watch:
    """The watch over values since closing; `days` are those of closing and of looking.

    Periods that begin after the two years are the caller's to leave out. Raises `ValueError` for looking
    before closing, and for a measure of which neither direction is better.
    """
    return _watched(chart_against(values, carried_to(at_closing, values), polarity, labels=labels), days)


def watch_shares(
    numerators: Counts,
    denominators: Counts,
    at_closing: NaturalLimits,
    polarity: Polarity,
    days: tuple[date, date],
    labels: Sequence[str] | None = None,
) -> Watch:
    """The same for shares: the limits are as wide as each later denominator asks."""
    limits = carried_to_shares(at_closing, numerators, denominators)
    chart = chart_against(shares(numerators, denominators), limits, polarity, labels=labels)
    return _watched(chart, days)


def _watched(chart: Chart, days: tuple[date, date]) -> Watch:
    closed_on, as_at = days
    if as_at < closed_on:
        raise ValueError("nothing is watched before it is closed")
    if chart.polarity is Polarity.NEITHER:
        raise ValueError("without a better direction nothing can become worse")
    adverse = [signal for signal in chart.signals if signal.direction is Direction.WORSE]
    adverse.sort(key=lambda signal: signal.points[-1])
    ends_on = _two_years_after(closed_on)
    known = sum(value is not None for value in chart.values)
    return Watch(closed_on, ends_on, as_at > ends_on, known, tuple(adverse))


def _two_years_after(day: date) -> date:
    last_of_february = (day.month, day.day) == (2, 29)
    return date(day.year + YEARS, day.month, 28 if last_of_february else day.day)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
