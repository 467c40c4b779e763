"""What did the DfE publish for this area, and which of it can a set of cases equal?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from goldenthread.analysis.geography import ENGLAND
from goldenthread.figures.open_data.places import areas
from goldenthread.figures.open_data.published import TABLES, codes, periods, row

RETURN_YEAR = 2025
"""The one return year for which every table is published in the shipped release."""


@dataclass(frozen=True, slots=True)
class Targets:
    """The newest published counts of one place, by table and column. A symbol is None: nothing to equal."""

    area: str
    name: str
    region: str
    tables: Mapping[str, Mapping[str, int | None]]

    def find(self, table: str, column: str) -> int | None:
        """The published count, or None where the DfE printed a symbol."""
        return self.tables[table][column]

    def get(self, table: str, column: str) -> int:
        """The published count. Raises `ValueError` where the DfE printed a symbol."""
        value = self.find(table, column)
        if value is None:
            raise ValueError(f"{table} of {self.area} has no number for {column}")
        return value

    def several(self, table: str, columns: Iterable[str]) -> dict[str, int]:
        """Several counts of a table; a symbol counts as nought."""
        return {column: self.find(table, column) or 0 for column in columns}


def newest(table: str) -> str:
    """The period that return year 2025 reports: 2024 for a flow, 202425 for the January count."""
    return periods(table)[-1]


def english_areas() -> tuple[str, ...]:
    """The DfE's numbers of the authorities that the newest tables cover."""
    return codes(TABLES[0], newest(TABLES[0]))


def targets(area: str) -> Targets:
    """The published counts of an authority (935) or of England. Raises `NotPublished`."""
    place = areas().get(area)
    return Targets(
        area=area,
        name=place.name if place else "England",
        region=place.region_code if place else ENGLAND,
        tables={table: _counts(table, area) for table in TABLES},
    )


def _counts(table: str, area: str) -> dict[str, int | None]:
    cells = row(table, area, newest(table))
    return {name: None if cell.value is None else int(cell.value) for name, cell in cells.items()}


@dataclass(slots=True)
class Ledger:
    """The counts that the cases will have, cell by cell, and why one differs from the published figure."""

    planned: dict[tuple[str, str], int] = field(default_factory=dict)
    reasons: dict[tuple[str, str], str] = field(default_factory=dict)

    def plan(self, table: str, counts: Mapping[str, int], reasons: Mapping[str, str] | None = None) -> None:
        """Enter planned counts of a table, with a reason for each column that cannot equal the published
        one."""
        for column, count in counts.items():
            self.planned[table, column] = count
        for column, reason in (reasons or {}).items():
            self.reasons[table, column] = reason
