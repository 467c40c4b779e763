"""What is asked about what was said, done and changed."""

from collections.abc import Sequence
from typing import Any

from goldenthread.audit import clock
from goldenthread.ui.dates import DateField
from goldenthread.ui.fields import ChoiceField, TextAreaField, TextField
from goldenthread.ui.forms import Form
from goldenthread.voice.actions.heard import HeardDetails
from goldenthread.voice.models import Heard, Survey


class HeardForm(Form):
    """What people said."""

    said = TextAreaField(
        label="What was said?",
        called="what was said",
        help_text="In their words as a group, with nothing by which a family could be known: “Nobody answers "
        "our e-mails.”",
        rows=3,
    )
    said_by = TextField(
        label="Who said so?",
        called="who said so",
        help_text="For example, families in the autumn survey, or young people at an event. No names.",
        max_length=200,
    )
    said_on = DateField(label="When?", called="the day", today=clock.today)
    theme = TextField(label="What is it about?", called="what it is about", max_length=100, width="20")

    def __init__(self, *args: Any, surveys: Sequence[Survey], row: Heard | None = None, **rest: Any) -> None:
        if row is not None:
            rest["initial"] = {name: getattr(row, name) for name in ("said", "said_by", "said_on", "theme")}
            rest["initial"]["survey"] = str(row.survey_id or "")
        super().__init__(*args, **rest)
        self.surveys = {str(one.pk): one for one in surveys}
        if surveys:
            self.fields["survey"] = ChoiceField(
                label="In a survey? (optional)",
                called="the survey",
                choices=[("", "No"), *((key, one.title) for key, one in self.surveys.items())],
                as_select=True,
                required=False,
            )

        if row is not None:
            self.fields["because"] = TextAreaField(
                label="Why is it corrected?", called="why it is corrected", rows=2
            )

    def details(self) -> HeardDetails:
        cleaned = self.cleaned_data
        return HeardDetails(
            theme=cleaned["theme"],
            said=cleaned["said"],
            said_by=cleaned["said_by"],
            said_on=cleaned["said_on"],
            survey=self.surveys.get(cleaned.get("survey", "")),
        )


class DoneForm(Form):
    """What was done about it."""

    did = TextAreaField(label="What did we do?", called="what we did", rows=3)
    did_on = DateField(label="When?", called="the day", today=clock.today)

    def __init__(self, *args: Any, row: Heard, **rest: Any) -> None:
        rest["initial"] = {"did": row.did, "did_on": row.did_on}
        super().__init__(*args, **rest)


class ChangedForm(Form):
    """What became different for families."""

    changed = TextAreaField(
        label="What changed for families?",
        called="what changed",
        help_text="Something that a family would notice. What we did is not yet a change.",
        rows=3,
    )
    how_we_know = TextAreaField(
        label="How do we know?",
        called="how we know",
        help_text="A survey answer, a count, what the forum told us.",
        rows=2,
    )
    changed_on = DateField(label="Since when is it known?", called="the day", today=clock.today)

    def __init__(self, *args: Any, row: Heard, **rest: Any) -> None:
        rest["initial"] = {
            "changed": row.changed,
            "how_we_know": row.how_we_know,
            "changed_on": row.changed_on,
        }
        super().__init__(*args, **rest)


class TakeBackForm(Form):
    """Why something did not change after all."""

    because = TextAreaField(label="How do we know that it did not?", called="how we know", rows=2)
