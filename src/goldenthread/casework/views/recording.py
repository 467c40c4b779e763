"""Recording on a case: an act, a correction, a new request, who holds it."""

from collections.abc import Sequence
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
from goldenthread.casework import actions, acts, policies, queries
from goldenthread.casework.forms import AllocateForm, CorrectForm, RecordForm, RequestForm, choices_for
from goldenthread.casework.presenters import recording
from goldenthread.casework.queries import EntryPage
from goldenthread.rules.lifecycle import notices_owed

INVALID = 422


@open_to(Permission.RECORD_ON_CASES)
@require_http_methods(["GET"])
def record(request: HttpRequest, reference: str) -> HttpResponse:
    """Everything that can be recorded on a case."""
    page = queries.case_page(scope_of(request), reference)
    return render(request, "casework/record.html", recording.acts_values(page))


@open_to(Permission.RECORD_ON_CASES)
@require_http_methods(["GET", "POST"])
def record_step(request: HttpRequest, reference: str, slug: str) -> HttpResponse:
    """Records one act, and says what it changes before it is sent."""
    scope, act = scope_of(request), acts.BY_SLUG.get(slug)
    if act is None:
        raise NotFound("There is no such form.")
    page = queries.case_page(scope, reference)
    owed = [decision.kind for decision in notices_owed(page.history.happenings)]
    form = RecordForm(request.POST or None, act=act, choices=choices_for(act, owed))
    if request.method == "POST" and form.is_valid():
        entries = actions.record_happenings(
            page.case,
            form.happenings(),
            because=form.cleaned_data["because"],
            submission=form.mark,
            by=scope,
        )
        return _back_to_case(request, scope, reference, [entry.pk for entry in entries])
    values = recording.record_values(page, act, clock.today())
    return _form(request, values, form)


@open_to(Permission.RECORD_ON_CASES)
@require_http_methods(["GET", "POST"])
def correct_entry(request: HttpRequest, reference: str, entry_id: int) -> HttpResponse:
    """Corrects an entry, or says that it did not happen."""
    scope = scope_of(request)
    page = queries.entry_page(scope, reference, entry_id)
    with_it = recording.recorded_with(page)
    form = CorrectForm(request.POST or None, happened_on=page.entry.happened_on, recorded_with=with_it)
    if request.method == "POST" and form.is_valid():
        _correct(page, form, scope)
        messages.success(request, "Corrected. Every date that rests on it was worked out again.")
        return redirect("case", reference)
    if request.method == "GET":
        newest = page.newest if page.newest != page.entry else None
        policies.check_can_correct(page.entry, corrected_by=newest)
    return _form(request, recording.correct_values(page), form)


@open_to(Permission.RECORD_ON_CASES)
@require_http_methods(["GET", "POST"])
def new_request(request: HttpRequest) -> HttpResponse:
    """Opens a case: a request for an assessment came."""
    scope = scope_of(request)
    form = RequestForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        case = actions.receive_request_about(
            form.claim(),
            received_on=form.cleaned_data["received_on"],
            because=form.cleaned_data["because"],
            submission=form.mark,
            by=scope,
        )
        return redirect("case", case.reference)
    return _form(request, recording.request_values(clock.today()), form)


@open_to(Permission.ALLOCATE_CASES)
@require_http_methods(["GET", "POST"])
def allocate(request: HttpRequest, reference: str) -> HttpResponse:
    """Gives a record to another coordinator of the team."""
    scope = scope_of(request)
    case = queries.case_in_reach(scope, reference)
    coordinators = queries.coordinators(scope)
    form = AllocateForm(request.POST or None, coordinators=coordinators)
    if request.method == "POST" and form.is_valid():
        chosen = next(one for one in coordinators if str(one.pk) == form.cleaned_data["coordinator"])
        team = queries.team_to_give(scope, chosen)
        actions.allocate([case.pk], team=team, coordinator=chosen, by=scope)
        messages.success(request, f"{chosen.name} now holds this record.")
        return redirect("case", reference)
    return _form(request, recording.allocate_values(case), form)


def _correct(page: EntryPage, form: CorrectForm, scope: Scope) -> None:
    chosen = form.cleaned_data.get("also", ())
    also = [entry for entry in page.recorded_with if str(entry.pk) in chosen]
    reason, mark = form.cleaned_data["because"], form.mark
    if form.withdraws:
        actions.withdraw_entry(page.entry, because=reason, also=also, submission=mark, by=scope)
    else:
        day = form.cleaned_data["happened_on"]
        actions.correct_entry(
            page.entry, happened_on=day, because=reason, also=also, submission=mark, by=scope
        )


def _form(request: HttpRequest, values: dict[str, Any], form: object) -> HttpResponse:
    status = INVALID if request.method == "POST" else 200
    return render(request, "ui/patterns/form.html", {**values, "form": form}, status=status)


def _back_to_case(
    request: HttpRequest, scope: Scope, reference: str, entry_ids: Sequence[int]
) -> HttpResponse:
    page = queries.case_page(scope, reference)
    messages.success(request, recording.recorded_words(page, entry_ids))
    return redirect("case", reference)
