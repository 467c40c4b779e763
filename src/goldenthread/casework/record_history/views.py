"""The history of one record: for staff, as a copy for the family, and on the family's own pages."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from goldenthread.accounts.access import open_to, scope_of
from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock
from goldenthread.casework.actions import note_opened
from goldenthread.casework.own_record.actions import note_own_reading
from goldenthread.casework.record_history import presenters, queries


@open_to(Permission.SEE_HISTORY)
@require_http_methods(["GET"])
def record_history(request: HttpRequest, reference: str) -> HttpResponse:
    """Every reading and every act, page by page."""
    scope, before = scope_of(request), request.GET.get("before", "")
    place = int(before) if before.isdecimal() and len(before) < 19 else None
    case, history = queries.history_of_case(scope, reference, place)
    note_opened(case, by=scope)
    return render(request, "casework/record_history.html", presenters.staff_values(case, history))


@open_to(Permission.SEE_HISTORY)
@require_http_methods(["GET"])
def for_the_family(request: HttpRequest, reference: str) -> HttpResponse:
    """The copy that can be given to the family, as a file."""
    scope = scope_of(request)
    case, history = queries.whole_history_of_case(scope, reference)
    note_opened(case, by=scope)
    values = presenters.family_values(history, clock.today(), reader_id=None)
    return _file(render(request, "casework/history_file.html", values), f"history-{reference}.html")


@open_to(Permission.SEE_OWN_RECORD)
@require_http_methods(["GET"])
def own_history(request: HttpRequest, person_id: int) -> HttpResponse:
    """The family's own page of the history."""
    scope = scope_of(request)
    history = queries.own_history(scope, person_id)
    note_own_reading(history.person, by=scope)
    values = presenters.family_values(history, clock.today(), reader_id=scope.actor_id)
    return render(request, "casework/own_history.html", {**values, "person_id": person_id})


@open_to(Permission.SEE_OWN_RECORD)
@require_http_methods(["GET"])
def own_history_file(request: HttpRequest, person_id: int) -> HttpResponse:
    """The same as a file to keep."""
    scope = scope_of(request)
    history = queries.own_history(scope, person_id)
    note_own_reading(history.person, by=scope)
    values = presenters.family_values(history, clock.today(), reader_id=scope.actor_id)
    return _file(render(request, "casework/history_file.html", values), "history.html")


def _file(page: HttpResponse, name: str) -> HttpResponse:
    page["Content-Disposition"] = f'attachment; filename="{name}"'
    return page
