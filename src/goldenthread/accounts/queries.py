"""Who there is."""

from goldenthread.accounts.models import Appointment, User
from goldenthread.accounts.roles import Role
from goldenthread.audit import clock


def coordinators_of(team_id: int) -> list[User]:
    """The coordinators of a team today, in the order they joined."""
    held = Appointment.in_force(clock.today()).filter(team_id=team_id, role=Role.COORDINATOR)
    return list(User.objects.filter(pk__in=held.order_by().values("user"), is_active=True).order_by("pk"))


def holders_of(role: Role) -> list[User]:
    """Everyone who holds a role today, in the order they joined."""
    held = Appointment.in_force(clock.today()).filter(role=role).order_by().values("user")
    return list(User.objects.filter(pk__in=held, is_active=True).order_by("pk"))


def is_coordinator_of(user_id: int, team_id: int) -> bool:
    """Whether someone is a coordinator of this team today."""
    held = Appointment.in_force(clock.today()).filter(user_id=user_id, team_id=team_id)
    return held.filter(role=Role.COORDINATOR, user__is_active=True).exists()
