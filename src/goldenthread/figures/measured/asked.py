"""Every request of a set on its clock, as the statistics of waiting take it."""

from datetime import timedelta
from functools import lru_cache
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.analysis.statistics.incidence import Asked, Outcome
from goldenthread.figures.measured.keeping import clocks
from goldenthread.figures.models import MeasuredSet

ENDS = {
    "plan": Outcome.PLAN,
    "refused": Outcome.REFUSED,
    "withdrawn": Outcome.WITHDRAWN,
    "moved": Outcome.MOVED,
}


def asked_of_row(row: dict[str, Any]) -> Asked:
    """One row of the clocks."""
    if row["outcome"] == "open":
        return Asked(row["asked_on"])
    return Asked(row["asked_on"], row["asked_on"] + timedelta(days=row["days"]), ENDS[row["outcome"]])


def asked_in(of: MeasuredSet, dimension: str = "", group: str = "") -> tuple[Asked, ...]:
    """Every request of a ready set, or of one group; nobody where the dimension has no source."""
    return _asked_in(of, of.facts_digest, dimension, group)


@lru_cache(maxsize=8)
def _asked_in(of: MeasuredSet, digest: str, dimension: str, group: str) -> tuple[Asked, ...]:
    """Read once a process: the rows of a set never change while its digest stands."""
    rows: pa.Table = clocks(of)
    if dimension:
        if dimension not in rows.column_names:
            return ()
        rows = rows.filter(pc.equal(rows[dimension], group))
    return tuple(asked_of_row(row) for row in rows.select(["asked_on", "days", "outcome"]).to_pylist())
