"""What do figures say of a measure? Its whole periods and its chart, read once for all promises."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from goldenthread.analysis.catalogue import Counted, Measure, measures
from goldenthread.analysis.statistics.process_behaviour import Chart
from goldenthread.audit.scope import Scope
from goldenthread.figures.changes.charting import charted
from goldenthread.figures.measured.reading import usual_period, why_none
from goldenthread.figures.measured.showing import shown_series
from goldenthread.figures.measured.values import Measured
from goldenthread.figures.models import DeclaredStep, MeasuredSet


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
