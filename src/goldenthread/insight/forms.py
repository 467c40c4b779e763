"""What may be chosen on pages of figures: the answers stand in the address, so that a page can be shared."""

from typing import Any

from django import forms

from goldenthread.audit.errors import NotFound


class BesideForm(forms.Form):
    """Whose published figure, and which list of like areas. Ours and the newest unless chosen."""

    area = forms.RegexField(r"^\d{3}$", required=False)
    model = forms.IntegerField(required=False)

    def chosen(self) -> dict[str, Any]:
        """The choices that were made. Raises `NotFound` for an address that nobody could have chosen."""
        if not self.is_valid():
            raise NotFound("There is no such area, or no such list of neighbours.")
        return {name: value for name, value in self.cleaned_data.items() if value}
