"""By when must a plan follow a family that moves, and what must the new council and health body do?"""

from __future__ import annotations

from datetime import date

from goldenthread.rules.counting import Counting, working_days_before
from goldenthread.rules.deadline import Deadline, Limit, Unit, deadline_after, fixed
from goldenthread.rules.duties import Declaration, Declarations, Party
from goldenthread.rules.law import Confirmed, Parameter
from goldenthread.rules.sources import send_regulation

DUTIES = Declarations("Moves")

_AWARE = "we learned of the move"
_MOVED = "the day the child or young person moved"
_TRANSFERRED = "the day the plan was transferred"
_FIFTEEN_WORKING_DAYS = Limit(15, Unit.WORKING_DAYS, Counting.WORKING_DAYS_BEGINNING_WITH, _AWARE)
_ON_THE_DAY = "We knew of the move in good time, so it goes on the day you move."
_FROM_AWARENESS = "We get {limit}, and the first is the day we learned of the move, {start}."

TIME_TO_TRANSFER_PLAN = fixed(
    "time to transfer a plan to the new authority",
    _FIFTEEN_WORKING_DAYS,
    send_regulation("15(2)", Confirmed.READ),
)
TIME_TO_TELL_FAMILY_AFTER_TRANSFER = fixed(
    "time for the new authority to tell the family",
    Limit(6, Unit.WEEKS, Counting.WITHIN, "the plan came to us"),
    send_regulation("15(4)", Confirmed.READ),
)
TIME_TO_REVIEW_AFTER_LAST_REVIEW = fixed(
    "time to review a transferred plan, from the last review",
    Limit(12, Unit.MONTHS, Counting.MONTHS_BEGINNING_WITH, "the last review"),
    send_regulation("15(5)(a)", Confirmed.READ),
)
TIME_TO_REVIEW_AFTER_TRANSFER = fixed(
    "time to review a transferred plan, from the transfer",
    Limit(3, Unit.MONTHS, Counting.MONTHS_BEGINNING_WITH, "the plan came to us"),
    send_regulation("15(5)(b)", Confirmed.UNCONFIRMED),
)
TIME_TO_TELL_NEW_COMMISSIONER_AFTER_MOVE = fixed(
    "time for the old commissioning body to tell the new one after a move",
    _FIFTEEN_WORKING_DAYS,
    send_regulation("16", Confirmed.SECONDARY),
)
TIME_TO_TELL_NEW_COMMISSIONER = fixed(
    "time to tell the new commissioning body without a move between authorities",
    Limit(15, Unit.WORKING_DAYS, Counting.WITHIN_WORKING_DAYS, "it learned of this"),
    send_regulation("16", Confirmed.SECONDARY),
)
TIME_TO_SAY_HEALTH_CARE_CANNOT_BE_ARRANGED = fixed(
    "time for the new commissioning body to ask for an assessment or a review",
    Limit(15, Unit.WORKING_DAYS, Counting.WITHIN_WORKING_DAYS, "it learned of this"),
    send_regulation("16", Confirmed.SECONDARY),
)


def plan_transfer_due(
    moved_on: date, became_aware_on: date, *, limit: Parameter[Limit] = TIME_TO_TRANSFER_PLAN
) -> Deadline:
    """On the day of the move, or 15 working days beginning with awareness if that was late (reg 15(2))."""
    return _on_move_or_after_awareness(moved_on, became_aware_on, limit)


DUTIES.declare(
    plan_transfer_due,
    Declaration(
        title="Transfer the plan to the new authority",
        party=Party.OLD_COUNCIL,
        must="transfer the plan to the new local authority",
        what="Your plan must go to your new council by {day}.",
        how=_FROM_AWARENESS,
        how_without_limit=_ON_THE_DAY,
        if_not="If it has not, ask both councils why. Your new council must give the help in it.",
        inputs={"moved_on": _MOVED, "became_aware_on": "the day the old authority became aware of the move"},
    ),
)


def transfer_notice_due(
    plan_transferred_on: date, *, limit: Parameter[Limit] = TIME_TO_TELL_FAMILY_AFTER_TRANSFER
) -> Deadline:
    """The new authority tells the family within six weeks of the transfer (regulation 15(4))."""
    return deadline_after(plan_transferred_on, limit.on(plan_transferred_on))


DUTIES.declare(
    transfer_notice_due,
    Declaration(
        title="Tell the family after the transfer",
        party=Party.NEW_COUNCIL,
        must="tell the family that the plan was transferred, whether it will assess, and when it will review",
        what="We will tell you by {day} what we plan to do with your plan.",
        if_not="If you have not heard by then, ask us why. You can also complain.",
        inputs={"plan_transferred_on": _TRANSFERRED},
        notice="N16",
    ),
)


