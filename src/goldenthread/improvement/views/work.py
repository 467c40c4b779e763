"""Pages of the work on a promise: actions, milestones, risks."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from goldenthread.accounts.access import open_to
from goldenthread.accounts.requests import ScopedRequest
from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock
from goldenthread.improvement.actions import work as actions
from goldenthread.improvement.forms.plans import BecauseForm
from goldenthread.improvement.forms.work import (
    ActionForm,
    MeetForm,
    MilestoneForm,
    MoveForm,
    NeedsForm,
    ReplanForm,
    RiskForm,
)
from goldenthread.improvement.models import Action, Milestone, Promise
from goldenthread.improvement.presenters import plans as presenters
from goldenthread.improvement.queries import origins as said_queries
from goldenthread.improvement.queries import plans as queries
from goldenthread.improvement.views.pages import asks, form_page, may_keep, page
from goldenthread.ui.values import Link


def _to_promise(row: Promise) -> Link:
    return Link("The promise", reverse("promise", args=[row.pk]))


def _to_action(row: Action) -> Link:
    return Link(row.title, reverse("action", args=[row.pk]))


def _to_milestone(row: Milestone) -> Link:
    return Link(row.title, reverse("milestone", args=[row.pk]))


@open_to(Permission.KEEP_IMPROVEMENT)
@require_http_methods(["GET", "POST"])
def add_action(request: ScopedRequest, promise_id: int) -> HttpResponse:
    """Adds an action to a promise."""
    promise = queries.promise_page(request.scope, promise_id).row
    form = ActionForm(request.POST or None, bodies=said_queries.responsible_bodies(request.scope))
    if request.method == "POST" and form.is_valid():
        action = actions.add_action(promise, form.details(), by=request.scope)
        messages.success(request, "Added. Promise its milestones.")
        return redirect("action", action.pk)
    return form_page(
        request, form, asks("Add an action", act="Add it", says=promise.words, above=_to_promise(promise))
    )


@open_to(Permission.SEE_IMPROVEMENT)
@require_GET
def action(request: ScopedRequest, action_id: int) -> HttpResponse:
    """One action and its milestones."""
    work = queries.action(request.scope, action_id)
    values = presenters.action_values(work, clock.today(), may_keep=may_keep(request))
    return page(request, "improvement/action.html", values)


@open_to(Permission.KEEP_IMPROVEMENT)
@require_http_methods(["GET", "POST"])
def action_needs(request: ScopedRequest, action_id: int) -> HttpResponse:
    """Names what comes before an action."""
    row = queries.action(request.scope, action_id).row
    others = queries.actions_of_plan(request.scope, row.promise.theme.plan)
    candidates = [one for one in others if one.pk != row.pk]
    form = NeedsForm(request.POST or None, candidates=candidates, chosen=list(row.needs.all()))
    if request.method == "POST" and form.is_valid():
        actions.say_what_comes_first(row, form.chosen(), by=request.scope)
        return redirect("action", row.pk)
    values = {
        "title": "What must come first?",
        "says": row.title,
        "act": "Keep this",
        "above": _to_action(row),
    }
    return form_page(request, form, values)


@open_to(Permission.KEEP_IMPROVEMENT)
@require_http_methods(["GET", "POST"])
def move_action(request: ScopedRequest, action_id: int) -> HttpResponse:
    """Takes an action on into another plan."""
    row = queries.action(request.scope, action_id).row
    promises = queries.promises_elsewhere(request.scope, row.promise.theme.plan)
    form = MoveForm(request.POST or None, promises=promises)
    if request.method == "POST" and form.is_valid():
        cleaned = form.cleaned_data
        moved = actions.move_action(
            row,
            form.promises[cleaned["promise"]],
            code=cleaned["code"],
            because=cleaned["because"],
            by=request.scope,
        )
        messages.success(request, "Moved, with the milestones that are not met.")
        return redirect("action", moved.pk)
    values = {
        "title": "Move it to another plan",
        "says": row.title,
        "act": "Move it",
        "above": _to_action(row),
    }
    return form_page(request, form, values)


@open_to(Permission.KEEP_IMPROVEMENT)
@require_http_methods(["GET", "POST"])
def stop_action(request: ScopedRequest, action_id: int) -> HttpResponse:
    """Stops an action before its end."""
    row = queries.action(request.scope, action_id).row
    form = BecauseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.stop_action(row, because=form.cleaned_data["because"], by=request.scope)
        return redirect("action", row.pk)
    return form_page(
        request, form, asks("Stop this action", act="Stop it", says=row.title, above=_to_action(row))
    )


@open_to(Permission.KEEP_IMPROVEMENT)
@require_http_methods(["GET", "POST"])
def add_milestone(request: ScopedRequest, action_id: int) -> HttpResponse:
    """Promises a milestone."""
    row = queries.action(request.scope, action_id).row
    form = MilestoneForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        cleaned = form.cleaned_data
        actions.add_milestone(
            row, title=cleaned["title"], promised_on=cleaned["promised_on"], by=request.scope
        )
        return redirect("action", row.pk)
    values = {
        "title": "Promise a milestone",
        "says": row.title,
        "act": "Promise it",
        "above": _to_action(row),
    }
    return form_page(request, form, values)


@open_to(Permission.SEE_IMPROVEMENT)
@require_GET
def milestone(request: ScopedRequest, milestone_id: int) -> HttpResponse:
    """One milestone and all that was said of it."""
    each = queries.milestone(request.scope, milestone_id)
    values = presenters.milestone_values(each, clock.today(), may_keep=may_keep(request))
    return page(request, "improvement/milestone.html", values)


@open_to(Permission.KEEP_IMPROVEMENT)
@require_http_methods(["GET", "POST"])
def replan_milestone(request: ScopedRequest, milestone_id: int) -> HttpResponse:
    """Plans a milestone for another day."""
    row = queries.milestone(request.scope, milestone_id).row
    form = ReplanForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        cleaned = form.cleaned_data
        actions.replan_milestone(row, due_on=cleaned["due_on"], because=cleaned["because"], by=request.scope)
        messages.success(request, "Planned anew. The day first promised stays beside it.")
        return redirect("milestone", row.pk)
    values = {
        "title": "Plan it for another day",
        "says": row.title,
        "act": "Plan it",
        "above": _to_milestone(row),
    }
    return form_page(request, form, values)


@open_to(Permission.KEEP_IMPROVEMENT)
@require_http_methods(["GET", "POST"])
def meet_milestone(request: ScopedRequest, milestone_id: int) -> HttpResponse:
    """Says that a milestone was met."""
    row = queries.milestone(request.scope, milestone_id).row
    form = MeetForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        cleaned = form.cleaned_data
        actions.meet_milestone(row, met_on=cleaned["met_on"], because=cleaned["because"], by=request.scope)
        return redirect("milestone", row.pk)
    return form_page(
        request, form, asks("It was met", act="Record it", says=row.title, above=_to_milestone(row))
    )


@open_to(Permission.KEEP_IMPROVEMENT)
@require_http_methods(["GET", "POST"])
def unmeet_milestone(request: ScopedRequest, milestone_id: int) -> HttpResponse:
    """Takes back that a milestone was met."""
    row = queries.milestone(request.scope, milestone_id).row
    form = BecauseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.unmeet_milestone(row, because=form.cleaned_data["because"], by=request.scope)
        return redirect("milestone", row.pk)
    values = {
        "title": "It was not met after all",
        "says": row.title,
        "act": "Record it",
        "above": _to_milestone(row),
    }
    return form_page(request, form, values)


@open_to(Permission.KEEP_IMPROVEMENT)
@require_http_methods(["GET", "POST"])
def add_risk(request: ScopedRequest, promise_id: int) -> HttpResponse:
    """Names a risk."""
    promise = queries.promise_page(request.scope, promise_id).row
    form = RiskForm(request.POST or None, bodies=said_queries.responsible_bodies(request.scope))
    if request.method == "POST" and form.is_valid():
        actions.add_risk(promise, form.details(), by=request.scope)
        return redirect("promise", promise.pk)
    return form_page(
        request, form, asks("Name a risk", act="Name it", says=promise.words, above=_to_promise(promise))
    )


@open_to(Permission.KEEP_IMPROVEMENT)
@require_http_methods(["GET", "POST"])
def close_risk(request: ScopedRequest, risk_id: int) -> HttpResponse:
    """Says that a risk is over."""
    row = queries.risk(request.scope, risk_id)
    form = BecauseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.close_risk(row, because=form.cleaned_data["because"], by=request.scope)
        return redirect("promise", row.promise_id)
    values = {
        "title": "The risk is over",
        "says": row.words,
        "act": "Close it",
        "above": _to_promise(row.promise),
    }
    return form_page(request, form, values)
