"""What people write for the public, and what they decide may be public at all."""

from django.db import models
from django.db.models import Q


class PublicMark(models.Model):
    """Someone's decision that a row of another area may enter releases, or no longer. The newest counts.

    Added, never changed. Without a mark nothing enters.
    """

    class Kind(models.TextChoices):
        PLAN = "plan", "plan"
        DOCUMENT = "document", "document said of us"
        SURVEY = "survey", "survey"
        SAID = "said", "you said, we did"

    kind = models.CharField(max_length=10, choices=Kind.choices)
    row_id = models.BigIntegerField()
    is_public = models.BooleanField()
    because = models.TextField(blank=True)
    at = models.DateTimeField()
    by_id_number = models.BigIntegerField(null=True)
    by_name = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["plan", "document", "survey", "said"]),
                name="a_mark_is_of_a_known_kind",
            ),
            models.CheckConstraint(
                condition=Q(is_public=True) | ~Q(because=""), name="no_longer_public_says_why"
            ),
        ]
        indexes = [models.Index(fields=["kind", "row_id", "-id"], name="newest_public_mark")]

    def __str__(self) -> str:
        return f"{self.kind} {self.row_id}: {'public' if self.is_public else 'not public'}"


class OpenLetter(models.Model):
    """A letter or an update to families. It enters the next release once it `is_ready`."""

    class Kind(models.TextChoices):
        LETTER = "letter", "open letter"
        UPDATE = "update", "update"

    kind = models.CharField(max_length=10, choices=Kind.choices)
    title = models.CharField(max_length=200)
    signed = models.CharField(max_length=200)
    dated_on = models.DateField()
    words = models.TextField()
    is_ready = models.BooleanField(default=False)
    is_example = models.BooleanField(default=False)
    changed_at = models.DateTimeField()
    changed_by_name = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["letter", "update"]), name="a_letter_is_of_a_known_kind"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class EasyText(models.Model):
    """A part of the site in easy words, one idea a line, written by a person. The newest counts.

    Added, never changed; empty words take the text back, and the page makes its own.
    """

    key = models.CharField(max_length=200)
    words = models.TextField(blank=True)
    is_example = models.BooleanField(default=False)
    at = models.DateTimeField()
    by_id_number = models.BigIntegerField(null=True)
    by_name = models.CharField(max_length=200)

    class Meta:
        indexes = [models.Index(fields=["key", "-id"], name="newest_easy_text")]

    def __str__(self) -> str:
        return f"easy words for {self.key}"
