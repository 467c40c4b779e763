"""What the statutory return would say of a case: what a return declared, with what was recorded here put in.

The result is a payload in the shape of `casework.declared`, so that the journal and a file speak the
same words to every measure.
"""

from collections.abc import Callable, Iterable
from copy import deepcopy
from datetime import date
from typing import Any

from goldenthread.casework.history import history_of
from goldenthread.casework.models import Entry
from goldenthread.rules.lifecycle import Step

Payload = dict[str, Any]

ASSESSED, NOT_ASSESSED, UNDECIDED, WITHDRAWN = "Y", "N", "A", "W"
"""Outcome codes of a request and of an assessment, as the return has them."""


def stated(entries: Iterable[Entry]) -> Payload | None:
    """The payload for one case from all its entries; None for a case of which nothing is stated yet."""
    rows = list(entries)
    declared = [row for row in rows if row.kind == Entry.DECLARED]
    latest = max(declared, key=lambda row: (row.happened_on, row.id), default=None)
    payload: Payload = deepcopy(latest.said) if latest else {}
    if len(declared) < len(rows):
        for fact in history_of(rows).facts:
            if fact.declared is None and fact.step in SAYS:
                SAYS[fact.step](payload, fact.day)
    return payload if payload.get("request") else None


def _request(payload: Payload) -> dict[str, Any]:
    found: dict[str, Any] = payload.setdefault("request", {"outcome": UNDECIDED})
    return found


def _assessment(payload: Payload) -> dict[str, Any]:
    _request(payload)["outcome"] = ASSESSED
    found: dict[str, Any] = payload.setdefault("assessment", {"outcome": UNDECIDED})
    return found


def _plan(payload: Payload) -> dict[str, Any]:
    found: dict[str, Any] = payload.setdefault("named_plan", {})
    return found


def _active(payload: Payload) -> dict[str, Any]:
    found: dict[str, Any] = payload.setdefault("active_plan", {})
    return found


def _received(payload: Payload, day: date) -> None:
    _request(payload)["received_on"] = day.isoformat()


def _assess(payload: Payload, day: date) -> None:
    _assessment(payload)
    _request(payload)["outcome_on"] = day.isoformat()


def _not_assess(payload: Payload, day: date) -> None:
    _request(payload).update(outcome=NOT_ASSESSED, outcome_on=day.isoformat())


def _issue(payload: Payload, day: date) -> None:
    # The return leaves the date blank until the plan itself is issued.
    _assessment(payload)["outcome"] = ASSESSED


def _not_issue(payload: Payload, day: date) -> None:
    _assessment(payload).update(outcome=NOT_ASSESSED, outcome_on=day.isoformat())


def _final_plan(payload: Payload, day: date) -> None:
    _assessment(payload).update(outcome=ASSESSED, outcome_on=day.isoformat())
    _plan(payload)["started_on"] = day.isoformat()
    _active(payload)


def _withdrawn(payload: Payload, day: date) -> None:
    undecided = payload.get("assessment") or _request(payload)
    undecided["outcome"] = WITHDRAWN
    undecided.pop("outcome_on", None)


def _meeting(payload: Payload, day: date) -> None:
    _active(payload)["review_meeting_on"] = day.isoformat()


def _decided(code: str) -> Callable[[Payload, date], None]:
    def put(payload: Payload, day: date) -> None:
        _active(payload).update(review_outcome=code, last_review_on=day.isoformat())

    return put


def _ceased(payload: Payload, day: date) -> None:
    _plan(payload)["ceased_on"] = day.isoformat()


SAYS: dict[Step, Callable[[Payload, date], None]] = {
    Step.REQUEST_RECEIVED: _received,
    Step.DECIDED_TO_ASSESS: _assess,
    Step.DECIDED_NOT_TO_ASSESS: _not_assess,
    Step.DECIDED_TO_ISSUE: _issue,
    Step.DECIDED_NOT_TO_ISSUE: _not_issue,
    Step.FINAL_PLAN_SENT: _final_plan,
    Step.REQUEST_WITHDRAWN: _withdrawn,
    Step.REVIEW_MEETING_HELD: _meeting,
    Step.DECIDED_TO_MAINTAIN: _decided("M"),
    Step.DECIDED_TO_AMEND: _decided("A"),
    Step.DECIDED_TO_CEASE: _decided("C"),
    Step.PLAN_CEASED: _ceased,
}
"""What each step that is recorded here puts into the return; other steps are not in it."""
