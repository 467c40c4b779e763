"""The people around a child: seeing them, recording them, changing a line."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from goldenthread.accounts.access import open_to, scope_of
from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Scope
from goldenthread.casework.actions import note_opened
from goldenthread.casework.family import actions, presenters, queries
from goldenthread.casework.family.forms import FORMS, AroundForm, ChangeForm, DeathForm
from goldenthread.casework.models import Case
from goldenthread.casework.permissions import can_record

INVALID = 422


@open_to(Permission.SEE_FAMILY)
@require_http_methods(["GET"])
def family(request: HttpRequest, reference: str) -> HttpResponse:
    """Who is around the child, who decides what today, and what is withheld."""
    scope = scope_of(request)
    page = queries.family_page(scope, reference)
    note_opened(page.case, by=scope)
    said = " ".join(str(message) for message in messages.get_messages(request))
    may_record = can_record(scope, page.case)
    values = presenters.family_values(page, clock.today(), may_record=may_record, said=said)
    return render(request, "casework/family.html", values)


@open_to(Permission.RECORD_ON_CASES)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, reference: str, kind: str) -> HttpResponse:
    """Records a line of one kind."""
    scope = scope_of(request)
    if kind not in FORMS:
        raise NotFound("There is no such form.")
    case, adults = queries.adults_to_choose(scope, reference)
    form = FORMS[kind](request.POST if request.method == "POST" else None, adults=adults)
    if request.method == "POST" and form.is_valid():
        _record(case, form, scope)
        messages.success(request, "Recorded.")
        return redirect("family", reference)
    return _form(request, presenters.add_values(case, kind), form)


@open_to(Permission.SEE_FAMILY)
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, reference: str, kind: str, row_id: int) -> HttpResponse:
    """Ends a line, or says that it was recorded in error."""
    scope = scope_of(request)
    case, row = queries.row_to_change(scope, reference, kind, row_id)
    sent = request.POST if request.method == "POST" else None
    form = ChangeForm(sent, can_end=presenters.can_end(row))
    if request.method == "POST" and form.is_valid():
        ends_on = form.cleaned_data.get("ends_on") if form.cleaned_data["what"] == "ended" else None
        actions.change_row(case, row, ends_on=ends_on, because=form.cleaned_data["because"], by=scope)
        messages.success(request, "Changed.")
        return redirect("family", reference)
    return _form(request, presenters.change_values(case, row), form)


def _record(case: Case, form: AroundForm, scope: Scope) -> None:
    said = form.cleaned_data
    if isinstance(form, DeathForm):
        actions.record_death(case, adult=form.chosen, died_on=said["died_on"], by=scope)
    else:
        actions.record_around(
            case,
            form.row(),  # type: ignore[attr-defined]  # every other form makes the row it asks for
            adult=form.chosen,
            name=said.get("name", ""),
            because=said.get("because", ""),
            by=scope,
        )


def _form(request: HttpRequest, values: dict[str, Any], form: object) -> HttpResponse:
    status = INVALID if request.method == "POST" else 200
    return render(request, "ui/patterns/form.html", {**values, "form": form}, status=status)
