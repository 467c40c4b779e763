"""What is asked when two records may be one child."""

from goldenthread.people.models import MatchAnswer
from goldenthread.ui.fields import ChoiceField, TextAreaField
from goldenthread.ui.forms import Form

UNDO = (MatchAnswer.UNDONE.value, "Take the decision back")


class DecideMatchForm(Form):
    """One person, or two? And how we know."""

    answer = ChoiceField(
        label="Are these two records one child?",
        called="whether they are one child",
        choices=[
            (MatchAnswer.SAME.value, "Yes, one child"),
            (MatchAnswer.DIFFERENT.value, "No, two children"),
            UNDO,
        ],
        hints={
            MatchAnswer.SAME.value: "Their cases are shown together. Both records stay whole.",
            MatchAnswer.UNDONE.value: "The question goes back on the list.",
        },
    )
    because = TextAreaField(
        label="How do we know?",
        called="how we know",
        help_text="For example, the school confirmed it.",
        rows=2,
    )
