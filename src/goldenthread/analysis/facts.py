"""What do measures count over? The facts of one return: the tables of `goldenthread.sen2.schemas`.

Those of `goldenthread.analysis.further_facts` stand beside them where somebody supplies them.

Each table is either an Arrow table in memory or a Parquet file; the measures do not care which.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from goldenthread.analysis.further_facts import FURTHER
from goldenthread.analysis.unusable import Unusable
from goldenthread.sen2.schemas import TABLES


@dataclass(frozen=True, slots=True)
class Header:
    """Who made the return, for which census. `year` is the collection year, the one before census day."""

    area: str
    census_day: date

    @property
    def year(self) -> int:
        return self.census_day.year - 1

    @property
    def first_day(self) -> date:
        return date(self.year, 1, 1)

    @property
    def last_day(self) -> date:
        return date(self.year, 12, 31)


@dataclass(frozen=True, slots=True)
class Facts:
    """The tables of one return by name, each an Arrow table or the path of a Parquet file."""

    tables: Mapping[str, pa.Table | Path]

    def __post_init__(self) -> None:
        further = {name: schema for name, schema in FURTHER.items() if name in self.tables}
        for name, schema in (TABLES | further).items():
            if name not in self.tables:
                raise Unusable(f"the facts have no table {name}")
            check_columns(name, schema, self._schema_of(name))

    @classmethod
    def from_folder(cls, folder: Path) -> "Facts":
        """The facts that `sen2 facts` wrote to a folder. Raises `Unusable`, naming what is wrong."""
        if not folder.is_dir():
            raise Unusable(f"{folder} is not a folder")
        missing = [f"{name}.parquet" for name in TABLES if not (folder / f"{name}.parquet").is_file()]
        if missing:
            raise Unusable(
                f"{folder} has no {', '.join(missing)}: it needs the files that `sen2 facts` writes"
            )
        further = [name for name in FURTHER if (folder / f"{name}.parquet").is_file()]
        return cls({name: folder / f"{name}.parquet" for name in (*TABLES, *further)})

    def _schema_of(self, name: str) -> pa.Schema:
        table = self.tables[name]
        if isinstance(table, pa.Table):
            return table.schema
        try:
            return pq.read_schema(table)
        except (pa.ArrowInvalid, OSError):
            raise Unusable(f"{table} is not a Parquet file that can be read") from None

    def header(self) -> Header:
        """Area and census day. Raises `Unusable` unless the facts are of exactly one return."""
        table = self.tables["return"]
        rows = (table if isinstance(table, pa.Table) else pq.read_table(table)).to_pylist()
        if len(rows) != 1:
            raise Unusable(f"the facts are of {len(rows)} returns; figures are made for one at a time")
        missing = [name for name in ("area", "census_day") if rows[0][name] is None]
        if missing:
            raise Unusable(f"the return does not say its {' and '.join(missing)}")
        return Header(area=rows[0]["area"], census_day=rows[0]["census_day"])


def check_columns(name: str, wanted: pa.Schema, found: pa.Schema) -> None:
    """Raises `Unusable`, naming each column of the table that is missing or of another type."""
    wrong = []
    for field in wanted:
        if field.name not in found.names:
            wrong.append(f"{field.name} is missing")
        elif found.field(field.name).type != field.type:
            wrong.append(f"{field.name} is {found.field(field.name).type}, not {field.type}")
    if wrong:
        raise Unusable(f"table {name} of the facts: {'; '.join(wrong)}")
