"""Sealing records, opening one in an emergency, and judging whether that was proper."""

from collections.abc import Sequence
from datetime import timedelta

from django.conf import settings
from django.db import transaction

from goldenthread.accounts.models import User
from goldenthread.accounts.queries import holders_of
from goldenthread.accounts.roles import Permission, Role
from goldenthread.audit import clock, journal
from goldenthread.audit.actions import record
from goldenthread.audit.errors import NotPossibleNow
from goldenthread.audit.scope import Scope
from goldenthread.outbox.actions import queue
from goldenthread.outbox.models import Channel
from goldenthread.outbox.outgoing import Outgoing
from goldenthread.people.models import BrokenSeal, OwnFamily, Person, Sealing, SealJudgement
from goldenthread.people.versions import stamped

NOTICE = (
    "{who} opened, or tried to open, a sealed record at {at}. The reason they gave and the record are on "
    "your page in Golden Thread. Please sign in and say whether it was proper."
)
"""Names no child: a message travels further than the record."""


@transaction.atomic
def seal_record(person: Person, *, reason: str, opens_to: Sequence[User], because: str, by: Scope) -> None:
    """Seals a record, and every other that counts as the same person; or changes who may open it.

    `reason` is one of `settings.SEALING_REASONS`. Whoever seals is not thereby one who may open.
    """
    by.require(Permission.GUARD_RECORDS)
    if reason not in settings.SEALING_REASONS:
        raise NotPossibleNow("Choose one of the reasons for sealing a record.")
    numbers = sorted(user.pk for user in opens_to)
    for one in _same_person(person):
        _replace(one, Sealing(person=one, is_sealed=True, reason=reason, opens_to=numbers), because, by)
    record(
        "sealed a record", person, by=by, because=because, details={"opens_to": numbers}, person_id=person.pk
    )


@transaction.atomic
def unseal_record(person: Person, *, because: str, by: Scope) -> None:
    """Opens a record again to all who reach it, and every other that counts as the same person."""
    by.require(Permission.GUARD_RECORDS)
    for one in _same_person(person):
        _replace(one, Sealing(person=one, is_sealed=False), because, by)
    record("unsealed a record", person, by=by, because=because, person_id=person.pk)


@transaction.atomic
def keep_from_family(user: User, *, person: Person, because: str, by: Scope) -> None:
    """Says that a child is of this staff member's own family: they never see the record."""
    by.require(Permission.GUARD_RECORDS)
    for one in _same_person(person):
        if not OwnFamily.standing().filter(user=user, person=one).exists():
            journal.append(stamped(OwnFamily(user=user, person=one), because, by))
    details = {"user": user.pk}
    record("kept a record from their own family", person, by=by, details=details, person_id=person.pk)


@transaction.atomic
def break_seal(person: Person | None, *, typed: str, because: str, by: Scope) -> BrokenSeal:
    """Opens a sealed record to `by` for some hours, and tells every guardian at once.

    A try that finds nothing is kept and told as well: whoever goes through numbers is seen.
    """
    by.require(Permission.OPEN_SEALED)
    if by.actor_id is None:
        raise NotPossibleNow("Only a person opens a sealed record in an emergency.")
    now = clock.now()
    broken = BrokenSeal(
        person=person,
        typed=typed,
        because=because,
        opened_at=now,
        until=now + timedelta(hours=settings.SEAL_OPEN_HOURS) if person else now,
        by_id_number=by.actor_id,
        by_name=by.actor_name,
    )
    journal.append(broken)
    act = "opened a sealed record" if person else "tried to open a sealed record"
    record(act, broken, by=by, because=because, person_id=person.pk if person else None)
    for guardian in holders_of(Role.GUARDIAN):
        queue(_notice(broken, guardian), by=by)
    return broken


@transaction.atomic
def judge_opening(broken: BrokenSeal, *, was_proper: bool, because: str, by: Scope) -> None:
    """Says whether it was proper; where not, what access is left ends at once.

    Raises `NotPossibleNow` for one's own, and for one that was judged.
    """
    by.require(Permission.GUARD_RECORDS)
    if broken.by_id_number == by.actor_id:
        raise NotPossibleNow("You opened this record yourself. Another guardian judges it.")
    if broken.judgements.exists():
        raise NotPossibleNow("Another guardian has judged this already.")
    judgement = SealJudgement(
        broken_seal=broken,
        was_proper=was_proper,
        because=because,
        recorded_at=clock.now(),
        by_id_number=by.actor_id,
        by_name=by.actor_name,
    )
    journal.append(judgement)
    details = {"was_proper": was_proper}
    record("judged an opening", broken, by=by, because=because, details=details, person_id=broken.person_id)


def _notice(broken: BrokenSeal, guardian: User) -> Outgoing:
    at = broken.opened_at.astimezone(clock.LONDON)
    words = NOTICE.format(who=broken.by_name, at=f"{at:%H:%M} on {at.day} {at:%B %Y}")
    return Outgoing(
        kind="a sealed record was opened",
        channel=Channel.EMAIL,
        recipient=guardian.email,
        recipient_name=guardian.name,
        subject="A sealed record was opened",
        body=words.encode(),
        idempotency_key=f"sealed record opened {broken.pk} to {guardian.pk}",
    )


def _same_person(person: Person) -> list[Person]:
    """The record and those decided to be the same person: an old identity is as sealed as the new one."""
    first = person.same_as_id or person.pk
    found = Person.objects.select_for_update().filter(pk=first) | Person.objects.select_for_update().filter(
        same_as=first
    )
    return list(found.order_by("pk"))


def _replace(person: Person, sealing: Sealing, because: str, by: Scope) -> None:
    sealing.replaces = Sealing.standing().filter(person=person).first()
    journal.append(stamped(sealing, because, by))
    person.is_sealed = sealing.is_sealed
    person.save(update_fields=["is_sealed"])
