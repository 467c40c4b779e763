"""How are a measure's records made into figures? One query with every period and breakdown as a grouping set.

The SQL holds our own names only: expressions, measures, dimensions. Nothing that anyone typed is in it.
"""

from collections.abc import Sequence

from goldenthread.analysis.catalogue import Counted, Measure, Statistic

PERIODS = ("month", "quarter", "year", "day")
"""The kinds of period. `day` is the as-at day itself, for what is counted as a stock."""

CALENDAR = "calendar"
"""Table of every day with its periods; with `stock_` before it, of the census days with theirs."""
GROUPS_OF_CASES = "groups_of_cases"

VALUE_SQL = {
    Statistic.SHARE: ("100 * sum(numerator) / nullif(sum(denominator), 0)", "NULL::DOUBLE"),
    Statistic.COUNT: ("sum(numerator)", "NULL::DOUBLE"),
    Statistic.MEAN: ("sum(numerator) / nullif(sum(denominator), 0)", "NULL::DOUBLE"),
    Statistic.MEDIAN: ("quantile_cont(numerator, 0.5)", "quantile_cont(numerator, 0.9)"),
}
"""How a value, and what stands beside it, is made of records."""

KINDS = {
    Counted.EVENTS: PERIODS[:3],
    Counted.MONTH_ENDS: PERIODS,
    Counted.AS_AT_DAY: PERIODS[3:],
}
"""The kinds of period in which a measure has figures."""


def quoted(column: str) -> str:
    return f'"{column}"'


def calendar_of(measure: Measure) -> str:
    """The table that puts the measure's records into periods."""
    return CALENDAR if measure.counted is Counted.EVENTS else f"stock_{CALENDAR}"


def placed(records: str, dimensions: Sequence[str], calendar: str) -> str:
    """The records with their periods and groups, as a common table `placed`."""
    groups = "".join(f", coalesce(g.{quoted(one)}, 'not recorded') AS {quoted(one)}" for one in dimensions)
    joined = f"LEFT JOIN {GROUPS_OF_CASES} g USING (case_key)" if dimensions else ""
    return (
        f"WITH records AS ({records}), placed AS (SELECT r.*, c.month, c.quarter, c.year, c.day{groups} "
        f"FROM records r JOIN {calendar} c ON c.on_day = r.on_day {joined})"
    )


def figures_sql(measure: Measure, records: str, dimensions: Sequence[str]) -> str:
    """Every figure of a measure, from the SQL of its records."""
    if measure.counted is not Counted.EVENTS:
        return _of_stocks(measure, records, dimensions)
    if measure.statistic is Statistic.MEDIAN:
        return _of_medians(measure, records, dimensions)
    return _of_events(measure, records, dimensions)


def _of_events(measure: Measure, records: str, dimensions: Sequence[str]) -> str:
    """By month first, and quarters and years from the months: sums add up, so records are read once."""
    months = _sets(measure, records, dimensions, ["month"])
    value, upper = VALUE_SQL[measure.statistic]
    later = [
        f"SELECT '{kind}' AS \"by\", date_trunc('{kind}', period)::DATE AS period, dimension, \"group\", "
        f"sum(records) AS records, sum(numerator) AS numerator, sum(denominator) AS denominator, "
        f"{value} AS value, {upper} AS upper FROM parts GROUP BY 2, 3, 4"
        for kind in ("quarter", "year")
    ]
    by_month = "SELECT 'month' AS \"by\", * FROM parts"
    return _named(measure, months, " UNION ALL ".join([by_month, *later]))


def _of_stocks(measure: Measure, records: str, dimensions: Sequence[str]) -> str:
    """By census day, and each kind of period from the census day that it shows."""
    days = _sets(measure, records, dimensions, ["on_day"])
    calendar = calendar_of(measure)
    kinds = [
        f"SELECT '{kind}' AS \"by\", c.{quoted(kind)} AS period, p.* EXCLUDE (period) FROM parts p "
        f"JOIN {calendar} c ON c.on_day = p.period WHERE c.{quoted(kind)} IS NOT NULL"
        for kind in KINDS[measure.counted]
    ]
    return _named(measure, days, " UNION ALL ".join(kinds))


def _of_medians(measure: Measure, records: str, dimensions: Sequence[str]) -> str:
    """A median does not add up: each kind of period is worked out from the records."""
    kinds = KINDS[measure.counted]
    by = " ".join(f"WHEN grouping({quoted(kind)}) = 0 THEN '{kind}'" for kind in kinds)
    parts = _sets(measure, records, dimensions, kinds, more=f', CASE {by} END AS "by"')
    return _named(measure, parts, "SELECT * FROM parts")


def _named(measure: Measure, parts: str, rows: str) -> str:
    """The rows in the columns of `MEASURED`."""
    return (
        f"{parts} SELECT '{measure.name}' AS measure, {measure.version}::INTEGER AS version, \"by\", period, "
        f'dimension, "group", records::BIGINT AS records, numerator, denominator, value, upper FROM ({rows})'
    )


def _sets(
    measure: Measure, records: str, dimensions: Sequence[str], keys: Sequence[str], more: str = ""
) -> str:
    """The records folded by each key, for everyone and for each dimension, as a common table `parts`."""
    sets = [f"({quoted(key)})" for key in keys]
    sets += [f"({quoted(key)}, {quoted(one)})" for key in keys for one in dimensions]
    dimension, group = _of_the_set(dimensions, "'{0}'"), _of_the_set(dimensions, '"{0}"')
    period = f"coalesce({', '.join(quoted(key) for key in keys)})"
    value, upper = VALUE_SQL[measure.statistic]
    return (
        f"{placed(records, dimensions, calendar_of(measure))}, parts AS ("
        f'SELECT {period} AS period, {dimension} AS dimension, {group} AS "group", '
        f"count(*) AS records, sum(numerator) AS numerator, sum(denominator) AS denominator, "
        f"{value} AS value, {upper} AS upper{more} "
        f"FROM placed GROUP BY GROUPING SETS ({', '.join(sets)}) HAVING {period} IS NOT NULL)"
    )


def _of_the_set(dimensions: Sequence[str], says: str) -> str:
    """What to say of the dimension that a row is grouped by; nothing where it is of everyone."""
    if not dimensions:
        return "''"
    cases = " ".join(f"WHEN grouping({quoted(one)}) = 0 THEN {says.format(one)}" for one in dimensions)
    return f"CASE {cases} ELSE '' END"
