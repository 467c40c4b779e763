"""What is typed about sealed records."""

from typing import Any

from django.conf import settings

from goldenthread.ui import fields
from goldenthread.ui.forms import Form


def why(label: str = "Why?", hint: str = "") -> fields.TextAreaField:
    return fields.TextAreaField(label=label, called="why", help_text=hint, rows=3, max_length=2_000)


class SealForm(Form):
    """Which record, why, and who may still open it."""

    reference = fields.TextField(
        label="Reference of the record", called="the reference", width="10", max_length=12
    )
    reason = fields.ChoiceField(label="What is the reason?", called="the reason", choices=[])
    opens_to = fields.TextAreaField(
        label="Who may open it?",
        called="who may open it",
        help_text="Their e-mail addresses, one on a line. Whoever holds the case must be there.",
        rows=3,
        max_length=2_000,
    )
    because = why("What else should the next guardian know?", "Do not write a name or address here.")

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.fields["reason"].choices = list(settings.SEALING_REASONS.items())  # type: ignore[attr-defined]

    @property
    def addresses(self) -> list[str]:
        return str(self.cleaned_data["opens_to"]).split()


class OwnFamilyForm(Form):
    """Whose family, and which record."""

    email = fields.EmailField(label="Who works here?", called="their e-mail address")
    reference = fields.TextField(
        label="Reference of the record of their family", called="the reference", width="10", max_length=12
    )
    because = why()


class UnsealForm(Form):
    because = why("Why does this record no longer have to be sealed?")


class JudgeForm(Form):
    """The guardian's answer."""

    answer = fields.ChoiceField(
        label="Was it proper to open this record?",
        called="whether it was proper",
        choices=[("yes", "Yes, it was proper"), ("no", "No, it was not")],
        hints={"no": "What is left of their access ends now."},
    )
    because = why("What did you find?")


class OpenForm(Form):
    """An emergency: which record, and why now."""

    typed = fields.TextField(
        label="The whole reference, or the whole pupil number",
        called="the reference or number",
        width="20",
        max_length=100,
    )
    because = why("What is the emergency?", "The guardian of information reads this at once.")
