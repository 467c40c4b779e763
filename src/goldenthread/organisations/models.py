"""Bodies of the partnership, their teams, and the settings where children learn."""

from django.db import models
from django.db.models import Q


class Team(models.Model):
    """A team of the local authority that looks after the children of a part of the area."""

    name = models.CharField(max_length=100, unique=True)

    def __str__(self) -> str:
        return self.name


class Setting(models.Model):
    """A school, college or other place of learning, as Get Information About Schools describes it."""

    name = models.CharField(max_length=200)
    urn = models.CharField(max_length=6, unique=True, null=True)  # noqa: DJ001  null keeps it unique
    ukprn = models.CharField(max_length=8, unique=True, null=True)  # noqa: DJ001  null keeps it unique
    type_of_establishment = models.CharField(max_length=100)
    phase_of_education = models.CharField(max_length=50, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(urn__isnull=False) | Q(ukprn__isnull=False),
                name="a_setting_has_a_number",
            ),
        ]

    def __str__(self) -> str:
        return self.name
