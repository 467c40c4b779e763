"""What is a measured figure? A value with all that it rests on, and the key by which it is found again."""

from dataclasses import dataclass
from datetime import date, timedelta

from goldenthread.analysis.catalogue import Measure, Statistic
from goldenthread.analysis.statistics import proportions


@dataclass(frozen=True, slots=True)
class FigureKey:
    """Which figure: measure, kind of period and its first day, and a group of a dimension or everyone.

    `by` is month, quarter, year or day (the as-at day itself). `set_id` is the `MeasuredSet`.
    """

    set_id: int
    measure: str
    by: str
    period: date
    dimension: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Measured:
    """One figure. `value` is None where `why_none` says why; a count has no denominator that matters.

    A share's `value` is in a hundred, unrounded; a median's `upper` is the 90th percentile. `position` is
    where the journal stood, `digest` that of the facts. A period that is not `complete` runs on after the
    as-at day.
    """

    key: FigureKey
    version: int
    place: str
    as_at: date
    position: int | None
    digest: str
    complete: bool
    records: int = 0
    numerator: float | None = None
    denominator: float | None = None
    value: float | None = None
    upper: float | None = None
    why_none: str = ""
    is_withheld: bool = False
    """Is there a figure that may not be shown, since it would tell of few children?"""


def interval(measure: Measure, figure: Measured) -> proportions.Interval | None:
    """The 95% interval of a share by Wilson, in a hundred; None for other statistics.

    Worked out when a figure is shown: a set holds far more figures than anyone looks at.
    """
    whole = figure.numerator is not None and figure.denominator is not None
    if measure.statistic is not Statistic.SHARE or not whole or figure.why_none:
        return None
    found = proportions.share(round(figure.numerator or 0), round(figure.denominator or 0))
    if found is None:
        return None
    low, high = (None if end is None else 100 * end for end in (found.low, found.high))
    return proportions.Interval(100 * found.estimate, low, high, found.confidence)


def last_day(by: str, period: date) -> date:
    """The last day of a period that begins then."""
    if by == "day":
        return period
    months = {"month": 1, "quarter": 3, "year": 12}[by]
    later = period.month - 1 + months
    return date(period.year + later // 12, later % 12 + 1, 1) - timedelta(days=1)


def periods(by: str, first: date, last: date) -> list[date]:
    """The first days of the periods that touch the stretch, oldest first; of `day`, the last day alone."""
    if by == "day":
        return [last]
    found = []
    begins = first.replace(day=1)
    if by == "quarter":
        begins = begins.replace(month=(begins.month - 1) // 3 * 3 + 1)
    if by == "year":
        begins = begins.replace(month=1)
    while begins <= last:
        found.append(begins)
        begins = last_day(by, begins) + timedelta(days=1)
    return found
