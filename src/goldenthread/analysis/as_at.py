"""How did the record stand on a day? The tables of the facts with all that happened later taken out.

An outcome that came later is not yet decided ("A"); a plan that started later is not there; a plan that
ceased later is in force. A fact without a day is taken as known throughout. Ends of a request are left in:
who asks for open requests compares their day, because an end takes the outcome of the request with it.
"""

from collections.abc import Mapping
from datetime import date

import ibis
import ibis.expr.types as ir

UNDECIDED = "A"


def as_at(tables: Mapping[str, ir.Table], day: date) -> dict[str, ir.Table]:
    """The relations as they stood at the end of that day; those that carry no day are given as they are."""
    until = ibis.date(day)
    cut = {name: CUTS[name](table, until) for name, table in tables.items() if name in CUTS}
    return {**tables, **cut}


def _blank(table: ir.Table, later: ir.BooleanValue, *columns: str) -> dict[str, ir.Value]:
    """The columns, empty where what they tell came later."""
    return {name: ibis.ifelse(later, ibis.null(table[name].type()), table[name]) for name in columns}


def _later(column: ir.DateColumn, until: ir.DateScalar) -> ir.BooleanValue:
    return (column > until).fill_null(False)


def _requests(table: ir.Table, until: ir.DateScalar) -> ir.Table:
    later = _later(table.outcome_on, until)
    kept = table.mutate(
        outcome=ibis.ifelse(later, UNDECIDED, table.outcome),
        **_blank(table, later, "outcome_on", "days_to_outcome", "outcome_within_limit"),
    )
    return kept.filter(~_later(kept.received_on, until))


def _assessments(table: ir.Table, until: ir.DateScalar) -> ir.Table:
    later = _later(table.outcome_on, until)
    law = ("outcome_on", "days_from_request", "refused_within_limit", "issued_within_limit")
    return table.mutate(outcome=ibis.ifelse(later, UNDECIDED, table.outcome), **_blank(table, later, *law))


def _named_plans(table: ir.Table, until: ir.DateScalar) -> ir.Table:
    later = _later(table.ceased_on, until)
    kept = table.mutate(**_blank(table, later, "ceased_on", "cease_reason"))
    return kept.filter(~_later(kept.started_on, until))


def _active_plans(table: ir.Table, until: ir.DateScalar) -> ir.Table:
    met = _later(table.review_meeting_on, until)
    decided = met | _later(table.last_review_on, until)
    return table.mutate(
        **_blank(table, met, "review_meeting_on", "review_decision_due_on"),
        **_blank(table, decided, "last_review_on", "review_outcome", "review_decision_within_limit"),
        **_blank(table, _later(table.review_draft_on, until), "review_draft_on"),
        **_blank(table, _later(table.phase_transfer_final_on, until), "phase_transfer_final_on"),
    )


def _placements(table: ir.Table, until: ir.DateScalar) -> ir.Table:
    kept = table.mutate(**_blank(table, _later(table.left_on, until), "left_on"))
    return kept.filter(~_later(kept.entered_on, until))


def _reviews(table: ir.Table, until: ir.DateScalar) -> ir.Table:
    amended = _later(table.amended_on, until)
    within = ("amended_on", "amended_within_8_weeks", "amended_within_12_weeks")
    notice = _blank(table, _later(table.notice_on, until), "notice_on", "amended_due_after_notice_on")
    kept = table.mutate(**_blank(table, amended, *within), **notice)
    return kept.filter(~_later(kept.meeting_on, until))


def _advice(table: ir.Table, until: ir.DateScalar) -> ir.Table:
    kept = table.mutate(**_blank(table, _later(table.received_on, until), "received_on", "within_limit"))
    return kept.filter(~_later(kept.sought_on, until))


def _appeals(table: ir.Table, until: ir.DateScalar) -> ir.Table:
    return table.filter(~_later(table.lodged_on, until))


def _counted(table: ir.Table, until: ir.DateScalar) -> ir.Table:
    """A period or a survey that ended later is not known yet."""
    return table.filter(~_later(table.on_day, until))


CUTS = {
    "requests": _requests,
    "assessments": _assessments,
    "named_plans": _named_plans,
    "active_plans": _active_plans,
    "placements": _placements,
    "reviews": _reviews,
    "advice": _advice,
    "appeals": _appeals,
    "complaints": _counted,
    "ombudsman": _counted,
    "messages": _counted,
    "surveys": _counted,
}
"""Table to what takes out of it whatever came after a day."""
