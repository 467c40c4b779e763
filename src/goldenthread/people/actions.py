"""Adding people, recording what is known of them, and deciding whether two records are one child."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock, journal
from goldenthread.audit.actions import record, record_reading_of_many
from goldenthread.audit.errors import NotFound, NotPossibleNow
from goldenthread.audit.scope import Scope
from goldenthread.people import details, queries
from goldenthread.people.matching import Claim, Doubt
from goldenthread.people.models import (
    EntryKind,
    Identifier,
    MatchAnswer,
    MatchDecision,
    MatchQuestion,
    Person,
    PersonEntry,
)
from goldenthread.people.payloads import ENTRIES
from goldenthread.people.permissions import kept_from

KEPT_APART = "Their numbers agree, and whoever recorded the newcomer may not open the record known here."


@transaction.atomic
def add_person(
    *, surname: str, forename: str, birth_date: date | None, numbers: dict[str, str], by: Scope
) -> Person:
    """Adds a child or young person who is recorded here first. `numbers`: kind of identifier to value."""
    by.require(Permission.RECORD_ON_CASES)
    payload: dict[str, Any] = {"surname": surname, "forename": forename}
    if birth_date is not None:
        payload["birth_date"] = birth_date.isoformat()
    person = Person(**details.Details(payload).for_row())
    person.save()
    journal.append(_entry(person, EntryKind.RECORDED, clock.today(), payload, by))
    Identifier.objects.bulk_create(
        Identifier(person=person, kind=kind, value=value) for kind, value in numbers.items()
    )
    record("added a person", person, by=by, person_id=person.pk)
    return person


@transaction.atomic
def find_or_add_person(claim: Claim, *, by: Scope) -> Person:
    """The person whose numbers agree, else one who is added, with a question where someone is like them.

    The whole area is searched, also beyond the reach of `by`, who learns nothing of whom it held
    against whom: a person answers the question later. One whose record is kept from `by` is treated as nobody
    known, so that no page says that it exists.
    """
    by.require(Permission.RECORD_ON_CASES)
    everyone = Scope.system("a newcomer is held against everyone known")
    verdict = queries.people_like(everyone, claim).judge(claim)
    if verdict.person_id is not None and not kept_from(by, [verdict.person_id]):
        return Person.objects.get(pk=verdict.person_id)
    person = add_person(
        surname=claim.surname,
        forename=claim.forename,
        birth_date=claim.birth_date,
        numbers=dict(claim.numbers),
        by=by,
    )
    doubts = verdict.doubts
    if verdict.person_id is not None:
        doubts = (Doubt(verdict.person_id, KEPT_APART),)
    MatchQuestion.objects.bulk_create(
        MatchQuestion(newcomer=person, known_id=doubt.person_id, why=doubt.why, asked_at=clock.now())
        for doubt in doubts
    )
    record(
        "held a newcomer against those known",
        person,
        by=by,
        details={"doubts": len(doubts)},
        person_id=person.pk,
    )
    return person


def _entry(
    person: Person, kind: EntryKind, happened_on: date, payload: dict[str, Any], by: Scope, digest: str = ""
) -> PersonEntry:
    return PersonEntry(
        person=person,
        kind=kind,
        happened_on=happened_on,
        recorded_at=clock.now(),
        by_id_number=by.actor_id,
        by_name=by.actor_name,
        because=by.reason,
        return_digest=digest,
        payload=payload,
        payload_version=ENTRIES.newest(kind),
    )


@transaction.atomic
def correct_details(entry: PersonEntry, changes: dict[str, Any], *, because: str, by: Scope) -> PersonEntry:
    """Puts right what an entry says of a person, in a further entry beside it; the original stays.

    `changes` are the details that were wrong (days as ISO text). A return is corrected in these only, so that
    what the next one says of the others still counts. Raises `NotFound` for a record kept from `by`,
    `NotPossibleNow` for an entry that was corrected already.
    """
    by.require(Permission.RECORD_ON_CASES)
    person = Person.objects.select_for_update().get(pk=entry.person_id)
    if kept_from(by, [person.pk]):
        raise NotFound("There is no such record.")
    if PersonEntry.objects.filter(corrects=entry).exists():
        raise NotPossibleNow("This was corrected already. Correct its newest version.")
    said = changes if entry.kind == EntryKind.DECLARED else {**entry.said, **changes}
    correction = _entry(person, EntryKind.RECORDED, clock.today(), said, by)
    correction.corrects = entry
    correction.because = because
    journal.append(correction)
    for name, value in details.in_force(person.entries.order_by("pk")).for_row().items():
        setattr(person, name, value)
    person.save(update_fields=list(details.FIELDS))
    record(
        "corrected a person's details",
        person,
        by=by,
        because=because,
        details={"entry": entry.pk, "corrected": sorted(changes)},
        person_id=person.pk,
    )
    return correction


@transaction.atomic
def correct_person(person: Person, changes: dict[str, Any], *, because: str, by: Scope) -> PersonEntry:
    """Puts details right, in whichever entry speaks of them last: the newest recorded here, else the return.

    Raises as `correct_details` does, and `NotPossibleNow` where nothing was said of the person yet.
    """
    by.require(Permission.RECORD_ON_CASES)
    Person.objects.select_for_update().get(pk=person.pk)
    speaks = details.speaks_last(person.entries.order_by("pk"))
    if speaks is None:
        raise NotPossibleNow("Nothing was recorded of this person yet.")
    return correct_details(speaks, changes, because=because, by=by)


@transaction.atomic
def add_declared_people(
    newcomers: Sequence[dict[str, Any]],
    *,
    numbers: Sequence[Sequence[tuple[str, str]]],
    census_day: date,
    digest: str,
    by: Scope,
) -> list[Person]:
    """Adds people whom a return declares. Their audit is the return's own, kept by whoever loads it.

    `newcomers` are their details (days as ISO text) and `numbers` their identifiers, one for one.
    """
    by.require(Permission.LOAD_RETURNS)
    people = Person.objects.bulk_create(
        [Person(**details.Details(said).for_row()) for said in newcomers], batch_size=journal.BATCH
    )
    journal.append_many(
        [
            _entry(person, EntryKind.DECLARED, census_day, said, by, digest)
            for person, said in zip(people, newcomers, strict=True)
        ]
    )
    Identifier.objects.bulk_create(
        [
            Identifier(person=person, kind=kind, value=value)
            for person, given in zip(people, numbers, strict=True)
            for kind, value in given
        ],
        batch_size=journal.BATCH,
    )
    return people


@transaction.atomic
def declare_again(
    said_of: dict[int, dict[str, Any]],
    *,
    numbers: dict[int, Sequence[tuple[str, str]]],
    census_day: date,
    digest: str,
    by: Scope,
) -> int:
    """Keeps what a return says of people already known, where it says something new; how many those were.

    Their audit is the return's own, kept by whoever loads it.
    """
    by.require(Permission.LOAD_RETURNS)
    people = Person.objects.in_bulk(said_of)
    history: dict[int, list[PersonEntry]] = {pk: [] for pk in people}
    for entry in PersonEntry.objects.filter(person_id__in=list(people)).order_by("pk"):
        history[entry.person_id].append(entry)
    news = []
    for pk, said in said_of.items():
        if any(entry.said == said and entry.happened_on == census_day for entry in history[pk]):
            continue
        entry = _entry(people[pk], EntryKind.DECLARED, census_day, said, by, digest)
        history[pk].append(entry)
        news.append(entry)
        for name, value in details.in_force(history[pk]).for_row().items():
            setattr(people[pk], name, value)
    journal.append_many(news)
    Person.objects.bulk_update(
        [people[entry.person_id] for entry in news], list(details.FIELDS), batch_size=500
    )
    Identifier.objects.bulk_create(
        [
            Identifier(person_id=pk, kind=kind, value=value)
            for pk, given in numbers.items()
            for kind, value in given
        ],
        ignore_conflicts=True,
        batch_size=journal.BATCH,
    )
    return len(news)


@transaction.atomic
def ask_whether_one_person(questions: Sequence[tuple[int, int, str]], *, by: Scope) -> None:
    """Puts (newcomer, known, why) on the review queue. Their audit is that of the load that found them."""
    by.require(Permission.LOAD_RETURNS)
    MatchQuestion.objects.bulk_create(
        [
            MatchQuestion(newcomer_id=newcomer, known_id=known, why=why, asked_at=clock.now())
            for newcomer, known, why in questions
        ],
        ignore_conflicts=True,
    )


@transaction.atomic
def note_compared(questions: Sequence[MatchQuestion], *, by: Scope) -> None:
    """Keeps whose records were shown side by side."""
    by.require(Permission.DECIDE_MATCHES)
    people = [number for one in questions for number in (one.newcomer_id, one.known_id)]
    record_reading_of_many("was shown who may be one person", MatchQuestion, by=by, person_ids=people)


@transaction.atomic
def decide_match(question: MatchQuestion, *, answer: MatchAnswer, because: str, by: Scope) -> None:
    """Answers a question, or takes the answer back. Both records stay whole; only the link changes.

    Raises `NotPossibleNow` where the link would make a ring, or the newcomer is linked elsewhere.
    """
    by.require(Permission.DECIDE_MATCHES)
    people = {
        person.pk: person
        for person in Person.objects.select_for_update().filter(
            pk__in=[question.newcomer_id, question.known_id]
        )
    }
    newcomer, known = people[question.newcomer_id], people[question.known_id]
    if answer is MatchAnswer.SAME:
        _check_can_be_one(newcomer, known)
        newcomer.same_as_id = known.same_as_id or known.pk
    elif newcomer.same_as_id in (known.pk, known.same_as_id):
        newcomer.same_as = None
    newcomer.save(update_fields=["same_as"])
    decision = MatchDecision(
        question=question,
        answer=answer,
        recorded_at=clock.now(),
        by_id_number=by.actor_id,
        by_name=by.actor_name,
        because=because,
    )
    journal.append(decision)
    record(
        "decided whether two records are one person",
        question,
        by=by,
        because=because,
        details={"people": sorted(people)},
        person_id=newcomer.pk,
    )


def _check_can_be_one(newcomer: Person, known: Person) -> None:
    if newcomer.same_as_id is not None:
        raise NotPossibleNow(f"{newcomer} is already one person with another record. Undo that first.")
    if newcomer.also.exists():
        raise NotPossibleNow(f"Other records already count as {newcomer}. Undo those first.")
