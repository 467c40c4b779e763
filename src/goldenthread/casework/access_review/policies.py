"""Can this access be kept or ended in this review, now?"""

from goldenthread.accounts.models import Appointment
from goldenthread.audit.errors import NotPossibleNow
from goldenthread.audit.scope import Scope


def check_can_decide(appointment: Appointment, *, by: Scope) -> None:
    """Raises `NotPossibleNow`: nobody confirms their own access."""
    if by.actor_id is None or by.actor_id == appointment.user_id:
        raise NotPossibleNow(
            "Nobody confirms their own access. A colleague who reviews access decides on yours."
        )


def check_says_why(*, ends: bool, because: str) -> None:
    """Raises `NotPossibleNow` for an end without a reason."""
    if ends and not because.strip():
        raise NotPossibleNow("Say why their access ends.")
