"""What is typed about the people around a child."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError

from goldenthread.audit import clock
from goldenthread.organisations.models import Organisation, Setting
from goldenthread.organisations.queries import place_named
from goldenthread.people.models import (
    Adult,
    Capacity,
    Contact,
    CourtOrder,
    Forbids,
    Involvement,
    Relationship,
    RelationshipKind,
    Shielding,
)
from goldenthread.rules.rights import Matter
from goldenthread.ui import dates, fields
from goldenthread.ui.forms import Form

SOMEONE_NEW = "new"


def from_day() -> dates.DateField:
    return dates.DateField(label="From which day?", called="the first day")


def until_day() -> dates.DateField:
    return dates.DateField(
        label="Until when?",
        called="the day it ends",
        help_text="Optional. The first day on which it no longer holds.",
        required=False,
    )


class AroundForm(Form):
    """A form about the people around one child: `adults` are those that are known already."""

    def __init__(self, data: Any = None, *, adults: Iterable[Adult]) -> None:
        super().__init__(data)
        self.adults = {str(adult.pk): adult for adult in adults}
        if "adult" in self.fields:
            self.fields["adult"].choices = self.choices_of_adults()  # type: ignore[attr-defined]

    def choices_of_adults(self) -> list[tuple[str, str]]:
        return [(number, adult.name) for number, adult in self.adults.items()]

    @property
    def chosen(self) -> Adult | None:
        """The adult chosen; None for someone new, or for the child."""
        return self.adults.get(self.cleaned_data.get("adult", ""))

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        first, last = values.get("starts_on"), values.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", "The day it ends must be on or after the first day")
        return values


class RelationshipForm(AroundForm):
    adult = fields.ChoiceField(label="Who is it?", called="who it is", choices=[])
    name = fields.TextField(
        label="Their name", help_text="Only for someone new.", max_length=200, required=False
    )
    kind = fields.ChoiceField(
        label="What are they to the child?",
        called="what they are to the child",
        choices=[(one.value, one.label.capitalize()) for one in RelationshipKind],
    )
    responsibility = fields.ChoiceField(
        label="Do they have parental responsibility?",
        called="whether they have parental responsibility",
        choices=[("yes", "Yes"), ("no", "No, or not known")],
    )
    evidence = fields.TextField(
        label="How do we know?",
        called="how we know that they have parental responsibility",
        help_text="For example, the birth certificate was seen, or a court order of a date.",
        max_length=300,
        required=False,
    )
    agrees = fields.ChoiceField(
        label="Does the young person want them to be told?",
        called="whether the young person wants them to be told",
        help_text="Only after compulsory school age, when the rights are the young person’s own.",
        choices=[("no", "No, or they were not asked"), ("yes", "Yes, they said so")],
        initial="no",
    )
    starts_on = from_day()
    ends_on = until_day()

    def choices_of_adults(self) -> list[tuple[str, str]]:
        return [*super().choices_of_adults(), (SOMEONE_NEW, "Someone new")]

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        if values.get("adult") == SOMEONE_NEW and not values.get("name"):
            self.add_error("name", "Enter their name")
        if values.get("responsibility") == "yes" and not values.get("evidence"):
            self.add_error("evidence", "Say how we know that they have parental responsibility")
        return values

    def row(self) -> Relationship:
        said = self.cleaned_data
        return Relationship(
            kind=said["kind"],
            has_responsibility=said["responsibility"] == "yes",
            evidence=said["evidence"],
            young_person_agrees=said["agrees"] == "yes",
            starts_on=said["starts_on"],
            ends_on=said["ends_on"],
        )


class OrderForm(AroundForm):
    adult = fields.ChoiceField(label="Whom does the order restrict?", called="who is restricted", choices=[])
    forbids = fields.MultipleChoiceField(
        label="What does it forbid?",
        called="what it forbids",
        choices=[(one.value, one.label.capitalize()) for one in Forbids],
    )
    evidence = fields.TextField(
        label="Which order is it?",
        called="which order it is",
        help_text="The court, the day and the number, as written on it.",
        max_length=300,
    )
    starts_on = from_day()
    ends_on = until_day()

    def row(self) -> CourtOrder:
        said = self.cleaned_data
        return CourtOrder(
            forbids=said["forbids"],
            evidence=said["evidence"],
            starts_on=said["starts_on"],
            ends_on=said["ends_on"],
        )


class CapacityForm(AroundForm):
    matter = fields.ChoiceField(
        label="Which decision is it about?",
        called="which decision it is about",
        help_text="A finding about one decision says nothing about another.",
        choices=[(one.name, one.value.capitalize()) for one in Matter],
    )
    able = fields.ChoiceField(
        label="Can the young person decide this?",
        called="whether they can decide this",
        choices=[("yes", "Yes"), ("no", "No")],
    )
    assessed_on = dates.DateField(
        label="When was it assessed?", called="the day it was assessed", today=clock.today
    )
    assessed_by = fields.TextField(label="Who assessed it?", called="who assessed it", max_length=200)
    evidence = fields.TextField(label="Where is the record of it?", called="where it is", max_length=300)

    def row(self) -> Capacity:
        said = self.cleaned_data
        return Capacity(
            matter=said["matter"],
            has_capacity=said["able"] == "yes",
            assessed_on=said["assessed_on"],
            assessed_by=said["assessed_by"],
            evidence=said["evidence"],
        )


class ContactForm(AroundForm):
    adult = fields.ChoiceField(label="Whose address is it?", called="whose address it is", choices=[])
    address = fields.TextAreaField(label="Address", rows=3, required=False, max_length=500)
    postcode = fields.TextField(label="Postcode", width="10", required=False, max_length=10)
    email = fields.EmailField(label="E-mail address", required=False)
    phone = fields.TextField(label="Telephone number", width="20", required=False, max_length=30)

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        if not any(values.get(name) for name in ("address", "postcode", "email", "phone")):
            raise ValidationError("Enter an address, an e-mail address or a telephone number")
        return values

    def row(self) -> Contact:
        said = self.cleaned_data
        return Contact(**{name: said[name] for name in ("address", "postcode", "email", "phone")})


class InvolvementForm(AroundForm):
    place = fields.TextField(
        label="URN of the school or college, or the name of the organisation",
        called="the URN or the name",
        help_text="People appointed there will see this record from the day you give.",
        max_length=200,
    )
    what = fields.ChoiceField(
        label="What do they do?",
        called="what they do",
        choices=[("placed", "The child learns there"), ("advises", "They advise on the child")],
    )
    starts_on = from_day()
    ends_on = until_day()

    def clean_place(self) -> Setting | Organisation:
        typed = self.cleaned_data["place"].strip()
        found = place_named(typed)
        if found is None:
            raise ValidationError("No setting has this URN, and no organisation this name")
        return found

    def row(self) -> Involvement:
        said = self.cleaned_data
        of = "setting" if isinstance(said["place"], Setting) else "organisation"
        return Involvement(
            what=said["what"], starts_on=said["starts_on"], ends_on=said["ends_on"], **{of: said["place"]}
        )


class ShieldForm(AroundForm):
    adult = fields.ChoiceField(
        label="Whose address and contact must nobody be given?", called="whose address it is", choices=[]
    )
    because = fields.TextAreaField(
        label="Why?",
        called="why",
        help_text="Do not write the address here.",
        max_length=1000,
        rows=2,
    )

    def choices_of_adults(self) -> list[tuple[str, str]]:
        return [*super().choices_of_adults(), ("child", "The child’s own only")]

    def row(self) -> Shielding:
        return Shielding()


class DeathForm(AroundForm):
    adult = fields.ChoiceField(label="Who died?", called="who died", choices=[])
    died_on = dates.DateField(label="When did they die?", called="the day they died", today=clock.today)

    def choices_of_adults(self) -> list[tuple[str, str]]:
        return [*super().choices_of_adults(), ("child", "The child or young person")]


class ChangeForm(Form):
    """What became of a line: it ended on a day, or should never have been there."""

    what = fields.ChoiceField(
        label="What happened?",
        called="what happened",
        choices=[("ended", "It ended, or ends"), ("withdrawn", "It was recorded in error")],
    )
    ends_on = dates.DateField(
        label="When?",
        called="the day it ends",
        help_text="The first day on which it no longer holds. Only where it ended.",
        required=False,
    )
    because = fields.TextAreaField(label="Why?", called="why", max_length=1000, rows=2)

    def __init__(self, data: Any = None, *, can_end: bool) -> None:
        super().__init__(data)
        if not can_end:
            del self.fields["ends_on"]
            self.fields["what"].choices = [("withdrawn", "It was in error, or no longer has to be so")]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if values.get("what") == "ended" and not values.get("ends_on") and "ends_on" not in self.errors:
            self.add_error("ends_on", "Enter the day it ends")
        return values


FORMS: dict[str, type[AroundForm]] = {
    "relationship": RelationshipForm,
    "contact": ContactForm,
    "order": OrderForm,
    "capacity": CapacityForm,
    "involvement": InvolvementForm,
    "shielding": ShieldForm,
    "death": DeathForm,
}
"""Each form by its name in an address."""
