"""Who holds which role today, for those who give and end access."""

from goldenthread.accounts.models import Appointment, User
from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Scope


def appointments(scope: Scope) -> list[Appointment]:
    """Every appointment that has not ended, also one that is still to begin, by name."""
    scope.require(Permission.LOOK_AFTER_PEOPLE)
    today = clock.today()
    rows = Appointment.objects.exclude(ends_on__lte=today).filter(user__is_active=True)
    places = ("user", "team", "organisation", "setting")
    return list(rows.select_related(*places).order_by("user__name", "user_id", "pk"))


def appointment_numbered(scope: Scope, appointment_id: int) -> Appointment:
    """One of them. Raises `NotFound`."""
    for one in appointments(scope):
        if one.pk == appointment_id:
            return one
    raise NotFound("There is no such appointment, or it has ended.")


def user_with_address(scope: Scope, email: str) -> User | None:
    """Whoever signs in with this e-mail address."""
    scope.require(Permission.LOOK_AFTER_PEOPLE)
    return User.objects.filter(email__iexact=email, is_active=True).first()
