"""By when must each step of an annual review happen?"""

from __future__ import annotations

from datetime import date

from goldenthread.rules.counting import Counting
from goldenthread.rules.deadline import Deadline, Limit, Unit, deadline_after, fixed
from goldenthread.rules.duties import Declaration, Declarations, Party
from goldenthread.rules.law import Confirmed, Parameter
from goldenthread.rules.sources import code_of_practice, devon, send_regulation

DUTIES = Declarations("Annual review")

_MEETING = "the review meeting"
_HELD = "the day the review meeting was held"
_PLANNED = "the day of the review meeting"
_TWO_WEEKS_BEFORE = Limit(2, Unit.WEEKS, Counting.AT_LEAST_BEFORE, _MEETING)
_BEFORE = "That is {limit} before {event} on {start}."
_CLEAR = "clear days, so one day more"
_COMPLAIN = "If it has not come by then, ask us why. You can also complain."

NOTICE_OF_REVIEW_MEETING = fixed(
    "notice of a review meeting", _TWO_WEEKS_BEFORE, send_regulation("20(3)", Confirmed.READ)
)
TIME_TO_CIRCULATE_REVIEW_ADVICE = fixed(
    "time to circulate advice before a review meeting",
    _TWO_WEEKS_BEFORE,
    send_regulation("20(4)", Confirmed.READ),
)
TIME_TO_REPORT_ON_REVIEW = fixed(
    "time to report on a review meeting",
    Limit(2, Unit.WEEKS, Counting.WITHIN, _MEETING),
    send_regulation("20(7) to (9)", Confirmed.SECONDARY),
)
TIME_TO_DECIDE_AFTER_REVIEW = fixed(
    "time to decide after a review meeting",
    Limit(4, Unit.WEEKS, Counting.WITHIN, _MEETING),
    send_regulation("20(10)", Confirmed.READ),
)
TIME_TO_PROPOSE_AMENDMENTS = fixed(
    "time to send the amendment notice after a review meeting",
    Limit(4, Unit.WEEKS, Counting.WITHIN, _MEETING),
    send_regulation("22(2)(a)", Confirmed.READ),
)
TIME_FOR_REPRESENTATIONS_ABOUT_AMENDMENTS = fixed(
    "time for representations about proposed amendments",
    Limit(15, Unit.DAYS, Counting.BEGINNING_WITH, "the notice came"),
    send_regulation("22(2)(c)", Confirmed.READ),
)
TIME_TO_SEND_AMENDED_PLAN = fixed(
    "time to send the amended plan after the amendment notice",
    Limit(8, Unit.WEEKS, Counting.WITHIN, "we sent the notice"),
    send_regulation("22(3) and (4)", Confirmed.READ),
)
TIME_FOR_AMENDED_PLAN_AFTER_MEETING = fixed(
    "time to send the amended plan after the review meeting",
    Limit(12, Unit.WEEKS, Counting.WITHIN, _MEETING),
    devon(),
)
TIME_TO_LIST_REVIEWS_BEFORE_TERM = fixed(
    "time to list the reviews due before a term",
    Limit(2, Unit.WEEKS, Counting.AT_LEAST_BEFORE, "the term starts"),
    code_of_practice("9.172"),
)


def termly_list_due(
    term_starts_on: date, *, limit: Parameter[Limit] = TIME_TO_LIST_REVIEWS_BEFORE_TERM
) -> Deadline:
    """The list of reviews should be sent at least two weeks before term (Code of Practice 9.172)."""
    return deadline_after(term_starts_on, limit.on(term_starts_on))


DUTIES.declare(
    termly_list_due,
    Declaration(
        title="List the plans due for review next term",
        party=Party.COUNCIL,
        must="send schools and colleges the list of pupils whose plans are due for review in the term",
        what="We should tell your school by {day} whose plans are due for review next term.",
        how=_BEFORE,
        if_not="If your school has not heard from us, ask us when your review will be.",
        inputs={"term_starts_on": "the first day of the school term"},
        other_reading=_CLEAR,
    ),
)


def review_notice_due(
    review_meeting_on: date, *, limit: Parameter[Limit] = NOTICE_OF_REVIEW_MEETING
) -> Deadline:
    """The latest day to invite to a review meeting: at least two weeks before (regulation 20(3))."""
    return deadline_after(review_meeting_on, limit.on(review_meeting_on))


DUTIES.declare(
    review_notice_due,
    Declaration(
        title="Invite to the review meeting",
        party=Party.ARRANGER,
        must="give at least two weeks' notice of the review meeting to those invited",
        what="You should be told by {day} when your review is.",
        how=_BEFORE,
        if_not="If you were told later, you can ask for a new day.",
        inputs={"review_meeting_on": _PLANNED},
        notice="N8",
        other_reading=_CLEAR,
    ),
)


def review_papers_due(
    review_meeting_on: date, *, limit: Parameter[Limit] = TIME_TO_CIRCULATE_REVIEW_ADVICE
) -> Deadline:
    """The latest day to circulate advice: at least two weeks before the meeting (regulation 20(4))."""
    return deadline_after(review_meeting_on, limit.on(review_meeting_on))


DUTIES.declare(
    review_papers_due,
    Declaration(
        title="Circulate advice before the review meeting",
        party=Party.ARRANGER,
        must="obtain advice about the child or young person and circulate it to those invited",
        what="You should have all papers for your review by {day}.",
        how=_BEFORE,
        if_not="If they came later, you can ask for a new day.",
        inputs={"review_meeting_on": _PLANNED},
        notice="N8",
        other_reading=_CLEAR,
    ),
)


