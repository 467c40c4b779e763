"""Would a figure that was cited come out the same now, and if not, why?

The figure is worked out again twice: as known at its own position, and as known now, both with today's
definition. Between what was cited and the first lies the definition; between the two lies the record, and
each case that counts otherwise is laid to what was recorded on it since: a correction, or something late.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings

from goldenthread.analysis.catalogue import Measure, Statistic
from goldenthread.analysis.facts import Facts
from goldenthread.analysis.measuring import measuring
from goldenthread.analysis.settings import settings_of
from goldenthread.audit.scope import Scope
from goldenthread.casework.queries.after_a_position import recorded_after
from goldenthread.figures.measured.keeping import facts_of
from goldenthread.figures.models import CitedFigure, MeasuredSet
from goldenthread.figures.working_out import collect
from goldenthread.organisations.queries import settings_rows

OTHERWISE = "something else"
"""Nothing was recorded on the case since: records were joined, or settings or groups changed."""

Weights = dict[int, tuple[float, float]]
"""Case to the sums of its numerators and denominators in a figure."""


@dataclass(frozen=True, slots=True)
class Again:
    """A figure worked out again: its parts by case and in all."""

    cases: Weights
    value: float | None

    @property
    def numerator(self) -> float:
        return sum(numerator for numerator, _ in self.cases.values())

    @property
    def denominator(self) -> float:
        return sum(denominator for _, denominator in self.cases.values())


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason why a figure comes out otherwise, with the cases and what they change in its parts."""

    why: str
    cases: int
    numerator: float
    denominator: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """A cited figure beside what it would be now. `reasons` is empty where it comes out the same."""

    now: Again
    new_version: int | None
    """The version of today's definition, where it is another one."""
    by_definition: tuple[float, float]
    """What the definition changes in numerator and denominator."""
    reasons: tuple[Reason, ...]

    @property
    def is_the_same(self) -> bool:
        return not self.reasons and self.new_version is None


def compare(cited: CitedFigure, measure: Measure, newest: MeasuredSet, *, by: Scope) -> Comparison:
    """A cited figure beside today's knowledge, which is that of the newest set."""
    now = _again(cited, measure, facts_of(newest))
    then = _again(cited, measure, _facts_then(cited))
    frozen = (cited.numerator or 0.0, cited.denominator or 0.0)
    is_new = measure.version != cited.version
    shift = (then.numerator - frozen[0], then.denominator - frozen[1])
    return Comparison(
        now=now,
        new_version=measure.version if is_new else None,
        by_definition=shift if is_new else (0.0, 0.0),
        reasons=tuple(_reasons(then.cases, now.cases, cited.position, by)),
    )


def _facts_then(cited: CitedFigure) -> Path:
    """The facts as known at the figure's position: those that it rests on while they are kept, else anew."""
    source = MeasuredSet.objects.select_related("facts_of").filter(pk=cited.measured_set_id).first()
    if source is not None and facts_of(source).is_dir() and source.facts_digest == cited.digest:
        return facts_of(source)
    folder = Path(settings.FACTS_ROOT) / "known-at" / f"{cited.year}-{cited.position}"
    if not folder.is_dir():
        system = Scope.system("a figure that was cited is compared with what is known now")
        collect(folder, area=cited.place, year=cited.year, by=system, known_at=cited.position)
    return folder


def _again(cited: CitedFigure, measure: Measure, folder: Path) -> Again:
    places = settings_of(settings_rows(), "the list of settings")
    with measuring(Facts.from_folder(folder), places, on=cited.as_at) as running:
        rows = running.records_behind(
            measure, by=cited.by, period=cited.period, dimension=cited.dimension, group=cited.group
        )
        case_ids = running.case_ids()
    return Again(_by_case(rows, case_ids), value_of(measure, rows))


def _by_case(rows: Sequence[Mapping[str, Any]], case_ids: Mapping[int, int]) -> Weights:
    cases: Weights = {}
    for row in rows:
        case_id = case_ids.get(row["case_key"], 0)
        numerator, denominator = cases.get(case_id, (0.0, 0.0))
        cases[case_id] = (numerator + row["numerator"], denominator + row["denominator"])
    return cases


def value_of(measure: Measure, rows: Sequence[Mapping[str, Any]]) -> float | None:
    """The value that records make, by the measure's statistic; None of nothing."""
    numerator = sum(row["numerator"] for row in rows)
    denominator = sum(row["denominator"] for row in rows)
    if measure.statistic is Statistic.COUNT:
        return float(numerator)
    if not denominator:
        return None
    if measure.statistic is Statistic.MEDIAN:
        return _middle(sorted(row["numerator"] for row in rows))
    return float((100 if measure.statistic is Statistic.SHARE else 1) * numerator / denominator)


def _middle(values: Sequence[float]) -> float:
    half = len(values) // 2
    return values[half] if len(values) % 2 else (values[half - 1] + values[half]) / 2


def _reasons(then: Weights, now: Weights, position: int, by: Scope) -> list[Reason]:
    """Each case that counts otherwise, laid to what was recorded on it since."""
    nothing = (0.0, 0.0)
    changed = {
        case_id: (now.get(case_id, nothing), then.get(case_id, nothing))
        for case_id in then.keys() | now.keys()
        if now.get(case_id) != then.get(case_id)
    }
    since = recorded_after(by, changed, position) if changed else {}
    cases: Counter[str] = Counter()
    parts: dict[str, tuple[float, float]] = {}
    for case_id, (after, before) in changed.items():
        why = since[case_id].value if case_id in since else OTHERWISE
        cases[why] += 1
        numerator, denominator = parts.get(why, nothing)
        parts[why] = (numerator + after[0] - before[0], denominator + after[1] - before[1])
    return [Reason(why, count, *parts[why]) for why, count in sorted(cases.items())]
