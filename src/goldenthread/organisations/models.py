"""Bodies of the partnership, their teams, and the settings where children learn."""

from django.db import models
from django.db.models import Q


class Team(models.Model):
    """A team of the local authority that looks after the children of a part of the area."""

    name = models.CharField(max_length=100, unique=True)

    def __str__(self) -> str:
        return self.name


class OrganisationKind(models.TextChoices):
    COUNCIL = "council", "local authority"
    INTEGRATED_CARE_BOARD = "icb", "integrated care board"
    NHS_TRUST = "nhs trust", "NHS trust or other health provider"
    SCHOOL_OR_COLLEGE = "school", "school, college or group of them"
    FORUM = "forum", "parent carer forum"
    DEPARTMENT = "department", "Department for Education or NHS England"
    INSPECTORATE = "inspectorate", "inspectorate"
    VOLUNTARY = "voluntary", "voluntary or independent body"


class Organisation(models.Model):
    """A body that people work for: its access stays when a person leaves, and is given to the next."""

    name = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=20, choices=OrganisationKind.choices)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=OrganisationKind.values), name="an_organisation_is_of_a_known_kind"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Setting(models.Model):
    """A school, college or other place of learning, as Get Information About Schools describes it."""

    name = models.CharField(max_length=200)
    urn = models.CharField(max_length=6, unique=True, null=True)  # noqa: DJ001  null keeps it unique
    ukprn = models.CharField(max_length=8, unique=True, null=True)  # noqa: DJ001  null keeps it unique
    type_of_establishment = models.CharField(max_length=100)
    phase_of_education = models.CharField(max_length=50, blank=True)
    organisation = models.ForeignKey(
        Organisation, null=True, on_delete=models.PROTECT, related_name="settings"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(urn__isnull=False) | Q(ukprn__isnull=False),
                name="a_setting_has_a_number",
            ),
        ]

    def __str__(self) -> str:
        return self.name
