"""What is asked about how long records are kept, and what holds one."""

from goldenthread.retention.kinds import FEWEST_YEARS, MOST_YEARS
from goldenthread.retention.models import Hold
from goldenthread.ui.fields import ChoiceField, TextAreaField, TextField, WholeNumberField
from goldenthread.ui.forms import Form


class PolicyForm(Form):
    """For how long, and who decided so."""

    years = WholeNumberField(
        label="Years after birth",
        called="the years",
        min_value=FEWEST_YEARS,
        max_value=MOST_YEARS,
    )
    because = TextAreaField(
        label="Who decided so, and where is it written?",
        called="who decided so",
        help_text="For example: information governance board, 4 March 2025, retention schedule 12.3.",
        rows=2,
    )


class HoldForm(Form):
    """Whose record, and why it must stay."""

    reference = TextField(label="Reference of the record", called="the reference", width="10")
    ground = ChoiceField(label="What holds it?", called="what holds it", choices=Hold.Ground.choices)
    because = TextAreaField(label="More about it", called="more about it", rows=2)


class BecauseForm(Form):
    """A reason."""

    because = TextAreaField(label="Why?", called="why", rows=2)
