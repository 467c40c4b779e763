"""From people as the file states them to facts: typed columns with the law applied.

Due days come from `goldenthread.rules` alone. A day is in time when it is no later than the due day; the
day of receipt (or of the review meeting) is day 0 of the days counted.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.rules.law import NotInForce
from goldenthread.rules.timetable.assessment import (
    decision_whether_to_assess_due,
    final_plan_due,
    refusal_to_issue_due,
)
from goldenthread.rules.timetable.review import decision_after_review_due
from goldenthread.sen2.reading.columns import Unreadable, typed
from goldenthread.sen2.reading.raw import RECORD_TABLES, RawBatch
from goldenthread.sen2.schemas import DAY, DAYS, TABLES


@dataclass(frozen=True, slots=True)
class Facts:
    """Some people, whole, as one Arrow table for each of the return's tables."""

    tables: dict[str, pa.Table]

    def __getitem__(self, table: str) -> pa.Table:
        return self.tables[table]

    def of_request(self, table: str, column: str) -> pa.Array:
        """A column of `requests`, lined up with the rows of a table below it."""
        return of_request(self[table], self["requests"], column)

    def has(self, table: str, other: str) -> pa.Array:
        """For each row of a table: does the same request have a row in the other table?"""
        return pc.is_in(self[table]["request_key"], value_set=whole(self[other]["request_key"]))


def whole(column: pa.ChunkedArray) -> pa.Array:
    return column.combine_chunks()


def of_request(table: pa.Table, requests: pa.Table, column: str) -> pa.Array:
    at = pc.index_in(table["request_key"], value_set=whole(requests["request_key"]))
    return requests[column].take(at)


def facts_of(batch: RawBatch) -> tuple[Facts, list[Unreadable]]:
    """A batch as facts, and every text in it that could not be given its type."""
    tables: dict[str, pa.Table] = {}
    unreadable: list[Unreadable] = []
    for name in RECORD_TABLES:
        tables[name], wrong = typed(name, batch.rows[name])
        unreadable += wrong
    return Facts(with_law(tables)), unreadable


def with_law(stated: dict[str, pa.Table]) -> dict[str, pa.Table]:
    """The tables with the columns of the law added, in the order of their schemas."""
    requests = stated["requests"]
    added = {
        "requests": _law_on_requests(requests),
        "assessments": _law_on_assessments(stated["assessments"], requests),
        "active_plans": _law_on_reviews(stated["active_plans"]),
    }
    return {name: _complete(name, table, added.get(name, {})) for name, table in stated.items()}


def _complete(name: str, table: pa.Table, law: dict[str, Any]) -> pa.Table:
    for column, values in law.items():
        table = table.append_column(TABLES[name].field(column), values)
    return table.select(TABLES[name].names)


def _law_on_requests(requests: pa.Table) -> dict[str, Any]:
    due = _due(requests["received_on"], decision_whether_to_assess_due)
    decided = pc.is_in(requests["outcome"], value_set=pa.array(["Y", "N"]))
    return {
        "decision_due_on": due,
        "days_to_outcome": _days(requests["received_on"], requests["outcome_on"]),
        "outcome_within_limit": _in_time(requests["outcome_on"], due, where=decided),
    }


def _law_on_assessments(assessments: pa.Table, requests: pa.Table) -> dict[str, Any]:
    received = of_request(assessments, requests, "received_on")
    refusal_due, plan_due = _due(received, refusal_to_issue_due), _due(received, final_plan_due)
    outcome, outcome_on = assessments["outcome"], assessments["outcome_on"]
    return {
        "refusal_due_on": refusal_due,
        "plan_due_on": plan_due,
        "days_from_request": _days(received, outcome_on),
        "refused_within_limit": _in_time(outcome_on, refusal_due, where=pc.equal(outcome, "N")),
        "issued_within_limit": _in_time(outcome_on, plan_due, where=pc.equal(outcome, "Y")),
    }


def _law_on_reviews(plans: pa.Table) -> dict[str, Any]:
    meeting, decided = plans["review_meeting_on"], plans["last_review_on"]
    due = _due(meeting, decision_after_review_due)
    # A decision older than the meeting belongs to an earlier review: of this one, nothing can be said.
    after_meeting = pc.greater_equal(decided, meeting)
    return {
        "review_decision_due_on": due,
        "review_decision_within_limit": _in_time(decided, due, where=after_meeting),
    }


def _due(days: pa.ChunkedArray, rule: Callable[[date], Any]) -> pa.ChunkedArray:
    """The due day for each day, asked of the rules once for each different day."""
    different = pc.unique(days)
    due = pa.array([due_day(rule, day) if day else None for day in different.to_pylist()], DAY)
    return due.take(pc.index_in(days, value_set=different))


@lru_cache(maxsize=65_536)
def due_day(rule: Callable[[date], Any], day: date) -> date | None:
    """When the rule's duty is due; nothing where it was not yet law on that day, or the calendar ends
    first."""
    try:
        due: date = rule(day).due_on
    except (NotInForce, OverflowError):
        return None
    return due


def _days(start: Any, end: Any) -> Any:
    return pc.subtract(end.cast(pa.int32()), start.cast(pa.int32())).cast(DAYS)


def _in_time(day: Any, due: Any, *, where: Any) -> Any:
    """Is the day no later than the due day? Nothing where either is missing or `where` is not true."""
    return pc.if_else(pc.fill_null(where, False), pc.less_equal(day, due), None)
