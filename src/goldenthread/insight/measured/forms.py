"""What may be chosen on pages of measures, and what is typed to declare a step or to begin a watch."""

from typing import Any

from django import forms

from goldenthread.analysis.catalogue import Topic, measures
from goldenthread.analysis.dimensions import DIMENSIONS
from goldenthread.audit import clock
from goldenthread.audit.errors import NotFound
from goldenthread.ui import dates, fields
from goldenthread.ui.forms import Form

BY = ("month", "quarter", "year", "day")


class Choices(forms.Form):
    """Choices that stand in the address. One that nobody could have made is not found."""

    def chosen(self) -> dict[str, Any]:
        """The choices, the empty ones included. Raises `NotFound`."""
        if not self.is_valid():
            raise NotFound("There is nothing at this address.")
        return dict(self.cleaned_data)


class SetForm(Choices):
    """Which working-out of measures: as at which day, known at which position."""

    set = forms.IntegerField(required=False)


class MeasureForm(SetForm):
    """Which periods, and of whom."""

    by = forms.ChoiceField(required=False, choices=[(one, one) for one in BY])
    dimension = forms.ChoiceField(required=False, choices=[(one, one) for one in DIMENSIONS])
    group = forms.CharField(required=False, max_length=100)


class WatchedForm(Choices):
    """Whom a watch is for; everyone unless a group is named."""

    dimension = forms.ChoiceField(required=False, choices=[(one, one) for one in DIMENSIONS])
    group = forms.CharField(required=False, max_length=100)


class ExploreForm(MeasureForm):
    """The same, and which measure."""

    measure = forms.ChoiceField(required=False, choices=lambda: [(one, one) for one in measures()])


class EverywhereForm(SetForm):
    """A share, or the second clock, and what to divide the children by."""

    measure = forms.CharField(required=False, max_length=80)
    dimension = forms.ChoiceField(required=False, choices=[(one, one) for one in DIMENSIONS])


class WalkForm(MeasureForm):
    """The figure whose cases are asked for."""

    set = forms.IntegerField()
    period = forms.DateField()
    page = forms.IntegerField(required=False, min_value=1)


class ClearingForm(SetForm):
    """How many plans in a hundred more than of late."""

    more = forms.ChoiceField(required=False, choices=[(str(one), str(one)) for one in (25, 50, 100)])


class CatalogueForm(Choices):
    """Words, a chapter, and whether there are figures."""

    q = forms.CharField(required=False, max_length=100)
    topic = forms.ChoiceField(required=False, choices=[(one.name.lower(), one.value) for one in Topic])
    source = forms.ChoiceField(required=False, choices=[("yes", "yes"), ("no", "no")])


class AsAtForm(Form):
    """The day that figures are wanted of."""

    dense = True

    as_at = dates.DateField(
        label="Or as at any other day",
        called="the day",
        help_text="For example, 16 1 2025",
        today=clock.today,
    )
    known_at = fields.WholeNumberField(
        label="As known at journal position (optional)",
        called="the position",
        help_text="It stands beside every figure. Empty for all that is known now, with what was recorded or "
        "corrected later",
        width="10",
        required=False,
        min_value=1,
    )


class StepForm(Form):
    """A change of the process that someone who answers for it declares."""

    dense = True

    first_day = dates.DateField(label="From which day is the work done differently?", called="the day")
    because = fields.TextField(
        label="What changed?", called="what changed", help_text="It stands on the chart", max_length=120
    )


class ReasonForm(Form):
    """Why something declared or begun is taken back."""

    dense = True

    because = fields.TextField(label="Why?", called="why", max_length=200)


class WatchForm(Form):
    """What is watched, from when, and for whom."""

    dense = True

    began_on = dates.DateField(
        label="When was it reached?", called="the day", help_text="It is watched for two years from then"
    )
    about_words = fields.TextField(label="What was promised?", called="what was promised", max_length=200)
