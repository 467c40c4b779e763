"""What the journal tells that no return holds, as facts: who holds a case, amended plans, advice, appeals.

Schemas are those of `goldenthread.analysis.further_facts`. Only what was recorded here is in the tables of
steps: a return tells of few steps, and what it leaves out may have happened all the same.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Any

import pyarrow as pa

from goldenthread.analysis.further_facts import FURTHER
from goldenthread.casework.duties import due_if_in_force
from goldenthread.casework.history import Fact, history_of
from goldenthread.casework.models import Case, Entry
from goldenthread.rules.deadline import Deadline
from goldenthread.rules.lifecycle import Step
from goldenthread.rules.timetable.advice import advice_due
from goldenthread.rules.timetable.review import amended_plan_after_review_due, amended_plan_due

Row = dict[str, Any]
MADE_HERE = ("cases", "reviews", "advice", "appeals", "ends")

ENDS = {
    Step.REQUEST_WITHDRAWN: "withdrawn",
    Step.MOVED_AWAY: "moved",
    Step.PLAN_TRANSFERRED: "moved",
    Step.PERSON_DIED: "died",
}


@dataclass(slots=True)
class FurtherFacts:
    """Collects the rows of the further tables, one case at a time."""

    rows: dict[str, list[Row]] = field(default_factory=lambda: {name: [] for name in MADE_HERE})
    held: Mapping[int, Row] = field(default_factory=dict)

    @classmethod
    def begun(cls) -> "FurtherFacts":
        """With who holds each case, read at once."""
        columns = Case.objects.values_list(
            "pk", "person_id", "person__same_as_id", "coordinator_id", "team__name", "standing__is_open"
        )
        return cls(
            held={
                case_id: {
                    "case_id": case_id,
                    "person_id": same_as or person_id,
                    "coordinator_key": coordinator,
                    "team": team,
                    "is_open": is_open,
                }
                for case_id, person_id, same_as, coordinator, team, is_open in columns
            }
        )

    def add(self, request_key: int, case_id: int, entries: Sequence[Entry]) -> None:
        """The rows of one case."""
        self.rows["cases"].append({"request_key": request_key, **self.held[case_id]})
        if all(entry.kind == Entry.DECLARED for entry in entries):
            return
        facts = history_of(entries).facts
        for table, rows_of in WAYS.items():
            self.rows[table].extend({"request_key": request_key, **row} for row in rows_of(facts))

    def tables(self) -> dict[str, pa.Table]:
        return {name: pa.Table.from_pylist(rows, FURTHER[name]) for name, rows in self.rows.items()}


def _days(facts: Sequence[Fact], *steps: Step) -> list[date]:
    """The days on which these steps were recorded here, in order."""
    return [fact.day for fact in facts if fact.step in steps and fact.declared is None]


def _first(days: Sequence[date], since: date, before: date) -> date | None:
    return next((day for day in days if since <= day < before), None)


def reviews(facts: Sequence[Fact]) -> Iterator[Row]:
    """One row a review meeting: the notice of changes and the amended plan that came before the next one."""
    meetings = sorted(fact.day for fact in facts if fact.step is Step.REVIEW_MEETING_HELD)
    notices = _days(facts, Step.AMENDMENT_NOTICE_SENT)
    plans = _days(facts, Step.AMENDED_PLAN_SENT)
    for meeting_on, before in pairwise([*meetings, date.max]):
        notice_on = _first(notices, meeting_on, before)
        amended_on = _first(plans, meeting_on, before)
        if notice_on is None and amended_on is None:
            continue
        after_notice = _due(amended_plan_due, notice_on)
        after_meeting = _due(amended_plan_after_review_due, meeting_on)
        yield {
            "meeting_on": meeting_on,
            "notice_on": notice_on,
            "amended_on": amended_on,
            "amended_due_after_notice_on": after_notice,
            "amended_due_after_meeting_on": after_meeting,
            "amended_within_8_weeks": _in_time(amended_on, after_notice),
            "amended_within_12_weeks": _in_time(amended_on, after_meeting),
        }


def advice(facts: Sequence[Fact]) -> Iterator[Row]:
    """One row for each adviser who was asked, with the first answer that came from them afterwards."""
    asked = [fact for fact in facts if fact.step is Step.ADVICE_SOUGHT and fact.declared is None]
    for fact in asked:
        adviser = fact.happening.details.adviser
        came = (
            other.day
            for other in facts
            if other.step is Step.ADVICE_RECEIVED
            and other.happening.details.adviser is adviser
            and other.day >= fact.day
        )
        received_on, due_on = next(came, None), _due(advice_due, fact.day)
        yield {
            "adviser": adviser.value if adviser else None,
            "sought_on": fact.day,
            "received_on": received_on,
            "due_on": due_on,
            "within_limit": _in_time(received_on, due_on),
        }


def appeals(facts: Sequence[Fact]) -> Iterator[Row]:
    """One row an appeal that was lodged."""
    for day in _days(facts, Step.APPEAL_LODGED):
        yield {"lodged_on": day}


def ends(facts: Sequence[Fact]) -> Iterator[Row]:
    """One row for each end that a return gives no day of: withdrawn, moved away, died."""
    for fact in facts:
        if fact.step in ENDS and fact.declared is None:
            yield {"ended_on": fact.day, "how": ENDS[fact.step]}


WAYS: Mapping[str, Callable[[Sequence[Fact]], Iterator[Row]]] = {
    "reviews": reviews,
    "advice": advice,
    "appeals": appeals,
    "ends": ends,
}


def _due(rule: Callable[[date], Deadline], event: date | None) -> date | None:
    deadline = due_if_in_force(rule, event) if event else None
    return deadline.due_on if deadline else None


def _in_time(day: date | None, due_on: date | None) -> bool | None:
    return None if day is None or due_on is None else day <= due_on
