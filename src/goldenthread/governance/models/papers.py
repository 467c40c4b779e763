"""Papers of a meeting: which file each is, and who may see it."""

from django.db import models
from django.db.models import Q

from goldenthread.governance.models.meetings import AgendaItem, Meeting


class Paper(models.Model):
    """A file before a meeting. Its bytes and their versions lie with `documents`."""

    class Visibility(models.TextChoices):
        PUBLIC = "public", "everyone, once the meeting was held"
        BOARD = "board", "the board only"
        RESTRICTED = "restricted", "the chair and the board’s office only"

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="papers")
    item = models.ForeignKey(AgendaItem, null=True, on_delete=models.PROTECT, related_name="papers")
    title = models.CharField(max_length=200)
    document = models.OneToOneField("documents.Document", on_delete=models.PROTECT, related_name="paper")
    visibility = models.CharField(max_length=10, choices=Visibility.choices)
    restricted_because = models.TextField(blank=True)
    is_example = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(visibility__in=["public", "board", "restricted"]),
                name="a_paper_is_seen_by_someone_known",
            ),
            models.CheckConstraint(
                condition=Q(visibility="restricted") ^ Q(restricted_because=""),
                name="a_restricted_paper_says_why",
            ),
        ]

    def __str__(self) -> str:
        return self.title
