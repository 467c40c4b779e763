"""The append-only record of who did what, when and why."""

from django.db import models


class AuditEvent(models.Model):
    """One act, written in the same transaction as what it did, and never changed."""

    at = models.DateTimeField()
    act = models.CharField(max_length=80)
    actor_id = models.BigIntegerField(null=True)
    actor_name = models.CharField(max_length=200)
    subject_kind = models.CharField(max_length=80)
    subject_id = models.CharField(max_length=80)
    because = models.TextField(blank=True)
    details = models.JSONField(default=dict)

    class Meta:
        indexes = [
            models.Index(fields=["subject_kind", "subject_id", "id"], name="audit_by_subject"),
            models.Index(fields=["actor_id", "id"], name="audit_by_actor"),
        ]

    def __str__(self) -> str:
        return f"{self.actor_name}: {self.act} ({self.subject_kind} {self.subject_id})"
