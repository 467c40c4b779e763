"""Until when may a family appeal, and by when must the council respond?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from goldenthread.rules.counting import (
    Counting,
    first_working_day_after_recess,
    in_tribunal_recess,
)
from goldenthread.rules.deadline import Deadline, Limit, Unit, deadline_after, fixed
from goldenthread.rules.duties import Declaration, Declarations, Party
from goldenthread.rules.law import Confirmed, Parameter, Source
from goldenthread.rules.refusals import NoDateYet
from goldenthread.rules.sources import act, tribunal_rule

DUTIES = Declarations("Appeals")

_SENT = "the day the written decision was sent"
_CERTIFICATE = "the day the mediation certificate was issued, if there is one"
_RULE_12 = tribunal_rule("12", Confirmed.READ)

TIME_TO_APPEAL_AFTER_DECISION = fixed(
    "time to appeal after the decision was sent",
    Limit(2, Unit.MONTHS, Counting.TRIBUNAL_MONTHS, "we sent the decision"),
    tribunal_rule("20(1)(c)", Confirmed.READ),
)
TIME_TO_APPEAL_AFTER_CERTIFICATE = fixed(
    "time to appeal after the mediation certificate",
    Limit(1, Unit.MONTHS, Counting.TRIBUNAL_MONTHS, "your mediation certificate"),
    tribunal_rule("20(1)(c)", Confirmed.READ),
)
TIME_TO_RESPOND_TO_APPEAL = fixed(
    "time to respond to an appeal",
    Limit(30, Unit.WORKING_DAYS, Counting.TRIBUNAL_WORKING_DAYS, "the tribunal sent it to us"),
    tribunal_rule("21", Confirmed.SECONDARY),
)


@dataclass(frozen=True, slots=True)
class NeedsCertificate:
    """Whether an appeal needs a mediation certificate, and why."""

    needed: bool
    because: Source


def certificate_needed(*, section_i_only: bool) -> NeedsCertificate:
    """Every appeal needs a certificate unless it is only about Section I (section 55(2))."""
    return NeedsCertificate(not section_i_only, act("55(2)", Confirmed.SECONDARY))


def appeal_due(
    decision_sent_on: date,
    certificate_issued_on: date | None = None,
    section_i_only: bool = False,
    *,
    after_decision: Parameter[Limit] = TIME_TO_APPEAL_AFTER_DECISION,
    after_certificate: Parameter[Limit] = TIME_TO_APPEAL_AFTER_CERTIFICATE,
) -> Deadline:
    """Two months after the decision was sent, or a month from the certificate if later (rule 20(1)(c)).

    Rule 12 moves the day. An appeal only about Section I has the two months alone.
    """
    due = _appeal_within(decision_sent_on, after_decision)
    if certificate_issued_on is None or section_i_only:
        return due
    from_certificate = _appeal_within(certificate_issued_on, after_certificate)
    return from_certificate if from_certificate.raw_on > due.raw_on else due


DUTIES.declare(
    appeal_due,
    Declaration(
        title="Appeal to the tribunal",
        party=Party.FAMILY,
        must="send the appeal so that the tribunal receives it by 17:00 on the day",
        what="The tribunal must have your appeal by 5pm on {day}.",
        how="That is {limit} after {event} on {start}{moved}.",
        if_not="If you miss this day, ask the tribunal. It may let you appeal late.",
        inputs={
            "decision_sent_on": _SENT,
            "certificate_issued_on": _CERTIFICATE,
            "section_i_only": "whether the appeal is only about Section I, which needs no certificate",
        },
        other_reading="moved on past August or Christmas as well",
        sources=(_RULE_12, act("51", Confirmed.READ), act("55", Confirmed.SECONDARY)),
    ),
)


def tribunal_response_due(
    appeal_sent_to_council_on: date, *, limit: Parameter[Limit] = TIME_TO_RESPOND_TO_APPEAL
) -> Deadline:
    """The response is due 30 counted working days after the appeal was sent (rules 21 and 12)."""
    return deadline_after(appeal_sent_to_council_on, limit.on(appeal_sent_to_council_on))


DUTIES.declare(
    tribunal_response_due,
    Declaration(
        title="Respond to an appeal",
        party=Party.COUNCIL,
        must="send its response to the tribunal",
        what="We must answer your appeal by {day}.",
        how="That is {limit} after {event} on {start}.",
        if_not="If you have not seen it by then, tell the tribunal.",
        inputs={"appeal_sent_to_council_on": "the day the tribunal sent the appeal to the council"},
        sources=(_RULE_12,),
    ),
)


def plan_held_until_due(
    decision_sent_on: date,
    certificate_issued_on: date | None = None,
    appeal_lodged_on: date | None = None,
    appeal_determined_on: date | None = None,
    *,
    after_decision: Parameter[Limit] = TIME_TO_APPEAL_AFTER_DECISION,
    after_certificate: Parameter[Limit] = TIME_TO_APPEAL_AFTER_CERTIFICATE,
) -> Deadline:
    """The last day for which a plan that is to cease must be kept at least (section 45(4)).

    Raises NoDateYet while an appeal is open: the plan is kept until it is determined.
    """
    held = act("45(4)", Confirmed.READ)
    if appeal_determined_on is not None:
        day = appeal_determined_on
        return Deadline(day, day, None, Counting.ON_THE_DAY, held, decision_sent_on)
    if appeal_lodged_on is not None:
        raise NoDateYet(
            "The plan must be kept until the appeal is determined. There is no date for that yet.", held
        )
    due = appeal_due(
        decision_sent_on,
        certificate_issued_on,
        after_decision=after_decision,
        after_certificate=after_certificate,
    )
    return Deadline(
        due.due_on, due.raw_on, due.alternative_on, due.counting, held, due.counted_from, due.limit
    )


DUTIES.declare(
    plan_held_until_due,
    Declaration(
        title="Keep the plan while an appeal against ceasing may be brought or is open",
        party=Party.COUNCIL,
        must="continue to maintain the plan until the time to appeal has passed or the appeal is determined",
        what="We must keep your plan in place until {day}, at least.",
        how="That is the last day to appeal, or the day the appeal ended.",
        if_not="If the help in it stops sooner, tell us at once. You can also complain.",
        inputs={
            "decision_sent_on": "the day the decision to cease the plan was sent",
            "certificate_issued_on": _CERTIFICATE,
            "appeal_lodged_on": "the day an appeal against it was lodged, if one was",
            "appeal_determined_on": "the day that appeal was determined, if it was",
        },
        notice="N14",
        appeal="section 51(2)(f)",
        sources=(act("45(4)", Confirmed.READ),),
    ),
)


def _appeal_within(event: date, limit: Parameter[Limit]) -> Deadline:
    due = deadline_after(event, limit.on(event))
    if not in_tribunal_recess(due.due_on):
        return due
    later = first_working_day_after_recess(due.due_on)
    return Deadline(due.due_on, due.raw_on, later, due.counting, due.because, due.counted_from, due.limit)
