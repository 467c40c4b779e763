"""What is typed when the details of a child are put right."""

from datetime import date
from typing import Any

from goldenthread.audit import clock
from goldenthread.people.models import Person
from goldenthread.sen2.years.codes import ETHNICITY, SEX
from goldenthread.ui import dates, fields
from goldenthread.ui.fields import start_upper
from goldenthread.ui.forms import Form

NOT_KNOWN = ("", "Not known")


class DetailsForm(Form):
    """The details as they are, each to be changed, and why. A postcode that is withheld is not asked for."""

    forename = fields.TextField(label="First name", called="the first name", max_length=200)
    surname = fields.TextField(label="Last name", called="the last name", max_length=200)
    birth_date = dates.DateField(
        label="Date of birth", called="the date of birth", today=clock.today, required=False
    )
    sex = fields.ChoiceField(
        label="Sex",
        called="the sex",
        choices=[*((code, start_upper(name)) for code, name in SEX.codes.items()), NOT_KNOWN],
        required=False,
    )
    ethnicity = fields.ChoiceField(
        label="Ethnic group", called="the ethnic group", as_select=True, choices=[]
    )
    postcode = fields.TextField(
        label="Postcode", called="the postcode", width="10", max_length=10, required=False
    )
    because = fields.TextAreaField(
        label="Why?",
        called="why",
        rows=2,
        max_length=500,
        help_text="What is wrong, and how you know. As in “the birth certificate says 3 May”.",
    )

    def __init__(self, data: Any = None, *, of: Person, is_shielded: bool) -> None:
        self.before = {name: getattr(of, name) for name in CHANGEABLE}
        super().__init__(data, initial=self.before)
        self.fields["ethnicity"].choices = _ethnic_groups(of.ethnicity)  # type: ignore[attr-defined]
        self.fields["ethnicity"].required = False
        if is_shielded:
            del self.fields["postcode"]

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        if not self.errors and not self.changes(values):
            self.add_error("because", "Nothing is different. Change what is wrong, or go back")
        return values

    def changes(self, values: dict[str, Any]) -> dict[str, Any]:
        """The details that are said differently now, days as ISO text."""
        said = {name: values[name] for name in CHANGEABLE if name in self.fields}
        said = {
            name: value or ""
            for name, value in said.items()
            if (value or None) != (self.before[name] or None)
        }
        return {name: value.isoformat() if isinstance(value, date) else value for name, value in said.items()}


CHANGEABLE = ("forename", "surname", "birth_date", "sex", "ethnicity", "postcode")


def _ethnic_groups(kept: str) -> list[tuple[str, str]]:
    """The codes of the return, and the kept one where it is another: it is not lost by changing a name."""
    known = [(code, start_upper(name)) for code, name in ETHNICITY.codes.items()]
    other = [(kept, f"{kept} (as the return gave it)")] if kept and kept not in ETHNICITY.codes else []
    return [NOT_KNOWN, *other, *known]
