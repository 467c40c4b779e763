"""One row for each backup that was made whole."""

from django.db import models


class Backup(models.Model):
    """A backup as it arrived: its name where it lies, what it weighs, and where the journal stood in it."""

    name = models.CharField(max_length=200)
    made_at = models.DateTimeField()
    size = models.BigIntegerField()
    files = models.PositiveIntegerField()
    rows = models.BigIntegerField()
    position = models.BigIntegerField()
    seconds = models.FloatField()
    removed_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name
