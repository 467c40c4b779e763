"""Citing a figure, and what was cited beside what it would be now."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from goldenthread.accounts.access import open_to
from goldenthread.accounts.requests import ScopedRequest
from goldenthread.accounts.roles import Permission
from goldenthread.audit.errors import NotFound
from goldenthread.figures.measured import queries
from goldenthread.figures.measured.actions import cite
from goldenthread.figures.measured.showing import shown_figure
from goldenthread.figures.measured.values import FigureKey
from goldenthread.insight.citing import presenters
from goldenthread.insight.citing.forms import CiteForm, WhichFigureForm


@open_to(Permission.SEE_FIGURES)
@require_GET
def cited_figures(request: ScopedRequest) -> HttpResponse:
    """Every figure that was cited."""
    return render(
        request, "insight/cited_figures.html", presenters.index(queries.cited_figures(request.scope))
    )


@open_to(Permission.SEE_FIGURES)
@require_GET
def cited_figure(request: ScopedRequest, number: int) -> HttpResponse:
    """One of them beside what it would be now, and why that differs."""
    found, comparison = queries.cited_figure(request.scope, number)
    may_walk = request.scope.may(Permission.SEE_CASES)
    key = queries.key_of_cited(request.scope, found) if may_walk else None
    return render(request, "insight/cited_figure.html", presenters.page(found, comparison, key))


@open_to(Permission.SEE_FIGURES)
@require_http_methods(["GET", "POST"])
def cite_figure(request: ScopedRequest) -> HttpResponse:
    """Freezes the figure that the address names."""
    key = _named(request)
    found = shown_figure(request.scope, key)
    form = CiteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        cited = cite(key, because=form.cleaned_data["because"], by=request.scope)
        return redirect("cited-figure", number=cited.pk)
    context = {"form": form, **presenters.before(queries.measure_named(request.scope, key.measure), found)}
    return render(request, "insight/cite_figure.html", context, status=422 if form.errors else 200)


def _named(request: HttpRequest) -> FigureKey:
    key = WhichFigureForm(request.GET).key()
    if key is None:
        raise NotFound("There is no such figure.")
    return key
