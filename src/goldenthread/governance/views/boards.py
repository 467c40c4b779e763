"""Pages of boards: the list, a board's front page, its terms of reference."""

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
from goldenthread.governance.forms.boards import BoardForm, EndForm, TermsForm
from goldenthread.governance.models import Board
from goldenthread.governance.presenters import boards as presenters
from goldenthread.governance.queries import boards as queries
from goldenthread.governance.views.pages import asks, form_page, may_keep, page
from goldenthread.ui.values import Link


def to_board(board: Board) -> Link:
    return Link(board.name, reverse("board", args=[board.pk]))


@open_to(Permission.SEE_GOVERNANCE)
@require_GET
def boards(request: ScopedRequest) -> HttpResponse:
    """Every board and group."""
    today = clock.today()
    rows = queries.boards(request.scope, today)
    return page(request, presenters.boards_values(rows, today, may_keep=may_keep(request)))


@open_to(Permission.KEEP_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def set_up_board(request: ScopedRequest) -> HttpResponse:
    """Sets up a board."""
    form = BoardForm(request.POST or None, boards=queries.other_boards(request.scope))
    if request.method == "POST" and form.is_valid():
        board = actions.set_up_board(form.details(), by=request.scope)
        messages.success(request, "Set up. Give it its seats next: who sits there decides who is heard.")
        return redirect("board-seats", board.pk)
    above = Link("Boards", reverse("boards"))
    return form_page(request, form, asks("Set up a board", act="Set it up", above=above))


@open_to(Permission.SEE_GOVERNANCE)
@require_GET
def board(request: ScopedRequest, board_id: int) -> HttpResponse:
    """A board's front page."""
    today = clock.today()
    front = queries.board_front(request.scope, board_id, today)
    return page(request, presenters.front_values(front, today, may_keep=may_keep(request)))


@open_to(Permission.KEEP_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def change_board(request: ScopedRequest, board_id: int) -> HttpResponse:
    """Changes what a board is called or for."""
    row = queries.board(request.scope, board_id)
    form = BoardForm(request.POST or None, boards=queries.other_boards(request.scope, row.pk), board=row)
    if request.method == "POST" and form.is_valid():
        actions.change_board(row, form.details(), because=form.cleaned_data["because"], by=request.scope)
        messages.success(request, "Changed.")
        return redirect("board", row.pk)
    return form_page(request, form, asks("Change the board", act="Change it", above=to_board(row)))


@open_to(Permission.KEEP_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def end_board(request: ScopedRequest, board_id: int) -> HttpResponse:
    """Says that a board sits no more."""
    row = queries.board(request.scope, board_id)
    form = EndForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        actions.end_board(row, ended_on=given["until_on"], because=given["because"], by=request.scope)
        messages.success(request, "Ended. Its record stays.")
        return redirect("board", row.pk)
    says = "Its meetings, decisions and actions stay."
    return form_page(request, form, asks(f"End the {row}?", act="End it", says=says, above=to_board(row)))


@open_to(Permission.SEE_GOVERNANCE)
@require_GET
def terms(request: ScopedRequest, board_id: int) -> HttpResponse:
    """Terms of reference, every version."""
    row = queries.board(request.scope, board_id)
    versions = queries.terms_of_reference(request.scope, row.pk)
    return page(request, presenters.terms_values(row, versions, may_keep=may_keep(request)))


@open_to(Permission.KEEP_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def agree_terms(request: ScopedRequest, board_id: int) -> HttpResponse:
    """Keeps another version."""
    row = queries.board(request.scope, board_id)
    versions = queries.terms_of_reference(request.scope, row.pk)
    form = TermsForm(
        request.POST or None,
        initial={"words": versions[0].words} if versions else {"because": "The first version"},
    )
    if request.method == "POST" and form.is_valid():
        actions.agree_terms(row, **form.cleaned_data, by=request.scope)
        messages.success(request, "Kept as the newest version.")
        return redirect("board-terms", row.pk)
    above = Link("Terms of reference", reverse("board-terms", args=[row.pk]))
    return form_page(request, form, asks("Keep terms of reference", act="Keep them", above=above))
