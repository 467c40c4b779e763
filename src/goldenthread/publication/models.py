"""What was released to the public: snapshots that are never changed."""

from django.db import models


class Release(models.Model):
    """Figures as the public saw them, with their sentences, from the day of release."""

    released_at = models.DateTimeField()
    released_by_id = models.BigIntegerField(null=True)
    released_by_name = models.CharField(max_length=200)
    figure_set = models.ForeignKey("figures.FigureSet", on_delete=models.PROTECT, related_name="releases")
    content = models.JSONField()
    digest = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"release {self.pk}"
