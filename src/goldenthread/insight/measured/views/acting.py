"""Acts on pages of measures: work out again, declare a step, begin and end a watch."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from goldenthread.accounts.access import open_to
from goldenthread.accounts.requests import ScopedRequest
from goldenthread.accounts.roles import Permission
from goldenthread.audit.errors import NotPossibleNow
from goldenthread.figures.changes import actions
from goldenthread.figures.changes import queries as changes
from goldenthread.figures.measured import queries as measured
from goldenthread.figures.measured.actions import refresh_measures
from goldenthread.insight.measured import queries
from goldenthread.insight.measured.forms import AsAtForm, ReasonForm, StepForm, WatchedForm, WatchForm
from goldenthread.insight.measured.presenters.acts import set_words
from goldenthread.ui.values import Link

EITHER = require_http_methods(["GET", "POST"])
FORM = "ui/patterns/form.html"


@open_to(Permission.REFRESH_FIGURES)
@require_POST
def refresh(request: ScopedRequest) -> HttpResponse:
    """Has every measure worked out again."""
    refresh_measures(by=request.scope)
    return redirect("overview")


@open_to(Permission.SEE_FIGURES)
@EITHER
def as_at(request: ScopedRequest) -> HttpResponse:
    """Another day: one that is worked out already, or, for those who may, any day."""
    form = AsAtForm(request.POST or None)
    may = request.scope.may(Permission.REFRESH_FIGURES)
    if request.method == "POST" and may and form.is_valid():
        try:
            refresh_measures(by=request.scope, **form.cleaned_data)
            return redirect("overview")
        except NotPossibleNow as problem:
            form.add_error(None, str(problem))
    choices = [
        Link(set_words(one), f"{reverse('overview')}?set={one.pk}")
        for one in queries.as_at_choices(request.scope)
    ]
    context = {
        "form": form,
        "title": "Choose another day or position",
        "above": Link("Overview", reverse("overview")),
        "choices": choices,
        "may_work_out": may,
        "act": "Work out measures of that day",
    }
    return render(request, "insight/as_at.html", context)


@open_to(Permission.DECLARE_STEPS)
@EITHER
def declare_step(request: ScopedRequest, name: str) -> HttpResponse:
    """A change of the process: new limits begin on the chart."""
    measure = measured.measure_named(request.scope, name)
    form = StepForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.declare_step(name, **form.cleaned_data, by=request.scope)
            return redirect("measure", name)
        except NotPossibleNow as problem:
            form.add_error("first_day", str(problem))
    context = {
        "form": form,
        "title": "Declare a step",
        "caption": measure.title,
        "above": Link(measure.title, reverse("measure", args=[name])),
        "says": "A step says that the work itself was done differently from a day on. Limits begin "
        "anew there, so declare one "
        "only for a change that you can name, never because a figure surprises.",
        "changes": {
            "fact": "The chart shows the step with your reason.",
            "more": "Who declared it, and when, is kept.",
        },
        "act": "Declare this step",
    }
    return render(request, FORM, context)


@open_to(Permission.DECLARE_STEPS)
@EITHER
def withdraw_step(request: ScopedRequest, step_id: int) -> HttpResponse:
    """Takes a declared step off the chart."""
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        step = actions.withdraw_step(step_id, form.cleaned_data["because"], by=request.scope)
        return redirect("measure", step.measure)
    context = {
        "form": form,
        "title": "Withdraw this step",
        "act": "Withdraw it",
        "above": Link("Catalogue", reverse("catalogue")),
    }
    return render(request, FORM, context)


@open_to(Permission.KEEP_WATCH)
@EITHER
def begin_watch(request: ScopedRequest, name: str) -> HttpResponse:
    """Watches a measure for two years; a signal for the worse is told to whoever begins the watch."""
    measure = measured.measure_named(request.scope, name)
    way = WatchedForm(request.GET).chosen()
    group = queries.group_to_watch(request.scope, name, way["dimension"], way["group"])
    form = WatchForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            words = form.cleaned_data["about_words"]
            what = actions.Watched(name, way["dimension"] if group else "", way["group"], "", words)
            actions.begin_watch(
                what, owner_id=request.user.pk or 0, began_on=form.cleaned_data["began_on"], by=request.scope
            )
            return redirect("watches")
        except NotPossibleNow as problem:
            form.add_error("began_on", str(problem))
    context = {
        "form": form,
        "title": "Watch this group" if group else "Watch this measure",
        "caption": f"{measure.title}: {group}" if group else measure.title,
        "above": Link(measure.title, reverse("measure", args=[name])),
        "says": "What improves must stay improved. Each night its chart is looked at; a signal for "
        "the worse stands on your "
        "overview until you have read it.",
        "act": "Watch it for two years",
    }
    return render(request, FORM, context)


@open_to(Permission.KEEP_WATCH)
@EITHER
def end_watch(request: ScopedRequest, watch_id: int) -> HttpResponse:
    """Ends a watch before its time."""
    watch = changes.watch(request.scope, watch_id)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.end_watch(watch.pk, form.cleaned_data["because"], by=request.scope)
        return redirect("watches")
    context = {
        "form": form,
        "title": "End this watch",
        "act": "End it",
        "above": Link("Watches", reverse("watches")),
    }
    return render(request, FORM, context)


@open_to(Permission.SEE_FIGURES)
@require_POST
def notice_read(request: ScopedRequest, notice_id: int) -> HttpResponse:
    """The owner of a watch has read what it saw."""
    actions.say_notice_was_read(notice_id, by=request.scope)
    return redirect("overview")
