"""Which measures count something rare, and when did it happen? Their events, for charts of what lies between.

Decided by the counts of whole months: on average less than one, or none in more than a quarter of them.
"""

from collections.abc import Sequence
from datetime import date, timedelta

import pyarrow as pa

from goldenthread.analysis.catalogue import Counted, Measure, Statistic, measures
from goldenthread.analysis.further_facts import COUNTED_ELSEWHERE
from goldenthread.analysis.measuring import Measuring
from goldenthread.analysis.statistics.rare_events import is_too_rare_to_count

RARE = pa.schema(
    [
        pa.field("measure", pa.string()),
        pa.field("on_day", pa.date32()),  # of the event; of the last row, the as-at day
        pa.field("cases", pa.int64()),  # records counted up to then, this one included
        pa.field("is_event", pa.bool_()),
    ]
)
"""One row an event of every measure that is rare, oldest first, and one for where it stands now."""


def rare_events(running: Measuring, figures: pa.Table) -> pa.Table:
    """The events of every measure that is rare, for everyone; `figures` as `Measuring.all_figures` gives."""
    counts = _counts(figures)
    months = _whole_months(running.known.first_day, running.known.as_at)
    found = [
        _events(running, one)
        for one in measures().values()
        if one.name in counts and is_too_rare_to_count([counts[one.name].get(month, 0) for month in months])
    ]
    return pa.concat_tables([RARE.empty_table(), *found])


def _counts(figures: pa.Table) -> dict[str, dict[date, int]]:
    """Measure to month to how many were counted, for everyone; of those that count events.

    A count that was brought is no event: a survey with five districts did not happen five times.
    """
    countable = {
        one.name
        for one in measures().values()
        if one.counted is Counted.EVENTS
        and one.statistic in (Statistic.SHARE, Statistic.COUNT)
        and not COUNTED_ELSEWHERE & set(one.source)
    }
    found: dict[str, dict[date, int]] = {}
    for row in figures.select(["measure", "by", "period", "dimension", "numerator"]).to_pylist():
        if row["measure"] in countable and row["by"] == "month" and not row["dimension"]:
            found.setdefault(row["measure"], {})[row["period"]] = round(row["numerator"] or 0)
    return found


def _whole_months(first: date, last: date) -> Sequence[date]:
    found, month = [], first.replace(day=1)
    while (after := (month + timedelta(days=32)).replace(day=1)) <= last + timedelta(days=1):
        found.append(month)
        month = after
    return found


def _events(running: Measuring, measure: Measure) -> pa.Table:
    """The day of each event with the cases so far, and the as-at day with all of them."""
    first, last = running.known.first_day, running.known.as_at
    return running.table(
        f"WITH records AS ({running.records_of(measure)}), counted AS ("
        f"SELECT on_day, numerator > 0 AS is_event, row_number() OVER (ORDER BY on_day, record_key) AS cases "
        f"FROM records WHERE on_day BETWEEN DATE '{first}' AND DATE '{last}') "
        f"SELECT '{measure.name}' AS measure, on_day, cases, is_event FROM ("
        f"SELECT * FROM counted WHERE is_event UNION ALL "
        f"SELECT DATE '{last}', false, count(*) FROM counted) ORDER BY cases, is_event DESC"
    ).cast(RARE)
