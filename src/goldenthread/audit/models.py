"""The append-only record of who did what, when and why."""

from django.db import models


class AuditEvent(models.Model):
    """One act, written in the same transaction as what it did, and never changed.

    `person_id` is the child or young person whose record the act touched, where it touched one.
    """

    class Way(models.TextChoices):
        WRITE = "write", "changed or added something"
        READ = "read", "read something"

    at = models.DateTimeField()
    act = models.CharField(max_length=80)
    actor_id = models.BigIntegerField(null=True)
    actor_name = models.CharField(max_length=200)
    subject_kind = models.CharField(max_length=80)
    subject_id = models.CharField(max_length=80)
    because = models.TextField(blank=True)
    details = models.JSONField(default=dict)
    person_id = models.BigIntegerField(null=True)
    way = models.CharField(max_length=5, choices=Way.choices, default=Way.WRITE, db_default=Way.WRITE)

    class Meta:
        indexes = [
            models.Index(fields=["subject_kind", "subject_id", "id"], name="audit_by_subject"),
            models.Index(fields=["actor_id", "id"], name="audit_by_actor"),
            models.Index(
                fields=["person_id", "id"],
                condition=models.Q(person_id__isnull=False),
                name="audit_by_person",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.actor_name}: {self.act} ({self.subject_kind} {self.subject_id})"