def review_report_due(
    review_meeting_held_on: date, *, limit: Parameter[Limit] = TIME_TO_REPORT_ON_REVIEW
) -> Deadline:
    """The report is due within two weeks of the meeting (regulation 20(7) to (9), 21(7))."""
    return deadline_after(review_meeting_held_on, limit.on(review_meeting_held_on))


DUTIES.declare(
    review_report_due,
    Declaration(
        title="Report on the review meeting",
        party=Party.ARRANGER,
        must="send a report with recommendations and any disagreements to everyone invited",
        what="You should have the report of your review by {day}.",
        if_not="If it has not come by then, ask your school or us for it.",
        inputs={"review_meeting_held_on": _HELD},
        notice="N9",
        sources=(send_regulation("21(7)", Confirmed.READ), code_of_practice("9.176")),
    ),
)


def decision_after_review_due(
    meeting_held_on: date, *, limit: Parameter[Limit] = TIME_TO_DECIDE_AFTER_REVIEW
) -> Deadline:
    """The local authority must notify its decision to keep, amend or cease by this day (reg 20(10))."""
    return deadline_after(meeting_held_on, limit.on(meeting_held_on))


DUTIES.declare(
    decision_after_review_due,
    Declaration(
        title="Decide after the review: keep, amend or cease",
        party=Party.COUNCIL,
        must="notify the family and the school or other institution whether it will keep the plan as it is, "
        "amend it or cease to maintain it",
        what="We will tell you by {day} if we will keep, change or end your plan.",
        if_not=_COMPLAIN,
        inputs={"meeting_held_on": _HELD},
        notice="N10, N11 or N14",
        appeal="section 51(2)(e) or (f)",
    ),
)


def amendment_notice_due(
    meeting_held_on: date, *, limit: Parameter[Limit] = TIME_TO_PROPOSE_AMENDMENTS
) -> Deadline:
    """The amendment notice goes within the same four weeks (regulation 22(2)(a), [2022] EWHC 493)."""
    return deadline_after(meeting_held_on, limit.on(meeting_held_on))


DUTIES.declare(
    amendment_notice_due,
    Declaration(
        title="Send the proposed amendments after the review",
        party=Party.COUNCIL,
        must="if it will amend the plan, send the family a copy of the plan with the proposed amendments and "
        "the evidence for them",
        what="If we will change your plan, we must show you each change by {day}.",
        if_not=_COMPLAIN,
        inputs={"meeting_held_on": _HELD},
        notice="N11",
        sources=(devon(),),
    ),
)


def amendment_representations_due(
    amendment_notice_served_on: date,
    *,
    limit: Parameter[Limit] = TIME_FOR_REPRESENTATIONS_ABOUT_AMENDMENTS,
) -> Deadline:
    """The last day of the 15 that begin with service of the amendment notice (regulation 22(2)(c))."""
    return deadline_after(amendment_notice_served_on, limit.on(amendment_notice_served_on))


DUTIES.declare(
    amendment_representations_due,
    Declaration(
        title="Comment on the proposed amendments",
        party=Party.FAMILY,
        must="be given at least this long to make representations about the proposed amendments",
        what="You have until {day} to tell us what you think of the changes.",
        how="That gives you {limit}, and the first is the day the notice came, {start}.",
        if_not="If you need more time, ask us. We must not send the new plan before this time ends.",
        inputs={"amendment_notice_served_on": "the day the amendment notice was served on the family"},
        notice="N11",
    ),
)


def amended_plan_due(
    amendment_notice_sent_on: date, *, limit: Parameter[Limit] = TIME_TO_SEND_AMENDED_PLAN
) -> Deadline:
    """Eight weeks from sending the notice (regulation 22(3), (4)); a late notice moves no outer day."""
    return deadline_after(amendment_notice_sent_on, limit.on(amendment_notice_sent_on))


DUTIES.declare(
    amended_plan_due,
    Declaration(
        title="Send the amended plan, or decide not to amend, after the notice",
        party=Party.COUNCIL,
        must="send the amended plan, or notify its decision not to amend with reasons",
        what="You should have the new plan by {day}, or hear that we will not change it.",
        if_not=_COMPLAIN,
        inputs={"amendment_notice_sent_on": "the day the amendment notice was in fact sent"},
        notice="N12",
        appeal="section 51(2)(c) or (e)",
        as_soon_as_practicable=True,
        sources=(send_regulation("22(4)", Confirmed.UNCONFIRMED),),
    ),
)


def amended_plan_after_review_due(
    meeting_held_on: date, *, limit: Parameter[Limit] = TIME_FOR_AMENDED_PLAN_AFTER_MEETING
) -> Deadline:
    """Twelve weeks from the meeting: four to propose and eight to finish ([2022] EWHC 493 (Admin))."""
    return deadline_after(meeting_held_on, limit.on(meeting_held_on))


DUTIES.declare(
    amended_plan_after_review_due,
    Declaration(
        title="Send the amended plan: outer limit from the review meeting",
        party=Party.COUNCIL,
        must="send the amended plan; a late amendment notice does not move this day",
        what="If we change your plan after a review, you should have the new one by {day}.",
        if_not=_COMPLAIN,
        inputs={"meeting_held_on": _HELD},
        notice="N12",
        appeal="section 51(2)(c)",
        sources=(send_regulation("20(10) and 22(3)", Confirmed.READ),),
    ),
)
