"""A month's look at who has which access, and what was decided about each."""

from django.db import models
from django.db.models import Q


class AccessReview(models.Model):
    """That the access of one team, or without a team of everyone else, is looked at, with what was done in a
    month.

    `month` is the first day of the month that is looked back on.
    """

    month = models.DateField()
    team = models.ForeignKey("organisations.Team", null=True, on_delete=models.PROTECT)
    opened_at = models.DateTimeField()
    due_on = models.DateField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["month", "team"], nulls_distinct=False, name="access_is_reviewed_once_a_month"
            ),
            models.CheckConstraint(condition=Q(month__day=1), name="a_review_is_of_a_whole_month"),
        ]

    def __str__(self) -> str:
        return f"access of {self.team or 'everyone else'}, {self.month:%Y-%m}"


class AccessDecision(models.Model):
    """That someone keeps an access, or that it ends. Rows are added, never changed."""

    class Decision(models.TextChoices):
        KEEP = "keep", "kept"
        END = "end", "ended"

    review = models.ForeignKey(AccessReview, on_delete=models.PROTECT, related_name="decisions")
    appointment = models.ForeignKey("accounts.Appointment", on_delete=models.PROTECT, related_name="+")
    decision = models.CharField(max_length=4, choices=Decision.choices)
    because = models.TextField(blank=True)
    decided_at = models.DateTimeField()
    by_id_number = models.BigIntegerField(null=True)
    by_name = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["review", "appointment"], name="access_is_decided_once_in_a_review"
            ),
            models.CheckConstraint(
                condition=Q(decision="keep") | Q(decision="end") & ~Q(because=""),
                name="access_is_kept_or_ended_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_decision_display()} by {self.by_name}"
