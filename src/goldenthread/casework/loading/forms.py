"""What is asked when a return is brought."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from goldenthread.ui.fields import FileField
from goldenthread.ui.forms import Form
from goldenthread.ui.words import size

LARGEST_LIST = 50_000_000
LARGEST = 2_000_000_000
"""Octets: an area of 600,000 plans is far smaller."""


class SeveralFilesField(FileField):
    """A file field that lets the reader choose several at once."""

    def parameters(self, value: Any, *, id_: str, boxes: Iterable[str]) -> dict[str, Any]:
        """As one file has them, and that more may be chosen."""
        drawn = super().parameters(value, id_=id_, boxes=boxes)
        return {**drawn, "attributes": {**drawn["attributes"], "multiple": True}}


class BringReturnForm(Form):
    """The XML file, or all CSV files of COLLECT's export together."""

    files_of_return = SeveralFilesField(
        label="The return",
        called="the XML file, or all of COLLECT’s CSV exports",
        help_text="One SEN2 XML file of 2023 to 2026, or every Blade-Export file of one export.",
        endings=(".xml", ".csv"),
        largest=LARGEST,
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        chosen: list[UploadedFile[Any]] = self.files.getlist("files_of_return") if self.files else []
        xml = [file for file in chosen if str(file.name).lower().endswith(".xml")]
        if xml and len(chosen) > 1:
            self.add_error(
                "files_of_return", ValidationError("Choose one XML file alone, or CSV files without it")
            )
        if sum(file.size or 0 for file in chosen) > LARGEST:
            self.add_error("files_of_return", ValidationError(f"Choose less than {size(LARGEST)} in all"))
        cleaned["chosen"] = chosen
        return cleaned


class BringSettingsForm(Form):
    """The list of schools and colleges."""

    settings_file = FileField(
        label="The list of settings",
        called="the list of settings",
        help_text=(
            "A CSV file with the columns name, urn, ukprn, type_of_establishment and phase_of_education, "
            "as Get Information About Schools has them."
        ),
        endings=(".csv",),
        largest=LARGEST_LIST,
    )
