"""What became of each child who asked, and after how many days? The rows behind cumulative incidence.

A request enters on day 0, or later where the facts begin later: a request of an earlier year is known only
because it was still open when the facts begin, and counts from then on (it is truncated on the left).
"""

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from goldenthread.analysis.grouping_sets import GROUPS_OF_CASES
from goldenthread.analysis.known import Known
from goldenthread.analysis.measuring import Measuring
from goldenthread.analysis.open_requests import answered

CLOCKS = pa.schema(
    [
        pa.field("case_key", pa.int64()),
        pa.field("asked_on", pa.date32()),
        pa.field("month", pa.date32()),  # of the request, its first day
        pa.field("entered", pa.int32()),  # days from the request when it comes under observation
        pa.field("days", pa.int32()),  # days from the request to the outcome, or to the as-at day
        pa.field("outcome", pa.string()),
    ]
)
"""Columns of the rows, before one for each dimension that has a source."""

OUTCOMES = ("plan", "refused", "withdrawn", "moved", "open")
"""What became of a request; `open` is censored on the as-at day."""


def requests_on_the_clock(known: Known) -> ir.Table:
    """One row a request that was open at some time between the first day of the facts and the as-at day."""
    requests = answered(known)
    refused = (requests.assessed == "N") | (requests.assessed.isnull() & (requests.outcome == "N"))
    outcome = ibis.cases(
        (requests.answered_on.isnull(), "open"),
        (requests.assessed == "Y", "plan"),
        (refused, "refused"),
        else_=requests.ended_how,
    )
    first = ibis.date(known.first_day)
    until = requests.answered_on.coalesce(known.today)
    seen = requests.mutate(outcome_words=outcome, until=until).filter(
        requests.received_on.notnull(), until >= first, until >= requests.received_on
    )
    waited = ibis.greatest(first.delta(seen.received_on, unit="day"), 0)
    return seen.select(
        case_key="request_key",
        asked_on=seen.received_on,
        month=seen.received_on.truncate("M"),
        entered=waited.cast("int32"),
        days=seen.until.delta(seen.received_on, unit="day").cast("int32"),
        outcome=seen.outcome_words,
    )


def clock_rows(running: Measuring) -> pa.Table:
    """The rows with a column for each dimension that has a source."""
    sql = ibis.to_sql(requests_on_the_clock(running.known), dialect="duckdb", pretty=False)
    groups = "".join(f', g."{name}"' for name in running.dimensions)
    table = running.table(
        f"SELECT c.*{groups} FROM ({sql}) c LEFT JOIN {GROUPS_OF_CASES} g USING (case_key) ORDER BY case_key"
    )
    for at, column in enumerate(CLOCKS):
        table = table.set_column(at, column, table[column.name].cast(column.type))
    return table
