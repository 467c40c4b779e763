"""Which appointments does a review cover, and which of them wait for a decision?

A team's review covers its people. A manager's own appointment in the team, and whatever is in no reviewed
team, is in the review of everyone else, so that nobody's access is left out and nobody confirms their own.
Families are not covered: their access follows what is recorded of the child.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import QuerySet

from goldenthread.accounts.models import Appointment
from goldenthread.accounts.roles import Role
from goldenthread.accounts.signing_in.invitations.permissions import FOR_FAMILIES
from goldenthread.audit import clock
from goldenthread.casework.access_review.models import AccessDecision, AccessReview
from goldenthread.organisations.models import Team

Waiting = dict[int, list[Appointment]]
"""By the number of a review, what nobody has decided yet, by name."""


def of_staff(day: date) -> QuerySet[Appointment]:
    """Appointments in force, other than families'."""
    return Appointment.in_force(day).filter(user__is_active=True).exclude(role__in=FOR_FAMILIES)


def managed_teams(day: date) -> list[Team]:
    """Teams that have a manager, in the order they were made."""
    found = of_staff(day).filter(role=Role.TEAM_MANAGER, team__isnull=False)
    return list(Team.objects.filter(pk__in=found.order_by().values("team")).order_by("pk"))


def waiting(reviews: Sequence[AccessReview]) -> Waiting:
    """What these reviews wait for: three queries, however many they are."""
    found: Waiting = {review.pk: [] for review in reviews}
    if not reviews:
        return found
    held = _held(reviews)
    decided = set(
        AccessDecision.objects.filter(review__in=reviews).values_list("review_id", "appointment_id")
    )
    same_months = AccessReview.objects.filter(month__in={review.month for review in reviews})
    reviewed = set(same_months.filter(team__isnull=False).values_list("month", "team_id"))
    managers = {(one.user_id, one.team_id) for one in held if one.role == Role.TEAM_MANAGER}
    for review in reviews:
        teams: set[int | None] = {team for month, team in reviewed if month == review.month}
        found[review.pk] = [
            one
            for one in held
            if _team_that_reviews(one, teams, managers) == review.team_id
            and _had_begun(one, review)
            and (review.pk, one.pk) not in decided
        ]
    return found


def _held(reviews: Iterable[AccessReview]) -> list[Appointment]:
    rows = of_staff(clock.today())
    teams = {review.team_id for review in reviews}
    if None not in teams:
        rows = rows.filter(team__in=teams)
    places = ("user", "team", "organisation", "setting")
    return list(rows.select_related(*places).order_by("user__name", "user_id", "pk"))


def _team_that_reviews(
    one: Appointment, reviewed: set[int | None], managers: set[tuple[int, int | None]]
) -> int | None:
    """The number of the team; None for the review of everyone else."""
    is_managers_own = (one.user_id, one.team_id) in managers
    return one.team_id if one.team_id in reviewed and not is_managers_own else None


def _had_begun(one: Appointment, review: AccessReview) -> bool:
    opened_on = review.opened_at.astimezone(clock.LONDON).date()
    return one.starts_on <= opened_on and one.appointed_at <= review.opened_at
