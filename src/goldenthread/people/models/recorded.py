"""What is recorded of the people around a child: rows are added, and a newer takes an older one's place."""

from django.db import models
from django.db.models import Q


class Recorded(models.Model):
    """A row of which the newest version stands. `withdrawn`: what it replaces was recorded in error."""

    recorded_at = models.DateTimeField()
    by_id_number = models.BigIntegerField(null=True)
    by_name = models.CharField(max_length=200)
    because = models.TextField(blank=True)
    replaces = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="replaced_by")
    withdrawn = models.BooleanField(default=False)

    class Meta:
        abstract = True

    @classmethod
    def standing(cls) -> models.QuerySet:  # type: ignore[type-arg]  # of whichever kind of row this is
        """The newest version of each, in the order recorded, without what was withdrawn."""
        newest = Q(replaced_by__isnull=True) & Q(withdrawn=False)
        return cls._default_manager.filter(newest).order_by("pk")

    def is_replaced(self) -> bool:
        """Whether a newer version has taken its place."""
        return type(self)._default_manager.filter(Q(replaces=self.pk)).exists()
