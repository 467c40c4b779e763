"""Can this invitation be made, sent again or used now?"""

from datetime import timedelta

from goldenthread.accounts.signing_in.models import Invitation
from goldenthread.audit import clock
from goldenthread.audit.errors import NotFound, NotPossibleNow

DAYS_TO_ACCEPT = 7
HOURS_TO_SET_UP_ANEW = 24


def check_none_is_open(email: str, role: str) -> None:
    """Raises `NotPossibleNow`: one open invitation to a role is enough, and can be sent again."""
    open_ones = Invitation.objects.filter(
        email__iexact=email, role=role, accepted_at__isnull=True, withdrawn_at__isnull=True
    )
    if any(is_open(one) for one in open_ones):
        raise NotPossibleNow("They have an invitation to this role already. Send it again, or withdraw it.")


def is_open(invitation: Invitation) -> bool:
    """Neither accepted nor withdrawn nor too old."""
    return not invitation.is_answered and invitation.expires_at > clock.now()


def check_is_unanswered(invitation: Invitation) -> None:
    if invitation.is_answered:
        raise NotPossibleNow("This invitation has been accepted or withdrawn.")


def check_is_open(invitation: Invitation) -> None:
    """Raises `NotFound`, with the same words whatever the reason."""
    if not is_open(invitation):
        raise NotFound("This invitation was used or withdrawn, or it is too old. Ask for a new one.")


def time_to_accept(role: str) -> timedelta:
    """How long the link works: a day to set up anew, a week otherwise."""
    return timedelta(days=DAYS_TO_ACCEPT) if role else timedelta(hours=HOURS_TO_SET_UP_ANEW)
