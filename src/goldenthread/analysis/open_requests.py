"""Which requests are open on a day? Asked for, and not yet answered by a plan, a refusal or a withdrawal."""

from functools import lru_cache

import ibis
import ibis.expr.types as ir

from goldenthread.analysis.known import DUE, Known


@lru_cache(maxsize=4)
def answered(known: Known) -> ir.Table:
    """Every request that is open, or was answered on a known day.

    With `answered_on`, empty for one that is open; `assessed`, the outcome of its assessment; `plan_due_on`;
    and `ended_how` where somebody recorded that it was withdrawn or that the family moved. Left out are those
    that ended on a day that nobody gave: the return has none for a withdrawal, nor for what was settled in an
    earlier year.
    """
    assessments = known["assessments"].select("request_key", assessed="outcome", assessed_on="outcome_on")
    due = known[DUE].rename(plan_due_on="plan_is_due_on")
    requests = known["requests"].left_join(assessments, "request_key", rname="a_{name}")
    requests = requests.left_join(due, "received_on", rname="d_{name}")
    requests = _with_ends(known, requests)
    not_assessed = requests.assessed.isnull()
    refused_on = ibis.ifelse(not_assessed & (requests.outcome == "N"), requests.outcome_on, ibis.null("date"))
    no_end_yet = requests.ended_on.isnull() | (requests.ended_on > known.today)
    ended_on = ibis.ifelse(no_end_yet, ibis.null("date"), requests.ended_on)
    ends_later = requests.ended_on > known.today
    undecided = requests.assessed.isin(["A", "Y"]) | (not_assessed & requests.outcome.isin(["A", "Y"]))
    requests = requests.mutate(
        answered_on=requests.assessed_on.coalesce(refused_on, ended_on),
        waits=undecided.fill_null(False) | ends_later.fill_null(False),
    )
    return requests.filter(requests.answered_on.notnull() | requests.waits)


def _with_ends(known: Known, requests: ir.Table) -> ir.Table:
    """With `ended_on` and `ended_how` where somebody recorded a withdrawal or a move; else both are empty."""
    if "ends" not in known.tables:
        return requests.mutate(ended_on=ibis.null("date"), ended_how=ibis.null("string"))
    ends = known["ends"]
    first = ends.group_by("request_key").agg(
        ended_on=ends.ended_on.min(), ended_how=ends.how.argmin(ends.ended_on)
    )
    return requests.left_join(first, "request_key", rname="e_{name}")


@lru_cache(maxsize=4)
def open_requests(known: Known) -> ir.Table:
    """The open requests on each census day, with `on_day`, `received_on`, `plan_due_on`, `days_open`."""
    requests = answered(known)
    days = known.on_census_days(requests, since=requests.received_on, until=requests.answered_on)
    return days.mutate(days_open=days.on_day.delta(days.received_on, unit="day"))
