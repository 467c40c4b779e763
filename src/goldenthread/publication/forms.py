"""What is asked before figures are released."""

from django import forms

from goldenthread.ui.fields import ConfirmField
from goldenthread.ui.forms import Form


class ReleaseForm(Form):
    """That someone looked, and at what."""

    seen = forms.CharField(widget=forms.HiddenInput)
    looked = ConfirmField(
        label="Before you release",
        says="I have read every sentence above, and they may be public.",
        called="that you have read every sentence",
    )
