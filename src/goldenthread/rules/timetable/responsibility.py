"""By when must the council act once it becomes responsible for someone who was brought to its notice?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from goldenthread.rules import grounds
from goldenthread.rules.counting import Counting
from goldenthread.rules.deadline import Deadline, Limit, Unit, deadline_after, fixed
from goldenthread.rules.duties import Declaration, Declarations, Party
from goldenthread.rules.law import Confirmed, Parameter
from goldenthread.rules.sources import act, send_regulation

DUTIES = Declarations("Brought to notice")

_EVENT = "we became responsible"
_INPUTS = {
    "became_responsible_on": "the day the council became responsible (section 24)",
    "brought_to_notice_on": "the day a letter, for instance from a doctor, brought the child to notice",
}
_CAUTIOUS = "counted from the day the child was brought to notice, or with the event as day 1"
_COMPLAIN = "If you have not heard by then, ask us why. You can also complain."

TIME_TO_DECIDE_ONCE_RESPONSIBLE = fixed(
    "time to decide whether to assess, once responsible",
    Limit(6, Unit.WEEKS, Counting.WITHIN, _EVENT),
    send_regulation("5(1)(b)", Confirmed.INTERPRETATION),
)
TIME_TO_REFUSE_ONCE_RESPONSIBLE = fixed(
    "time to give notice that no plan will be made, once responsible",
    Limit(16, Unit.WEEKS, Counting.WITHIN, _EVENT),
    send_regulation("10(1)", Confirmed.READ),
)
TIME_TO_SEND_FINAL_PLAN_ONCE_RESPONSIBLE = fixed(
    "time to send the final plan, once responsible",
    Limit(20, Unit.WEEKS, Counting.WITHIN, _EVENT),
    send_regulation("13(2)", Confirmed.READ),
)
_RESPONSIBLE = act("24", Confirmed.READ)


def decision_whether_to_assess_once_responsible_due(
    became_responsible_on: date,
    brought_to_notice_on: date | None = None,
    *,
    limit: Parameter[Limit] = TIME_TO_DECIDE_ONCE_RESPONSIBLE,
) -> Deadline:
    """The decision is due 6 weeks after becoming responsible (regulation 5(1)(b))."""
    return _once_responsible(became_responsible_on, brought_to_notice_on, limit)


DUTIES.declare(
    decision_whether_to_assess_once_responsible_due,
    Declaration(
        title="Decide whether to assess, once responsible",
        party=Party.COUNCIL,
        must="notify the child's parent or the young person whether it will secure an EHC needs assessment",
        what="We will tell you by {day} if we will assess.",
        if_not=_COMPLAIN,
        inputs=_INPUTS,
        grounds=grounds.WHEN_DECIDING_WHETHER_TO_ASSESS,
        notice="N2 or N3",
        appeal="section 51(2)(a), if refused",
        as_soon_as_practicable=True,
        other_reading=_CAUTIOUS,
        sources=(_RESPONSIBLE,),
    ),
)


def refusal_to_issue_once_responsible_due(
    became_responsible_on: date,
    brought_to_notice_on: date | None = None,
    *,
    limit: Parameter[Limit] = TIME_TO_REFUSE_ONCE_RESPONSIBLE,
) -> Deadline:
    """Notice of no plan is due 16 weeks after becoming responsible (regulation 10(1)(b))."""
    return _once_responsible(became_responsible_on, brought_to_notice_on, limit)


DUTIES.declare(
    refusal_to_issue_once_responsible_due,
    Declaration(
        title="Give notice that no plan will be made, once responsible",
        party=Party.COUNCIL,
        must="notify the child's parent or the young person, with reasons, that it will not make an EHC plan",
        what="If we will not make a plan, we must tell you by {day}.",
        if_not=_COMPLAIN,
        inputs=_INPUTS,
        grounds=grounds.WHEN_REFUSING_OR_ISSUING,
        notice="N4",
        appeal="section 51(2)(b)",
        as_soon_as_practicable=True,
        other_reading=_CAUTIOUS,
        sources=(_RESPONSIBLE,),
    ),
)


def final_plan_once_responsible_due(
    became_responsible_on: date,
    brought_to_notice_on: date | None = None,
    *,
    limit: Parameter[Limit] = TIME_TO_SEND_FINAL_PLAN_ONCE_RESPONSIBLE,
) -> Deadline:
    """The final plan is due 20 weeks after becoming responsible (regulation 13(2)(b))."""
    return _once_responsible(became_responsible_on, brought_to_notice_on, limit)


DUTIES.declare(
    final_plan_once_responsible_due,
    Declaration(
        title="Send the final plan, once responsible",
        party=Party.COUNCIL,
        must="send the finalised plan to the child's parent or the young person, the institution it "
        "names and the responsible commissioning body",
        what="You should have the final plan by {day}.",
        if_not=_COMPLAIN,
        inputs=_INPUTS,
        grounds=grounds.WHEN_REFUSING_OR_ISSUING,
        notice="N7",
        appeal="section 51(2)(c)",
        as_soon_as_practicable=True,
        other_reading=_CAUTIOUS,
        sources=(_RESPONSIBLE,),
    ),
)


def _once_responsible(
    became_responsible_on: date, brought_to_notice_on: date | None, limit: Parameter[Limit]
) -> Deadline:
    due = deadline_after(became_responsible_on, limit.on(became_responsible_on))
    if brought_to_notice_on is None or brought_to_notice_on >= became_responsible_on:
        return due
    cautious = due.due_on - (became_responsible_on - brought_to_notice_on)
    return replace(due, alternative_on=cautious)
