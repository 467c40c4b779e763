"""Who there is."""

from dataclasses import dataclass

from django.conf import settings

from goldenthread.accounts.models import User
from goldenthread.accounts.roles import Role
from goldenthread.audit.errors import NotFound


@dataclass(frozen=True, slots=True)
class Persona:
    """Someone to be in the demonstration."""

    id: int
    name: str
    role: str
    team: str


def personas() -> list[Persona]:
    """The invented people of the demonstration, in the order of their work; nobody elsewhere."""
    if not settings.DEMONSTRATION:
        return []
    users = User.objects.filter(is_example=True, is_active=True).select_related("team")
    order = list(Role)
    return [
        Persona(user.pk, user.name, user.role, user.team.name if user.team else "")
        for user in sorted(users, key=lambda user: (order.index(Role(user.role)), user.pk))
    ]


def example_user(user_id: int) -> User:
    """The invented person with this number. Raises `NotFound`, always so outside the demonstration."""
    found = User.objects.filter(pk=user_id, is_example=True, is_active=True).first()
    if found is None or not settings.DEMONSTRATION:
        raise NotFound("There is nobody of that number to be.")
    return found


def coordinators_of(team_id: int) -> list[User]:
    """The coordinators of a team, in the order they joined."""
    return list(User.objects.filter(team_id=team_id, role=Role.COORDINATOR, is_active=True).order_by("pk"))
