"""What is typed when an access is reviewed."""

from typing import Any

from goldenthread.ui import fields
from goldenthread.ui.forms import Form


class DecideForm(Form):
    """Keep or end, and why."""

    decision = fields.ChoiceField(
        label="Do they still need this access?",
        called="whether they still need it",
        choices=[("keep", "Yes, keep it"), ("end", "No, end it")],
        hints={"end": "It ends today. If it is the last they hold, they are signed out everywhere."},
    )
    because = fields.TextAreaField(
        label="Why?",
        called="why",
        help_text="Needed where it ends. Do not write a child’s name.",
        rows=2,
        max_length=500,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if values.get("decision") == "end" and not values.get("because", "").strip():
            self.add_error("because", "Enter why their access ends")
        return values
