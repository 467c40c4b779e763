"""Writes what a return declares into people and cases, all of it or nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Q

from goldenthread.audit import clock, journal
from goldenthread.audit.actions import record
from goldenthread.audit.scope import Scope
from goldenthread.casework.loading.assigning import Assignment, CasesOf, assign, request_key
from goldenthread.casework.loading.snapshot import DeclaredPerson, Snapshot
from goldenthread.casework.loading.statistics import take_statistics
from goldenthread.casework.models import Case, Entry, Return, Standing
from goldenthread.casework.payloads import ENTRIES
from goldenthread.casework.references import next_numbers, reference
from goldenthread.casework.standing import rebuild_standing
from goldenthread.people import actions as people_actions
from goldenthread.people import queries as people_queries
from goldenthread.people.models import Identifier, Person
from goldenthread.rules.lifecycle import Step


@dataclass(frozen=True, slots=True)
class Written:
    """How many of each thing a load added or found as it was."""

    people_added: int
    people_known: int
    cases_added: int
    cases_updated: int
    cases_unchanged: int
    questions: int


@transaction.atomic
def write(snapshot: Snapshot, source: Return, *, by: Scope, tell: Callable[[int], None]) -> Written:
    """Brings everyone in the snapshot into the record, or nobody if the database objects."""
    assignment = assign(snapshot, people_queries.known_people(by), tell)
    added = _add_newcomers(assignment.newcomers, source, by)
    take_statistics(Person, Identifier)
    people_actions.declare_again(
        {person_id: person.details for person_id, person in assignment.known},
        numbers={person_id: person.claim.numbers for person_id, person in assignment.known},
        census_day=snapshot.census_day,
        digest=source.digest,
        by=by,
    )
    questions = _questions(assignment, added)
    people_actions.ask_whether_one_person(questions, by=by)
    owners = [*assignment.known, *zip(added, assignment.newcomers, strict=True)]
    entries, new_cases, unchanged = _entries(owners, source, by)
    journal.append_many(entries)
    take_statistics(Case, Entry)
    rebuild_standing([entry.case_id for entry in entries])
    take_statistics(Standing)
    written = Written(
        people_added=len(added),
        people_known=len(assignment.known),
        cases_added=new_cases,
        cases_updated=len(entries) - new_cases - unchanged,
        cases_unchanged=unchanged,
        questions=len(questions),
    )
    details = {name: getattr(written, name) for name in Written.__slots__}
    record("loaded a return", source, by=by, details=details)
    return written


def _add_newcomers(newcomers: Sequence[DeclaredPerson], source: Return, by: Scope) -> list[int]:
    assert source.census_day is not None  # a return is written only after it was read
    people = people_actions.add_declared_people(
        [person.details for person in newcomers],
        numbers=[person.claim.numbers for person in newcomers],
        census_day=source.census_day,
        digest=source.digest,
        by=by,
    )
    return [person.pk for person in people]


def _questions(assignment: Assignment, added: Sequence[int]) -> list[tuple[int, int, str]]:
    return [
        (added[place], doubt.person_id if doubt.person_id > 0 else added[-doubt.person_id - 1], doubt.why)
        for place, doubts in assignment.doubts
        for doubt in doubts
    ]


def _entries(
    owners: Sequence[tuple[int, DeclaredPerson]], source: Return, by: Scope
) -> tuple[list[Entry], int, int]:
    """What the return declares of each case, new cases made on the way; how many those were, and how
    many cases it says nothing new of. Those get their entry too: this return lists them as well."""
    cases, said = _existing([person_id for person_id, _ in owners])
    wanted: list[tuple[int | None, int, dict[str, Any]]] = [
        (cases.take(person_id, request_key(payload)), person_id, payload)
        for person_id, person in owners
        for payload in person.requests
    ]
    newcomers = [person_id for case_id, person_id, _ in wanted if case_id is None]
    fresh = iter(_add_cases(newcomers))
    unchanged = sum(
        case_id is not None and said.get(case_id) == (source.census_day, payload)
        for case_id, _, payload in wanted
    )
    entries = [_declared(case_id or next(fresh), payload, source, by) for case_id, _, payload in wanted]
    return entries, len(newcomers), unchanged


def _existing(people: Sequence[int]) -> tuple[CasesOf, dict[int, tuple[Any, dict[str, Any]]]]:
    """The cases of these people and the newest that a return declared of each."""
    theirs = Case.objects.filter(Q(person__in=people) | Q(person__same_as__in=people))
    said: dict[int, tuple[Any, dict[str, Any]]] = {}
    declared = Entry.objects.filter(kind=Entry.DECLARED, case__in=theirs).order_by("happened_on", "pk")
    for case_id, census_day, payload in declared.values_list("case_id", "happened_on", "payload").iterator():
        said[case_id] = (census_day, payload)
    received_here = Entry.objects.filter(
        kind=Step.REQUEST_RECEIVED.value, corrected_by__isnull=True, case__in=theirs
    ).values_list("case_id", "happened_on")
    keys = {case_id: day.isoformat() for case_id, day in received_here}
    keys |= {case_id: request_key(payload) for case_id, (_, payload) in said.items()}
    cases = CasesOf()
    rows = theirs.order_by("pk").values_list("pk", "person_id", "person__same_as_id")
    for case_id, person_id, same_as in rows:
        if case_id in keys:
            cases.add(same_as or person_id, keys[case_id], case_id)
    return cases, said


def _add_cases(people: Sequence[int]) -> list[int]:
    """One case for each person given, with the next references; their numbers in that order."""
    numbers = next_numbers(len(people))
    Case.objects.bulk_create(
        [
            Case(pk=number, reference=reference(number), person_id=person_id)
            for number, person_id in zip(numbers, people, strict=True)
        ],
        batch_size=journal.BATCH,
    )
    return numbers


def _declared(case_id: int, payload: dict[str, Any], source: Return, by: Scope) -> Entry:
    assert source.census_day is not None  # a return is written only after it was read
    return Entry(
        case_id=case_id,
        kind=Entry.DECLARED,
        happened_on=source.census_day,
        recorded_at=clock.now(),
        by_id_number=by.actor_id,
        by_name=by.actor_name,
        declared_in=source,
        payload=payload,
        payload_version=ENTRIES.newest(Entry.DECLARED),
    )
