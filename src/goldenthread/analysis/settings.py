"""At which kind of place is a plan counted? Establishments and their types, to the published columns.

The mapping of types was not published, so it is data with a mark on each row (`placement_columns.csv`);
places without an establishment go by their setting code (`setting_columns.csv`).
"""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyarrow as pa

from goldenthread.analysis.unusable import Unusable

FOLDER = Path(__file__).parent
COLUMNS = ("name", "urn", "ukprn", "type_of_establishment", "phase_of_education")
"""What a settings file must hold; further columns are left alone."""

NO_COLUMN = "no column"
"""Where an establishment is known but no published column is known for its type."""

PLACES = pa.schema([("key", pa.string()), ("column", pa.string())])
CODES = pa.schema([("key", pa.string()), ("column", pa.string()), ("at_school_age", pa.string())])


@dataclass(frozen=True, slots=True)
class Settings:
    """Establishments by URN and by UKPRN, each a table of `key` and published `column`; and odd types."""

    by_urn: pa.Table
    by_ukprn: pa.Table
    unmapped_types: tuple[str, ...]


@cache
def mapping(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `placement_columns.csv` or `setting_columns.csv`, each with its mark and basis."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def column_of_type(type_of_establishment: str, phase_of_education: str) -> str | None:
    """The published column of a type of establishment, before SEN units; a row for its phase goes first."""
    kind, phase = type_of_establishment.strip().casefold(), phase_of_education.strip().casefold()
    found = {
        row["phase_of_education"].casefold(): row["column"]
        for row in mapping("placement_columns.csv")
        if row["type_of_establishment"].casefold() == kind
    }
    return found.get(phase, found.get(""))


def columns_of_types() -> tuple[str, ...]:
    """The published columns that types of establishment are mapped to."""
    return tuple(sorted({row["column"] for row in mapping("placement_columns.csv")}))


def setting_codes() -> pa.Table:
    """Setting codes of the return with their column, and the one at compulsory school age."""
    rows = [
        {
            "key": row["sen_setting"],
            "column": row["column"],
            "at_school_age": row["at_compulsory_school_age"] or row["column"],
        }
        for row in mapping("setting_columns.csv")
    ]
    return pa.Table.from_pylist(rows, CODES)


def read_settings(path: Path) -> Settings:
    """The establishments of a CSV file with the columns of `COLUMNS`. Raises `Unusable`, saying where."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise Unusable(f"{path} is not in UTF-8: save it as CSV UTF-8 and try again") from None
    except OSError as error:
        raise Unusable(f"{path} cannot be read: {error.strerror}") from None
    reader = csv.DictReader(text.splitlines())
    missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
    if missing:
        raise Unusable(f"{path} lacks the columns {', '.join(missing)}; it needs {', '.join(COLUMNS)}")
    return settings_of(reader, str(path))


def settings_of(rows: Iterable[Mapping[str, str | None]], source: str) -> Settings:
    """Establishments from rows with the columns of `COLUMNS`. `source` is named in errors.

    Where two share a provider number, the one with the lowest URN stands for it. Rows with neither number
    (a setting code of the return, say) are left alone.
    """
    by_urn: dict[str, str] = {}
    by_ukprn: dict[str, tuple[str, str]] = {}
    unmapped = set()
    for line, row in enumerate(rows, start=2):
        if any(row[name] is None for name in COLUMNS):
            raise Unusable(f"{source} line {line} has fewer cells than the heading")
        urn, ukprn, kind, phase = ((row[name] or "").strip() for name in COLUMNS[1:])
        if not urn and not ukprn:
            continue
        column = column_of_type(kind, phase)
        if column is None:
            unmapped.add(kind)
        column = column or NO_COLUMN
        if urn and by_urn.setdefault(urn, column) != column:
            raise Unusable(f"{source} line {line}: URN {urn} is given twice, with different types")
        if ukprn:
            by_ukprn[ukprn] = min(by_ukprn.get(ukprn, (urn, column)), (urn, column))
    return Settings(
        by_urn=_table(by_urn),
        by_ukprn=_table({key: column for key, (_, column) in by_ukprn.items()}),
        unmapped_types=tuple(sorted(unmapped)),
    )


def _table(columns: Mapping[str, str]) -> pa.Table:
    return pa.Table.from_pylist([{"key": k, "column": c} for k, c in sorted(columns.items())], PLACES)
