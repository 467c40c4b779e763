"""The shape of a notice: which letter, to whom, with what in it, and by when."""

from __future__ import annotations

from dataclasses import dataclass

from goldenthread.rules.law import Kind, Source
from goldenthread.rules.lifecycle import Step
from goldenthread.rules.notices.elements import Element, Recipient


@dataclass(frozen=True, slots=True)
class Carries:
    """An element that a notice must carry, or should where its source is guidance or good practice."""

    element: Element
    source: Source

    @property
    def is_duty(self) -> bool:
        """Whether law asks for it."""
        return self.source.kind not in (Kind.GUIDANCE, Kind.LOCAL_POLICY)


@dataclass(frozen=True, slots=True)
class GoesTo:
    """A recipient, and where it is written that they get it."""

    recipient: Recipient
    source: Source


@dataclass(frozen=True, slots=True)
class Notice:
    """A letter of the register.

    `code` is its number ("N12a" and "N12b" are the two forms of N12). `tells` are the steps of the life cycle
    that it accompanies. `by_when` finishes "It goes out ...". `duty` names the duty of the timetable that
    sets the day, where there is one.
    """

    code: str
    title: str
    tells: frozenset[Step]
    to: tuple[GoesTo, ...]
    carries: tuple[Carries, ...]
    by_when: str
    source: Source
    duty: str | None = None

    @property
    def number(self) -> str:
        """The number without the letter of its form: N12."""
        return self.code.rstrip("ab")
