"""Pages of plans and what they promise."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from goldenthread.accounts.access import open_to, takes_files_up_to
from goldenthread.accounts.requests import ScopedRequest
from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock
from goldenthread.audit.errors import NotFound
from goldenthread.improvement import plan_file
from goldenthread.improvement.actions import plan_files as file_actions
from goldenthread.improvement.actions import plans as actions
from goldenthread.improvement.forms.plans import (
    LARGEST_FILE,
    BecauseForm,
    ClosePromiseForm,
    PlanFileForm,
    PlanForm,
    PromiseForm,
    ThemeForm,
)
from goldenthread.improvement.models import Promise
from goldenthread.improvement.presenters import evidence as evidence_presenters
from goldenthread.improvement.presenters import judging, plan_rows
from goldenthread.improvement.presenters import plans as presenters
from goldenthread.improvement.presenters import said as said_presenters
from goldenthread.improvement.queries import attached, judged
from goldenthread.improvement.queries import evidence as evidence_queries
from goldenthread.improvement.queries import origins as said_queries
from goldenthread.improvement.queries import plans as queries
from goldenthread.improvement.queries import said as written_queries
from goldenthread.improvement.views.pages import INVALID, form_page, may_keep, page
from goldenthread.ui.values import Link

FILES = {
    "csv": (plan_file.as_csv, "text/csv; charset=utf-8"),
    "xlsx": (plan_file.as_excel, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


@open_to(Permission.SEE_IMPROVEMENT)
@require_GET
def plans(request: ScopedRequest) -> HttpResponse:
    """Every plan."""
    found = queries.plans(request.scope)
    add = Link("Begin a plan", reverse("add-plan")) if may_keep(request) else None
    values = {"table": presenters.plans_table(found) if found else None, "add": add}
    return page(request, "improvement/plans.html", values)


@open_to(Permission.KEEP_IMPROVEMENT)
@require_http_methods(["GET", "POST"])
def add_plan(request: ScopedRequest) -> HttpResponse:
    """Begins a plan."""
    there = [each.plan for each in queries.plans(request.scope)]
    form = PlanForm(request.POST or None, plans=there)
    if request.method == "POST" and form.is_valid():
        plan = actions.add_plan(form.details(), by=request.scope)
        messages.success(request, "The plan is begun. Add its themes, or bring it as a spreadsheet.")
        return redirect("plan", plan.pk)
    values = {"title": "Begin a plan", "act": "Begin it", "above": Link("Plans", reverse("plans"))}
    return form_page(request, form, values)


@open_to(Permission.SEE_IMPROVEMENT)
@require_GET
def plan(request: ScopedRequest, plan_id: int) -> HttpResponse:
    """One plan by its themes."""
    found = queries.plan_page(request.scope, plan_id)
    ids = [work.row.pk for _, works in found.themes for work in works]
    five = judged.five_tests(request.scope, ids)
    values = presenters.plan_values(found, five, clock.today(), may_keep=may_keep(request))
    return page(request, "improvement/plan.html", values)


@open_to(Permission.KEEP_IMPROVEMENT)
@require_http_methods(["GET", "POST"])
def add_theme(request: ScopedRequest, plan_id: int) -> HttpResponse:
    """Adds a theme."""
    row = queries.plan(request.scope, plan_id)
    form = ThemeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.add_theme(row, title=form.cleaned_data["title"], by=request.scope)
        return redirect("plan", row.pk)
    above = Link(row.title, reverse("plan", args=[row.pk]))
    return form_page(request, form, {"title": "Add a theme", "act": "Add it", "above": above})


@open_to(Permission.KEEP_IMPROVEMENT)
@require_http_methods(["GET", "POST"])
def make_promise(request: ScopedRequest, theme_id: int) -> HttpResponse:
    """Makes a promise under a theme."""
    theme = queries.theme(request.scope, theme_id)
    bodies = said_queries.responsible_bodies(request.scope)
    form = PromiseForm(request.POST or None, bodies=bodies, points=queries.points_to_answer(request.scope))
    if request.method == "POST" and form.is_valid():
        promise = actions.make_promise(theme, form.details(), by=request.scope)
        messages.success(request, "The promise is made. Add what is done to keep it.")
        return redirect("promise", promise.pk)
    above = Link(theme.plan.title, reverse("plan", args=[theme.plan_id]))
    values = {"title": "Make a promise", "caption": theme.title, "act": "Make it", "above": above}
    return form_page(request, form, values)


@open_to(Permission.SEE_IMPROVEMENT)
@require_GET
def promise(request: ScopedRequest, promise_id: int) -> HttpResponse:
    """One promise and the work on it."""
    work = queries.promise_page(request.scope, promise_id)
    values = presenters.promise_values(work, clock.today(), may_keep=may_keep(request))
    return page(
        request, "improvement/promise.html", {**values, **_tests(request, work.row), **_beside(request, work)}
    )


def _beside(request: ScopedRequest, work: queries.PromiseWork) -> dict[str, Any]:
    """What stands beside the tests of a promise: its evidence, the forum's box, the owners' commentary."""
    scope, number = request.scope, work.row.pk
    items = evidence_queries.of_promises(scope, [number], with_past=True)[number]
    return {
        **evidence_presenters.beside_promise(work, items, may_keep=scope.may(Permission.KEEP_EVIDENCE)),
        **said_presenters.beside_promise(
            work.row,
            written_queries.forum_words(scope, [number])[number],
            written_queries.commentaries(scope, [number])[number],
            may_write=scope.may(Permission.SPEAK_FOR_FORUM),
            may_comment=scope.may(Permission.COMMENT_ON_PROMISES),
        ),
    }


def _tests(request: ScopedRequest, row: Promise) -> dict[str, Any]:
    """The five tests of a promise, and what they rest on."""
    return judging.tests_values(
        row,
        judged.five_tests(request.scope, [row.pk])[row.pk],
        attached.measures_of(request.scope, [row.pk])[row.pk],
        attached.voices_of(request.scope, [row.pk])[row.pk],
        may_keep=may_keep(request),
    )


@open_to(Permission.KEEP_IMPROVEMENT)
@require_http_methods(["GET", "POST"])
def reword_promise(request: ScopedRequest, promise_id: int) -> HttpResponse:
    """Changes a promise, with the reason."""
    row = queries.promise_page(request.scope, promise_id).row
    form = PromiseForm(
        request.POST or None,
        bodies=said_queries.responsible_bodies(request.scope),
        points=queries.points_to_answer(request.scope),
        promise=row,
    )
    if request.method == "POST" and form.is_valid():
        because = form.cleaned_data["because"]
        actions.reword_promise(row, form.details(), because=because, by=request.scope)
        messages.success(request, "Changed. The words before it are kept.")
        return redirect("promise", row.pk)
    above = Link("The promise", reverse("promise", args=[row.pk]))
    return form_page(request, form, {"title": "Change the promise", "act": "Change it", "above": above})


@open_to(Permission.KEEP_IMPROVEMENT)
@require_http_methods(["GET", "POST"])
def close_promise(request: ScopedRequest, promise_id: int) -> HttpResponse:
    """Closes a promise."""
    row = queries.promise_page(request.scope, promise_id).row
    form = ClosePromiseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        cleaned = form.cleaned_data
        actions.close_promise(
            row, closed_on=cleaned["closed_on"], because=cleaned["because"], by=request.scope
        )
        messages.success(request, "Closed. It is watched for two years.")
        return redirect("promise", row.pk)
    above = Link("The promise", reverse("promise", args=[row.pk]))
    values = {"title": "Close the promise", "says": row.words, "act": "Close it", "above": above}
    return form_page(request, form, values)


@open_to(Permission.KEEP_IMPROVEMENT)
@require_http_methods(["GET", "POST"])
def reopen_promise(request: ScopedRequest, promise_id: int) -> HttpResponse:
    """Opens a closed promise again."""
    row = queries.promise_page(request.scope, promise_id).row
    form = BecauseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.reopen_promise(row, because=form.cleaned_data["because"], by=request.scope)
        messages.success(request, "The promise is open again.")
        return redirect("promise", row.pk)
    above = Link("The promise", reverse("promise", args=[row.pk]))
    values = {"title": "Open the promise again", "says": row.words, "act": "Open it", "above": above}
    return form_page(request, form, values)


@open_to(Permission.SEE_IMPROVEMENT)
@require_GET
def plan_as_file(request: ScopedRequest, plan_id: int, form: str) -> HttpResponse:
    """The plan as a spreadsheet."""
    if form not in FILES:
        raise NotFound("A plan can be had as csv or xlsx.")
    found = queries.plan_page(request.scope, plan_id)
    write, media_type = FILES[form]
    content = write(plan_rows.rows_of(found))
    name = f"plan-{found.plan.pk}.{form}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=media_type, headers=headers)


@open_to(Permission.KEEP_IMPROVEMENT)
@takes_files_up_to(LARGEST_FILE)
@require_http_methods(["GET", "POST"])
def bring_plan_file(request: ScopedRequest, plan_id: int) -> HttpResponse:
    """Takes a spreadsheet whole, or says row by row why not."""
    row = queries.plan(request.scope, plan_id)
    above = Link(row.title, reverse("plan", args=[row.pk]))
    form = PlanFileForm(request.POST or None, request.FILES or None)
    if request.method != "POST" or not form.is_valid():
        asked = {"title": "Bring a spreadsheet", "caption": row.title, "act": "Bring it", "above": above}
        return form_page(request, form, asked)
    file = form.cleaned_data["file"]
    rows, problems = plan_file.read(file.name, file.read())
    again = Link("Bring it again", reverse("bring-plan-file", args=[row.pk]))
    values: dict[str, Any] = {"caption": row.title, "above": above}
    try:
        if problems:
            raise file_actions.PlanFileRefused(problems)
        answers = file_actions.bring_plan_file(row, rows, by=request.scope)
    except file_actions.PlanFileRefused as refused:
        values |= {"title": "Nothing was taken", "again": again}
        values["table"] = plan_rows.problems_table(refused.problems)
        return render(request, "improvement/plan_file.html", values, status=INVALID)
    values |= {"title": "The spreadsheet is in the plan", "again": None}
    values["table"] = plan_rows.answers_table(answers)
    return render(request, "improvement/plan_file.html", values)
