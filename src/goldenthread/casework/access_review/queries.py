"""Reviews of access that someone looks after, what waits in them, and what was decided."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.accounts.models import Appointment
from goldenthread.audit import clock
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Scope
from goldenthread.casework.access_review.covering import waiting
from goldenthread.casework.access_review.models import AccessDecision, AccessReview
from goldenthread.casework.access_review.permissions import within_review
from goldenthread.casework.access_review.reading import Reading, readings

SHOWN = 50
"""How many accesses a page shows; the next come when these are decided."""

CLOSED_SHOWN = 24


@dataclass(frozen=True, slots=True)
class Listed:
    """A review, and how many accesses wait in it."""

    review: AccessReview
    left: int

    @property
    def is_overdue(self) -> bool:
        return bool(self.left) and self.review.closed_at is None and self.review.due_on < clock.today()


@dataclass(frozen=True, slots=True)
class Access:
    """One appointment to decide on, and what its holder read in the month."""

    appointment: Appointment
    reading: Reading


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One review: the first of what waits, what was decided, newest first."""

    listed: Listed
    accesses: Sequence[Access]
    decisions: Sequence[AccessDecision]


def reviews(scope: Scope) -> list[Listed]:
    """Those that are open, the longest due first, then those closed last: five queries."""
    rows = AccessReview.objects.filter(within_review(scope)).select_related("team")
    still_open = list(rows.filter(closed_at__isnull=True).order_by("due_on", "team__name", "pk"))
    closed = rows.filter(closed_at__isnull=False).order_by("-month", "team__name", "pk")[:CLOSED_SHOWN]
    left = waiting(still_open)
    return [Listed(one, len(left.get(one.pk, ()))) for one in (*still_open, *closed)]


def review(scope: Scope, review_id: int) -> Reviewed:
    """One of them. Raises `NotFound` for one of another team."""
    found = _review(scope, review_id)
    left = waiting([found])[found.pk] if found.closed_at is None else []
    decisions = found.decisions.select_related(
        "appointment__user", "appointment__team", "appointment__organisation", "appointment__setting"
    )
    newest = list(decisions.order_by("-pk")[:SHOWN])
    return Reviewed(Listed(found, len(left)), _with_reading(found, left[:SHOWN]), newest)


def access(scope: Scope, review_id: int, appointment_id: int) -> tuple[AccessReview, Access]:
    """One access that waits in a review. Raises `NotFound`, also for one that was decided."""
    found = _review(scope, review_id)
    for one in waiting([found])[found.pk] if found.closed_at is None else []:
        if one.pk == appointment_id:
            return found, _with_reading(found, [one])[0]
    raise NotFound("This access is not in the review, or it was decided already.")


def _review(scope: Scope, review_id: int) -> AccessReview:
    rows = AccessReview.objects.filter(within_review(scope), pk=review_id)
    found = rows.select_related("team").first()
    if found is None:
        raise NotFound("There is no such review.")
    return found


def _with_reading(found: AccessReview, held: Sequence[Appointment]) -> list[Access]:
    read = readings({one.user_id for one in held}, found.month)
    return [Access(one, read[one.user_id]) for one in held]
