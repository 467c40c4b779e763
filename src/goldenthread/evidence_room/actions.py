"""Opening the room to someone and closing it, letting them see deeper, and keeping what they opened."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from goldenthread.accounts.actions import end_appointment
from goldenthread.accounts.models import Appointment, User
from goldenthread.accounts.places import NOWHERE
from goldenthread.accounts.queries import holders_of
from goldenthread.accounts.roles import Permission, Role
from goldenthread.accounts.signing_in.invitations.actions import Invited, invite, withdraw
from goldenthread.audit import clock, journal
from goldenthread.audit.actions import record, record_reading_of_many
from goldenthread.audit.errors import NotPermitted, NotPossibleNow
from goldenthread.audit.scope import Part, Reach, Scope
from goldenthread.evidence_room.models import Deeper, Opened, Opening
from goldenthread.figures.measured.queries import Walk

INVITES = Part(Reach.NOBODY, frozenset({Permission.INVITE_PEOPLE}))


@dataclass(frozen=True, slots=True)
class Asked:
    """Who is asked in, of which body, why, from when, and the first day without it."""

    name: str
    email: str
    body: str
    because: str
    starts_on: date
    ends_on: date


@transaction.atomic
def open_room(asked: Asked, *, address: str, by: Scope) -> Opening:
    """Asks somebody in: they get a link, and read until the day that is said. `address` is that of the page
    of invitations. Raises `NotPossibleNow` for days the wrong way round, or an invitation that is open."""
    by.require(Permission.OPEN_EVIDENCE_ROOM)
    if asked.ends_on <= max(asked.starts_on, clock.today()):
        raise NotPossibleNow("The day it ends must be after today, and after the day it starts.")
    who = Invited(asked.email, asked.name, Role.INSPECTOR, NOWHERE, asked.starts_on, asked.ends_on)
    invitation = invite(who, address=address, by=Scope(by.actor_id, by.actor_name, (INVITES,)))
    opening = Opening.objects.create(
        name=asked.name,
        email=asked.email.strip(),
        body=asked.body,
        because=asked.because,
        starts_on=asked.starts_on,
        ends_on=asked.ends_on,
        invitation=invitation,
        opened_at=clock.now(),
        opened_by_name=by.actor_name,
    )
    details = {"ends_on": asked.ends_on.isoformat(), "body": asked.body}
    record("opened the evidence room", opening, by=by, because=asked.because, details=details)
    opening.invitation = invitation
    return opening


@transaction.atomic
def close_room(opening: Opening, *, because: str, by: Scope) -> None:
    """Ends somebody's access at once: their invitation if it waits, their appointment, what they saw deeper.

    Raises `NotPossibleNow` where it was closed already.
    """
    by.require(Permission.OPEN_EVIDENCE_ROOM)
    held = Opening.objects.select_for_update().select_related("invitation").get(pk=opening.pk)
    if held.closed_at is not None:
        raise NotPossibleNow("This was closed already.")
    if not held.invitation.is_answered:
        withdraw(held.invitation, by=by)
    elif held.invitation.accepted_by is not None:
        _end(held.invitation.accepted_by, because, by)
    held.closed_at, held.closed_because, held.closed_by_name = clock.now(), because, by.actor_name
    held.save(update_fields=["closed_at", "closed_because", "closed_by_name"])
    record("closed the evidence room", held, by=by, because=because)


def _end(reader: User, because: str, by: Scope) -> None:
    today = clock.today()
    for one in Deeper.objects.filter(reader=reader, ended_at__isnull=True):
        end_deeper(one, because=because, by=by)
    for appointment in Appointment.objects.filter(user=reader, role=Role.INSPECTOR, ends_on__gt=today):
        end_appointment(appointment, ends_on=max(today, appointment.starts_on), because=because, by=by)


@dataclass(frozen=True, slots=True)
class Basis:
    """The lawful basis with its provision, why it is needed, of which measure (empty for all), until when."""

    words: str
    because: str
    measure: str
    ends_on: date


@transaction.atomic
def ask_for_deeper(reader: User, basis: Basis, *, by: Scope) -> Deeper:
    """Records the lawful basis on which a reader may see the records behind figures. It holds once a guardian
    of information has agreed. Raises `NotPossibleNow` for whoever is no reader today, or a day past."""
    by.require(Permission.OPEN_EVIDENCE_ROOM)
    if by.actor_id is None or reader not in holders_of(Role.INSPECTOR):
        raise NotPossibleNow("The room is not open to them.")
    if basis.ends_on <= clock.today():
        raise NotPossibleNow("The day it ends must be after today.")
    if not (basis.words.strip() and basis.because.strip()):
        raise NotPossibleNow("Say the lawful basis, and why it is needed.")
    row = Deeper.objects.create(
        reader=reader,
        basis=basis.words.strip(),
        because=basis.because.strip(),
        measure=basis.measure,
        ends_on=basis.ends_on,
        asked_at=clock.now(),
        asked_by_id_number=by.actor_id,
        asked_by_name=by.actor_name,
    )
    record("recorded a lawful basis to see deeper", row, by=by, because=basis.words)
    return row


@transaction.atomic
def agree_to_deeper(row: Deeper, *, by: Scope) -> None:
    """Agrees, as a guardian of information, that the basis is lawful.

    Raises `NotPermitted` for whoever recorded it or would read, `NotPossibleNow` where it is decided or over.
    """
    by.require(Permission.GUARD_RECORDS)
    held = Deeper.objects.select_for_update().get(pk=row.pk)
    if by.actor_id is None or by.actor_id in (held.asked_by_id_number, held.reader_id):
        raise NotPermitted("Somebody else must agree to this.")
    if held.agreed_at is not None or held.ended_at is not None or held.ends_on <= clock.today():
        raise NotPossibleNow("This was decided already, or is over.")
    held.agreed_at, held.agreed_by_name = clock.now(), by.actor_name
    held.save(update_fields=["agreed_at", "agreed_by_name"])
    record("agreed that someone sees deeper", held, by=by, because=held.basis)


@transaction.atomic
def end_deeper(row: Deeper, *, because: str, by: Scope) -> None:
    """Ends it at once, also before anyone agreed. Either side may: who opened the room, or a guardian."""
    if not by.may(Permission.GUARD_RECORDS):
        by.require(Permission.OPEN_EVIDENCE_ROOM)
    held = Deeper.objects.select_for_update().get(pk=row.pk)
    if held.ended_at is not None:
        raise NotPossibleNow("This is over already.")
    held.ended_at, held.ended_because, held.ended_by_name = clock.now(), because, by.actor_name
    held.save(update_fields=["ended_at", "ended_because", "ended_by_name"])
    record("ended that someone sees deeper", held, by=by, because=because)


@transaction.atomic
def note_opened(what: str, about: str, address: str, *, by: Scope) -> Opened | None:
    """Keeps what somebody opened in the room. None of the system, which reads for no one."""
    if by.actor_id is None:
        return None
    return journal.append(
        Opened(
            what=what,
            about=about[:300],
            address=address[:200],
            opened_at=clock.now(),
            by_id_number=by.actor_id,
            by_name=by.actor_name,
        )
    )


@transaction.atomic
def note_deeper(found: Walk, *, by: Scope) -> None:
    """Keeps in the audit whose records were listed to a reader who sees deeper."""
    people = {one.case.person_id for one in found.records if one.case is not None}
    record_reading_of_many("listed the records behind a figure", Deeper, by=by, person_ids=people)
