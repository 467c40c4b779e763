"""Pages of meetings: the calendar of a board, one meeting, who came, interests declared."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from goldenthread.accounts.access import open_to
from goldenthread.accounts.requests import ScopedRequest
from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock
from goldenthread.governance.actions import meetings as actions
from goldenthread.governance.forms.meetings import (
    AttendanceForm,
    BecauseForm,
    CallMeetingForm,
    ConflictForm,
    MoveMeetingForm,
)
from goldenthread.governance.models import Meeting
from goldenthread.governance.presenters import meetings as presenters
from goldenthread.governance.presenters.calendar import calendar_file, meeting_name
from goldenthread.governance.queries import boards
from goldenthread.governance.queries import meetings as queries
from goldenthread.governance.views.boards import to_board
from goldenthread.governance.views.pages import asks, form_page, may_chair, may_keep, page
from goldenthread.ui.downloads import download
from goldenthread.ui.values import Link
from goldenthread.ui.words import day


def to_meeting(row: Meeting) -> Link:
    return Link(f"{meeting_name(row)}, {day(row.on)}", reverse("meeting", args=[row.pk]))


@open_to(Permission.SEE_GOVERNANCE)
@require_GET
def board_meetings(request: ScopedRequest, board_id: int) -> HttpResponse:
    """Every meeting of a board, by year."""
    row = boards.board(request.scope, board_id)
    found = queries.meetings(request.scope, board_id=row.pk)
    return page(request, presenters.calendar_values(row, found, may_keep=may_keep(request)))


@open_to(Permission.SEE_GOVERNANCE)
@require_GET
def board_calendar(request: ScopedRequest, board_id: int) -> HttpResponse:
    """The same as an iCalendar file."""
    row = boards.board(request.scope, board_id)
    content = calendar_file(row, queries.meetings(request.scope, board_id=row.pk))
    return download(content, name=f"meetings-{row.pk}.ics", kind="text/calendar; charset=utf-8")


@open_to(Permission.KEEP_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def call_meeting(request: ScopedRequest, board_id: int) -> HttpResponse:
    """Calls a meeting."""
    row = boards.board(request.scope, board_id)
    form = CallMeetingForm(request.POST or None, bodies=boards.bodies(request.scope))
    if request.method == "POST" and form.is_valid():
        called = actions.call_meeting(row, form.details(), by=request.scope)
        messages.success(request, "Called. Put its agenda together next.")
        return redirect("meeting", called.pk)
    values = asks("Call a meeting", act="Call it", caption=row.name, above=to_board(row))
    return form_page(request, form, values)


@open_to(Permission.SEE_GOVERNANCE)
@require_GET
def meeting(request: ScopedRequest, meeting_id: int) -> HttpResponse:
    """One meeting with all that belongs to it."""
    today = clock.today()
    found = queries.meeting_page(request.scope, meeting_id, today)
    values = presenters.meeting_values(found, today, may_keep=may_keep(request), may_chair=may_chair(request))
    may_make = request.scope.may(Permission.MAKE_PACKS) and not found.row.is_cancelled
    return page(request, values | presenters.packs_of(found.row, may_make=may_make), "packs/meeting.html")


@open_to(Permission.KEEP_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def move_meeting(request: ScopedRequest, meeting_id: int) -> HttpResponse:
    """Another day, hour or place."""
    row = queries.meeting(request.scope, meeting_id)
    form = MoveMeetingForm(request.POST or None, meeting=row)
    if request.method == "POST" and form.is_valid():
        actions.move_meeting(row, form.details(), because=form.cleaned_data["because"], by=request.scope)
        messages.success(request, "Moved.")
        return redirect("meeting", row.pk)
    says = f"It was first called for {day(row.first_called_for)}. That day stays beside the new one."
    return form_page(
        request, form, asks("Move this meeting", act="Move it", says=says, above=to_meeting(row))
    )


@open_to(Permission.KEEP_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def cancel_meeting(request: ScopedRequest, meeting_id: int) -> HttpResponse:
    """Cancels a meeting, which stays with the reason."""
    row = queries.meeting(request.scope, meeting_id)
    form = BecauseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.cancel_meeting(row, because=form.cleaned_data["because"], by=request.scope)
        messages.success(request, "Cancelled. It stays in every list, with the reason.")
        return redirect("meeting", row.pk)
    says = "It stays in every list, also in public, with the reason that you give."
    values = asks("Cancel this meeting?", act="Cancel it", says=says, above=to_meeting(row))
    return form_page(request, form, values)


@open_to(Permission.KEEP_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def hold_meeting(request: ScopedRequest, meeting_id: int) -> HttpResponse:
    """The meeting was held: who came."""
    found = queries.meeting_page(request.scope, meeting_id, clock.today())
    form = AttendanceForm(request.POST or None, seats=found.seats)
    if request.method == "POST" and form.is_valid():
        actions.hold_meeting(found.row, form.came(), by=request.scope)
        messages.success(request, "Kept that the meeting was held, and who came.")
        return redirect("meeting", found.row.pk)
    says = "Seat by seat. A meeting without the forum or without young people says so wherever it is shown."
    return form_page(
        request, form, asks("Who came?", act="Keep this", says=says, above=to_meeting(found.row))
    )


@open_to(Permission.KEEP_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def declare_conflict(request: ScopedRequest, meeting_id: int) -> HttpResponse:
    """Keeps an interest that was declared."""
    found = queries.meeting_page(request.scope, meeting_id, clock.today())
    form = ConflictForm(request.POST or None, seats=found.seats, items=found.items)
    if request.method == "POST" and form.is_valid():
        actions.declare_conflict(found.row, **form.chosen(), by=request.scope)
        messages.success(request, "Kept.")
        return redirect("meeting", found.row.pk)
    return form_page(
        request, form, asks("Keep an interest that was declared", act="Keep it", above=to_meeting(found.row))
    )
