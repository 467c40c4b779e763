"""Everywhere: is it the same for every place and group, not only on average?"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from goldenthread.analysis.statistics.consistency import Consistency
from goldenthread.improvement.judging.asks import UNCONFIRMED, Asks
from goldenthread.improvement.judging.values import State, Test, Verdict, worst
from goldenthread.ui.words import listed

PLACE = "district"
"""The dimension without which nobody can say everywhere."""
NOTHING = "No share is attached to this promise that could be compared between places and groups."


@dataclass(frozen=True, slots=True)
class GroupsSeen:
    """One share in every group of one dimension. `why_none` says why nothing can be compared.

    `worse_off` are groups that fare worse than everybody else by more than chance; `withheld` those that are
    not shown, to protect small groups.
    """

    title: str
    dimension: str
    dimension_title: str
    why_none: str = ""
    consistency: Consistency | None = None
    worse_off: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()
    measure: str = ""
    """The measure that the share is; empty where it is what families answered."""


def everywhere(seen: Sequence[GroupsSeen], asks: Asks) -> Verdict:
    """The verdict on Everywhere: the worst of every comparison. Without places it is not green."""
    rests_on = {"groups": [_kept(one, asks) for one in seen], "asks": {"largest_gap": asks.largest_gap}}
    if not seen:
        return Verdict(Test.EVERYWHERE, State.NO_EVIDENCE, NOTHING, "", rests_on)
    compared = [one for one in seen if one.consistency is not None]
    if not compared:
        why = (
            next((one.why_none for one in seen if one.why_none), "") or "There are too few groups to compare."
        )
        return Verdict(Test.EVERYWHERE, State.NOT_KNOWN, f"Nothing can be compared. {why}", "", rests_on)
    state = worst([state_of(one, asks) for one in seen])
    if state is State.YES and not any(one.dimension == PLACE for one in compared):
        state = State.NOT_YET
    return Verdict(Test.EVERYWHERE, state, _says(compared, asks), _limit(seen, asks), rests_on)


def state_of(one: GroupsSeen, asks: Asks) -> State:
    """The state of one comparison, by the range of the typical gap and who fares worse."""
    if one.consistency is None:
        return State.NOT_KNOWN
    gap = one.consistency.gap
    if gap.low is not None and gap.low > asks.largest_gap:
        return State.NO
    if one.worse_off:
        return State.NOT_YET
    if gap.high is not None and gap.high <= asks.largest_gap:
        return State.YES
    return State.NOT_KNOWN


def _says(compared: Sequence[GroupsSeen], asks: Asks) -> str:
    """The comparisons that fall short, the widest gap first; else the widest of all."""
    short = [one for one in compared if state_of(one, asks) in (State.NO, State.NOT_YET)]
    widest = sorted(short or compared, key=lambda one: -_gap(one))
    sentences = [_sentence(one) for one in widest[:3]]
    more = len(widest) - 3
    if short and more > 0:
        sentences.append(f"{more} more comparisons fall short.")
    if not short:
        first = "No group fares worse than the others by more than chance."
        sentences = [first, f"The widest difference: {_sentence(widest[0])}"]
    return " ".join(sentences)


def _sentence(one: GroupsSeen) -> str:
    found = one.consistency
    assert found is not None  # only those compared are told
    low, high = found.gap.low or 0.0, found.gap.high or 0.0
    worse = (
        f"{listed(one.worse_off)} fare{'s' if len(one.worse_off) == 1 else ''} worse; "
        if one.worse_off
        else ""
    )
    return (
        f"{one.title}, by {one.dimension_title.lower()}: {worse}two groups picked at random typically "
        f"differ by {found.gap.estimate:.0f} points ({low:.0f} to {high:.0f})."
    )


def _gap(one: GroupsSeen) -> float:
    return one.consistency.gap.estimate if one.consistency else 0.0


def _limit(seen: Sequence[GroupsSeen], asks: Asks) -> str:
    by = list(dict.fromkeys(one.dimension_title.lower() for one in seen if one.consistency))
    parts = [f"Compared by {listed(by)}."]
    none = list(dict.fromkeys(one.dimension_title.lower() for one in seen if one.consistency is None))
    if missing := [name for name in none if name not in by]:
        parts.append(f"Nothing can be said by {listed(missing, 'or')} yet.")
    if any(one.withheld for one in seen):
        parts.append("Some groups are not shown, to protect small groups.")
    if not asks.are_confirmed:
        parts.append(f"A gap of up to {asks.largest_gap:.0f} points is let pass. {UNCONFIRMED}")
    return " ".join(parts)


def _kept(one: GroupsSeen, asks: Asks) -> dict[str, Any]:
    """No count of any group: what a reader of the record may see is what a page shows."""
    gap = one.consistency.gap if one.consistency else None
    return {
        "title": one.title,
        "measure": one.measure,
        "dimension": one.dimension,
        "state": state_of(one, asks).value,
        "gap": [gap.estimate, gap.low, gap.high] if gap else None,
        "worse_off": list(one.worse_off),
        "why_none": one.why_none,
    }
