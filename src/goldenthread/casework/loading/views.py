"""Pages for bringing a return and seeing what became of it."""

import csv
from collections.abc import Iterator

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from goldenthread.accounts.access import asks_who_you_are_again, open_to, takes_files_up_to
from goldenthread.accounts.requests import ScopedRequest
from goldenthread.accounts.roles import Permission
from goldenthread.audit.errors import NotPossibleNow
from goldenthread.casework.loading import actions, presenters, queries
from goldenthread.casework.loading.forms import LARGEST, LARGEST_LIST, BringReturnForm, BringSettingsForm
from goldenthread.casework.models import Finding
from goldenthread.organisations import queries as organisations_queries
from goldenthread.organisations.actions import bring_settings
from goldenthread.organisations.settings_file import SettingsFileError, read_settings
from goldenthread.ui.downloads import streamed
from goldenthread.ui.values import Link
from goldenthread.ui.waiting import refreshing, watch


@open_to(Permission.LOAD_RETURNS)
@require_GET
def returns(request: ScopedRequest) -> HttpResponse:
    """Every return, and the way to bring one."""
    brought = queries.returns(request.scope)
    context = {
        "table": presenters.list_of_returns(brought) if brought else None,
        "settings_count": organisations_queries.settings_count(),
    }
    return render(request, "casework/returns.html", context)


@open_to(Permission.LOAD_RETURNS)
@takes_files_up_to(LARGEST)
@require_http_methods(["GET", "POST"])
def bring_return(request: ScopedRequest) -> HttpResponse:
    """Brings a file, or the files of one export."""
    form = BringReturnForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            source = actions.bring_return(form.cleaned_data["chosen"], by=request.scope)
            return redirect("return", source.pk)
        except NotPossibleNow as refusal:
            form.add_error("files_of_return", str(refusal))
    context = {
        "form": form,
        "title": "Bring a return",
        "act": "Read it",
        "above": Link("Returns", reverse("returns")),
        "back_words": "Back without bringing one",
        "says": (
            "The file is read and checked first. What it says is kept as declared on its census day; "
            "nothing that was recorded here is overwritten."
        ),
    }
    return render(request, "ui/patterns/form.html", context, status=422 if form.errors else 200)


@open_to(Permission.LOAD_RETURNS)
@require_GET
def show_return(request: ScopedRequest, return_id: int) -> HttpResponse:
    """How far a return is, or what was found in it."""
    source = queries.return_numbered(request.scope, return_id)
    if source.status in actions.BUSY:
        following = watch(request, seconds=2)
        context = {**presenters.reading(source), "watch": following}
        return refreshing(render(request, "ui/patterns/waiting.html", context), following)
    by_rule = queries.findings_by_rule(request.scope, source)
    first = queries.first_findings(request.scope, source, presenters.SHOWN)
    context = {**presenters.report(source, by_rule, first), "source": source}
    return render(request, "casework/return_report.html", context)


@open_to(Permission.LOAD_RETURNS)
@require_POST
def set_aside_and_load(request: ScopedRequest, return_id: int) -> HttpResponse:
    """Goes on without the records that cannot be understood."""
    actions.set_aside_and_load(queries.return_numbered(request.scope, return_id), by=request.scope)
    return redirect("return", return_id)


@open_to(Permission.LOAD_RETURNS)
@require_POST
def stop_return(request: ScopedRequest, return_id: int) -> HttpResponse:
    """Stops a return that waits for a decision."""
    actions.stop(queries.return_numbered(request.scope, return_id), by=request.scope)
    return redirect("return", return_id)


@open_to(Permission.LOAD_RETURNS)
@asks_who_you_are_again
@require_GET
def return_findings(request: ScopedRequest, return_id: int) -> StreamingHttpResponse:
    """Every finding as CSV; the texts in it were made harmless for spreadsheets when they were found."""
    source = queries.return_numbered(request.scope, return_id)
    lines = _csv(queries.findings(request.scope, source))
    response = streamed(lines, name=f"findings-{source.pk}.csv", kind="text/csv; charset=utf-8")
    return response


class _Line:
    """What csv.writer needs of a file: it hands each line straight on."""

    def write(self, line: str) -> str:
        return line


def _csv(findings: Iterator[Finding]) -> Iterator[str]:
    writer = csv.writer(_Line())
    yield writer.writerow(["record", "element", "rule", "effect", "found", "says", "fix"])
    for finding in findings:
        effect = "set aside" if finding.sets_aside else "look at it"
        yield writer.writerow(
            [finding.record, finding.element, finding.rule, effect, finding.found, finding.says, finding.fix]
        )


@open_to(Permission.LOAD_RETURNS)
@takes_files_up_to(LARGEST_LIST)
@require_http_methods(["GET", "POST"])
def bring_list_of_settings(request: ScopedRequest) -> HttpResponse:
    """Brings the list of schools and colleges that placements are counted by."""
    form = BringSettingsForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            rows = read_settings(form.cleaned_data["settings_file"].read())
            brought = bring_settings(rows, by=request.scope)
            context = {"brought": brought, "above": Link("Returns", reverse("returns"))}
            return render(request, "casework/settings_brought.html", context)
        except SettingsFileError as problem:
            form.add_error("settings_file", str(problem))
    context = {
        "form": form,
        "title": "Bring the list of settings",
        "act": "Bring it",
        "above": Link("Returns", reverse("returns")),
        "back_words": "Back without bringing it",
        "says": "Settings in the list are added or updated. None is removed.",
    }
    return render(request, "ui/patterns/form.html", context, status=422 if form.errors else 200)
