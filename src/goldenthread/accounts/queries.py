"""Who there is."""

from dataclasses import dataclass

from django.conf import settings

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
    """The invented people of the demonstration, in the order of their work; nobody elsewhere."""
    if not settings.DEMONSTRATION:
        return []
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
    """The invented person with this number. Raises `NotFound`, always so outside the demonstration."""
    found = User.objects.filter(pk=user_id, is_example=True, is_active=True).first()
    if found is None or not settings.DEMONSTRATION:
        raise NotFound("There is nobody of that number to be.")
    return found


def coordinators_of(team_id: int) -> list[User]:
    """The coordinators of a team today, in the order they joined."""
    held = Appointment.in_force(clock.today()).filter(team_id=team_id, role=Role.COORDINATOR)
    return list(User.objects.filter(pk__in=held.order_by().values("user"), is_active=True).order_by("pk"))


def is_coordinator_of(user_id: int, team_id: int) -> bool:
    """Whether someone is a coordinator of this team today."""
    held = Appointment.in_force(clock.today()).filter(user_id=user_id, team_id=team_id)
    return held.filter(role=Role.COORDINATOR, user__is_active=True).exists()
