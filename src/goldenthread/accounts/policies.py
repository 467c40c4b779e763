"""Can this appointment be made, or ended, now?"""

from datetime import date

from goldenthread.accounts.models import Appointment, User
from goldenthread.accounts.places import Place
from goldenthread.accounts.roles import WITH_AN_END, WITHIN_ORGANISATION, Role
from goldenthread.audit.errors import NotPossibleNow
from goldenthread.audit.scope import Scope


def check_can_appoint(
    user: User, *, role: Role, at: Place, starts_on: date, ends_on: date | None = None, by: Scope
) -> None:
    """Raises `NotPossibleNow` with a sentence that says what to change."""
    if by.actor_id is not None and by.actor_id == user.pk:
        raise NotPossibleNow("Nobody gives access to themselves. Ask a colleague who looks after access.")
    if len(at.numbers()) > 1:
        raise NotPossibleNow("Choose one place: a team, an organisation or a setting.")
    if role in WITHIN_ORGANISATION and not (at.organisation or at.setting):
        raise NotPossibleNow(f"Say at which setting or organisation they are {role}.")
    check_has_its_end(role, ends_on)
    if ends_on is not None and ends_on <= starts_on:
        raise NotPossibleNow("The day it ends must be after the day it starts.")
    same = Appointment.objects.filter(
        user=user, role=role, team=at.team, organisation=at.organisation, setting=at.setting
    )
    if same.filter(ends_on__isnull=True).exists() or same.filter(ends_on__gt=starts_on).exists():
        raise NotPossibleNow(f"{user.name} holds this role there already.")


def check_has_its_end(role: Role | str, ends_on: date | None) -> None:
    """Raises `NotPossibleNow` for a role that is only held until a day, without that day."""
    if role in WITH_AN_END and ends_on is None:
        raise NotPossibleNow(f"Say until when they are {role}.")


def check_can_end(appointment: Appointment, *, ends_on: date, today: date) -> None:
    """Raises `NotPossibleNow`: what has been held is not unsaid, and what ended stays so."""
    if appointment.ends_on is not None and appointment.ends_on <= today:
        raise NotPossibleNow("This appointment has ended already.")
    if ends_on < today:
        raise NotPossibleNow("The day it ends must be today or later.")
    if ends_on < appointment.starts_on:
        raise NotPossibleNow("It has not begun by that day. Choose the day it starts, or a later one.")
