"""Setting a policy, holding a record, looking what may go, and agreeing that it goes."""

from datetime import date

from django.db import transaction

from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock, journal
from goldenthread.audit.actions import record
from goldenthread.audit.erasure.actions import approve_erasure, ask_for_erasure
from goldenthread.audit.errors import NotPermitted, NotPossibleNow
from goldenthread.audit.scope import Scope
from goldenthread.people.models import Person
from goldenthread.people.retention import ERASED
from goldenthread.retention import jobs
from goldenthread.retention.declarations import rows_of_journals
from goldenthread.retention.due import Due, due_on, policies
from goldenthread.retention.erasing import erase_run, take_away
from goldenthread.retention.kinds import Kind
from goldenthread.retention.models import Hold, Policy, Run, RunPerson

WHY = "The time for which this kind of record is kept has passed."
AGAIN = "Erased before, and brought back by a restore."
ANOTHER = "Another person than the one who prepared this run must agree to it."


@transaction.atomic
def set_policy(kind: Kind, *, years: int, because: str, by: Scope) -> Policy:
    """Sets for how many years after birth a kind of record is kept from now on."""
    by.require(Permission.PREPARE_ERASURE)
    policy = journal.append(
        Policy(
            kind=kind,
            years=years,
            because=because,
            set_at=clock.now(),
            set_by_id=by.actor_id,
            set_by_name=by.actor_name,
        )
    )
    record("set how long records are kept", policy, by=by, because=because, details={"years": years})
    return policy


@transaction.atomic
def hold(person_id: int, *, ground: Hold.Ground, because: str, by: Scope) -> Hold:
    """Holds a child's record: it does not go until someone lifts the hold."""
    by.require(Permission.PREPARE_ERASURE)
    placed = Hold.objects.create(
        person_id=person_id,
        ground=ground,
        because=because,
        placed_at=clock.now(),
        placed_by_name=by.actor_name,
    )
    record("held a record", placed, by=by, because=ground.label, person_id=person_id)
    return placed


@transaction.atomic
def lift(placed: Hold, *, because: str, by: Scope) -> None:
    """Lifts a hold. Raises `NotPossibleNow` where it was lifted before."""
    by.require(Permission.PREPARE_ERASURE)
    placed = Hold.objects.select_for_update().get(pk=placed.pk)
    if placed.lifted_at is not None:
        raise NotPossibleNow("This hold was lifted already.")
    placed.lifted_at, placed.lifted_by_name, placed.lifted_because = clock.now(), by.actor_name, because
    placed.save()
    record("lifted a hold", placed, by=by, because="a hold ended", person_id=placed.person_id)


@transaction.atomic
def prepare(*, as_at: date, by: Scope) -> Run:
    """A dry run: what may no longer be kept on a day, what holds the rest, and how many rows would go.

    Each child who goes has an erasure asked for under an authority of their own, which names every row.
    Raises `NotPossibleNow` before there is a policy, or while another run waits.
    """
    by.require(Permission.PREPARE_ERASURE)
    if not policies():
        raise NotPossibleNow("Decide first for how long records are kept. Until then nothing may go.")
    if Run.objects.filter(status__in=[Run.Status.PREPARED, Run.Status.ERASING]).exists():
        raise NotPossibleNow("Another run waits or is being erased. Decide about that one first.")
    run = Run.objects.create(
        as_at=as_at, asked_at=clock.now(), asked_by_id=by.actor_id, asked_by_name=by.actor_name
    )
    for due in due_on(as_at):
        _add(run, due, by)
    record("prepared a retention run", run, by=by, details={"people": run.people.count()})
    return run


def _add(run: Run, due: Due, by: Scope) -> None:
    one = RunPerson(
        run=run, people=list(due.people), outcome=due.outcome, kind=due.kind, why=due.held_because
    )
    if due.outcome == RunPerson.Outcome.GOES:
        rows = rows_of_journals(due.people)
        policy = policies()[due.kind]
        one.rows = len(rows)
        if rows:
            rule = f"Retention policy {policy.pk}: {policy.years} years after birth"
            one.authority = ask_for_erasure(rows, why=WHY, rule=rule, by=by)
    one.save()


@transaction.atomic
def approve(run: Run, *, by: Scope) -> None:
    """Agrees to a run that someone else prepared; erasing begins in the background.

    Raises `NotPermitted` for whoever prepared it, `NotPossibleNow` where it does not wait.
    """
    by.require(Permission.APPROVE_ERASURE)
    run = _waiting(run)
    if by.actor_id is None or by.actor_id == run.asked_by_id:
        raise NotPermitted(ANOTHER)
    for one in run.people.filter(outcome=RunPerson.Outcome.GOES).exclude(authority=None):
        assert one.authority is not None  # excluded above
        approve_erasure(one.authority, by=by)
    _decide(run, Run.Status.ERASING, "", by)
    record("agreed to a retention run", run, by=by)
    jobs.erase.configure(lock=f"retention {run.pk}").defer(run_id=run.pk)


@transaction.atomic
def refuse(run: Run, *, because: str, by: Scope) -> None:
    """Refuses a run, or takes it back. Nothing goes. Raises `NotPossibleNow`."""
    if not (by.may(Permission.APPROVE_ERASURE) or by.may(Permission.PREPARE_ERASURE)):
        raise NotPermitted("Your role does not let you refuse a run.")
    run = _waiting(run)
    _decide(run, Run.Status.REFUSED, because, by)
    record("refused a retention run", run, by=by, because=because)


def _waiting(run: Run) -> Run:
    run = Run.objects.select_for_update().get(pk=run.pk)
    if run.status != Run.Status.PREPARED:
        raise NotPossibleNow("This run does not wait for a decision.")
    return run


def _decide(run: Run, status: Run.Status, because: str, by: Scope) -> None:
    run.status, run.because = status, because
    run.decided_at, run.decided_by_id, run.decided_by_name = clock.now(), by.actor_id, by.actor_name
    run.save()


def erase_again(people: list[int], *, asked_by: Scope, agreed_by: Scope, by: Scope) -> bool:
    """Erases once more what two people agreed to before a restore brought it back; False where it is gone."""
    with transaction.atomic():
        rows = rows_of_journals(people)
        if not Person.objects.filter(pk__in=people).exclude(**ERASED).exists() or not rows:
            return False
        run = Run.objects.create(
            as_at=clock.today(),
            status=Run.Status.ERASING,
            asked_at=clock.now(),
            asked_by_id=asked_by.actor_id,
            asked_by_name=asked_by.actor_name,
            because=AGAIN,
        )
        authority = ask_for_erasure(rows, why=AGAIN, rule="The run of before the restore", by=asked_by)
        approve_erasure(authority, by=agreed_by)
        _decide(run, Run.Status.ERASING, AGAIN, agreed_by)
        one = RunPerson.objects.create(
            run=run,
            people=people,
            outcome=RunPerson.Outcome.GOES,
            kind="again",
            rows=len(rows),
            authority=authority,
        )
        record("took up an erasure of before a restore", run, by=by)
    take_away(one, by=by)
    erase_run(run.pk, by=by)
    return True
