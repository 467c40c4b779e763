"""You said, we did, what changed."""

from django.db import models
from django.db.models import Q


class Heard(models.Model):
    """What people said, what was done about it, and what became different for them.

    What changed stays empty until it is known: doing something is not yet a change.
    """

    theme = models.CharField(max_length=100)
    said = models.TextField()
    said_by = models.CharField(max_length=200)
    said_on = models.DateField()
    survey = models.ForeignKey(
        "voice.Survey", null=True, blank=True, on_delete=models.PROTECT, related_name="heard"
    )
    did = models.TextField(blank=True)
    did_on = models.DateField(null=True)
    changed = models.TextField(blank=True)
    changed_on = models.DateField(null=True)
    how_we_know = models.TextField(blank=True)
    source = models.CharField(max_length=500, blank=True)
    is_example = models.BooleanField(default=False)
    added_at = models.DateTimeField()
    added_by_id = models.BigIntegerField(null=True)
    added_by_name = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(did="", did_on__isnull=True) | (~Q(did="") & Q(did_on__isnull=False)),
                name="what_was_done_has_a_day",
            ),
            models.CheckConstraint(
                condition=Q(changed="", changed_on__isnull=True, how_we_know="")
                | (~Q(changed="") & Q(changed_on__isnull=False) & ~Q(how_we_know="")),
                name="what_changed_has_a_day_and_says_how_we_know",
            ),
            models.CheckConstraint(
                condition=Q(changed="") | ~Q(did=""), name="what_changed_comes_after_what_was_done"
            ),
        ]

    def __str__(self) -> str:
        return self.said
