"""How are records made into figures? All measures at once, every period and breakdown a grouping set.

The records of many measures lie in one table, groups as small numbers, so that each breakdown reads them once
for all measures. Sums by month or census day come first; quarters and years are added up from them. A median
does not add up: its records are folded again for each kind of period.

The SQL holds our own names only: expressions, measures, dimensions. Nothing that anyone typed is in it.
"""

from collections.abc import Iterable, Sequence

from goldenthread.analysis.catalogue import Counted, Measure, Statistic
from goldenthread.analysis.dimensions import NOT_RECORDED

PERIODS = ("month", "quarter", "year", "day")
"""The kinds of period. `day` is the as-at day itself, for what is counted as a stock."""

CALENDAR = "calendar"
"""Table of every day with its periods; with `stock_` before it, of the census days with theirs."""
GROUPS_OF_CASES = "groups_of_cases"
NUMBERED_GROUPS = "numbered_groups"
"""Table of each case with the number of its group in every dimension; 0 is not recorded."""
NAMES_OF_GROUPS = "names_of_groups"
PLACED = "placed"
"""Table of the records with `base`, the month of an event or the census day of a stock, and their groups."""

VALUE_SQL = {
    Statistic.SHARE: "100 * numerator / nullif(denominator, 0)",
    Statistic.COUNT: "numerator",
    Statistic.MEAN: "numerator / nullif(denominator, 0)",
    Statistic.MEDIAN: "middle",
}
"""How a value is made of the sums of its records, or of their middle."""

KINDS = {
    Counted.EVENTS: PERIODS[:3],
    Counted.MONTH_ENDS: PERIODS,
    Counted.AS_AT_DAY: PERIODS[3:],
}
"""The kinds of period in which a measure has figures."""

NO_MEASURE = -1
"""Stands where a list of measures is empty."""

Numbered = Sequence[tuple[int, Measure]]
"""Measures with the numbers by which their records are known."""


def quoted(column: str) -> str:
    return f'"{column}"'


def calendar_of(measure: Measure) -> str:
    """The table that puts the measure's records into periods."""
    return CALENDAR if measure.counted is Counted.EVENTS else f"stock_{CALENDAR}"


def placed(records: str, dimensions: Sequence[str], calendar: str) -> str:
    """The records of one measure with their periods and groups by name, as a common table `placed`."""
    groups = "".join(f", coalesce(g.{quoted(one)}, '{NOT_RECORDED}') AS {quoted(one)}" for one in dimensions)
    joined = f"LEFT JOIN {GROUPS_OF_CASES} g USING (case_key)" if dimensions else ""
    return (
        f"WITH records AS ({records}), placed AS (SELECT r.*, c.month, c.quarter, c.year, c.day{groups} "
        f"FROM records r JOIN {calendar} c ON c.on_day = r.on_day {joined})"
    )


def number_groups(dimensions: Sequence[str]) -> list[str]:
    """Statements that make the tables of numbered groups and of their names, from the groups of cases."""
    numbers = "".join(
        f", (CASE WHEN {quoted(one)} = '{NOT_RECORDED}' THEN 0 "
        f"ELSE dense_rank() OVER (ORDER BY {quoted(one)}) END)::USMALLINT AS {quoted(one)}"
        for one in dimensions
    )
    names = ["SELECT 0::UTINYINT AS dimension_number, 0::USMALLINT AS number, '' AS \"group\""]
    for position, one in enumerate(dimensions, 1):
        names.append(
            f"SELECT DISTINCT {position}, n.{quoted(one)}, g.{quoted(one)} "
            f"FROM {NUMBERED_GROUPS} n JOIN {GROUPS_OF_CASES} g USING (case_key) WHERE n.{quoted(one)} > 0"
        )
        names.append(f"SELECT {position}, 0, '{NOT_RECORDED}'")
    return [
        f"CREATE TABLE {NUMBERED_GROUPS} AS SELECT case_key{numbers} FROM {GROUPS_OF_CASES}",
        f"CREATE TABLE {NAMES_OF_GROUPS} AS {' UNION ALL '.join(names)}",
    ]


