"""Pages of the seats of a board."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from goldenthread.accounts.access import open_to
from goldenthread.accounts.requests import ScopedRequest
from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock
from goldenthread.governance.actions import boards as actions
from goldenthread.governance.forms.boards import EndForm, GiveSeatForm, SeatForm
from goldenthread.governance.models import Board
from goldenthread.governance.presenters.boards import seats_values
from goldenthread.governance.queries import boards, seats
from goldenthread.governance.views.pages import asks, form_page, may_keep, page
from goldenthread.ui.values import Link


def _to_seats(board: Board) -> Link:
    return Link("Seats", reverse("board-seats", args=[board.pk]))


@open_to(Permission.SEE_GOVERNANCE)
@require_GET
def board_seats(request: ScopedRequest, board_id: int) -> HttpResponse:
    """Every seat, and who holds it."""
    row = boards.board(request.scope, board_id)
    found = seats.seats_of(request.scope, [row.pk]).get(row.pk, [])
    return page(request, seats_values(row, found, clock.today(), may_keep=may_keep(request)))


@open_to(Permission.KEEP_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def add_seat(request: ScopedRequest, board_id: int) -> HttpResponse:
    """Adds a seat, and goes on to who holds it."""
    row = boards.board(request.scope, board_id)
    initial = {"from_on": row.started_on}
    form = SeatForm(request.POST or None, bodies=boards.bodies(request.scope), initial=initial)
    if request.method == "POST" and form.is_valid():
        added = actions.add_seat(row, form.details(), by=request.scope)
        messages.success(request, f"The seat of {added.role} is there. It is empty until somebody holds it.")
        return redirect("board-seats", row.pk)
    return form_page(request, form, asks("Add a seat", act="Add it", caption=row.name, above=_to_seats(row)))


@open_to(Permission.KEEP_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def give_seat(request: ScopedRequest, seat_id: int) -> HttpResponse:
    """Who holds a seat from now on."""
    found = seats.seat(request.scope, seat_id)
    form = GiveSeatForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.give_seat(found.row, **form.cleaned_data, by=request.scope)
        messages.success(request, "Kept.")
        return redirect("board-seats", found.row.board_id)
    values = asks(
        f"Who holds the seat of {found.row.role}?", act="Keep this", above=_to_seats(found.row.board)
    )
    return form_page(request, form, values)


@open_to(Permission.KEEP_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def leave_seat(request: ScopedRequest, seat_id: int) -> HttpResponse:
    """Whoever holds a seat no longer does."""
    found = seats.seat(request.scope, seat_id)
    form = EndForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.leave_seat(found.row, **form.cleaned_data, by=request.scope)
        messages.success(request, "Kept. The seat is empty from that day until it is given again.")
        return redirect("board-seats", found.row.board_id)
    values = asks(
        f"Who leaves the seat of {found.row.role}?", act="Keep this", above=_to_seats(found.row.board)
    )
    holding = found.holder_on(clock.today())
    return form_page(request, form, {**values, "says": f"Held by {holding}." if holding else ""})


@open_to(Permission.KEEP_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def take_away_seat(request: ScopedRequest, seat_id: int) -> HttpResponse:
    """Takes a seat away; meetings before that day keep it."""
    found = seats.seat(request.scope, seat_id)
    form = EndForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.take_away_seat(found.row, **form.cleaned_data, by=request.scope)
        messages.success(request, "Taken away. Meetings before that day still show it.")
        return redirect("board-seats", found.row.board_id)
    says = "Meetings before that day keep it."
    if found.row.is_forum or found.row.is_youth:
        says += " Every meeting from then on says that this voice has no seat."
    values = asks(
        f"Take away the seat of {found.row.role}?",
        act="Take it away",
        says=says,
        above=_to_seats(found.row.board),
    )
    return form_page(request, form, values)
