"""What exactly will change for the public? Part by part, and line by line within each."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from goldenthread.publication.parts import Content, Part, keyed, lines


class How(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    GONE = "no longer there"


@dataclass(frozen=True, slots=True)
class Change:
    """A part that is new, changed or gone, with the lines that go and those that come."""

    how: How
    key: str
    title: str
    goes: Sequence[str]
    comes: Sequence[str]


def changes(before: Content | None, after: Content) -> list[Change]:
    """Every part that is not as it was, in the order of the site; what is gone comes last."""
    was = keyed(before) if before else {}
    there = keyed(after)
    found = [_change(was.get(key), one) for key, one in there.items()]
    gone = [
        Change(How.GONE, key, one["title"], lines(one), ()) for key, one in was.items() if key not in there
    ]
    return [one for one in found if one is not None] + gone


def _change(was: Part | None, now: Part) -> Change | None:
    if was is None:
        return Change(How.NEW, now["key"], now["title"], (), lines(now))
    if was == now:
        return None
    old, new = lines(was), lines(now)
    goes: list[str] = []
    comes: list[str] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            goes += old[a:b]
            comes += new[c:d]
    return Change(How.CHANGED, now["key"], now["title"], goes, comes)
