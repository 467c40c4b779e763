"""One child's case, and every version of one of its entries."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from goldenthread.accounts.access import open_to, scope_of
from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock
from goldenthread.casework import actions, policies, queries
from goldenthread.casework.permissions import can_record
from goldenthread.casework.presenters import recording
from goldenthread.casework.presenters.case import case_values


@open_to(Permission.SEE_CASES)
@require_http_methods(["GET"])
def case(request: HttpRequest, reference: str) -> HttpResponse:
    """The case page. That it was opened is kept."""
    scope = scope_of(request)
    page = queries.case_page(scope, reference)
    actions.note_opened(page.case, by=scope)
    said = " ".join(str(message) for message in messages.get_messages(request))
    return render(request, "casework/case.html", case_values(scope, page, clock.today(), said))


@open_to(Permission.SEE_CASES)
@require_http_methods(["GET"])
def entries(request: HttpRequest, reference: str) -> HttpResponse:
    """Every entry as it was recorded, corrected ones too."""
    scope = scope_of(request)
    page = queries.case_page(scope, reference)
    actions.note_opened(page.case, by=scope)
    values = recording.entries_values(page, may_record=can_record(scope, page.case))
    return render(request, "casework/entries.html", values)


@open_to(Permission.SEE_CASES)
@require_http_methods(["GET"])
def entry(request: HttpRequest, reference: str, entry_id: int) -> HttpResponse:
    """Every version of an entry, oldest first."""
    scope = scope_of(request)
    page = queries.entry_page(scope, reference, entry_id)
    actions.note_opened(page.case, by=scope)
    correctable = not policies.why_not_correctable(page.newest, corrected_by=None)
    values = recording.entry_values(page, may_correct=correctable and can_record(scope, page.case))
    return render(request, "casework/entry.html", values)
