"""What are the figures of every measure, in every period and breakdown? Expressions run over the facts.

The facts are read once into DuckDB as they stood on the as-at day. The records of many measures are one
query, so that what they share is compiled and worked out once; then they are folded together into periods and
groups.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

import duckdb
import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.parquet as pq

from goldenthread.analysis.as_at import as_at
from goldenthread.analysis.catalogue import Measure, measures
from goldenthread.analysis.collection_year import (
    ESTABLISHMENTS_BY_UKPRN,
    ESTABLISHMENTS_BY_URN,
    SETTING_CODES,
)
from goldenthread.analysis.dimensions import DIMENSIONS, FROM_GROUPS, groups_of_cases
from goldenthread.analysis.facts import Facts
from goldenthread.analysis.further_facts import FURTHER
from goldenthread.analysis.grouping_sets import (
    CALENDAR,
    GROUPS_OF_CASES,
    PLACED,
    calendar_of,
    figures_sql,
    number_groups,
    place_records,
    placed,
    quoted,
)
from goldenthread.analysis.known import CENSUS_DAYS, DUE, Known
from goldenthread.analysis.law_days import DUE_DAYS, due_days
from goldenthread.analysis.settings import CODES, PLACES, Settings, setting_codes
from goldenthread.analysis.unusable import Unusable
from goldenthread.sen2.schemas import TABLES

MEASURED = pa.schema(
    [
        pa.field("measure", pa.string()),
        pa.field("version", pa.int32()),
        pa.field("by", pa.string()),  # a kind of period
        pa.field("period", pa.date32()),  # its first day; of `day`, that day
        pa.field("dimension", pa.string()),  # empty for everyone
        pa.field("group", pa.string()),
        pa.field("records", pa.int64()),
        pa.field("numerator", pa.float64()),
        pa.field("denominator", pa.float64()),
        pa.field("value", pa.float64()),
        pa.field("upper", pa.float64()),  # the 90th percentile, beside a median
    ]
)
"""The figures of an area as a table: what the nightly Parquet file holds."""

RECORDS_AT_ONCE = 20_000_000
"""Of how many requests, over all measures, the records are worked out together: some 3 GB."""

BESIDE = {ESTABLISHMENTS_BY_URN: PLACES, ESTABLISHMENTS_BY_UKPRN: PLACES, SETTING_CODES: CODES}


@dataclass(frozen=True, slots=True)
class Measuring:
    """DuckDB with the facts as they stood on a day. `dimensions` are those that have a source."""

    known: Known
    dimensions: tuple[str, ...]
    missing: Mapping[str, str]
    """Measure to why it has no source in these facts."""
    names: tuple[str, ...] = field(repr=False)
    """The tables that there are: with area and days, all that a compiled expression depends on."""
    connection: duckdb.DuckDBPyConnection = field(repr=False)

    def table(self, sql: str) -> pa.Table:
        """What a query gives."""
        return self.connection.sql(sql).to_arrow_table()

    def records_of(self, measure: Measure) -> str:
        """The measure's records as SQL: `record_key`, `case_key`, `on_day`, `numerator`, `denominator`."""
        assert measure.expression is not None
        return _records_sql(
            measure.expression, self.names, self.known.area, self.known.first_day, self.known.as_at
        )

    def figures(self, *chosen: Measure) -> pa.Table:
        """Every figure of these measures in the columns of `MEASURED`; none of one without a source."""
        numbered = [(n, one) for n, one in enumerate(chosen) if one.name not in self.missing]
        if not numbered:
            return MEASURED.empty_table()
        expressions = tuple((n, one.expression) for n, one in numbered if one.expression is not None)
        known = (self.names, self.known.area, self.known.first_day, self.known.as_at)
        self.connection.execute(
            place_records(numbered, _all_records_sql(expressions, *known), self.dimensions)
        )
        found = self.table(figures_sql(numbered, self.dimensions)).cast(MEASURED)
        self.connection.execute(f"DROP TABLE {PLACED}")
        return found

    def all_figures(
        self, of: Iterable[Measure] | None = None, *, looked: Callable[[int], None] = lambda done: None
    ) -> pa.Table:
        """The figures of every measure, or of these, that has a source. `looked` hears how many are done."""
        every, found = list(measures().values() if of is None else of), [MEASURED.empty_table()]
        together = self._measures_at_once()
        for first in range(0, len(every), together):
            looked(first)
            found.append(self.figures(*every[first : first + together]))
        return pa.concat_tables(found)

    def _measures_at_once(self) -> int:
        """All of them in one area; fewer where the records of all would not lie in memory together."""
        requests: int = self.table("SELECT count(*) AS n FROM requests")["n"][0].as_py()
        return max(1, min(len(measures()), RECORDS_AT_ONCE // max(1, requests)))

    def records_behind(
        self, measure: Measure, *, by: str, period: date, dimension: str = "", group: str = ""
    ) -> list[dict[str, Any]]:
        """The records of one figure, in the order of their keys. The walk back from a figure starts here."""
        if measure.name in self.missing or (dimension and dimension not in self.dimensions):
            return []
        chosen = f"AND {quoted(dimension)} = $group" if dimension else ""
        sql = (
            f"{placed(self.records_of(measure), [dimension] if dimension else [], calendar_of(measure))} "
            f"SELECT record_key, case_key, on_day, numerator, denominator FROM placed "
            f"WHERE {quoted(by)} = $period {chosen} ORDER BY record_key, on_day"
        )
        values = {"period": period} | ({"group": group} if dimension else {})
        found: list[dict[str, Any]] = self.connection.sql(sql, params=values).to_arrow_table().to_pylist()
        return found

    def case_ids(self) -> dict[int, int]:
        """The case of the record for each request of the facts; empty for facts of a file."""
        if "cases" not in self.known.tables:
            return {}
        rows = self.table("SELECT request_key, case_id FROM cases")
        return dict(zip(rows["request_key"].to_pylist(), rows["case_id"].to_pylist(), strict=True))


@contextmanager
def measuring(facts: Facts, settings: Settings, *, on: date | None = None) -> Iterator[Measuring]:
    """DuckDB in memory over the facts as they stood `on` a day; census day unless told. Raises `Unusable`."""
    header = facts.header()
    day = on or header.census_day
    if day < header.first_day:
        raise Unusable(f"these facts tell of {header.first_day:%-d %B %Y} and later, not of {day:%-d %B %Y}")
    given = {
        ESTABLISHMENTS_BY_URN: settings.by_urn,
        ESTABLISHMENTS_BY_UKPRN: settings.by_ukprn,
        SETTING_CODES: setting_codes(),
        **_further(facts),
        **{name: facts.tables[name] for name in TABLES},
    }
    given[DUE] = due_days(_column(given["requests"], "received_on"))
    known = _known(tuple(given), header.area, header.first_day, day)
    with duckdb.connect() as connection:
        try:
            _stand(connection, given, _cut_sql(tuple(given), day))
            _stand_calendar(connection, header.first_day, day)
            filled = _filled_dimensions(connection, given)
            groups = _groups_sql(tuple(given), header.area, header.first_day, day, filled)
            connection.execute(f"CREATE TABLE {GROUPS_OF_CASES} AS {groups}")
            for statement in number_groups(filled):
                connection.execute(statement)
            yield Measuring(known, filled, _missing(connection, given), tuple(given), connection)
        except duckdb.ProgrammingError:
            raise  # ours, not of the facts
        except duckdb.Error as error:
            raise Unusable(f"the facts cannot be read through: {str(error).splitlines()[0]}") from None


def _column(table: pa.Table | Path, name: str) -> pa.Table:
    """One column of a table of the facts."""
    return table.select([name]) if isinstance(table, pa.Table) else pq.read_table(table, columns=[name])


def _further(facts: Facts) -> dict[str, Any]:
    return {name: facts.tables[name] for name in FURTHER if name in facts.tables}


SCHEMAS = {**TABLES, **FURTHER, **BESIDE, DUE: DUE_DAYS}


def _relations(names: Sequence[str], prefix: str = "") -> dict[str, ir.Table]:
    return {
        name: ibis.table(ibis.Schema.from_pyarrow(SCHEMAS[name]), name=f"{prefix}{name}") for name in names
    }


@lru_cache(maxsize=16)
def _known(names: tuple[str, ...], area: str, first_day: date, day: date) -> Known:
    relations = _relations(names)
    relations[CENSUS_DAYS] = ibis.table({"day": "date"}, name=CENSUS_DAYS)
    return Known(relations, area, first_day, day)


@lru_cache(maxsize=16)
def _cut_sql(names: tuple[str, ...], day: date) -> dict[str, str]:
    """What reads each table as it stood on the day. Compiled once: it depends on the tables' names alone."""
    cut = as_at(_relations(names, prefix="raw_"), day)
    return {name: str(ibis.to_sql(table, dialect="duckdb", pretty=False)) for name, table in cut.items()}


@lru_cache(maxsize=16)
def _groups_sql(
    names: tuple[str, ...], area: str, first_day: date, day: date, filled: tuple[str, ...]
) -> str:
    groups = groups_of_cases(_known(names, area, first_day, day), filled)
    return str(ibis.to_sql(groups, dialect="duckdb", pretty=False))


@lru_cache(maxsize=512)
def _records_sql(
    expression: Callable[[Known], ir.Table], names: tuple[str, ...], area: str, first_day: date, day: date
) -> str:
    """An expression as SQL. Compiling costs more than running it over the children of one area."""
    return str(ibis.to_sql(expression(_known(names, area, first_day, day)), dialect="duckdb", pretty=False))


@lru_cache(maxsize=16)
def _all_records_sql(
    expressions: tuple[tuple[int, Callable[[Known], ir.Table]], ...],
    names: tuple[str, ...],
    area: str,
    first_day: date,
    day: date,
) -> str:
    """The records of many expressions as one statement, each with the number of its measure.

    Compiled as one, what several expressions share is a common table of the statement.
    """
    known = _known(names, area, first_day, day)
    parts = [
        expression(known).mutate(measure_number=ibis.literal(number, "uint8"))
        for number, expression in expressions
    ]
    together = ibis.union(*parts) if len(parts) > 1 else parts[0]
    return str(ibis.to_sql(together, dialect="duckdb", pretty=False))


def forget_what_was_compiled() -> None:
    """As in a new process: for measuring how long a cold run takes."""
    for kept in (_known, _cut_sql, _groups_sql, _records_sql, _all_records_sql):
        kept.cache_clear()


def _stand(connection: duckdb.DuckDBPyConnection, given: Mapping[str, Any], cut: Mapping[str, str]) -> None:
    """Each table read once, as it stood on the day."""
    for name, table in given.items():
        if isinstance(table, pa.Table):
            connection.register(f"raw_{name}", table)
        else:
            connection.read_parquet(str(table)).create_view(f"raw_{name}")
        connection.execute(f'CREATE TABLE "{name}" AS {cut[name]}')


def _stand_calendar(connection: duckdb.DuckDBPyConnection, first: date, last: date) -> None:
    """Every day from first to last with its periods, and the census days among them with theirs."""
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    ends = [day for day in days if (day + timedelta(days=1)).day == 1 or day == last]
    connection.register("given_days", pa.table({"day": pa.array(days, pa.date32())}))
    connection.register("given_census_days", pa.table({"day": pa.array(ends, pa.date32())}))
    month, quarter, year = (f"date_trunc('{kind}', day)::DATE" for kind in ("month", "quarter", "year"))
    connection.execute(f"CREATE TABLE {CENSUS_DAYS} AS SELECT day FROM given_census_days")
    connection.execute(
        f"CREATE TABLE {CALENDAR} AS SELECT day AS on_day, {month} AS month, {quarter} AS quarter, "
        f"{year} AS year, NULL::DATE AS day FROM given_days"
    )
    last_of = "CASE WHEN day = max(day) OVER (PARTITION BY {0}) THEN {0} END"
    connection.execute(
        f"CREATE TABLE stock_{CALENDAR} AS SELECT day AS on_day, {month} AS month, "
        f"{last_of.format(quarter)} AS quarter, {last_of.format(year)} AS year, "
        f"CASE WHEN day = max(day) OVER () THEN day END AS day FROM given_census_days"
    )


def _filled_dimensions(connection: duckdb.DuckDBPyConnection, given: Mapping[str, Any]) -> tuple[str, ...]:
    """The dimensions whose source says something of somebody."""
    there = set()
    if "groups" in given:
        there = {name for (name,) in connection.sql('SELECT DISTINCT dimension FROM "groups"').fetchall()}
    return tuple(
        one.name
        for one in DIMENSIONS.values()
        if (one.name in there if one.name in FROM_GROUPS else one.source in given)
    )


def _missing(connection: duckdb.DuckDBPyConnection, given: Mapping[str, Any]) -> dict[str, str]:
    """Why measures have no source here: none anywhere, a table that is not there, a column with nothing."""
    empty: dict[str, set[str]] = {}
    for one in measures().values():
        for table, needed in one.source.items():
            empty.setdefault(table, set()).update(needed)
    for table, columns in list(empty.items()):
        if table in given:
            names = sorted(columns)
            counted = ", ".join(f'count("{name}") > 0' for name in names)
            (row,) = connection.sql(f'SELECT {counted} FROM "{table}"').fetchall()
            empty[table] = {name for name, some in zip(names, row, strict=True) if not some}
    return {
        one.name: why
        for one in measures().values()
        if (why := one.none_yet or _why_missing(one, given, empty))
    }


def _why_missing(measure: Measure, given: Mapping[str, Any], empty: Mapping[str, set[str]]) -> str:
    for table, columns in measure.source.items():
        if table not in given:
            return f"No facts here hold the table {table}."
        if nothing := set(columns) & empty[table]:
            return f"Nothing in the table {table} says {' or '.join(sorted(nothing))} yet."
    return ""
