"""May anybody say that it got better? A verdict that is hard to game, with every reason in a sentence.

A signal on the headline's chart is not enough. What looks like an improvement may be more refusals, more
exceptions, requests closed and asked anew, easy cases first, or another mix of children. Each has a check;
a check that was not made counts against the claim, and only a claim that passes all is unqualified.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from math import hypot

from goldenthread.analysis.statistics.polarity import Direction, Polarity
from goldenthread.analysis.statistics.process_behaviour import Chart, Signal, Standing
from goldenthread.analysis.statistics.proportions import Interval
from goldenthread.analysis.statistics.standardisation import Change, sign_of, standardised, together


class Verdict(StrEnum):
    """What may be said."""

    IMPROVEMENT = "improvement"
    QUALIFIED = "qualified"
    NO_CHANGE = "no change"
    WORSE = "worse"
    TOO_FEW = "too few to say"


class Check(StrEnum):
    """What could make a headline look better without being so: shares whose rise counts against it."""

    REFUSED = "share of requests that ended without a plan"
    EXCEPTED = "share of plans marked as exceptions"
    REOPENED = "share of requests that were closed and asked anew"
    LATE_OPEN = "share of open requests already past their time"


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """A check that this measure cannot fail, with the reason."""

    because: str

    def __post_init__(self) -> None:
        if not self.because.strip():
            raise ValueError("what does not apply has a reason")


@dataclass(frozen=True, slots=True)
class Balancing:
    """A balancing measure, named, with its own chart; None where there is none.

    `since` is the first period of that chart that the claim is about: what was bought then is not given back
    by one quieter month. Without it the chart's newest period is looked at.
    """

    title: str
    chart: Chart | None
    since: int | None = None

    @property
    def standing(self) -> Standing:
        """What its chart says of the time of the claim."""
        if self.chart is None:
            return Standing.TOO_FEW
        return self.chart.standing if self.since is None else standing_since(self.chart, self.since)


@dataclass(frozen=True, slots=True)
class Claim:
    """A headline and all that is known beside it.

    `since` is the first period of the headline's chart that the claim is about. `asked` is the chance, for
    children who asked, before and after. `with_all` is the headline with exceptions counted in. `groups` are
    the headline's counts by district, need or both, `other_groups` the same by other ways to divide. What is
    None or missing was not checked.
    """

    title: str
    headline: Chart
    since: int = 0
    balancing: Sequence[Balancing] = ()
    asked: tuple[Interval | None, Interval | None] | NotApplicable | None = None
    with_all: Change | NotApplicable | None = None
    groups: Mapping[str, Change] | NotApplicable = field(default_factory=dict)
    checks: Mapping[Check, Change | NotApplicable] = field(default_factory=dict)
    other_groups: Sequence[Mapping[str, Change]] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """The verdict, and each reason as a sentence."""

    verdict: Verdict
    reasons: tuple[str, ...]

    @property
    def is_unqualified_improvement(self) -> bool:
        return self.verdict is Verdict.IMPROVEMENT

    @property
    def words(self) -> str:
        """The verdict with its reasons, for the page."""
        if self.verdict is Verdict.QUALIFIED:
            return " ".join(["Looks better, but not without qualification.", *self.reasons])
        opening = {
            Verdict.IMPROVEMENT: "Better, by every check that was made.",
            Verdict.NO_CHANGE: "No more than it always varies.",
            Verdict.WORSE: "Worse.",
            Verdict.TOO_FEW: "Too few periods to say.",
        }[self.verdict]
        return " ".join([opening, *self.reasons])


def judge(claim: Claim) -> Judged:
    """The verdict on a claim of improvement."""
    standing = standing_since(claim.headline, claim.since)
    if standing is Standing.TOO_FEW:
        return Judged(Verdict.TOO_FEW, (claim.headline.words,))
    if standing is Standing.NO_CHANGE:
        return Judged(Verdict.NO_CHANGE, ())
    seen = tuple(signal.words for signal in _signals_since(claim.headline, claim.since))
    if standing is Standing.WORSE:
        return Judged(Verdict.WORSE, seen)
    against = reasons_against(claim, standing)
    return Judged(Verdict.QUALIFIED, against) if against else Judged(Verdict.IMPROVEMENT, seen)


def standing_since(chart: Chart, since: int) -> Standing:
    """What the signals say that a period from `since` on is part of; disagreement is only "changed"."""
    if chart.standing is Standing.TOO_FEW:
        return Standing.TOO_FEW
    directions = {signal.direction for signal in _signals_since(chart, since)}
    if not directions:
        return Standing.NO_CHANGE
    if directions == {Direction.BETTER}:
        return Standing.BETTER
    return Standing.WORSE if directions == {Direction.WORSE} else Standing.CHANGED


def _signals_since(chart: Chart, since: int) -> tuple[Signal, ...]:
    return tuple(signal for signal in chart.signals if signal.points[-1] >= since)


def reasons_against(claim: Claim, standing: Standing = Standing.BETTER) -> tuple[str, ...]:
    """Every reason why the claim is not an unqualified improvement, each a sentence."""
    mixed = [] if standing is Standing.BETTER else ["Its own chart has signals both ways."]
    return tuple(
        [
            *mixed,
            *_by_balancing(claim.balancing),
            *_by_asked(claim.asked),
            *_by_exceptions(claim),
            *_by_mix(claim),
            *_by_checks(claim.checks),
        ]
    )


def _by_balancing(balancing: Sequence[Balancing]) -> list[str]:
    if not balancing:
        return ["No balancing measure was looked at."]
    became = {Standing.WORSE: "became worse", Standing.CHANGED: "changed"}
    known = [
        f"{one.title} {became[one.standing]} at the same time." for one in balancing if one.standing in became
    ]
    unknown = [one.title for one in balancing if one.standing is Standing.TOO_FEW]
    return known + [f"{title} is read beside it, and too little is known of it to say." for title in unknown]


def _by_asked(asked: tuple[Interval | None, Interval | None] | NotApplicable | None) -> list[str]:
    if isinstance(asked, NotApplicable):
        return []
    before, after = asked or (None, None)
    if before is None or after is None:
        return ["It is not yet known whether children who asked are served sooner."]
    if after.estimate <= before.estimate:
        return ["Children who asked are not served sooner than before."]
    if not _is_apart(before, after):
        return ["Children who asked may be served sooner, but no more than chance explains."]
    return []


def _is_apart(before: Interval, after: Interval) -> bool:
    """Is the rise beyond chance? The interval of the difference that both intervals give (MOVER)."""
    if after.low is None or before.high is None:
        return False
    reach = hypot(after.estimate - after.low, before.high - before.estimate)
    return after.estimate - before.estimate > reach


def _better(claim: Claim) -> int:
    return -1 if claim.headline.polarity is Polarity.LOWER_IS_BETTER else 1


def _by_exceptions(claim: Claim) -> list[str]:
    if isinstance(claim.with_all, NotApplicable):
        return []
    if claim.with_all is None:
        return ["It was not looked at with exceptions counted in."]
    if claim.with_all.sign() * _better(claim) <= 0:
        return ["With exceptions counted in, it did not become better."]
    return []


def _by_mix(claim: Claim) -> list[str]:
    if isinstance(claim.groups, NotApplicable):
        return []
    if not claim.groups:
        return ["It was not looked at by district and need, so another mix of children may explain it."]
    every = [_by_groups(claim, groups) for groups in (claim.groups, *claim.other_groups)]
    return list(dict.fromkeys(reason for found in every for reason in found))


def _by_groups(claim: Claim, groups: Mapping[str, Change]) -> list[str]:
    found = []
    alike = sign_of(standardised(groups)) * _better(claim)
    if alike <= 0:
        crude = together(groups).sign() * _better(claim)
        became = "it became worse" if alike < 0 else "it did not become better"
        why = "other children were counted" if crude > 0 else "the change is no more than chance explains"
        found.append(f"For the same mix of children {became}{'' if crude <= 0 > alike else ': ' + why}.")
    worse = [name for name, one in groups.items() if one.sign() * _better(claim) < 0]
    if worse:
        found.append(f"It became worse for {', '.join(sorted(worse))}.")
    return found


def _by_checks(checks: Mapping[Check, Change | NotApplicable]) -> list[str]:
    found = []
    for check in Check:
        one = checks.get(check)
        if one is None:
            found.append(f"The {check} was not checked.")
        elif isinstance(one, Change) and one.sign() > 0:
            found.append(f"The {check} rose from {_percent(one.before)} to {_percent(one.after)}.")
    return found


def _percent(counts: tuple[int, int]) -> str:
    return f"{counts[0] / counts[1]:.0%}" if counts[1] else "nothing"
