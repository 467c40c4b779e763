"""Pages of decisions, actions, risks, and of what is brought to a board."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from goldenthread.accounts.access import open_to
from goldenthread.accounts.requests import ScopedRequest
from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock
from goldenthread.governance.actions import decisions as acts
from goldenthread.governance.carried import Said
from goldenthread.governance.forms.decisions import (
    AnswerForm,
    BoardActionForm,
    DecisionForm,
    EscalationForm,
    SayForm,
)
from goldenthread.governance.forms.meetings import BecauseForm
from goldenthread.governance.presenters import decisions as presenters
from goldenthread.governance.presenters.registers import decisions_values
from goldenthread.governance.queries import boards, carried, meetings
from goldenthread.governance.queries import decisions as queries
from goldenthread.governance.views.boards import to_board
from goldenthread.governance.views.meetings import to_meeting
from goldenthread.governance.views.pages import asks, form_page, may_keep, page
from goldenthread.improvement.queries.risks import open_risks
from goldenthread.ui.values import Link


@open_to(Permission.SEE_GOVERNANCE)
@require_GET
def all_decisions(request: ScopedRequest) -> HttpResponse:
    """Every decision of every board."""
    needed = queries.decisions_needed(request.scope)
    return page(request, decisions_values(None, needed, queries.decisions(request.scope)))


@open_to(Permission.SEE_GOVERNANCE)
@require_GET
def board_decisions(request: ScopedRequest, board_id: int) -> HttpResponse:
    """Every decision of a board."""
    row = boards.board(request.scope, board_id)
    needed = queries.decisions_needed(request.scope, board_id=row.pk)
    return page(request, decisions_values(row, needed, queries.decisions(request.scope, board_id=row.pk)))


@open_to(Permission.KEEP_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def decide(request: ScopedRequest, meeting_id: int) -> HttpResponse:
    """Keeps a decision."""
    found = meetings.meeting_page(request.scope, meeting_id, clock.today())
    earlier = queries.decisions_in_force(request.scope, found.row.board_id)
    form = DecisionForm(request.POST or None, items=found.items, earlier=earlier)
    if request.method == "POST" and form.is_valid():
        acts.decide(found.row, form.details(), by=request.scope)
        messages.success(request, "Kept. A decision is never changed; a later one can take its place.")
        return redirect("meeting", found.row.pk)
    says = (
        "A decision is kept as it is. If it was wrong, a later decision takes its place, and both are read."
    )
    values = asks("Keep a decision", act="Keep it", says=says, above=to_meeting(found.row))
    return form_page(request, form, values)


@open_to(Permission.KEEP_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def agree_action(request: ScopedRequest, meeting_id: int) -> HttpResponse:
    """Keeps what the meeting asked to be done."""
    found = meetings.meeting_page(request.scope, meeting_id, clock.today())
    form = BoardActionForm(request.POST or None, items=found.items, bodies=boards.bodies(request.scope))
    if request.method == "POST" and form.is_valid():
        acts.agree_action(found.row, form.details(), by=request.scope)
        messages.success(request, "Agreed. It is carried from meeting to meeting until it is closed.")
        return redirect("meeting", found.row.pk)
    return form_page(request, form, asks("Agree an action", act="Agree it", above=to_meeting(found.row)))


@open_to(Permission.SEE_GOVERNANCE)
@require_GET
def board_actions(request: ScopedRequest, board_id: int) -> HttpResponse:
    """Every action of a board, overdue first."""
    row, today = boards.board(request.scope, board_id), clock.today()
    still_open = carried.open_actions(request.scope, today, board_id=row.pk)
    closed = carried.closed_actions(request.scope, row.pk, today)
    return page(request, presenters.actions_values(row, still_open, closed, today))


@open_to(Permission.SEE_GOVERNANCE)
@require_GET
def board_action(request: ScopedRequest, action_id: int) -> HttpResponse:
    """One action and all that was said of it."""
    today = clock.today()
    found = carried.action(request.scope, action_id, today)
    return page(request, presenters.action_values(found, today, may_keep=may_keep(request)))


def _to_action(action_id: int) -> Link:
    return Link("The action", reverse("board-action", args=[action_id]))


@open_to(Permission.KEEP_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def say_of_action(request: ScopedRequest, action_id: int) -> HttpResponse:
    """What was said of an open action."""
    row = carried.action(request.scope, action_id, clock.today()).row
    form = SayForm(request.POST or None, meetings=meetings.held_meetings(request.scope, row.meeting))
    if request.method == "POST" and form.is_valid():
        acts.say_of_action(row, form.saying(), by=request.scope)
        messages.success(request, "Kept.")
        return redirect("board-action", row.pk)
    values = asks("What was said of it?", act="Keep this", says=row.words, above=_to_action(row.pk))
    return form_page(request, form, values)


@open_to(Permission.KEEP_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def reopen_action(request: ScopedRequest, action_id: int) -> HttpResponse:
    """Opens a closed action again."""
    row = carried.action(request.scope, action_id, clock.today()).row
    form = BecauseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        saying = acts.Saying(Said.REOPENED, clock.today(), form.cleaned_data["because"])
        acts.say_of_action(row, saying, by=request.scope)
        messages.success(request, "It is open again.")
        return redirect("board-action", row.pk)
    values = asks("Open this action again?", act="Open it", says=row.words, above=_to_action(row.pk))
    return form_page(request, form, values)


@open_to(Permission.SEE_GOVERNANCE)
@require_GET
def risks(request: ScopedRequest) -> HttpResponse:
    """The risks of the plans, the gravest first."""
    return page(request, presenters.risks_values(open_risks(request.scope)))


@open_to(Permission.SEE_GOVERNANCE)
@require_GET
def escalations(request: ScopedRequest, board_id: int) -> HttpResponse:
    """What was brought to a board."""
    row = boards.board(request.scope, board_id)
    found = queries.escalations(request.scope, board_id=row.pk)
    return page(request, presenters.escalations_values(row, found, may_keep=may_keep(request)))


@open_to(Permission.KEEP_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def escalate(request: ScopedRequest, board_id: int) -> HttpResponse:
    """Brings something to a board."""
    row = boards.board(request.scope, board_id)
    form = EscalationForm(
        request.POST or None,
        boards=boards.other_boards(request.scope, row.pk),
        risks=open_risks(request.scope),
    )
    if request.method == "POST" and form.is_valid():
        raised = acts.escalate(row, form.details(), by=request.scope)
        messages.success(request, "It stands on the board’s front page until the board answers.")
        return redirect("escalation", raised.pk)
    values = asks("Bring something to this board", act="Bring it", caption=row.name, above=to_board(row))
    return form_page(request, form, values)


@open_to(Permission.SEE_GOVERNANCE)
@require_GET
def escalation(request: ScopedRequest, escalation_id: int) -> HttpResponse:
    """One of them, with the answers."""
    found = queries.escalation(request.scope, escalation_id)
    return page(request, presenters.escalation_values(found, may_keep=may_keep(request)))


@open_to(Permission.KEEP_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def answer_escalation(request: ScopedRequest, escalation_id: int) -> HttpResponse:
    """The board's answer."""
    row = queries.escalation(request.scope, escalation_id).row
    form = AnswerForm(request.POST or None, meetings=meetings.held_by(request.scope, row.to_board_id))
    if request.method == "POST" and form.is_valid():
        acts.answer_escalation(row, **form.chosen(), by=request.scope)
        messages.success(request, "Kept.")
        return redirect("escalation", row.pk)
    above = Link("What was brought", reverse("escalation", args=[row.pk]))
    return form_page(
        request, form, asks("What does the board answer?", act="Keep it", says=row.asked, above=above)
    )
