"""Whom can a visitor of the demonstration choose to be?"""

from dataclasses import dataclass

from goldenthread.accounts.models import Appointment, User
from goldenthread.accounts.places import Place
from goldenthread.accounts.roles import Role
from goldenthread.audit import clock
from goldenthread.audit.errors import NotFound


@dataclass(frozen=True, slots=True)
class Persona:
    """Someone to be in the demonstration."""

    id: int
    name: str
    role: str
    place: str


def personas() -> list[Persona]:
    """The invented people, in the order of their work."""
    held = Appointment.in_force(clock.today()).filter(user__is_example=True, user__is_active=True)
    first: dict[int, Appointment] = {}
    for appointment in held.select_related("user", "team", "organisation", "setting"):
        first.setdefault(appointment.user_id, appointment)
    order = list(Role)
    return [
        Persona(one.user_id, one.user.name, one.role, str(Place(one.team, one.organisation, one.setting)))
        for one in sorted(first.values(), key=lambda one: (order.index(Role(one.role)), one.user_id))
    ]


def example_user(user_id: int) -> User:
    """The invented person with this number. Raises `NotFound`."""
    found = User.objects.filter(pk=user_id, is_example=True, is_active=True).first()
    if found is None:
        raise NotFound("There is nobody of that number to be.")
    return found
