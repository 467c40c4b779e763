"""What a reader of the room opens. Each page that says something of the partnership is kept in their log."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from goldenthread.accounts.access import open_to
from goldenthread.accounts.requests import ScopedRequest
from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock
from goldenthread.audit.errors import NotFound
from goldenthread.evidence_room import queries
from goldenthread.evidence_room.actions import note_deeper, note_opened
from goldenthread.evidence_room.forms import SearchForm
from goldenthread.evidence_room.permissions import lent, may_see_deeper
from goldenthread.evidence_room.presenters import figures as figure_presenters
from goldenthread.evidence_room.presenters import reading as presenters
from goldenthread.figures.measured.queries import measure_named
from goldenthread.figures.measured.values import FigureKey
from goldenthread.improvement.presenters.matrix import as_csv
from goldenthread.improvement.views.evidence import bytes_of
from goldenthread.ui.downloads import download

SEE = Permission.SEE_EVIDENCE_ROOM


def _shown(request: ScopedRequest, template: str, values: dict[str, Any], what: str) -> HttpResponse:
    """A page of the room; that it was opened is kept."""
    note_opened(what, str(values.get("title", "")), request.path, by=request.scope)
    said = " ".join(str(message) for message in messages.get_messages(request))
    return render(request, f"evidence_room/{template}.html", {**values, "said": said})


def _number(typed: str) -> int | None:
    return int(typed) if typed.isdecimal() and len(typed) < 15 else None


@open_to(SEE)
@require_GET
def front(request: ScopedRequest) -> HttpResponse:
    """Everything that was asked of the partnership, with promises, tests and evidence."""
    scope = request.scope
    found = queries.front(scope, origin_id=_number(request.GET.get("document", "")))
    values = presenters.front_values(found, until=queries.until(scope), mine=queries.mine(scope))
    return _shown(request, "front", values, "front page")


@open_to(SEE)
@require_GET
def matrix_as_file(request: ScopedRequest) -> HttpResponse:
    """The evidence that is marked for the room, as a spreadsheet."""
    found = queries.front(request.scope, origin_id=_number(request.GET.get("document", "")))
    note_opened("evidence as a file", "", request.path, by=request.scope)
    return download(as_csv(found.matrix), name="evidence.csv", kind="text/csv; charset=utf-8")


@open_to(SEE)
@require_GET
def point(request: ScopedRequest, point_id: int) -> HttpResponse:
    """One thing that was asked, over the years."""
    values = presenters.point_values(queries.point(request.scope, point_id))
    return _shown(request, "point", values, "requirement or finding")


@open_to(SEE)
@require_GET
def promise(request: ScopedRequest, promise_id: int) -> HttpResponse:
    """One promise with its five tests and evidence."""
    found = queries.promise(request.scope, promise_id)
    return _shown(request, "promise", presenters.promise_values(found, clock.today()), "promise")


@open_to(SEE)
@require_GET
def item(request: ScopedRequest, evidence_id: int) -> HttpResponse:
    """One item of evidence."""
    values = presenters.item_values(queries.item(request.scope, evidence_id))
    return _shown(request, "item", values, "evidence")


@open_to(SEE)
@require_GET
def file(request: ScopedRequest, evidence_id: int) -> HttpResponseBase:
    """The file of an item of evidence."""
    one = queries.item(request.scope, evidence_id)
    response = bytes_of(one, by=request.scope, under=SEE)
    note_opened("file", one.row.title, request.path, by=request.scope)
    return response


@open_to(SEE)
@require_GET
def figures(request: ScopedRequest) -> HttpResponse:
    """Every measure with its newest figure."""
    values = figure_presenters.figures_values(queries.figures(request.scope))
    return _shown(request, "figures", values, "figures")


@open_to(SEE)
@require_GET
def figure(request: ScopedRequest, measure: str) -> HttpResponse:
    """One measure by month."""
    known, series = queries.figure_series(request.scope, measure)
    may_deeper = may_see_deeper(request.scope, known.name, clock.today())
    values = figure_presenters.figure_values(known, series, may_deeper=may_deeper)
    return _shown(request, "figure", values, "figure")


@open_to(SEE)
@require_GET
def records(request: ScopedRequest, measure: str) -> HttpResponse:
    """The records behind a figure, under a recorded lawful basis alone. That they were read is audited."""
    known = measure_named(lent(request.scope), measure)
    found = queries.records_behind(request.scope, _key(request, known.name))
    number = _number(request.GET.get("page", "")) or 1
    address = f"{request.path}?set={found.figure.key.set_id}&period={found.figure.key.period}&page={{page}}"
    values = figure_presenters.records_values(known, found, number, address)
    note_deeper(found, by=request.scope)
    return _shown(request, "records", values, "records behind a figure")


def _key(request: ScopedRequest, measure: str) -> FigureKey:
    set_id = _number(request.GET.get("set", ""))
    try:
        period = date.fromisoformat(request.GET.get("period", ""))
    except ValueError:
        period = None
    if set_id is None or period is None:
        raise NotFound("There is no such figure.")
    return FigureKey(set_id, measure, "month", period)


@open_to(SEE)
@require_GET
def search(request: ScopedRequest) -> HttpResponse:
    """Looks for words in what the room shows. The words are kept nowhere."""
    form = SearchForm(request.GET if "words" in request.GET else None)
    found = queries.search(request.scope, form.cleaned_data["words"]) if form.is_valid() else None
    values = {
        "form": form,
        "asked": found is not None,
        "table": presenters.search_table(found) if found else None,
    }
    return _shown(request, "search", values, "search")


@open_to(SEE)
@require_GET
def log(request: ScopedRequest) -> HttpResponse:
    """What was opened: one's own, or everyone's for the partnership. Reading it is not kept."""
    of_everyone = request.scope.may(Permission.OPEN_EVIDENCE_ROOM)
    found = queries.opened(request.scope)
    values = {
        "table": presenters.log_table(found, of_everyone=of_everyone) if found else None,
        "of_everyone": of_everyone,
        "above": reverse("evidence-room"),
    }
    return render(request, "evidence_room/log.html", values)
