"""Which figure is cited, and where?"""

from datetime import date
from typing import Any

from django import forms

from goldenthread.figures.measured.values import FigureKey
from goldenthread.ui.fields import TextField
from goldenthread.ui.forms import Form


class WhichFigureForm(forms.Form):
    """The figure that an address names."""

    set_id = forms.IntegerField(min_value=1)
    measure = forms.CharField(max_length=60)
    by = forms.ChoiceField(choices=[(one, one) for one in ("month", "quarter", "year", "day")])
    period = forms.DateField(input_formats=["%Y-%m-%d"])
    dimension = forms.CharField(max_length=20, required=False)
    group = forms.CharField(max_length=100, required=False)

    def key(self) -> FigureKey | None:
        """The key; None where the address names no figure."""
        if not self.is_valid():
            return None
        chosen: dict[str, Any] = self.cleaned_data
        period: date = chosen["period"]
        return FigureKey(**{**chosen, "period": period})


class CiteForm(Form):
    """Where it is cited."""

    because = TextField(
        label="Where is it cited?",
        called="where it is cited",
        help_text="For example, paper 4 of the board’s meeting on 12 March 2025",
    )
