"""What is written after a meeting: minutes in versions until they are ratified; the chair's update."""

from django.db import models

from goldenthread.governance.models.meetings import Meeting


class Minutes(models.Model):
    """One version of the minutes of a meeting; added, never changed.

    A version that is not `shared` is for the chair and the board's office; a shared one is for the board,
    to be corrected. Neither is for the public: that comes with ratification.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="minutes")
    number = models.PositiveSmallIntegerField()
    words = models.TextField()
    shared = models.BooleanField()
    because = models.TextField(blank=True)
    is_example = models.BooleanField(default=False)
    recorded_at = models.DateTimeField()
    by_id_number = models.BigIntegerField(null=True)
    by_name = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number"], name="minutes_have_their_number_once"),
        ]

    def __str__(self) -> str:
        return f"version {self.number}"


class Ratification(models.Model):
    """A later meeting agreed that a version of the minutes is true; added, never changed."""

    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="ratification")
    minutes = models.OneToOneField(Minutes, on_delete=models.PROTECT, related_name="ratification")
    at_meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="ratifies")
    recorded_at = models.DateTimeField()
    by_id_number = models.BigIntegerField(null=True)
    by_name = models.CharField(max_length=200)

    def __str__(self) -> str:
        return f"{self.minutes} agreed"


class ChairUpdate(models.Model):
    """The chair's update after a meeting, as it is being written. The public reads a published copy."""

    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="update")
    opening = models.TextField()
    is_example = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"update after {self.meeting_id}"


class ChairUpdateItem(models.Model):
    """One thing in the update: what was said, what will be done, who does it and by when."""

    update = models.ForeignKey(ChairUpdate, on_delete=models.PROTECT, related_name="items")
    about = models.CharField(max_length=200)
    said = models.TextField()
    will_do = models.TextField()
    who = models.CharField(max_length=200)
    by_when = models.DateField(null=True)

    def __str__(self) -> str:
        return self.about


class PublishedUpdate(models.Model):
    """The update as the chair published it; added, never changed. The newest stands, older ones are kept.

    `items` is a list of objects with `about`, `said`, `will_do`, `who` and `by_when` (a day, or null).
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="published_updates")
    number = models.PositiveSmallIntegerField()
    opening = models.TextField()
    items = models.JSONField()
    is_example = models.BooleanField(default=False)
    recorded_at = models.DateTimeField()
    by_id_number = models.BigIntegerField(null=True)
    by_name = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number"], name="updates_have_their_number_once"),
        ]

    def __str__(self) -> str:
        return f"version {self.number}"
