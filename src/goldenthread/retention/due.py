"""Whose record may no longer be kept on a day, by which policy, and what holds it?"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from goldenthread.casework.models import Case, Entry, Standing
from goldenthread.people.models import Person
from goldenthread.people.retention import ERASED
from goldenthread.retention.kinds import Kind
from goldenthread.retention.models import Hold, Policy, RunPerson
from goldenthread.rules.lifecycle import Step

OPEN = "A case of this child is open."


@dataclass(frozen=True, slots=True)
class Due:
    """One child whose time has passed: their records by number, the kind, and why they stay all the same."""

    people: tuple[int, ...]
    kind: Kind
    held_because: str = ""

    @property
    def outcome(self) -> RunPerson.Outcome:
        return RunPerson.Outcome.HELD if self.held_because else RunPerson.Outcome.GOES


def policies() -> dict[Kind, Policy]:
    """The policy in force for each kind that has one."""
    return {Kind(policy.kind): policy for policy in Policy.objects.order_by("pk")}


def kept_until(born: date, years: int) -> date:
    """The day from which a record may go: the birthday, and 1 March for those born on 29 February."""
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return date(born.year + years, 3, 1)


def due_on(day: date) -> Iterator[Due]:
    """Every child whose record may go on that day, oldest record first. Without a policy nobody's may.

    Records that stand for one child are one: the latest birthday counts, one plan among them is a plan, and
    what holds one holds all. A child without a birthday is never due.
    """
    years = {kind: policy.years for kind, policy in policies().items()}
    children = _children()
    planned = _with_a_plan()
    holding = _holding()
    for people, births in children.values():
        kind = Kind.WITH_PLAN if planned.intersection(people) else Kind.WITHOUT_PLAN
        if kind not in years or not births or None in births:
            continue
        if kept_until(max(born for born in births if born), years[kind]) <= day:
            reasons = [reason for person in people for reason in holding.get(person, ())]
            yield Due(tuple(people), kind, " ".join(dict.fromkeys(reasons)))


def _children() -> dict[int, tuple[list[int], list[date | None]]]:
    """Records and birthdays of each child by the number they count as; erased ones are left out."""
    found: dict[int, tuple[list[int], list[date | None]]] = defaultdict(lambda: ([], []))
    rows = Person.objects.exclude(**ERASED).order_by("pk")
    for pk, same_as, born in rows.values_list("pk", "same_as_id", "birth_date"):
        people, births = found[same_as or pk]
        people.append(pk)
        births.append(born)
    return found


def _with_a_plan() -> set[int]:
    issued = Q(kind=Step.FINAL_PLAN_SENT.value)
    declared = Q(payload__has_key="named_plan") | Q(payload__has_key="active_plan")
    return set(
        Case.objects.filter(entries__in=Entry.objects.filter(issued | declared)).values_list(
            "person_id", flat=True
        )
    )


def _holding() -> dict[int, list[str]]:
    holding: dict[int, list[str]] = defaultdict(list)
    for person in Standing.objects.filter(is_open=True).values_list("case__person_id", flat=True):
        holding[person].append(OPEN)
    for hold in Hold.objects.filter(lifted_at__isnull=True):
        holding[hold.person_id].append(f"Held for {hold.get_ground_display()}.")
    return holding