def place_records(numbered: Numbered, records: str, dimensions: Sequence[str]) -> str:
    """The statement that puts records, known by `measure_number`, into their base periods and groups."""
    groups = "".join(f", coalesce(g.{quoted(one)}, 0) AS {quoted(one)}" for one in dimensions)
    stocks = _numbers(one for one in numbered if one[1].counted is not Counted.EVENTS)
    return (
        f"CREATE OR REPLACE TABLE {PLACED} AS "
        f"WITH records AS ({records}), bases AS ("
        f"SELECT false AS stock, on_day, month AS base FROM {CALENDAR} "
        f"UNION ALL SELECT true, on_day, on_day FROM stock_{CALENDAR}) "
        f"SELECT r.measure_number, b.base, r.numerator, r.denominator{groups} FROM records r "
        f"JOIN bases b ON b.on_day = r.on_day AND b.stock = (r.measure_number IN {stocks}) "
        f"LEFT JOIN {NUMBERED_GROUPS} g USING (case_key)"
    )


def figures_sql(numbered: Numbered, dimensions: Sequence[str]) -> str:
    """Every figure of the measures whose records are placed, in the columns of `MEASURED`."""
    events = [one for one in numbered if one[1].counted is Counted.EVENTS]
    stocks = [one for one in numbered if one[1].counted is not Counted.EVENTS]
    medians = [one for one in numbered if one[1].statistic is Statistic.MEDIAN]
    summed = [one for one in events if one not in medians]
    months = f"SELECT 'month' AS kind, base AS period, * EXCLUDE (base) FROM parts WHERE {_of(summed)}"
    rows = [months, *(_added_up(kind, summed) for kind in ("quarter", "year"))]
    rows += [_of_stocks(kind, stocks) for kind in PERIODS]
    rows.append(
        f"SELECT kind, base AS period, * EXCLUDE (base, kind) FROM middles WHERE kind <> '{ON_ITS_DAY}'"
    )
    name = _chosen("measure_number", {number: f"'{one.name}'" for number, one in numbered})
    version = _chosen("measure_number", {number: str(one.version) for number, one in numbered})
    dimension = _chosen("dimension_number", {n: f"'{one}'" for n, one in enumerate(dimensions, 1)}, "''")
    return (
        f"WITH middles AS ({_middles(medians, dimensions)}), parts AS ({_sums(numbered, dimensions)}), "
        f"rows AS ({' UNION ALL '.join(rows)}) "
        f'SELECT {name} AS measure, {version}::INTEGER AS version, kind AS "by", period, '
        f'{dimension} AS dimension, "group", records::BIGINT AS records, numerator, denominator, '
        f"{_value(numbered)} AS value, upper "
        f"FROM rows JOIN {NAMES_OF_GROUPS} USING (dimension_number, number)"
    )


ON_ITS_DAY = "on its day"
"""The kind of a median of a stock before the calendar says which periods it stands for."""


def _sums(numbered: Numbered, dimensions: Sequence[str]) -> str:
    """What adds up, by month or census day. Medians of stocks are among them and given their middles."""
    wanted = [one for one in numbered if one[1].statistic is not Statistic.MEDIAN]
    sums = _sets(["measure_number", "base"], dimensions, "NULL::DOUBLE AS middle, NULL::DOUBLE AS upper")
    stocks = f"SELECT * EXCLUDE (kind) FROM middles WHERE kind = '{ON_ITS_DAY}'"
    return f"{sums.format(source=f'{PLACED} WHERE {_of(wanted)}')} UNION ALL {stocks}"


