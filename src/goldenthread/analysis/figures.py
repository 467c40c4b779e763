"""What are the figures of one return? Each measure run over its facts, before anything is printed."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import ibis
import ibis.expr.types as ir
import pyarrow as pa

from goldenthread.analysis.collection_year import (
    ESTABLISHMENTS_BY_UKPRN,
    ESTABLISHMENTS_BY_URN,
    SETTING_CODES,
    CollectionYear,
)
from goldenthread.analysis.facts import Facts
from goldenthread.analysis.letters import unknown_letters
from goldenthread.analysis.published_tables import Column, PublishedTable, published_tables
from goldenthread.analysis.readings import CHOSEN, Readings
from goldenthread.analysis.rounding import percentage
from goldenthread.analysis.settings import CODES, PLACES, Settings, setting_codes
from goldenthread.analysis.unusable import Unusable
from goldenthread.sen2.schemas import TABLES

RELATIONS = {
    name: ibis.table(ibis.Schema.from_pyarrow(schema), name=name)
    for name, schema in (
        TABLES | {ESTABLISHMENTS_BY_URN: PLACES, ESTABLISHMENTS_BY_UKPRN: PLACES, SETTING_CODES: CODES}
    ).items()
}
"""Each table as an Ibis relation bound to no engine: expressions over these run wherever they stand."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with what it is made of. A count has no denominator; `why_none` says why there is no value."""

    value: Decimal | int | None
    numerator: int | None = None
    denominator: int | None = None
    why_none: str = ""
    printed: bool = True


@dataclass(frozen=True, slots=True)
class Engine:
    """DuckDB with the facts of one return and its settings as tables, for expressions over `year`."""

    year: CollectionYear
    connection: duckdb.DuckDBPyConnection = field(repr=False)

    def rows(self, expression: ir.Table) -> list[dict[str, Any]]:
        """What the expression gives."""
        sql = ibis.to_sql(expression, dialect="duckdb", pretty=False)
        found: list[dict[str, Any]] = self.connection.sql(sql).to_arrow_table().to_pylist()
        return found

    def counts(self, measure: PublishedTable) -> dict[str, int]:
        """The one row of counts that the expression of the measure gives."""
        (row,) = self.rows(measure.expression(self.year))
        return {name: int(count) for name, count in row.items()}


@contextmanager
def engine(facts: Facts, settings: Settings, readings: Readings = CHOSEN) -> Iterator[Engine]:
    """DuckDB in memory over the facts; Parquet files are read where they lie. Raises `Unusable`."""
    year = CollectionYear(RELATIONS, facts.header(), readings)
    beside = {
        ESTABLISHMENTS_BY_URN: settings.by_urn,
        ESTABLISHMENTS_BY_UKPRN: settings.by_ukprn,
        SETTING_CODES: setting_codes(),
    }
    with duckdb.connect() as connection:
        try:
            for name, table in (dict(facts.tables) | beside).items():
                _stand(connection, name, table)
            yield Engine(year, connection)
        except duckdb.ProgrammingError:
            raise  # ours, not of the facts
        except duckdb.Error as error:
            raise Unusable(f"the facts cannot be read through: {str(error).splitlines()[0]}") from None


def _stand(connection: duckdb.DuckDBPyConnection, name: str, table: pa.Table | Path) -> None:
    """Let a table of the facts stand under its name; no copy is made."""
    if isinstance(table, Path):
        connection.read_parquet(str(table)).create_view(name)
    else:
        connection.register(name, table)


def compute_figures(
    facts: Facts, settings: Settings, readings: Readings = CHOSEN
) -> dict[str, dict[str, Figure]]:
    """The figures of every measure by published table and column. Raises `Unusable`."""
    with engine(facts, settings, readings) as running:
        return {
            measure.table: figures_of(measure, running.counts(measure))
            for measure in published_tables().values()
        }


def figures_of(measure: PublishedTable, counts: Mapping[str, int]) -> dict[str, Figure]:
    """Every column of the measure from what its expression counted: sums, repeats and shares follow."""
    summed = dict(counts)
    for column in measure.columns:
        if column.sum_of:
            summed[column.name] = sum(counts[part] for part in column.sum_of)
    return {column.name: _figure(column, summed) for column in measure.columns}


def _figure(column: Column, counts: Mapping[str, int]) -> Figure:
    if column.unavailable:
        return Figure(None, why_none=column.unavailable)
    if column.letters and (strange := counts[unknown_letters(column.letters)]):
        return Figure(
            None, why_none=f"{strange:,} records carry a {column.letters} letter that we do not know"
        )
    if column.share_of:
        top, bottom = counts[column.share_of], sum(counts[name] for name in column.of)
        return Figure(percentage(top, bottom), top, bottom, why_none="" if bottom else "a share of nothing")
    return Figure(counts[column.repeats or column.name], printed=not column.hidden)
