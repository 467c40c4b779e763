"""Is a person in a return someone we know? Agreeing identifiers say yes; anything less is asked of a person.

Two children are never made one because they look alike. A newcomer about whom there is a doubt gets
a record of their own and a question that a person answers.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Claim:
    """A person as a return describes them. `numbers` maps the kind of identifier to its value."""

    surname: str
    forename: str
    birth_date: date | None
    numbers: tuple[tuple[str, str], ...]

    @property
    def likeness(self) -> tuple[str, str, date | None]:
        return self.surname.casefold(), self.forename.casefold(), self.birth_date


@dataclass(frozen=True, slots=True)
class Doubt:
    """A known person whom the newcomer may be, and why it is not certain."""

    person_id: int
    why: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Either the known person, or nobody known and perhaps doubts."""

    person_id: int | None = None
    doubts: tuple[Doubt, ...] = ()


@dataclass(slots=True)
class KnownPeople:
    """Everyone that a newcomer is held against. Records decided to be one person answer as one."""

    numbers: dict[tuple[str, str], set[int]] = field(default_factory=lambda: defaultdict(set))
    held: dict[int, dict[str, set[str]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(set))
    )
    births: dict[int, date | None] = field(default_factory=dict)
    lookalikes: dict[tuple[str, str, date | None], set[int]] = field(default_factory=lambda: defaultdict(set))

    def add(self, person_id: int, claim: Claim, *, by_likeness: bool = True) -> None:
        """Makes a person known. `by_likeness` is off for people of the return now being read: it
        lists each child once, so that a shared name and birthday there (twins named alike, say)
        raises no doubt; a shared number does."""
        self.births[person_id] = claim.birth_date
        for kind, value in claim.numbers:
            self.numbers[kind, value].add(person_id)
            self.held[person_id][kind].add(value)
        if by_likeness:
            self.lookalikes[claim.likeness].add(person_id)

    def judge(self, claim: Claim) -> Verdict:
        """Who this is, as far as numbers can say."""
        owners = {owner for number in claim.numbers for owner in self.numbers.get(number, ())}
        if not owners:
            return self._by_likeness(claim)
        if len(owners) == 1:
            (owner,) = owners
            objection = self._objection(owner, claim)
            if objection is None:
                return Verdict(person_id=owner)
            return Verdict(doubts=(Doubt(owner, objection),))
        why = "Their numbers belong to more than one record here."
        return Verdict(doubts=tuple(Doubt(owner, why) for owner in sorted(owners)))

    def _objection(self, owner: int, claim: Claim) -> str | None:
        for kind, value in claim.numbers:
            held = self.held[owner].get(kind)
            if held and value not in held:
                return f"One number agrees, but the {kind} differs."
        born = self.births[owner]
        if born is None or claim.birth_date is None:
            return "A number agrees, but a date of birth is missing."
        if born != claim.birth_date:
            return "A number agrees, but the date of birth differs."
        return None

    def _by_likeness(self, claim: Claim) -> Verdict:
        alike: Iterable[int] = self.lookalikes.get(claim.likeness, ()) if claim.birth_date else ()
        why = "The name and date of birth agree, but no number does."
        return Verdict(doubts=tuple(Doubt(person, why) for person in sorted(alike)))
