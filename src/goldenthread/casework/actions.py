"""What is done on a case: each act locks the case, adds entries, keeps the audit and derives the standing."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import transaction

from goldenthread.accounts.models import User
from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock, journal
from goldenthread.audit.actions import record, record_reading, record_reading_of_many
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Reach, Scope
from goldenthread.casework import deaths, policies
from goldenthread.casework.history import details_to
from goldenthread.casework.models import Case, Entry, Standing
from goldenthread.casework.payloads import ENTRIES
from goldenthread.casework.permissions import NO_SUCH_CASE, check_can_record, check_can_see
from goldenthread.casework.references import next_numbers, reference
from goldenthread.casework.standing import rebuild_standing
from goldenthread.organisations.models import Team
from goldenthread.people.actions import find_or_add_person
from goldenthread.people.matching import Claim
from goldenthread.people.models import Person
from goldenthread.rules.lifecycle import Happening, Step


@transaction.atomic
def receive_request(
    person: Person,
    *,
    received_on: date,
    because: str = "",
    submission: UUID | None = None,
    by: Scope,
) -> Case:
    """Opens a case: a request for an assessment came, and the clock starts on `received_on`.

    The case goes to whoever opens it, if they hold a caseload, and to their team. The same form sent
    twice opens one case. Raises `NotPossibleNow` for a day still to come.
    """
    by.require(Permission.RECORD_ON_CASES)
    _one_at_a_time(submission)
    already = _submitted(submission)
    if already is not None:
        return already.case
    happening = Happening(Step.REQUEST_RECEIVED, received_on)
    policies.check_can_record([happening], today=clock.today())
    number = next_numbers(1)[0]
    case = Case(pk=number, reference=reference(number), person=person, team_id=by.team_id)
    if any(part.reach is Reach.CASELOAD for part in by.reaching(Permission.RECORD_ON_CASES)):
        case.coordinator_id = by.actor_id
    case.save(force_insert=True)
    journal.append_many(_entries(case, [happening], because, by, submission))
    rebuild_standing([case.pk])
    record("received a request", case, by=by, because=because, person_id=person.pk)
    return case


@transaction.atomic
def receive_request_about(
    claim: Claim, *, received_on: date, because: str = "", submission: UUID | None = None, by: Scope
) -> Case:
    """The same for someone as they were described: the person whose numbers agree, or one who is added."""
    by.require(Permission.RECORD_ON_CASES)
    _one_at_a_time(submission)
    already = _submitted(submission)
    if already is not None:
        return already.case
    policies.check_day(received_on, today=clock.today())
    person = find_or_add_person(claim, by=by)
    case = receive_request(person, received_on=received_on, because=because, submission=submission, by=by)
    record("described who a request is about", case, by=by, person_id=person.pk)
    return case


@transaction.atomic
def record_happenings(
    case: Case,
    happenings: Sequence[Happening],
    *,
    because: str = "",
    submission: UUID | None = None,
    by: Scope,
) -> Sequence[Entry]:
    """Records what happened, whether or not it was in time or in order: the page flags what was not.

    Returns the entries. The same form sent twice is recorded once. Raises `NotPossibleNow` for a day
    still to come.
    """
    case = _locked(case)
    check_can_record(by, case)
    already = _submitted(submission)
    if already is not None:
        return [already]
    policies.check_can_record(happenings, today=clock.today())
    rows = journal.append_many(_entries(case, happenings, because, by, submission))
    rebuild_standing([case.pk])
    steps = [happening.kind.value for happening in happenings]
    deaths.after_recording(case, steps, happenings[0].happened_on, because, by)
    record(
        "recorded what happened",
        case,
        by=by,
        because=because,
        details={"steps": steps},
        person_id=case.person_id,
    )
    return rows


@transaction.atomic
def correct_entry(
    entry: Entry,
    *,
    happened_on: date,
    because: str,
    also: Sequence[Entry] = (),
    submission: UUID | None = None,
    by: Scope,
) -> None:
    """Gives an entry, and others recorded with it, another day in a new version; the old ones stay.

    Raises `NotPossibleNow` for a day still to come, a declared entry, or one that is not the newest version.
    """
    case = _locked(entry.case)
    check_can_record(by, case)
    if _submitted(submission) is not None:
        return
    policies.check_day(happened_on, today=clock.today())
    _replace([entry, *also], on=happened_on, because=because, submission=submission, by=by)
    details = {"entries": [one.pk for one in (entry, *also)]}
    record("corrected an entry", case, by=by, because=because, details=details, person_id=case.person_id)


@transaction.atomic
def withdraw_entry(
    entry: Entry,
    *,
    because: str,
    also: Sequence[Entry] = (),
    submission: UUID | None = None,
    by: Scope,
) -> None:
    """Says that what an entry tells never happened, nor others recorded with it; they stay to be read.

    Raises `NotPossibleNow` for a declared entry, or one that is not the newest version.
    """
    case = _locked(entry.case)
    check_can_record(by, case)
    if _submitted(submission) is not None:
        return
    _replace([entry, *also], on=None, because=because, submission=submission, by=by)
    details = {"entries": [one.pk for one in (entry, *also)]}
    record("withdrew an entry", case, by=by, because=because, details=details, person_id=case.person_id)


@transaction.atomic
def allocate(case_ids: Sequence[int], *, team: Team, coordinator: User | None, by: Scope) -> int:
    """Gives cases to a team, and to one of its coordinators if named; how many there were. One audit event.

    Raises `NotFound` unless every one of them is within reach, `NotPossibleNow` for a coordinator of
    another team.
    """
    by.require(Permission.ALLOCATE_CASES)
    policies.check_can_hold(coordinator, team)
    cases = list(Case.objects.select_for_update().filter(pk__in=case_ids).order_by("pk"))
    if len(cases) != len(set(case_ids)):
        raise NotFound(NO_SUCH_CASE)
    for case in cases:
        check_can_see(by, case)
    Case.objects.filter(pk__in=case_ids).update(team=team, coordinator=coordinator)
    Standing.objects.filter(pk__in=case_ids).update(team=team, coordinator=coordinator)
    references = [case.reference for case in cases]
    to_whom = coordinator.name if coordinator else ""
    record("allocated records", team, by=by, details={"coordinator": to_whom, "cases": references})
    return len(cases)


@transaction.atomic
def note_opened(case: Case, *, by: Scope) -> None:
    """Keeps that a child's record was read, by whom and when."""
    check_can_see(by, case)
    record_reading(case, by=by, person_id=case.person_id)


