"""Working: did the promise's measures move from baseline to target by more than noise, at no other cost?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from goldenthread.analysis.statistics.polarity import Polarity
from goldenthread.analysis.statistics.process_behaviour import Standing
from goldenthread.analysis.statistics.projection import Projection, TooFewPeriods
from goldenthread.analysis.statistics.verdicts import Judged
from goldenthread.analysis.statistics.verdicts import Verdict as Claimed
from goldenthread.improvement.judging.values import State, Test, Verdict, worst
from goldenthread.ui.words import day, percent, rounded, unit_of

NOTHING = "No measure is attached to this promise."
SOON = 7
"""Periods after a baseline in which a run cannot show yet (the shift rule of the charts)."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A measure that is read beside another, since that can be improved at its cost."""

    title: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class MeasureSeen:
    """A measure of a promise as the figures have it. Without figures `why_none` says why.

    `lately` is the value of the last quarter of a year, `since` how many periods came after the baseline.
    `judged` is what may be claimed of its newest period.
    """

    id: int
    measure: str
    title: str
    unit: str
    polarity: Polarity
    baseline: float
    baseline_on: date
    target: float
    target_on: date
    why_none: str = ""
    lately: float | None = None
    when: str = ""
    since: int = 0
    judged: Judged | None = None
    beside: tuple[Beside, ...] = ()
    forecast: Projection | TooFewPeriods | None = None

    @property
    def reached(self) -> bool:
        """Is the target reached, as the last quarter of a year has it?"""
        if self.lately is None:
            return False
        lower = self.polarity is Polarity.LOWER_IS_BETTER
        return self.lately <= self.target if lower else self.lately >= self.target

    def words(self, value: float) -> str:
        """A value with its unit."""
        if self.unit == "%":
            return percent(value, 0 if value == round(value) else 1)
        return f"{rounded(value, 0 if value == round(value) else 1)} {unit_of(value, self.unit)}"


def working(measures: Sequence[MeasureSeen], today: date) -> Verdict:
    """The verdict on Working: the worst of its measures, so that one good figure covers no bad one."""
    rests_on = {"measures": [_kept(one) for one in measures]}
    if not measures:
        return Verdict(Test.WORKING, State.NO_EVIDENCE, NOTHING, "", rests_on)
    state = worst([state_of(one) for one in measures])
    says = " ".join(_says(one, today) for one in measures)
    return Verdict(Test.WORKING, state, says, _limit(measures), rests_on)


def state_of(one: MeasureSeen) -> State:
    """The state of one measure."""
    if one.judged is None or one.lately is None or one.judged.verdict is Claimed.TOO_FEW:
        return State.NOT_KNOWN
    if one.judged.verdict is Claimed.NO_CHANGE:
        return State.NOT_KNOWN if one.since < SOON else State.NO
    if one.judged.verdict is Claimed.WORSE:
        return State.NO
    return State.YES if one.judged.is_unqualified_improvement and one.reached else State.NOT_YET


def _says(one: MeasureSeen, today: date) -> str:
    if one.judged is None or one.lately is None:
        return f"{one.title}: {one.why_none or 'nothing was counted lately.'}"
    was = f"{one.title}: {one.words(one.baseline)} on {day(one.baseline_on)}"
    return f"{was}, {one.words(round(one.lately, 1))} in {one.when}{_claim(one)} {_target(one, today)}"


def _claim(one: MeasureSeen) -> str:
    judged = one.judged
    assert judged is not None  # asked before
    if judged.verdict is Claimed.TOO_FEW:
        return f". {' '.join(judged.reasons)}"
    if judged.verdict is Claimed.NO_CHANGE:
        soon = " It is too soon to see a run." if one.since < SOON else ""
        return f", which is no more than it always varies.{soon}"
    if judged.verdict is Claimed.WORSE:
        return f", and it has become worse by more than noise. {' '.join(judged.reasons)}"
    if judged.verdict is Claimed.QUALIFIED:
        return f", more than noise, but: {' '.join(judged.reasons)}"
    return ", more than noise, and by every check that was made."


def _target(one: MeasureSeen, today: date) -> str:
    target = f"The target is {one.words(one.target)} by {day(one.target_on)}"
    if one.reached:
        return f"{target}: reached."
    if one.target_on < today:
        return f"{target}: that day is past, and it is not reached."
    return f"{target}. {_forecast(one)}".strip()


def _forecast(one: MeasureSeen) -> str:
    if one.forecast is None:
        return ""
    if isinstance(one.forecast, TooFewPeriods):
        return (
            f"Too few periods for a forecast: {one.forecast.there} of the {one.forecast.needed} "
            "that are needed to try one on the past."
        )
    found = one.forecast
    return (
        f"If it {found.way}, it will be {one.words(round(found.estimate, 1))} "
        f"({one.words(round(found.low, 1))} to {one.words(round(found.high, 1))}); "
        f"tried on its own past, {found.held} of {found.tries} such ranges held."
    )


def _limit(measures: Sequence[MeasureSeen]) -> str:
    """What the measures are read beside, each once."""
    beside = {other.title: _standing(other.standing) for one in measures for other in one.beside}
    if not beside:
        return ""
    return "Read beside " + "; ".join(f"{title}: {words}" for title, words in beside.items()) + "."


def _standing(standing: Standing) -> str:
    return {
        Standing.BETTER: "better",
        Standing.WORSE: "worse",
        Standing.CHANGED: "changed",
        Standing.NO_CHANGE: "no change",
        Standing.TOO_FEW: "too few periods to say",
    }[standing]


def _kept(one: MeasureSeen) -> dict[str, Any]:
    return {
        "id": one.id,
        "measure": one.measure,
        "title": one.title,
        "unit": one.unit,
        "baseline": one.baseline,
        "baseline_on": one.baseline_on.isoformat(),
        "target": one.target,
        "target_on": one.target_on.isoformat(),
        "lately": one.lately,
        "when": one.when,
        "state": state_of(one).value,
        "claim": one.judged.verdict.value if one.judged else None,
        "reasons": list(one.judged.reasons) if one.judged else [one.why_none],
        "beside": [{"title": other.title, "standing": other.standing.value} for other in one.beside],
        "forecast": _kept_forecast(one.forecast),
    }


def _kept_forecast(found: Projection | TooFewPeriods | None) -> dict[str, Any] | None:
    if found is None:
        return None
    if isinstance(found, TooFewPeriods):
        return {"there": found.there, "needed": found.needed}
    return {
        "estimate": found.estimate,
        "low": found.low,
        "high": found.high,
        "way": found.way.value,
        "tries": found.tries,
        "held": found.held,
    }
