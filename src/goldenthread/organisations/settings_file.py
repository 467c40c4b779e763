"""Reads a list of settings: a CSV file with what Get Information About Schools says of each."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

COLUMNS = ("name", "urn", "ukprn", "type_of_establishment", "phase_of_education")
"""What the file must have, in any order; other columns are left alone."""


class SettingsFileError(ValueError):
    """The list cannot be used. The message says which row, what is wrong and what to do."""


@dataclass(frozen=True, slots=True)
class SettingRow:
    """One setting of the list; a missing number is None."""

    name: str
    urn: str | None
    ukprn: str | None
    type_of_establishment: str
    phase_of_education: str


def read_settings(content: bytes) -> list[SettingRow]:
    """Every setting in the file. Raises `SettingsFileError` on the first row that cannot be used."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SettingsFileError("The list is not in UTF-8. Save it as “CSV UTF-8” and try again.") from error
    reader = csv.DictReader(io.StringIO(text))
    missing = [name for name in COLUMNS if name not in (reader.fieldnames or [])]
    if missing:
        raise SettingsFileError(
            f"The list has no column {', '.join(missing)}. Its first row names the columns."
        )
    rows = list(_rows(reader))
    if not rows:
        raise SettingsFileError("The list holds no setting.")
    return rows


def _rows(reader: "csv.DictReader[str]") -> Iterator[SettingRow]:
    seen: dict[tuple[str, str], int] = {}
    for line, row in enumerate(reader, start=2):
        values = {name: (row[name] or "").strip() for name in COLUMNS}
        for kind, digits in (("urn", 6), ("ukprn", 8)):
            number = values[kind]
            if number and not (number.isdigit() and len(number) == digits):
                raise SettingsFileError(
                    f"Row {line}: the {kind.upper()} is “{number}”. It has {digits} digits, or is left empty."
                )
            if number and (first := seen.setdefault((kind, number), line)) != line:
                raise SettingsFileError(f"Rows {first} and {line} have the same {kind.upper()}, {number}.")
        if not (values["urn"] or values["ukprn"]):
            continue  # places without a number are not settings: the return names them by a code
        if not (values["name"] and values["type_of_establishment"]):
            raise SettingsFileError(f"Row {line}: give the name and the type of establishment.")
        yield SettingRow(
            name=values["name"],
            urn=values["urn"] or None,
            ukprn=values["ukprn"] or None,
            type_of_establishment=values["type_of_establishment"],
            phase_of_education=values["phase_of_education"],
        )
