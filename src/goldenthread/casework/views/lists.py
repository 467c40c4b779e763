"""Lists of children: the worklist, one of its groups, the team's load, a search."""

from collections.abc import Iterable
from datetime import date

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from goldenthread.accounts.access import at_most, open_to, scope_of
from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock
from goldenthread.audit.errors import NotFound
from goldenthread.casework import actions, queries
from goldenthread.casework.duties import DutyKind
from goldenthread.casework.models import Case
from goldenthread.casework.presenters import team as team_presenter
from goldenthread.casework.presenters import worklist as presenter
from goldenthread.casework.queries import Filters, Group, Place, When


@open_to(Permission.SEE_CASES)
@require_http_methods(["GET"])
def worklist(request: HttpRequest) -> HttpResponse:
    """Open work in due order, with why and what next."""
    scope, filters = scope_of(request), _filters(request)
    found = queries.worklist(scope, filters, clock.today())
    actions.note_listed(_cases(found.groups), act="was shown a list of work", by=scope)
    values = presenter.worklist_page(scope, found, filters, queries.coordinators(scope))
    return render(request, "ui/patterns/worklist.html", values)


@open_to(Permission.SEE_CASES)
@require_http_methods(["GET"])
def worklist_group(request: HttpRequest, when: str) -> HttpResponse:
    """One group of the worklist, page by page."""
    if when not in list(When):
        raise NotFound("There is no such list.")
    scope, filters, today = scope_of(request), _filters(request), clock.today()
    group = queries.group_page(scope, filters, today, When(when), _place(request.GET.get("after", "")))
    actions.note_listed(_cases([group]), act="was shown a list of work", by=scope)
    values = presenter.group_page(scope, group, filters, today, When(when))
    return render(request, "casework/worklist_group.html", values)


@open_to(Permission.ALLOCATE_CASES)
@require_http_methods(["GET"])
def team(request: HttpRequest) -> HttpResponse:
    """Who holds how much."""
    scope, today = scope_of(request), clock.today()
    values = team_presenter.team_values(scope, queries.loads(scope, today), today)
    return render(request, "casework/team.html", values)


@open_to(Permission.SEE_CASES)
@at_most(60)
@require_http_methods(["GET"])
def find_a_case(request: HttpRequest) -> HttpResponse:
    """Search by name, reference or pupil number."""
    scope = scope_of(request)
    words = request.GET.get("words", "").replace("\x00", "").strip()[:100]  # no text of a database holds it
    found = queries.search(scope, words)
    actions.note_listed(found, act="was shown what a search found", by=scope)
    values = {
        "words": words,
        "count": len(found),
        "found": team_presenter.found_table(found),
        "may_record": scope.may(Permission.RECORD_ON_CASES),
        "may_open_sealed": scope.may(Permission.OPEN_SEALED),
        "whom_to_call": settings.WHOM_TO_CALL,
    }
    return render(request, "casework/find_a_case.html", values)


def _cases(groups: Iterable[Group]) -> list[Case]:
    """Whose rows a page of work shows."""
    return [row.case for group in groups for row in group.rows]


def _filters(request: HttpRequest) -> Filters:
    """What the address asks for; what cannot be understood is left out."""
    duty, coordinator = request.GET.get("duty", ""), request.GET.get("coordinator", "")
    return Filters(
        duty if duty in list(DutyKind) else "", int(coordinator) if coordinator.isdecimal() else None
    )


def _place(after: str) -> Place | None:
    """Where a page begins, from its address: `2025-02-03.120`, or `.120` where there is no day."""
    day, _, case_id = after.rpartition(".")
    if not case_id.isdecimal():
        return None
    try:
        return Place(date.fromisoformat(day) if day else None, int(case_id))
    except ValueError:
        return None
