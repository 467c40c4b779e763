"""What do figures say of a measure? Its whole periods and its chart, read once for all promises."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from goldenthread.analysis.catalogue import Counted, Measure, Statistic, measures
from goldenthread.analysis.statistics.process_behaviour import Chart
from goldenthread.analysis.statistics.standardisation import Change, Counts
from goldenthread.audit.scope import Scope
from goldenthread.figures.changes.charting import charted
from goldenthread.figures.measured.reading import rows, usual_period, why_none
from goldenthread.figures.measured.showing import shown_series
from goldenthread.figures.measured.values import Measured
from goldenthread.figures.models import DeclaredStep, MeasuredSet

A_YEAR = 12


@dataclass
class Figures:
    """The figures of one set, with the declared steps; whatever was read is remembered."""

    by: Scope
    of: MeasuredSet | None
    steps: Mapping[str, Sequence[DeclaredStep]]
    _series: dict[tuple[str, str, str], list[Measured]] = field(default_factory=dict)

    def why_none(self, measure: Measure) -> str:
        """Why there are no figures of a measure; empty where there are."""
        return why_none(measure, self.of)

    def whole(self, name: str, dimension: str = "", group: str = "") -> list[Measured]:
        """The periods that are over, oldest first, without what may not be shown. Empty without a source."""
        key = (name, dimension, group)
        if key not in self._series:
            self._series[key] = self._read(*key)
        return self._series[key]

    def _read(self, name: str, dimension: str, group: str) -> list[Measured]:
        measure = measures()[name]
        if self.of is None or self.why_none(measure):
            return []
        by = usual_period(measure)
        every = shown_series(self.by, name, by, dimension=dimension, group=group, of=self.of)
        return [one for one in every if one.complete]

    def chart(self, name: str) -> Chart | None:
        """The chart of everyone; None of a measure without a series."""
        whole = self.whole(name)
        if not whole or measures()[name].counted is Counted.AS_AT_DAY:
            return None
        return charted(measures()[name], whole, self.steps.get(name, ()))

    def change(self, name: str, split: date) -> Change | None:
        """A share in the year before a day and since then; None where either is of nothing."""
        return change_of(measures()[name], self.whole(name), split)

    def changes_by(self, name: str, dimension: str, split: date) -> dict[str, Change]:
        """The same for every group of a dimension. Only whether it rose or fell may be said of a group."""
        if self.of is None or dimension not in self.of.dimensions:
            return {}
        measure, months = measures()[name], {one.key.period for one in self.whole(name)}
        groups: dict[str, dict[date, Counts]] = {}
        for row in rows(self.of, measure=name, by="month", dimension=dimension):
            if row["period"] in months and row["denominator"]:
                counts = (round(row["numerator"] or 0), round(row["denominator"]))  # type: ignore[call-overload]
                groups.setdefault(str(row["group"]), {})[row["period"]] = counts  # type: ignore[index]
        found = {group: _change(measure, counts, split) for group, counts in groups.items()}
        return {group: change for group, change in found.items() if change is not None}


def change_of(measure: Measure, whole: Sequence[Measured], split: date) -> Change | None:
    """A share in the year before a day and since then; None where either is of nothing, or it is no share."""
    if measure.statistic is not Statistic.SHARE:
        return None
    counts = {
        one.key.period: (round(one.numerator or 0), round(one.denominator or 0))
        for one in whole
        if one.value is not None
    }
    return _change(measure, counts, split)


def _change(measure: Measure, counts: Mapping[date, Counts], split: date) -> Change | None:
    """Events are added up; of what stands at month ends, the last month of each time stands for it."""
    year_before = split.replace(year=split.year - 1, day=1)
    before = [month for month in sorted(counts) if year_before <= month < split]
    after = [month for month in sorted(counts) if month >= split]
    if measure.counted is Counted.MONTH_ENDS:
        before, after = before[-1:], after[-1:]
    if not before or not after:
        return None
    return Change(_sum(counts, before), _sum(counts, after))


def _sum(counts: Mapping[date, Counts], months: Sequence[date]) -> Counts:
    return sum(counts[month][0] for month in months), sum(counts[month][1] for month in months)
