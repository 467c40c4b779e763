"""By when must a complaint be answered, under the statutory procedure and under the council's own?"""

from __future__ import annotations

from datetime import date

from goldenthread.rules.counting import Counting
from goldenthread.rules.deadline import Deadline, Limit, Unit, deadline_after, fixed
from goldenthread.rules.duties import Declaration, Declarations, Party
from goldenthread.rules.law import Confirmed, Kind, Parameter, Source
from goldenthread.rules.sources import representations_regulation

DUTIES = Declarations("Complaints")

STATUTORY_PROCEDURE_BEGAN = date(2006, 9, 1)
CORPORATE_PROCEDURE_SINCE = date(2014, 9, 1)
"""How far back the placeholder values of a council's own procedure are answered."""

_LOCAL = Source(
    Kind.LOCAL_POLICY,
    "The council's own complaints procedure",
    "placeholder: each council sets its own values in a pack",
    "",
    Confirmed.UNCONFIRMED,
)
_OMBUDSMAN = "If you do not, ask us why. You can also go to the Ombudsman."
_COMPLAINT = "we got your complaint"
_RECEIVED = "the day the council received the complaint"


def _working_days(amount: int, event: str) -> Limit:  # pragma: no mutate block (runs at import)
    return Limit(amount, Unit.WORKING_DAYS, Counting.WITHIN_WORKING_DAYS, event)


TIME_FOR_STATUTORY_STAGE_1 = fixed(
    "time to answer a statutory complaint, stage 1",
    _working_days(10, _COMPLAINT),
    representations_regulation("14", Confirmed.SECONDARY),
    STATUTORY_PROCEDURE_BEGAN,
)
TIME_FOR_STATUTORY_STAGE_2 = fixed(
    "time to answer a statutory complaint, stage 2",
    _working_days(25, "you asked for stage 2"),
    representations_regulation("17", Confirmed.UNCONFIRMED),
    STATUTORY_PROCEDURE_BEGAN,
)
TIME_FOR_REVIEW_PANEL_TO_MEET = fixed(
    "time for the review panel to meet",
    _working_days(30, "you asked for a panel"),
    representations_regulation("19(4)", Confirmed.READ),
    STATUTORY_PROCEDURE_BEGAN,
)
TIME_FOR_REVIEW_PANEL_TO_REPORT = fixed(
    "time for the review panel to report",
    _working_days(5, "the panel met"),
    representations_regulation("20", Confirmed.SECONDARY),
    STATUTORY_PROCEDURE_BEGAN,
)
TIME_TO_RESPOND_TO_REVIEW_PANEL = fixed(
    "time to respond to the review panel",
    _working_days(15, "we got the panel's report"),
    representations_regulation("20", Confirmed.SECONDARY),
    STATUTORY_PROCEDURE_BEGAN,
)
TIME_FOR_CORPORATE_STAGE_1 = fixed(
    "time to answer a corporate complaint, stage 1",
    _working_days(10, _COMPLAINT),
    _LOCAL,
    CORPORATE_PROCEDURE_SINCE,
)
TIME_FOR_CORPORATE_STAGE_2 = fixed(
    "time to answer a corporate complaint, stage 2",
    _working_days(20, "you asked us to look again"),
    _LOCAL,
    CORPORATE_PROCEDURE_SINCE,
)


def statutory_complaint_stage_1_due(
    complaint_received_on: date, *, limit: Parameter[Limit] = TIME_FOR_STATUTORY_STAGE_1
) -> Deadline:
    """Ten working days at stage 1 (S.I. 2006/1738, regulation 14)."""
    return deadline_after(complaint_received_on, limit.on(complaint_received_on))


DUTIES.declare(
    statutory_complaint_stage_1_due,
    Declaration(
        title="Answer a statutory complaint, stage 1",
        party=Party.COUNCIL,
        must="resolve the complaint about children's social care at stage 1, unless more time is agreed",
        what="You should have our answer to your complaint by {day}.",
        if_not="If you do not, you can ask for stage 2.",
        inputs={"complaint_received_on": _RECEIVED},
    ),
)


def statutory_complaint_stage_2_due(
    stage_2_requested_on: date, *, limit: Parameter[Limit] = TIME_FOR_STATUTORY_STAGE_2
) -> Deadline:
    """Twenty-five working days at stage 2 (S.I. 2006/1738, regulation 17; unconfirmed)."""
    return deadline_after(stage_2_requested_on, limit.on(stage_2_requested_on))


