"""The adults around a child, what each is to them, and what limits or changes who decides."""

from datetime import date

from django.db import models
from django.db.models import F, Q

from goldenthread.people.models.persons import Person
from goldenthread.people.models.recorded import Recorded
from goldenthread.rules.rights import Matter


class Adult(models.Model):
    """A parent, carer or another who may act for a child, on one child's record or several."""

    name = models.CharField(max_length=200)
    user = models.OneToOneField("accounts.User", null=True, on_delete=models.PROTECT, related_name="adult")
    died_on = models.DateField(null=True)

    def __str__(self) -> str:
        return self.name


class Contact(Recorded):
    """Where an adult is reached. Shown only through `people.shielding`, which withholds it where it must."""

    adult = models.ForeignKey(Adult, on_delete=models.PROTECT, related_name="contacts")
    address = models.TextField(blank=True)
    postcode = models.CharField(max_length=10, blank=True)
    email = models.CharField(max_length=254, blank=True)
    phone = models.CharField(max_length=30, blank=True)

    def __str__(self) -> str:
        return f"contact of {self.adult_id}"


class RelationshipKind(models.TextChoices):
    PARENT = "parent", "parent"
    CARER = "carer", "carer who looks after the child"
    FOSTER_CARER = "foster carer", "foster carer"
    SOCIAL_WORKER = "social worker", "social worker"
    DEPUTY = "deputy", "deputy or attorney"
    ADVOCATE = "advocate", "advocate or supporter"


class Dated(Recorded):
    """Something that holds from one day until another: `ends_on` is the first day without it."""

    starts_on = models.DateField()
    ends_on = models.DateField(null=True)

    class Meta:
        abstract = True

    @classmethod
    def in_force(cls, day: date) -> models.QuerySet:  # type: ignore[type-arg]  # as `standing`
        """Those that hold on a day."""
        begun = cls.standing().filter(starts_on__lte=day)
        return begun.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=day))

    def holds_on(self, day: date) -> bool:
        return self.starts_on <= day and (self.ends_on is None or day < self.ends_on)


class Relationship(Dated):
    """What an adult is to a child. Parental responsibility rests on evidence that someone saw.

    `young_person_agrees`: once the rights are the young person's, that they want this adult to be told.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="relationships")
    adult = models.ForeignKey(Adult, on_delete=models.PROTECT, related_name="relationships")
    kind = models.CharField(max_length=20, choices=RelationshipKind.choices)
    has_responsibility = models.BooleanField()
    evidence = models.CharField(max_length=300, blank=True)
    young_person_agrees = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(has_responsibility=False) | ~Q(evidence=""),
                name="parental_responsibility_rests_on_evidence",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="a_relationship_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.adult}, {self.get_kind_display()}"


class Forbids(models.TextChoices):
    """What a court order can forbid, as far as this record must obey it."""

    DECIDING = "deciding", "taking decisions about the child’s education"
    KNOWING = "knowing", "being told about the child, or seeing the record"
    WHEREABOUTS = "whereabouts", "knowing where the child lives or goes to school"
    CONTACT = "contact", "contact with the child"


class CourtOrder(Dated):
    """A court's order that restricts an adult about a child."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="court_orders")
    adult = models.ForeignKey(Adult, on_delete=models.PROTECT, related_name="court_orders")
    forbids = models.JSONField()
    evidence = models.CharField(max_length=300)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="an_order_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"order about {self.adult_id}"


class Capacity(Recorded):
    """What an assessor found about a young person and one matter. Capacity is presumed without it."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="capacity_findings")
    matter = models.CharField(max_length=30, choices=[(one.name, one.value) for one in Matter])
    has_capacity = models.BooleanField()
    assessed_on = models.DateField()
    assessed_by = models.CharField(max_length=200)
    evidence = models.CharField(max_length=300)

    def __str__(self) -> str:
        return f"capacity for {self.get_matter_display()}"


class Death(Recorded):
    """The death of the child or young person, or of an adult around them. Stops every letter at once."""

    person = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="deaths")
    adult = models.ForeignKey(Adult, null=True, on_delete=models.PROTECT, related_name="deaths")
    died_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False) ^ Q(adult__isnull=False), name="a_death_is_of_one_person"
            ),
        ]

    def __str__(self) -> str:
        return f"died on {self.died_on}"


class Involvement(Dated):
    """A setting where a child learns, or a body that advises: those appointed there reach the record."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="involvements")
    setting = models.ForeignKey("organisations.Setting", null=True, on_delete=models.PROTECT)
    organisation = models.ForeignKey("organisations.Organisation", null=True, on_delete=models.PROTECT)
    what = models.CharField(
        max_length=10, choices=[("placed", "learns there"), ("advises", "advises on the child")]
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(setting__isnull=False) ^ Q(organisation__isnull=False),
                name="an_involvement_names_one_place",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="an_involvement_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.what} from {self.starts_on}"
