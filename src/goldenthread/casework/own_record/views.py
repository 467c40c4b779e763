"""The pages of a parent or young person who signed in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from goldenthread.accounts.access import open_to, scope_of
from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock
from goldenthread.casework.own_record import actions, presenters, queries


@open_to(Permission.SEE_OWN_RECORD)
@require_http_methods(["GET"])
def own_records(request: HttpRequest) -> HttpResponse:
    """Whose records this person may see today."""
    people = queries.own_records(scope_of(request))
    return render(request, "casework/own_records.html", presenters.own_records_values(people))


@open_to(Permission.SEE_OWN_RECORD)
@require_http_methods(["GET"])
def own_record(request: HttpRequest, person_id: int) -> HttpResponse:
    """One record: who holds it, its clock, and what comes by when. That it was opened is kept."""
    scope = scope_of(request)
    found = queries.own_record(scope, person_id)
    actions.note_own_reading(found.person, by=scope)
    values = presenters.own_record_values(
        found, clock.today(), history=reverse("own-history", args=[person_id])
    )
    return render(request, "casework/own_record.html", values)
