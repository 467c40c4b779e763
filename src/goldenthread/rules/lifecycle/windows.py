"""The times that nobody may cut short: for the family's views, and for an appeal."""

from __future__ import annotations

from datetime import date

from goldenthread.rules.counting import Counting, appeal_received_by, corresponding_date
from goldenthread.rules.deadline import Limit, Unit, deadline_after
from goldenthread.rules.law import Confirmed, Parameter, Version
from goldenthread.rules.sources import COMMENCEMENT, send_regulation

TIME_FOR_VIEWS_ON_DRAFT = Parameter(
    "time for views on a draft plan",
    (
        Version(
            COMMENCEMENT,
            Limit(15, Unit.DAYS, Counting.BEGINNING_WITH),
            send_regulation("13(1)(a)", Confirmed.READ),
        ),
    ),
)
TIME_FOR_VIEWS_ON_CHANGES = Parameter(
    "time for views on proposed changes to a plan",
    (
        Version(
            COMMENCEMENT,
            Limit(15, Unit.DAYS, Counting.BEGINNING_WITH),
            send_regulation("22(2)(c)", Confirmed.READ),
        ),
    ),
)


def views_on_draft_end(draft_served_on: date) -> date:
    """The last day on which the family may give views on the draft (regulation 13(1)(a))."""
    return deadline_after(draft_served_on, TIME_FOR_VIEWS_ON_DRAFT.on(draft_served_on)).due_on


def views_on_changes_end(notice_served_on: date) -> date:
    """The last day on which the family may give views on proposed changes (regulation 22(2)(c))."""
    return deadline_after(notice_served_on, TIME_FOR_VIEWS_ON_CHANGES.on(notice_served_on)).due_on


def appeal_may_be_brought_until(decision_sent_on: date, certificate_issued_on: date | None = None) -> date:
    """The last day for an appeal: two months after the decision was sent, or one month from the certificate.

    The later counts (tribunal rule 20(1)(c)); rule 12 moves an end in August, at Christmas or on a day that
    is not a working day.
    """
    end = corresponding_date(decision_sent_on, 2)
    if certificate_issued_on is not None:
        end = max(end, corresponding_date(certificate_issued_on, 1))
    return appeal_received_by(end)
