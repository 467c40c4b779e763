"""Adding people, appointing them to their work, and letting them in."""

from datetime import date

from django.contrib.auth import logout
from django.db import transaction
from django.http import HttpRequest

from goldenthread.accounts.models import Appointment, User
from goldenthread.accounts.places import NOWHERE, Place
from goldenthread.accounts.policies import check_can_appoint, check_can_end
from goldenthread.accounts.roles import Role
from goldenthread.accounts.signing_in.actions import close_if_nothing_is_left
from goldenthread.audit import clock
from goldenthread.audit.actions import record
from goldenthread.audit.scope import Scope
from goldenthread.organisations.models import Team


@transaction.atomic
def add_user(
    email: str,
    *,
    name: str,
    role: Role | None = None,
    team: Team | None = None,
    is_example: bool = False,
    by: Scope,
) -> User:
    """Adds a person, and where a role is given appoints them to it from today. Without a password: nobody
    can sign in with one until they have set it."""
    user = User(email=email, name=name, is_example=is_example)
    user.set_unusable_password()
    user.save()
    record("added a person", user, by=by)
    if role is not None:
        appoint(user, role=role, at=Place(team=team), starts_on=clock.today(), by=by)
    return user


@transaction.atomic
def appoint(
    user: User,
    *,
    role: Role,
    at: Place = NOWHERE,
    starts_on: date,
    ends_on: date | None = None,
    by: Scope,
) -> Appointment:
    """Gives a person a role from one day until another (the first day without it), or until it is ended.

    Raises `NotPossibleNow` for a role that needs a place, days the wrong way round, or one held already.
    """
    check_can_appoint(user, role=role, at=at, starts_on=starts_on, ends_on=ends_on, by=by)
    appointment = Appointment(
        user=user,
        role=role,
        team=at.team,
        organisation=at.organisation,
        setting=at.setting,
        starts_on=starts_on,
        ends_on=ends_on,
        appointed_at=clock.now(),
        appointed_by_id_number=by.actor_id,
        appointed_by_name=by.actor_name,
    )
    appointment.save()
    if not user.is_active:
        user.is_active = True
        user.save(update_fields=["is_active"])
    details = {"role": role.value, "starts_on": starts_on.isoformat(), **at.numbers()}
    record("appointed a person", user, by=by, details=details)
    return appointment


@transaction.atomic
def end_appointment(appointment: Appointment, *, ends_on: date, because: str = "", by: Scope) -> None:
    """Ends an appointment: `ends_on` is the first day without it, and today works at once.

    Raises `NotPossibleNow` for a day before today, before it starts, or where it has ended already.
    """
    held = Appointment.objects.select_for_update().get(pk=appointment.pk)
    check_can_end(held, ends_on=ends_on, today=clock.today())
    held.ends_on = ends_on
    held.save(update_fields=["ends_on"])
    details = {"role": held.role, "ends_on": ends_on.isoformat(), "appointment": held.pk}
    record("ended an appointment", held.user, by=by, because=because, details=details)
    close_if_nothing_is_left(held.user, because=because or "their last appointment ended", by=by)


@transaction.atomic
def sign_out(request: HttpRequest, *, by: Scope) -> None:
    if request.user.is_authenticated:
        record("signed out", request.user, by=by)
    logout(request)
