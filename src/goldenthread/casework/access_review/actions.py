"""Opening the month's reviews of access, and deciding on each access."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction

from goldenthread.accounts.actions import end_appointment
from goldenthread.accounts.models import Appointment
from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock, journal
from goldenthread.audit.actions import record
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Scope
from goldenthread.casework.access_review.covering import managed_teams, waiting
from goldenthread.casework.access_review.models import AccessDecision, AccessReview
from goldenthread.casework.access_review.permissions import within_review
from goldenthread.casework.access_review.policies import check_can_decide, check_says_why

Decision = AccessDecision.Decision


@transaction.atomic
def open_reviews(*, by: Scope) -> int:
    """Opens the reviews of last month: one for each team with a manager, one for everyone else. How many
    were new: opening twice makes one. What has nothing to decide is closed at once."""
    by.require(Permission.REVIEW_ACCESS)
    today = clock.today()
    month = (today.replace(day=1) - timedelta(days=1)).replace(day=1)
    said = {"opened_at": clock.now(), "due_on": today + timedelta(days=settings.ACCESS_REVIEW_DAYS)}
    new = 0
    for team in (*managed_teams(today), None):
        review, is_new = AccessReview.objects.get_or_create(month=month, team=team, defaults=said)
        if is_new:
            new += 1
            record("opened a review of access", review, by=by, details={"month": month.isoformat()})
    _close_what_is_done(by)
    return new


@transaction.atomic
def decide(
    review: AccessReview, appointment: Appointment, *, decision: str, because: str = "", by: Scope
) -> AccessDecision:
    """Keeps an access, or ends it today. The last decision of a review closes it.

    Raises `NotFound` for what is out of reach or not in the review, or was decided already;
    `NotPossibleNow` for one's own access, and for an end without a reason.
    """
    found = AccessReview.objects.select_for_update().filter(within_review(by), pk=review.pk).first()
    left = waiting([found])[found.pk] if found and found.closed_at is None else []
    if found is None or appointment.pk not in {one.pk for one in left}:
        raise NotFound("This access is not in the review, or it was decided already.")
    ends = Decision(decision) is Decision.END
    check_can_decide(appointment, by=by)
    check_says_why(ends=ends, because=because)
    made = AccessDecision(
        review=found,
        appointment=appointment,
        decision=decision,
        because=because,
        decided_at=clock.now(),
        by_id_number=by.actor_id,
        by_name=by.actor_name,
    )
    journal.append(made)
    if ends:
        end_appointment(appointment, ends_on=clock.today(), because=because, by=by)
    details = {"review": found.pk, "appointment": appointment.pk, "decision": decision}
    record("reviewed an access", appointment.user, by=by, because=because, details=details)
    if len(left) == 1:
        _close(found, by)
    return made


def _close_what_is_done(by: Scope) -> None:
    """Also those in which what was left ended by itself."""
    still_open = list(AccessReview.objects.select_for_update().filter(closed_at__isnull=True).order_by("pk"))
    left = waiting(still_open)
    for review in still_open:
        if not left[review.pk]:
            _close(review, by)


def _close(review: AccessReview, by: Scope) -> None:
    review.closed_at = clock.now()
    review.save(update_fields=["closed_at"])
    record("closed a review of access", review, by=by)