def _middles(medians: Numbered, dimensions: Sequence[str]) -> str:
    """Middle and 90th percentile of the medians' records, by each kind of period."""
    events = [one for one in medians if one[1].counted is Counted.EVENTS]
    stocks = [one for one in medians if one[1].counted is not Counted.EVENTS]
    kinds = [
        f"SELECT '{kind}' AS kind, * REPLACE (date_trunc('{kind}', base)::DATE AS base) "
        f"FROM {PLACED} WHERE {_of(events)}"
        for kind in KINDS[Counted.EVENTS]
    ]
    kinds.append(f"SELECT '{ON_ITS_DAY}' AS kind, * FROM {PLACED} WHERE {_of(stocks)}")
    middle = "quantile_cont(numerator, 0.5) AS middle, quantile_cont(numerator, 0.9) AS upper"
    sets = _sets(["kind", "measure_number", "base"], dimensions, middle)
    return sets.format(source=f"({' UNION ALL '.join(kinds)})")


def _sets(keys: Sequence[str], dimensions: Sequence[str], middle: str) -> str:
    """Records of `{source}` folded by the keys, for everyone and for each dimension."""
    listed = ", ".join(keys)
    sets = [f"({listed})", *(f"({listed}, {quoted(one)})" for one in dimensions)]
    dimension = _of_the_set(dimensions, [str(position) for position in range(1, len(dimensions) + 1)])
    number = _of_the_set(dimensions, [quoted(one) for one in dimensions])
    return (
        f"SELECT {listed}, {dimension}::UTINYINT AS dimension_number, {number}::USMALLINT AS number, "
        f"count(*) AS records, sum(numerator) AS numerator, sum(denominator) AS denominator, {middle} "
        f"FROM {{source}} GROUP BY GROUPING SETS ({', '.join(sets)})"
    )


def _of_the_set(dimensions: Sequence[str], says: Sequence[str]) -> str:
    """What to say of the dimension that a row is grouped by; nought where it is of everyone."""
    if not dimensions:
        return "0"
    cases = " ".join(
        f"WHEN grouping({quoted(one)}) = 0 THEN {said}" for one, said in zip(dimensions, says, strict=True)
    )
    return f"CASE {cases} ELSE 0 END"


def _added_up(kind: str, summed: Numbered) -> str:
    return (
        f"SELECT '{kind}' AS kind, date_trunc('{kind}', base)::DATE AS period, measure_number, "
        f"dimension_number, number, sum(records) AS records, sum(numerator) AS numerator, "
        f"sum(denominator) AS denominator, NULL::DOUBLE AS middle, NULL::DOUBLE AS upper "
        f"FROM parts WHERE {_of(summed)} GROUP BY ALL"
    )


def _of_stocks(kind: str, stocks: Numbered) -> str:
    """The stocks of one kind of period: each as it stood on the census day that the period shows."""
    wanted = [one for one in stocks if kind in KINDS[one[1].counted]]
    return (
        f"SELECT '{kind}' AS kind, c.{quoted(kind)} AS period, p.* EXCLUDE (base) FROM parts p "
        f"JOIN stock_{CALENDAR} c ON c.on_day = p.base WHERE c.{quoted(kind)} IS NOT NULL AND {_of(wanted)}"
    )


def _value(numbered: Numbered) -> str:
    cases = " ".join(
        f"WHEN {_of([one for one in numbered if one[1].statistic is statistic])} THEN {value}"
        for statistic, value in VALUE_SQL.items()
    )
    return f"CASE {cases} END"


def _chosen(column: str, says: dict[int, str], otherwise: str = "NULL") -> str:
    cases = " ".join(f"WHEN {number} THEN {said}" for number, said in says.items())
    return f"CASE {column} {cases} ELSE {otherwise} END" if says else otherwise


def _of(numbered: Numbered) -> str:
    return f"measure_number IN {_numbers(numbered)}"


def _numbers(numbered: Iterable[tuple[int, Measure]]) -> str:
    return f"({', '.join(str(number) for number, _ in numbered) or NO_MEASURE})"
