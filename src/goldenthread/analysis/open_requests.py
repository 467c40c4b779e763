"""Which requests are open on a day? Asked for, and not yet answered by a plan, a refusal or a withdrawal."""

import ibis
import ibis.expr.types as ir

from goldenthread.analysis.known import Known

ENDED = ("W", "S")
"""Outcomes of a request or an assessment without a day: withdrawn, or settled elsewhere."""


def answered(known: Known) -> ir.Table:
    """Every request with `answered_on`, which is empty for one that is open, and `plan_due_on`.

    Left out are those that ended on a day that nobody gave: the return has none for a withdrawal, nor for
    what was settled in an earlier year.
    """
    assessments = known["assessments"].select(
        "request_key", "plan_due_on", assessed="outcome", assessed_on="outcome_on"
    )
    plans = known["named_plans"].select("request_key", "started_on")
    requests = known["requests"].left_join(assessments, "request_key", rname="a_{name}")
    requests = requests.left_join(plans, "request_key", rname="p_{name}")
    refused = ibis.ifelse(requests.outcome == "N", requests.outcome_on, ibis.null("date"))
    answered_on = requests.assessed_on.coalesce(
        ibis.ifelse(requests.assessed.isnull(), refused, ibis.null("date")), requests.started_on
    )
    requests = requests.mutate(answered_on=answered_on)
    waits = (requests.assessed == "A") | (requests.assessed.isnull() & (requests.outcome == "A"))
    known_end = requests.answered_on.notnull()
    return requests.filter(
        requests.outcome.notin(list(ENDED)),
        known_end | waits | ((requests.outcome == "Y") & requests.assessed.isnull()),
    )


def open_requests(known: Known) -> ir.Table:
    """The open requests on each census day, with `on_day`, `received_on`, `plan_due_on`, `days_open`."""
    requests = answered(known)
    days = known.on_census_days(requests, since=requests.received_on, until=requests.answered_on)
    return days.mutate(days_open=days.on_day.delta(days.received_on, unit="day"))