def review_after_transfer_due(
    plan_transferred_on: date,
    made_or_last_reviewed_on: date,
    *,
    after_review: Parameter[Limit] = TIME_TO_REVIEW_AFTER_LAST_REVIEW,
    after_transfer: Parameter[Limit] = TIME_TO_REVIEW_AFTER_TRANSFER,
) -> Deadline:
    """The later of 12 months from the last review and three from the transfer (regulation 15(5))."""
    from_review = deadline_after(made_or_last_reviewed_on, after_review.on(made_or_last_reviewed_on))
    from_transfer = deadline_after(plan_transferred_on, after_transfer.on(plan_transferred_on))
    return from_transfer if from_transfer.due_on > from_review.due_on else from_review


DUTIES.declare(
    review_after_transfer_due,
    Declaration(
        title="Review a transferred plan",
        party=Party.NEW_COUNCIL,
        must="review the plan before the later of 12 months beginning with the day it was made or last "
        "reviewed and three months beginning with the transfer",
        what="We must review your plan by {day}.",
        how="That is {limit}, and the first day is {start}.",
        if_not="If it has not been done by then, ask us why. You can also complain.",
        inputs={
            "plan_transferred_on": _TRANSFERRED,
            "made_or_last_reviewed_on": "the day the plan was made or last reviewed",
        },
    ),
)


def commissioner_transfer_due(
    moved_on: date,
    became_aware_on: date,
    *,
    limit: Parameter[Limit] = TIME_TO_TELL_NEW_COMMISSIONER_AFTER_MOVE,
) -> Deadline:
    """On the day of the move, or 15 working days beginning with awareness (regulation 16)."""
    return _on_move_or_after_awareness(moved_on, became_aware_on, limit)


DUTIES.declare(
    commissioner_transfer_due,
    Declaration(
        title="Tell the new commissioning body when a family moves",
        party=Party.COMMISSIONER,
        must="notify the new responsible commissioning body when the child or young person moves area",
        what="Your old health body must tell the new one by {day}.",
        how="It gets {limit}, and the first is the day it learned of the move, {start}.",
        how_without_limit="It knew of the move in good time, so it tells them on the day you move.",
        if_not="If it has not, tell us. We will chase it.",
        inputs={"moved_on": _MOVED, "became_aware_on": "the day the old commissioning body became aware"},
    ),
)


def commissioner_change_due(
    became_aware_on: date, *, limit: Parameter[Limit] = TIME_TO_TELL_NEW_COMMISSIONER
) -> Deadline:
    """Within 15 working days of awareness (regulation 16)."""
    return deadline_after(became_aware_on, limit.on(became_aware_on))


DUTIES.declare(
    commissioner_change_due,
    Declaration(
        title="Tell the new commissioning body without a move between authorities",
        party=Party.COMMISSIONER,
        must="notify the new responsible commissioning body that it has become responsible",
        what="Your old health body must tell the new one by {day}.",
        if_not="If it has not, tell us. We will chase it.",
        inputs={"became_aware_on": "the day the old commissioning body became aware of the change"},
    ),
)


def health_provision_request_due(
    became_aware_on: date, *, limit: Parameter[Limit] = TIME_TO_SAY_HEALTH_CARE_CANNOT_BE_ARRANGED
) -> Deadline:
    """Within 15 working days of awareness (regulation 16)."""
    return deadline_after(became_aware_on, limit.on(became_aware_on))


DUTIES.declare(
    health_provision_request_due,
    Declaration(
        title="Say that health care in the plan cannot be arranged",
        party=Party.COMMISSIONER,
        must="ask the local authority to assess or review, if it cannot arrange the provision in Section "
        "G; the local authority must then do so",
        what="The new health body may not be able to give the care in your plan. "
        "If so, it must say so by {day}.",
        if_not="If the care has not been put in place, tell us at once.",
        inputs={"became_aware_on": "the day the new commissioning body became aware"},
    ),
)


def _on_move_or_after_awareness(moved_on: date, became_aware_on: date, limit: Parameter[Limit]) -> Deadline:
    version = limit.on(moved_on)
    if became_aware_on <= working_days_before(moved_on, version.value.amount):
        return Deadline(moved_on, moved_on, None, Counting.ON_THE_DAY, version.source, moved_on)
    return deadline_after(became_aware_on, version)
