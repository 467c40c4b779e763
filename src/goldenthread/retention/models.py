"""Policies, holds, and runs: what was to go, who agreed, and what became of it."""

from django.db import models
from django.db.models import F, Q

from goldenthread.retention.kinds import SUGGESTIONS, Kind


class Policy(models.Model):
    """How many years after birth a kind of record is kept, from now on. Added, never changed; the newest
    stands."""

    kind = models.CharField(max_length=20, choices=[(kind.value, SUGGESTIONS[kind].title) for kind in Kind])
    years = models.PositiveSmallIntegerField()
    because = models.TextField()
    set_at = models.DateTimeField()
    set_by_id = models.BigIntegerField(null=True)
    set_by_name = models.CharField(max_length=200)

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.years} years"


class Hold(models.Model):
    """Why one child's record must not go yet. It ends when someone lifts it and says why."""

    class Ground(models.TextChoices):
        APPEAL = "appeal", "an appeal"
        INQUIRY = "inquiry", "an inquiry"
        COMPLAINT = "complaint", "a complaint"
        LITIGATION = "litigation", "litigation"

    person_id = models.BigIntegerField(db_index=True)
    ground = models.CharField(max_length=10, choices=Ground.choices)
    because = models.TextField()
    placed_at = models.DateTimeField()
    placed_by_name = models.CharField(max_length=200)
    lifted_at = models.DateTimeField(null=True)
    lifted_by_name = models.CharField(max_length=200, blank=True)
    lifted_because = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(lifted_at__isnull=True) ^ ~Q(lifted_by_name=""), name="a_lifted_hold_says_who"
            ),
        ]

    def __str__(self) -> str:
        return f"held for {self.get_ground_display()}"


class Run(models.Model):
    """One look at what may no longer be kept. Nothing goes until another person has agreed."""

    class Status(models.TextChoices):
        PREPARED = "prepared", "waiting for someone to agree"
        REFUSED = "refused", "refused"
        ERASING = "erasing", "being erased"
        DONE = "done", "done"

    as_at = models.DateField()
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.PREPARED)
    asked_at = models.DateTimeField()
    asked_by_id = models.BigIntegerField(null=True)
    asked_by_name = models.CharField(max_length=200)
    decided_at = models.DateTimeField(null=True)
    decided_by_id = models.BigIntegerField(null=True)
    decided_by_name = models.CharField(max_length=200, blank=True)
    because = models.TextField(blank=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(asked_by_id__isnull=True)
                | Q(decided_by_id__isnull=True)
                | ~Q(decided_by_id=F("asked_by_id"))
                | Q(status="refused"),
                name="two_people_agree_to_a_run",
            ),
        ]

    def __str__(self) -> str:
        return f"retention run {self.pk}"


class RunPerson(models.Model):
    """One child in a run: their records by number, whether they go, and what became of it."""

    class Outcome(models.TextChoices):
        GOES = "goes", "goes"
        HELD = "held", "held"
        CHANGED = "changed", "changed since, and left"
        ERASED = "erased", "erased"

    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="people")
    people = models.JSONField()
    outcome = models.CharField(max_length=7, choices=Outcome.choices)
    kind = models.CharField(max_length=20)
    why = models.TextField(blank=True)
    rows = models.PositiveIntegerField(default=0)
    authority = models.ForeignKey(
        "audit.ErasureAuthority", null=True, on_delete=models.PROTECT, related_name="+"
    )
    erased_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.run}: {self.get_outcome_display()}"
