"""What is asked before a message is stopped, and when nobody knows whether it left."""

from goldenthread.ui.fields import ChoiceField, TextAreaField
from goldenthread.ui.forms import Form

ARRIVED, LOST = "arrived", "lost"


class StopMessageForm(Form):
    """Why it must not go."""

    because = TextAreaField(label="Why must it not be sent?", called="why it must not be sent", rows=2)


class WhatHappenedForm(Form):
    """Did it arrive? A person asks the recipient or reads the carrier's log."""

    answer = ChoiceField(
        label="Did it arrive?",
        called="whether it arrived",
        choices=[(ARRIVED, "Yes, it arrived"), (LOST, "No, send it again")],
        hints={LOST: "Only when you are sure: otherwise the family gets it twice."},
    )
    because = TextAreaField(
        label="How do we know?", called="how we know", help_text="For example, we rang and asked.", rows=2
    )
