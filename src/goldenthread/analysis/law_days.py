"""By which day is the law's answer due, for records whose facts do not carry it? Asked of the rules.

The facts give the day on which a plan is due with the assessment. A request that has none yet has that day
too: it is counted from the receipt of the request.
"""

import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.rules.timetable.assessment import final_plan_due
from goldenthread.sen2.facts import due_day

DUE_DAYS = pa.schema([pa.field("received_on", pa.date32()), pa.field("plan_is_due_on", pa.date32())])


def due_days(requests: pa.Table) -> pa.Table:
    """For each day on which a request was received, the day by which its plan was due (regulation 13(2))."""
    days = [day for day in pc.unique(requests["received_on"]).to_pylist() if day is not None]
    due = [due_day(final_plan_due, day) for day in days]
    return pa.table({"received_on": days, "plan_is_due_on": due}, schema=DUE_DAYS)
