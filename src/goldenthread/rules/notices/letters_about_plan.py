"""The notices about a plan in force (N8 to N18): review, amendment, ceasing, re-assessment, moves, orders."""

from __future__ import annotations

from goldenthread.rules.law import Confirmed
from goldenthread.rules.lifecycle import Step
from goldenthread.rules.notices.elements import Element, Recipient
from goldenthread.rules.notices.notice import Notice
from goldenthread.rules.notices.parts import carrying, notice_of_rights, to
from goldenthread.rules.sources import act, send_regulation

_READ, _SECONDARY = Confirmed.READ, Confirmed.SECONDARY
_20_2, _20_3, _20_4 = (send_regulation(f"20({number})", _READ) for number in (2, 3, 4))
_20_7, _20_11 = send_regulation("20(7)", _SECONDARY), send_regulation("20(11)", _SECONDARY)
_20_10 = send_regulation("20(10)", _READ)
_22_2, _22_3 = send_regulation("22(2)", _READ), send_regulation("22(3)", _READ)
_22 = send_regulation("22", _SECONDARY)
_22_4 = send_regulation("22(4)", Confirmed.UNCONFIRMED)
_31 = send_regulation("31", _READ)
_25_1, _25_2 = send_regulation("25(1)", _READ), send_regulation("25(2)", Confirmed.UNCONFIRMED)
_15_4 = send_regulation("15(4)", _READ)
_44_2 = send_regulation("44(2)", _SECONDARY)
_THREE = (Recipient.FAMILY, Recipient.NAMED_SETTING, Recipient.HEALTH_COMMISSIONER)

REVIEW_LETTERS = (
    Notice(
        "N8",
        "Come to the review meeting",
        frozenset({Step.REVIEW_CALLED}),
        to(
            _20_2,
            Recipient.FAMILY,
            Recipient.HEAD_OR_PROVIDER,
            Recipient.SEND_OFFICER,
            Recipient.HEALTH_PROFESSIONAL,
            Recipient.SOCIAL_CARE,
        ),
        (*carrying(_20_3, Element.MEETING_DATE), *carrying(_20_4, Element.PAPERS)),
        "at least two weeks before the meeting",
        _20_3,
        "review_notice",
    ),
    Notice(
        "N9",
        "Report of the review meeting",
        frozenset({Step.REVIEW_REPORT_SENT}),
        to(_20_7, Recipient.EVERYONE_INVITED),
        carrying(_20_7, Element.REVIEW_RECOMMENDATIONS, Element.DISAGREEMENTS),
        "within two weeks of the meeting",
        _20_7,
        "review_report",
    ),
    Notice(
        "N10",
        "We will keep the plan as it is",
        frozenset({Step.DECIDED_TO_MAINTAIN}),
        to(_20_10, Recipient.FAMILY, Recipient.HEAD_OR_PROVIDER),
        (*carrying(_20_10, Element.DECISION), *notice_of_rights(_20_11)),
        "within four weeks of the meeting",
        _20_10,
        "decision_after_review",
    ),
    Notice(
        "N11",
        "We propose to change the plan",
        frozenset({Step.DECIDED_TO_AMEND, Step.AMENDMENT_NOTICE_SENT}),
        (*to(_22_2, Recipient.FAMILY), *to(_20_10, Recipient.HEAD_OR_PROVIDER)),
        (
            *carrying(send_regulation("22(2)(a)", _READ), Element.PLAN, Element.CHANGES, Element.EVIDENCE),
            *carrying(
                send_regulation("22(2)(c)", _READ),
                Element.GIVE_VIEWS,
                Element.WINDOW,
                Element.ASK_FOR_SETTING,
                Element.MEETING,
            ),
            *carrying(_22_2, Element.SCHOOL_INFORMATION),
        ),
        "within four weeks of the meeting",
        _22_2,
        "amendment_notice",
    ),
    Notice(
        "N12a",
        "Here is the amended plan",
        frozenset({Step.AMENDED_PLAN_SENT}),
        to(_22_3, *_THREE),
        (
            *carrying(_22_3, Element.PLAN),
            *carrying(act("51(3)", _READ), Element.APPEAL_B_F_I),
            *notice_of_rights(_22),
        ),
        "within eight weeks of the notice of the changes",
        _22_3,
        "amended_plan",
    ),
    Notice(
        "N12b",
        "We will not make the changes",
        frozenset({Step.DECIDED_NOT_TO_AMEND, Step.DECIDED_NOT_TO_REPLACE}),
        to(_22_4, *_THREE),
        (*carrying(_22_4, Element.DECISION, Element.REASONS), *notice_of_rights(_22_4)),
        "within eight weeks of the notice of the changes",
        _22_4,
        "amended_plan",
    ),
)

OTHER_LETTERS = (
    Notice(
        "N13",
        "We are considering whether to cease the plan",
        frozenset({Step.CEASING_PROPOSED}),
        to(_31, Recipient.FAMILY, Recipient.HEAD_OR_PROVIDER),
        carrying(_31, Element.ASKS_ABOUT_CEASING),
        "before the decision",
        _31,
    ),
    Notice(
        "N14",
        "We will cease the plan",
        frozenset({Step.DECIDED_TO_CEASE}),
        to(_31, *_THREE),
        (
            *carrying(_31, Element.DECISION),
            *notice_of_rights(_31),
            *carrying(act("45(4)", _READ), Element.HELD),
        ),
        "after the consultation; after a review, within four weeks of the meeting",
        _31,
        "decision_after_review",
    ),
    Notice(
        "N15a",
        "We will re-assess",
        frozenset({Step.DECIDED_TO_REASSESS}),
        (*to(_25_1, Recipient.FAMILY), *to(_25_2, Recipient.THOSE_TOLD)),
        carrying(_25_1, Element.DECISION),
        "within 15 days of the request",
        _25_1,
        "decision_whether_to_reassess",
    ),
    Notice(
        "N15b",
        "We will not re-assess",
        frozenset({Step.DECIDED_NOT_TO_REASSESS}),
        (*to(_25_1, Recipient.FAMILY), *to(_25_2, Recipient.THOSE_TOLD)),
        (*carrying(_25_1, Element.DECISION), *carrying(_25_2, Element.REASONS), *notice_of_rights(_25_2)),
        "within 15 days of the request",
        _25_1,
        "decision_whether_to_reassess",
    ),
    Notice(
        "N16",
        "Your plan is now with us",
        frozenset({Step.TOLD_OF_TRANSFER}),
        to(_15_4, Recipient.FAMILY),
        carrying(_15_4, Element.TRANSFERRED, Element.WILL_ASSESS, Element.REVIEW_DATE),
        "within 6 weeks of the transfer",
        _15_4,
        "transfer_notice",
    ),
    Notice(
        "N18",
        "Here is the plan that the tribunal ordered",
        frozenset({Step.ORDERED_PLAN_SENT}),
        to(_44_2, *_THREE),
        carrying(_44_2, Element.PLAN),
        "within the time that regulation 44 sets for the order",
        _44_2,
        "tribunal_order",
    ),
)
