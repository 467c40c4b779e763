"""The notices from a request to a final plan: N1 to N7, and N17."""

from __future__ import annotations

from dataclasses import replace

from goldenthread.rules.law import Confirmed
from goldenthread.rules.lifecycle import Step
from goldenthread.rules.notices.elements import Element, Recipient
from goldenthread.rules.notices.notice import Notice
from goldenthread.rules.notices.parts import (
    GOOD_PRACTICE,
    TOLD_OF_REQUEST,
    carrying,
    notice_of_rights,
    to,
)
from goldenthread.rules.sources import act, code_of_practice, send_regulation

_READ, _SECONDARY = Confirmed.READ, Confirmed.SECONDARY
_5_1, _5_3 = send_regulation("5(1)", _READ), send_regulation("5(3)", _READ)
_10_2, _10_3 = send_regulation("10(2)", _READ), send_regulation("10(3)", _READ)
_CODE_ON_DRAFTS = replace(code_of_practice("9.78"), provision="chapter 9, on the draft plan")
_13_1, _13_2 = send_regulation("13(1)", _READ), send_regulation("13(2)", _READ)

LETTERS_TO_PLAN = (
    Notice(
        "N1",
        "We are considering an assessment",
        frozenset({Step.FAMILY_CONSULTED}),
        (*to(act("36(7)", _READ), Recipient.FAMILY), *TOLD_OF_REQUEST),
        carrying(act("36(7)", _READ), Element.CONSIDERING, Element.GIVE_VIEWS, Element.SEND_EVIDENCE),
        "after the request and before the decision",
        act("36(7)", _READ),
    ),
    Notice(
        "N2",
        "We will assess",
        frozenset({Step.DECIDED_TO_ASSESS}),
        (*to(_5_1, Recipient.FAMILY), *TOLD_OF_REQUEST),
        (
            *carrying(_5_1, Element.DECISION),
            *carrying(
                GOOD_PRACTICE,
                Element.TIMETABLE,
                Element.CONTACT,
                Element.ADVICE_AND_SUPPORT,
                Element.ADVISERS,
                Element.ASK_FOR_ADVISERS,
            ),
        ),
        "within 6 weeks of the request",
        _5_1,
        "decision_whether_to_assess",
    ),
    Notice(
        "N3",
        "We will not assess",
        frozenset({Step.DECIDED_NOT_TO_ASSESS}),
        (*to(_5_1, Recipient.FAMILY), *TOLD_OF_REQUEST),
        (
            *carrying(_5_1, Element.DECISION),
            *carrying(act("36(5)", _READ), Element.REASONS),
            *notice_of_rights(_5_3, recommendations=False),
        ),
        "within 6 weeks of the request",
        _5_1,
        "decision_whether_to_assess",
    ),
    Notice(
        "N4",
        "We will not make a plan",
        frozenset({Step.DECIDED_NOT_TO_ISSUE}),
        to(_10_2, Recipient.FAMILY, Recipient.HEALTH_COMMISSIONER, Recipient.HEAD_OR_PROVIDER),
        (
            *carrying(_10_2, Element.DECISION),
            *carrying(act("36(9)", Confirmed.UNCONFIRMED), Element.REASONS),
            *notice_of_rights(_10_3),
        ),
        "within 16 weeks of the request",
        _10_2,
        "refusal_to_issue",
    ),
    Notice(
        "N5",
        "Here is the draft plan",
        frozenset({Step.DRAFT_SENT}),
        to(_13_1, Recipient.FAMILY),
        (
            *carrying(act("38", _READ), Element.DRAFT_PLAN, Element.APPENDICES),
            *carrying(
                send_regulation("13(1)(a)", _READ),
                Element.GIVE_VIEWS,
                Element.WINDOW,
                Element.ASK_FOR_SETTING,
                Element.MEETING,
            ),
            *carrying(send_regulation("13(1)(b)", _READ), Element.SCHOOL_INFORMATION),
            *carrying(_CODE_ON_DRAFTS, Element.PERSONAL_BUDGET),
        ),
        "early enough to leave 15 days for views before the final plan is due",
        _13_1,
        "latest_draft",
    ),
    Notice(
        "N6",
        "We are consulting you about a place",
        frozenset({Step.SETTING_CONSULTED}),
        to(act("39(2)", _READ), Recipient.CONSULTED_SETTING, Recipient.MAINTAINING_AUTHORITY),
        (
            *carrying(act("39(2)", _READ), Element.DRAFT_PLAN),
            *carrying(act("39(4)", _READ), Element.TESTS),
            *carrying(code_of_practice("9.83"), Element.REPLY_DATE),
        ),
        "once the family has asked for a school or college, or the authority thinks of one",
        act("39(2)", _READ),
    ),
    Notice(
        "N7",
        "Here is the final plan",
        frozenset({Step.FINAL_PLAN_SENT}),
        to(_13_2, Recipient.FAMILY, Recipient.NAMED_SETTING, Recipient.HEALTH_COMMISSIONER),
        (
            *carrying(_13_2, Element.PLAN),
            *carrying(send_regulation("14", _SECONDARY), Element.APPEAL_B_F_I),
            *notice_of_rights(send_regulation("14", _SECONDARY)),
        ),
        "within 20 weeks of the request",
        _13_2,
        "final_plan",
    ),
    Notice(
        "N17",
        "A time limit will not be met",
        frozenset(),
        to(code_of_practice("9.43"), Recipient.FAMILY),
        carrying(code_of_practice("9.43"), Element.LATE_REASON, Element.LATE_EVIDENCE, Element.NEW_DATE),
        "as soon as it is known",
        code_of_practice("9.43"),
    ),
)
