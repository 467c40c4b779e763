"""Exploring: any measure, breakdown and period; its numbers and its picture to take along."""

import csv

import resvg_py
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from goldenthread.accounts.access import open_to
from goldenthread.accounts.requests import ScopedRequest
from goldenthread.accounts.roles import Permission
from goldenthread.insight.measured import queries
from goldenthread.insight.measured.explore import Explored, explore, tidy
from goldenthread.insight.measured.forms import ExploreForm
from goldenthread.insight.measured.headlines import HEADLINES
from goldenthread.insight.measured.presenters.charts import over_time
from goldenthread.insight.measured.presenters.explore import explore_page

PIXELS = 2
"""A picture for papers is drawn at twice its size on the screen."""


def asked_for(request: ScopedRequest) -> Explored:
    """What the address asks for; the first headline where it asks for nothing."""
    asked = ExploreForm(request.GET).chosen()
    of = queries.chosen_set(request.scope, asked["set"])
    chosen = queries.Chosen(of, asked["by"], asked["dimension"], asked["group"])
    return explore(request.scope, asked["measure"] or HEADLINES[0], chosen)


@open_to(Permission.SEE_FIGURES)
@require_GET
def exploring(request: ScopedRequest) -> HttpResponse:
    """One measure as it is asked for."""
    found = asked_for(request)
    offered, ways = queries.offered(request.scope, found.chosen.of)
    return render(request, "insight/explore.html", explore_page(found, offered, ways))


@open_to(Permission.SEE_FIGURES)
@require_GET
def explore_csv(request: ScopedRequest) -> HttpResponse:
    """The same in the national tidy layout."""
    found = asked_for(request)
    response = taken_along(found, "csv", "text/csv; charset=utf-8")
    csv.writer(response).writerows(tidy(found))
    return response


@open_to(Permission.SEE_FIGURES)
@require_GET
def explore_svg(request: ScopedRequest) -> HttpResponse:
    """The chart as a drawing."""
    found = asked_for(request)
    response = taken_along(found, "svg", "image/svg+xml")
    response.write(drawing_of(found))
    return response


@open_to(Permission.SEE_FIGURES)
@require_GET
def explore_png(request: ScopedRequest) -> HttpResponse:
    """The chart as a picture."""
    found = asked_for(request)
    response = taken_along(found, "png", "image/png")
    response.write(
        bytes(resvg_py.svg_to_bytes(svg_string=drawing_of(found), zoom=PIXELS, background="#ffffff"))
    )
    return response


def drawing_of(found: Explored) -> str:
    """The chart of a desk screen; nothing to draw is nothing to take along."""
    chart = over_time(found.found)
    if chart is None:
        raise Http404("There is no chart of this.")
    return str(chart.drawing.wide)


def taken_along(found: Explored, ending: str, kind: str) -> HttpResponse:
    """An answer that the browser keeps as a file."""
    parts = [found.found.measure.name, found.chosen.dimension, found.chosen.by]
    name = "-".join(part for part in parts if part)
    return HttpResponse(
        content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}.{ending}"'}
    )
