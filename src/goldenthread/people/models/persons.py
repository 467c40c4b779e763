"""Children and young people, what was said of them, and the numbers that identify them."""

from typing import Any

from django.db import models
from django.db.models import Q

from goldenthread.people.payloads import ENTRIES


class Person(models.Model):
    """A child or young person. The details are those of the entries below, newest local ones first.

    `same_as` is set when a person decided that this record and another are one child; it is
    cleared when that is undone, and both records stay whole throughout. `is_sealed` and `died_on` are
    derived from the sealings and deaths recorded; `user` is the young person's own sign-in.
    """

    surname = models.CharField(max_length=200)
    forename = models.CharField(max_length=200)
    birth_date = models.DateField(null=True)
    sex = models.CharField(max_length=1, blank=True)
    ethnicity = models.CharField(max_length=4, blank=True)
    postcode = models.CharField(max_length=10, blank=True)
    upn_unknown = models.CharField(max_length=4, blank=True)
    same_as = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="also")
    user = models.OneToOneField("accounts.User", null=True, on_delete=models.PROTECT, related_name="record")
    is_sealed = models.BooleanField(default=False, db_default=False)
    died_on = models.DateField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["surname", "forename"], name="people_by_name"),
            models.Index(fields=["id"], condition=Q(is_sealed=True), name="people_sealed"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(same_as__isnull=True) | ~Q(same_as=models.F("id")),
                name="a_person_is_not_the_same_as_itself",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.forename} {self.surname}"


class IdentifierKind(models.TextChoices):
    UPN = "UPN", "unique pupil number"
    ULN = "ULN", "unique learner number"


class Identifier(models.Model):
    """A number that stands for a person elsewhere. Two records may claim one number: then people decide."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="identifiers")
    kind = models.CharField(max_length=3, choices=IdentifierKind.choices)
    value = models.CharField(max_length=13)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind", "value"], name="a_person_has_an_identifier_once"
            ),
        ]
        indexes = [models.Index(fields=["kind", "value"], name="people_by_identifier")]

    def __str__(self) -> str:
        return f"{self.kind} {self.value}"


class EntryKind(models.TextChoices):
    DECLARED = "declared", "declared in a return"
    RECORDED = "recorded", "recorded here"


class PersonEntry(models.Model):
    """What was said about a person, by a return or by someone here; rows are added, never changed.

    `corrects` names the entry that this one puts right; both stay.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="entries")
    kind = models.CharField(max_length=10, choices=EntryKind.choices)
    happened_on = models.DateField()
    recorded_at = models.DateTimeField()
    by_id_number = models.BigIntegerField(null=True)
    by_name = models.CharField(max_length=200)
    because = models.TextField(blank=True)
    return_digest = models.CharField(max_length=64, blank=True)
    corrects = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="corrected_by")
    payload = models.JSONField()
    payload_version = models.PositiveSmallIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind=EntryKind.DECLARED) ^ Q(return_digest=""),
                name="a_declared_detail_names_its_return",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.happened_on}"

    @property
    def said(self) -> dict[str, Any]:
        """The payload in the newest shape, whichever version wrote it; empty where it was erased."""
        return ENTRIES.read(self.kind, self.payload_version, self.payload)
