"""Pages of measures that are read."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from goldenthread.accounts.access import open_to
from goldenthread.accounts.requests import ScopedRequest
from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock
from goldenthread.figures.changes import queries as changes
from goldenthread.figures.measured import queries as measured
from goldenthread.figures.measured.values import FigureKey
from goldenthread.insight.measured import clocks, queries
from goldenthread.insight.measured.everywhere import ASKED, comparable, who_waits
from goldenthread.insight.measured.everywhere import everywhere as compared_groups
from goldenthread.insight.measured.forms import (
    CatalogueForm,
    ClearingForm,
    EverywhereForm,
    MeasureForm,
    SetForm,
    WalkForm,
)
from goldenthread.insight.measured.presenters.acts import acts_of, making_words, steps_of
from goldenthread.insight.measured.presenters.catalogue import catalogue_page
from goldenthread.insight.measured.presenters.clearing import clearing_page
from goldenthread.insight.measured.presenters.clocks import pair
from goldenthread.insight.measured.presenters.everywhere import everywhere_page
from goldenthread.insight.measured.presenters.measure import measure_page
from goldenthread.insight.measured.presenters.overview import overview_page
from goldenthread.insight.measured.presenters.walk import walk_page
from goldenthread.insight.measured.presenters.watches import watches_page
from goldenthread.ui.waiting import refreshing, watch


@open_to(Permission.SEE_FIGURES)
@require_GET
def overview(request: ScopedRequest) -> HttpResponse:
    """The area on one screen."""
    of = queries.chosen_set(request.scope, SetForm(request.GET).chosen()["set"])
    found = queries.overview(request.scope, of)
    context = {
        **overview_page(found, clocks.both(request.scope, of)),
        "may_refresh": request.scope.may(Permission.REFRESH_FIGURES),
        "making_words": making_words(found.in_the_making),
    }
    response = render(request, "insight/overview.html", context)
    busy = found.in_the_making is not None and found.in_the_making.status != "failed"
    return refreshing(response, watch(request)) if busy else response


@open_to(Permission.SEE_FIGURES)
@require_GET
def measure(request: ScopedRequest, name: str) -> HttpResponse:
    """One measure: what may be said of it, and what it rests on."""
    asked = MeasureForm(request.GET).chosen()
    of = queries.chosen_set(request.scope, asked["set"])
    chosen = queries.Chosen(of, asked["by"], asked["dimension"], asked["group"])
    found = queries.page_of(request.scope, name, chosen)
    two = clocks.both(
        request.scope, of, dimension=asked["dimension"] if asked["group"] else "", group=asked["group"]
    )
    context = {
        **measure_page(found, two, may_walk=request.scope.may(Permission.SEE_CASES)),
        "steps": steps_of(found.reading, may_withdraw=request.scope.may(Permission.DECLARE_STEPS)),
        "acts": acts_of(request.scope, found.reading, chosen),
    }
    return render(request, "insight/measure.html", context)


@open_to(Permission.SEE_FIGURES)
@require_GET
def everywhere(request: ScopedRequest) -> HttpResponse:
    """Who waits longest, by how much, and whether it is more than chance."""
    asked = EverywhereForm(request.GET).chosen()
    of = queries.chosen_set(request.scope, asked["set"])
    ways = who_waits(request.scope, of)
    dimension = asked["dimension"] or (ways[0].name if ways else "district")
    found = compared_groups(request.scope, asked["measure"] or ASKED, dimension, of)
    context = everywhere_page(found, comparable(request.scope, of), ways)
    return render(request, "insight/everywhere.html", context)


@open_to(Permission.SEE_FIGURES)
@require_GET
def catalogue(request: ScopedRequest) -> HttpResponse:
    """Every measure, also those without a source yet."""
    wanted = CatalogueForm(request.GET).chosen()
    return render(
        request, "insight/catalogue.html", catalogue_page(measured.catalogue(request.scope), wanted)
    )


@open_to(Permission.SEE_FIGURES)
@require_GET
def clearing(request: ScopedRequest) -> HttpResponse:
    """What clearing the backlog does to each clock."""
    asked = ClearingForm(request.GET).chosen()
    of = queries.chosen_set(request.scope, asked["set"])
    more = int(asked["more"] or 100)
    two = clocks.both(request.scope, of)
    context = clearing_page(clocks.clearing(request.scope, of, more=more), two, more)
    context["pair"] = pair(two, None) if two else None
    return render(request, "insight/clearing.html", context)


@open_to(Permission.SEE_CASES)
@require_GET
def walk(request: ScopedRequest, name: str) -> HttpResponse:
    """The cases behind a figure, as far as the reader reaches."""
    asked = WalkForm(request.GET).chosen()
    by = asked["by"] or "month"
    key = FigureKey(asked["set"], name, by, asked["period"], asked["dimension"], asked["group"])
    found = measured.records_behind(request.scope, key)
    kept = {key: value for key, value in request.GET.items() if key != "page"}
    context = walk_page(
        measured.measure_named(request.scope, name),
        found,
        asked["page"] or 1,
        f"?{urlencode(kept)}&page={{page}}",
    )
    return render(request, "insight/walk.html", context)


@open_to(Permission.SEE_FIGURES)
@require_GET
def watches(request: ScopedRequest) -> HttpResponse:
    """What is watched, and what got worse."""
    found = changes.watches(request.scope)
    may_end = request.scope.may(Permission.KEEP_WATCH)
    return render(request, "insight/watches.html", watches_page(found, clock.today(), may_end=may_end))
