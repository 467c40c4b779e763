"""An example form, sent with two mistakes."""

from datetime import date

from goldenthread.ui import dates, fields
from goldenthread.ui.forms import Form


class RecordForm(Form):
    """Record that the draft plan was sent."""

    sent_on = dates.DateField(
        label="When was it sent?",
        called="the day it was sent",
        help_text="For example, 16 11 2026",
        today=lambda: date(2026, 11, 16),
    )
    sent_to = fields.MultipleChoiceField(
        label="Who was it sent to?",
        called="who it was sent to",
        choices=[("helen", "Helen Denholm, mother, by e-mail"), ("tom", "Tom Denholm, father, by post")],
    )
    because = fields.TextAreaField(
        label="Why, or what else should the next person know?",
        help_text="Optional. The family can read this.",
        required=False,
        rows=3,
    )


def record_form() -> RecordForm:
    return RecordForm(
        {
            "sent_on-day": "17",
            "sent_on-month": "11",
            "sent_on-year": "2026",
            "because": "Helen asked for a call on Wednesday to go through section F together.",
        }
    )


class EveryKindForm(Form):
    """One of each field."""

    name = fields.TextField(
        label="What is the setting called?", called="the name of the setting", max_length=40
    )
    email = fields.EmailField(label="E-mail address", called="the e-mail address")
    places = fields.WholeNumberField(label="How many places?", called="the number of places", min_value=1)
    kind = fields.ChoiceField(
        label="What kind of setting is it?",
        called="the kind of setting",
        choices=[("mainstream", "Mainstream school"), ("special", "Special school")],
        hints={"special": "Also a school for one kind of need"},
    )
    phase = fields.ChoiceField(
        label="Phase",
        called="the phase",
        choices=[("", "Choose one"), ("primary", "Primary"), ("secondary", "Secondary")],
        as_select=True,
    )
    sure = fields.ConfirmField(label="Check", says="I have checked the address", called="the address")
    file = fields.FileField(
        label="The return", called="the file", endings=(".xml", ".zip"), largest=50_000_000
    )