@transaction.atomic
def note_listed(cases: Sequence[Case], *, act: str, by: Scope) -> None:
    """Keeps whose records a list showed: one event for the whole list."""
    by.require(Permission.SEE_CASES)
    record_reading_of_many(act, Case, by=by, person_ids=[case.person_id for case in cases])


def _locked(case: Case) -> Case:
    """The case, held until the end of the act, so that two acts on one case come one after the other."""
    return Case.objects.select_for_update().get(pk=case.pk)


def _one_at_a_time(submission: UUID | None) -> None:
    """Holds back the second sending of a form that opens a case until the first is done."""
    if submission is not None:
        with transaction.get_connection().cursor() as cursor:
            cursor.execute(
                "SELECT pg_advisory_xact_lock(('x' || left(md5(%s), 16))::bit(64)::bigint)", [str(submission)]
            )


def _submitted(submission: UUID | None) -> Entry | None:
    """The entry that this very form made, if it was sent before."""
    if submission is None:
        return None
    return Entry.objects.filter(submission=submission).select_related("case").first()


def _replace(
    entries: Sequence[Entry], *, on: date | None, because: str, submission: UUID | None, by: Scope
) -> None:
    """Adds a version after these entries of one case: with another day, or saying it never happened."""
    case = entries[0].case
    newer = {row.corrects_id: row for row in Entry.objects.filter(corrects__in=entries)}
    at = clock.now()
    rows = []
    for place, entry in enumerate(entries):
        if entry.case_id != case.pk:
            raise NotFound("There is no such entry on this record.")
        policies.check_can_correct(entry, corrected_by=newer.get(entry.pk))
        rows.append(
            Entry(
                case=case,
                kind=entry.kind if on else Entry.WITHDRAWN,
                happened_on=on or clock.today(),
                recorded_at=at,
                by_id_number=by.actor_id,
                by_name=by.actor_name,
                because=because,
                corrects=entry,
                payload=entry.said if on else {},
                payload_version=ENTRIES.newest(entry.kind if on else Entry.WITHDRAWN),
                submission=None if place else submission,
            )
        )
    journal.append_many(rows)
    rebuild_standing([case.pk])
    deaths.after_replacing(case, [entry.kind for entry in entries], on, because, by)


def _entries(
    case: Case, happenings: Sequence[Happening], because: str, by: Scope, submission: UUID | None
) -> list[Entry]:
    """Entries recorded at one moment; the first carries the mark of the form they came with."""
    at = clock.now()
    return [
        Entry(
            case=case,
            kind=happening.kind.value,
            happened_on=happening.happened_on,
            recorded_at=at,
            by_id_number=by.actor_id,
            by_name=by.actor_name,
            because=because,
            payload=details_to(happening.details),
            payload_version=ENTRIES.newest(happening.kind.value),
            submission=None if place else submission,
        )
        for place, happening in enumerate(happenings)
    ]
