"""What is known for a measure to count over? The tables of the facts as relations, up to the as-at day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import ibis
import ibis.expr.types as ir

from goldenthread.analysis.collection_year import CollectionYear
from goldenthread.analysis.facts import Header
from goldenthread.analysis.readings import CHOSEN

CENSUS_DAYS = "census_days"
"""Relation of the days on which stocks are counted: month ends that the facts cover, and the as-at day."""

DUE = "due_days"
"""Relation of each day on which a request came to the day by which its plan was due."""


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """Relations by name with everything after `as_at` taken out. Each is its own: cohorts are kept by it.

    `first_day` is the day from which the facts tell everything: before it, only what was still going on.
    """

    tables: Mapping[str, ir.Table]
    area: str
    first_day: date
    as_at: date

    def __getitem__(self, table: str) -> ir.Table:
        return self.tables[table]

    @property
    def today(self) -> ir.DateScalar:
        """The as-at day, for an expression."""
        return ibis.date(self.as_at)

    @property
    def census(self) -> CollectionYear:
        """The same for the cohorts of `goldenthread.analysis.cohorts`: census day is the as-at day."""
        return CollectionYear(self.tables, Header(self.area, self.as_at), CHOSEN)

    def on_census_days(self, stretches: ir.Table, *, since: ir.DateValue, until: ir.DateValue) -> ir.Table:
        """Each record once for every census day from `since` on, and before `until` where that is set."""
        days = self.tables[CENSUS_DAYS].select(on_day="day")
        stretches = stretches.mutate(stretch_since=since, stretch_until=until)
        return stretches.join(
            days,
            [
                stretches.stretch_since <= days.on_day,
                stretches.stretch_until.isnull() | (stretches.stretch_until > days.on_day),
            ],
        )


def records(
    table: ir.Table,
    *,
    on_day: ir.DateValue,
    numerator: ir.Value,
    denominator: ir.Value | int = 1,
    key: str = "request_key",
) -> ir.Table:
    """What every expression gives: one row a record.

    `record_key` names the record, `case_key` its case, `on_day` the day that puts it into a period.
    `numerator` is a truth value, counted as 1 or 0, or a number; `denominator` is its weight.
    """
    if isinstance(numerator, ir.BooleanValue):
        numerator = ibis.ifelse(numerator, 1, 0)  # a missing answer counts as no
    weight = ibis.literal(denominator) if isinstance(denominator, int) else denominator
    return table.select(
        record_key=table[key],
        case_key=table.request_key,
        on_day=on_day,
        numerator=numerator.cast("float64"),
        denominator=weight.cast("float64"),
    )
