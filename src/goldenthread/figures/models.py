"""Figures that were worked out from the record, kept with what they rest on."""

from django.db import models
from django.db.models import Q


class FigureSet(models.Model):
    """One working-out of every figure of a return year, from the journal as it stood."""

    class Status(models.TextChoices):
        WAITING = "waiting", "waiting to be worked out"
        WORKING = "working", "being worked out"
        READY = "ready", "ready"
        FAILED = "failed", "could not be worked out"

    area = models.CharField(max_length=3)
    year = models.PositiveSmallIntegerField()
    as_at = models.DateField()
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.WAITING)
    step = models.CharField(max_length=100, blank=True)
    problem = models.TextField(blank=True)
    asked_at = models.DateTimeField()
    asked_by_name = models.CharField(max_length=200)
    last_entry = models.BigIntegerField(null=True)
    facts_digest = models.CharField(max_length=64, blank=True)
    ready_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ready_at__isnull=True) ^ Q(status="ready"), name="figures_are_ready_at_a_moment"
            ),
        ]

    def __str__(self) -> str:
        return f"figures of the {self.year} return as at {self.as_at}"


class Figure(models.Model):
    """One cell of a published table, as this area's own record gives it.

    `printed` is the text as the DfE would print it ("41.9", "x"). A count has no denominator. Where
    there is no value, `why_none` says why.
    """

    figure_set = models.ForeignKey(FigureSet, on_delete=models.CASCADE, related_name="figures")
    table = models.CharField(max_length=60)
    column = models.CharField(max_length=80)
    period = models.CharField(max_length=10)
    printed = models.CharField(max_length=20)
    value = models.DecimalField(max_digits=12, decimal_places=4, null=True)
    numerator = models.BigIntegerField(null=True)
    denominator = models.BigIntegerField(null=True)
    why_none = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["figure_set", "table", "column"], name="a_figure_stands_once_in_its_set"
            ),
            models.CheckConstraint(
                condition=Q(value__isnull=False) ^ ~Q(why_none=""), name="a_missing_figure_says_why"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.table}.{self.column} {self.printed}"
