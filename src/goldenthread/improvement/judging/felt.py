"""Felt: do families say so? Answers with their range, who did not answer, and counts that say otherwise."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from goldenthread.analysis.statistics.polarity import Polarity
from goldenthread.analysis.statistics.process_behaviour import Standing
from goldenthread.analysis.statistics.proportions import Interval, difference, share
from goldenthread.improvement.judging.asks import UNCONFIRMED, Asks
from goldenthread.improvement.judging.values import State, Test, Verdict, worst
from goldenthread.ui.words import day, percent, plural, thousands

NOTHING = "No voice of families is attached to this promise."
Counts = tuple[int, int]
"""So many of so many."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What was answered to a question of a survey. `invited` is None where nobody knows how many were asked.

    `before` is what was answered to it the survey before.
    """

    id: int
    words: str
    survey: str
    closed_on: date
    favourable: int
    answered: int
    replies: int
    invited: int | None
    did_not_answer: str = ""
    before: Counts | None = None

    @property
    def rate(self) -> float | None:
        """How many of those asked replied, 0 to 1; None where nobody knows."""
        return self.replies / self.invited if self.invited else None

    @property
    def share(self) -> Interval | None:
        return share(self.favourable, self.answered)


@dataclass(frozen=True, slots=True)
class Counted:
    """Complaints, compliments or contacts by period: what may be said of their change. `words` say it."""

    key: str
    title: str
    polarity: Polarity
    standing: Standing
    words: str


@dataclass(frozen=True, slots=True)
class Heard:
    """Something that families said, and whether they have seen a change since."""

    id: int
    said: str
    has_changed: bool


@dataclass(frozen=True, slots=True)
class Voices:
    """All voices that are tied to a promise."""

    answered: Sequence[Answered] = ()
    counted: Sequence[Counted] = ()
    heard: Sequence[Heard] = ()

    def __bool__(self) -> bool:
        return bool(self.answered or self.counted or self.heard)


def felt(voices: Voices, today: date, asks: Asks) -> Verdict:
    """The verdict on Felt. Only answers of families make it green; counts can speak against it."""
    rests_on = _rests_on(voices, asks)
    if not voices:
        return Verdict(Test.FELT, State.NO_EVIDENCE, NOTHING, "", rests_on)
    says = [_answer_says(one, today, asks) for one in voices.answered]
    says += [f"{one.title}: {one.words}" for one in voices.counted]
    if not voices.answered:
        says.insert(0, "Families were not asked whether it is so.")
    if voices.heard:
        changed = sum(one.has_changed for one in voices.heard)
        says.append(
            f"{plural(len(voices.heard), 'thing')} that families said, {changed} with a change since."
        )
    state = _state(voices, today, asks)
    return Verdict(Test.FELT, state, " ".join(says), _limit(voices, asks), rests_on)


def _state(voices: Voices, today: date, asks: Asks) -> State:
    """Answers decide; a count for the worse takes green away, and alone it is a no.

    A count for the better is part of it at most: fewer complaints can also mean that people gave up.
    """
    is_worse = any(one.standing is Standing.WORSE for one in voices.counted)
    is_better = any(one.standing is Standing.BETTER for one in voices.counted)
    if not voices.answered:
        return State.NO if is_worse else State.NOT_YET if is_better else State.NOT_KNOWN
    state = worst([state_of(one, today, asks) for one in voices.answered])
    if not is_worse:
        return state
    return {State.YES: State.NOT_YET, State.NOT_KNOWN: State.NO}.get(state, state)


def state_of(one: Answered, today: date, asks: Asks) -> State:
    """The state of one question: not known of too few, too old, or where too few of those asked answered.

    Those who answered may say no for themselves; yes they say only where enough of those asked did.
    """
    found = one.share
    if found is None or one.answered < asks.fewest_replies or _is_old(one, today, asks):
        return State.NOT_KNOWN
    if found.high is not None and found.high <= asks.favourable:
        return State.NO
    if found.low is None or found.low <= asks.favourable:
        return State.NOT_YET
    speaks_for_all = one.rate is not None and one.rate >= asks.smallest_rate
    return State.YES if speaks_for_all else State.NOT_KNOWN


def _is_old(one: Answered, today: date, asks: Asks) -> bool:
    return today - one.closed_on > timedelta(days=asks.voice_lasts_days)


def _answer_says(one: Answered, today: date, asks: Asks) -> str:
    found = one.share
    question = f"“{one.words}”"
    if found is None:
        return f"Nobody answered {question}."
    if one.answered < asks.fewest_replies:
        return (
            f"{plural(one.answered, 'answer')} to {question}: too few to say. "
            f"{asks.fewest_replies} are needed."
        )
    if _is_old(one, today, asks):
        return f"What was answered to {question} ended on {day(one.closed_on)}: too long ago to say of now."
    says = f"{_percent(found.estimate)} said so to {question} ({_range(found)})."
    return f"{says} {_since(one)}".strip()


def _since(one: Answered) -> str:
    """What may be said beside the survey before."""
    if one.before is None or not one.before[1]:
        return ""
    change = difference((one.favourable, one.answered), one.before)
    was = f"{_percent(one.before[0] / one.before[1])} the survey before"
    if change is None or change.holds(0):
        return f"{was}; the change is within chance."
    return f"{was}; the {'rise' if change.estimate > 0 else 'fall'} is more than chance."


def _limit(voices: Voices, asks: Asks) -> str:
    seen = {one.survey: one for one in voices.answered}
    parts = [f"{name}: {_who_answered(one, asks)}" for name, one in seen.items()]
    if voices.answered and not asks.are_confirmed:
        parts.append(UNCONFIRMED)
    return " ".join(parts)


def _who_answered(one: Answered, asks: Asks) -> str:
    if one.rate is None:
        who = f"{thousands(one.replies)} replied; nobody knows how many were asked, so it cannot be green."
    else:
        asked = thousands(one.invited or 0)
        who = f"{thousands(one.replies)} of {asked} families replied ({_percent(one.rate)})."
        if one.rate < asks.smallest_rate:
            who += f" Below {_percent(asks.smallest_rate)} they cannot speak for the others."
    missing = one.did_not_answer.strip().rstrip(".")
    return f"{who} {missing}." if missing else f"{who} It is not known who did not answer."


def _percent(value: float) -> str:
    return percent(100 * value, 0)


def _range(found: Interval) -> str:
    return f"{_percent(found.low or 0.0)} to {_percent(1.0 if found.high is None else found.high)}"


def _rests_on(voices: Voices, asks: Asks) -> dict[str, Any]:
    return {
        "answers": [
            {
                "question": one.id,
                "words": one.words,
                "survey": one.survey,
                "closed_on": one.closed_on.isoformat(),
                "favourable": one.favourable,
                "answered": one.answered,
                "replies": one.replies,
                "invited": one.invited,
            }
            for one in voices.answered
        ],
        "counts": [{"series": one.key, "standing": one.standing.value} for one in voices.counted],
        "heard": [one.id for one in voices.heard],
        "asks": {
            "favourable": asks.favourable,
            "fewest_replies": asks.fewest_replies,
            "smallest_rate": asks.smallest_rate,
        },
    }