DUTIES.declare(
    statutory_complaint_stage_2_due,
    Declaration(
        title="Answer a statutory complaint, stage 2",
        party=Party.COUNCIL,
        must="investigate the complaint about children's social care and send its response",
        what="You should have our answer at stage 2 by {day}.",
        if_not="If you do not, ask us why. It can take longer, but we must tell you.",
        inputs={"stage_2_requested_on": "the day the family asked for stage 2"},
    ),
)


def review_panel_meeting_due(
    panel_requested_on: date, *, limit: Parameter[Limit] = TIME_FOR_REVIEW_PANEL_TO_MEET
) -> Deadline:
    """Thirty working days from the request (S.I. 2006/1738, regulation 19(4))."""
    return deadline_after(panel_requested_on, limit.on(panel_requested_on))


DUTIES.declare(
    review_panel_meeting_due,
    Declaration(
        title="Hold the review panel of a statutory complaint",
        party=Party.PANEL,
        must="meet",
        what="The panel must meet by {day}.",
        if_not=_OMBUDSMAN.replace("you do not", "it has not met"),
        inputs={"panel_requested_on": "the day the council received the request for a panel"},
    ),
)


def review_panel_report_due(
    panel_met_on: date, *, limit: Parameter[Limit] = TIME_FOR_REVIEW_PANEL_TO_REPORT
) -> Deadline:
    """Five working days after the meeting (S.I. 2006/1738, regulation 20)."""
    return deadline_after(panel_met_on, limit.on(panel_met_on))


DUTIES.declare(
    review_panel_report_due,
    Declaration(
        title="Report of the review panel of a statutory complaint",
        party=Party.PANEL,
        must="send its report to the council and the person who complained",
        what="You should have the panel's report by {day}.",
        if_not=_OMBUDSMAN,
        inputs={"panel_met_on": "the day the panel met"},
    ),
)


def review_panel_response_due(
    panel_report_received_on: date, *, limit: Parameter[Limit] = TIME_TO_RESPOND_TO_REVIEW_PANEL
) -> Deadline:
    """Fifteen working days after the report (S.I. 2006/1738, regulation 20)."""
    return deadline_after(panel_report_received_on, limit.on(panel_report_received_on))


DUTIES.declare(
    review_panel_response_due,
    Declaration(
        title="Respond to the review panel of a statutory complaint",
        party=Party.COUNCIL,
        must="send its response and proposals, with how to go to the Ombudsman",
        what="You should hear by {day} what we will do.",
        if_not=_OMBUDSMAN,
        inputs={"panel_report_received_on": "the day the council received the panel's report"},
    ),
)


def corporate_complaint_stage_1_due(
    complaint_received_on: date, *, limit: Parameter[Limit] = TIME_FOR_CORPORATE_STAGE_1
) -> Deadline:
    """The first stage of the council's own procedure (local policy; placeholder value)."""
    return deadline_after(complaint_received_on, limit.on(complaint_received_on))


DUTIES.declare(
    corporate_complaint_stage_1_due,
    Declaration(
        title="Answer a corporate complaint, stage 1",
        party=Party.COUNCIL,
        must="answer the complaint at the first stage of its own procedure",
        what="You should have our answer to your complaint by {day}.",
        if_not="If you do not, you can ask us to look again.",
        inputs={"complaint_received_on": _RECEIVED},
    ),
)


def corporate_complaint_stage_2_due(
    stage_2_requested_on: date, *, limit: Parameter[Limit] = TIME_FOR_CORPORATE_STAGE_2
) -> Deadline:
    """The second stage of the council's own procedure (local policy; placeholder value)."""
    return deadline_after(stage_2_requested_on, limit.on(stage_2_requested_on))


DUTIES.declare(
    corporate_complaint_stage_2_due,
    Declaration(
        title="Answer a corporate complaint, stage 2",
        party=Party.COUNCIL,
        must="answer the complaint at the second stage of its own procedure",
        what="You should have our second answer by {day}.",
        if_not=_OMBUDSMAN,
        inputs={"stage_2_requested_on": "the day the family asked for the second stage"},
    ),
)
