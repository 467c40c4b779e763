"""Pages that set our figures beside others."""

import csv

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from goldenthread.accounts.access import open_to
from goldenthread.accounts.requests import ScopedRequest
from goldenthread.accounts.roles import Permission
from goldenthread.figures.actions import refresh_figures
from goldenthread.insight import queries
from goldenthread.insight.forms import BesideForm
from goldenthread.insight.presenters.index import index
from goldenthread.insight.presenters.page import csv_rows, page
from goldenthread.ui.downloads import keep_from_running
from goldenthread.ui.waiting import refreshing, watch


@open_to(Permission.SEE_FIGURES)
@require_GET
def figures(request: ScopedRequest) -> HttpResponse:
    """Every figure, by measure."""
    found = queries.overview(request.scope)
    context = {
        **index(found, settings.AREA),
        "may_refresh": request.scope.may(Permission.REFRESH_FIGURES),
    }
    response = render(request, "insight/figures.html", context)
    busy = found.in_the_making is not None and found.in_the_making.status != "failed"
    return refreshing(response, watch(request)) if busy else response


@open_to(Permission.SEE_FIGURES)
@require_GET
def beside(request: ScopedRequest, table: str, column: str) -> HttpResponse:
    """One figure beside England, its region, areas like it and all areas."""
    asked = BesideForm(request.GET)
    found = queries.beside(request.scope, table, column, **asked.chosen())
    return render(request, "ui/patterns/measure.html", page(found))


@open_to(Permission.SEE_FIGURES)
@require_GET
def figure_csv(request: ScopedRequest, table: str, column: str) -> HttpResponse:
    """The same as CSV."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    keep_from_running(response, f"{table}-{column}.csv")
    found = queries.beside(request.scope, table, column, **BesideForm(request.GET).chosen())
    csv.writer(response).writerows(csv_rows(found))
    return response


@open_to(Permission.REFRESH_FIGURES)
@require_POST
def refresh(request: ScopedRequest) -> HttpResponse:
    """Has our own figures worked out again."""
    refresh_figures(by=request.scope)
    return redirect("figures")
