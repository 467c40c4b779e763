"""Pages of complaints, compliments and contacts."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from goldenthread.accounts.access import open_to, takes_files_up_to
from goldenthread.accounts.requests import ScopedRequest
from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock
from goldenthread.ui.values import Link
from goldenthread.voice import count_file
from goldenthread.voice.actions import count_files as actions
from goldenthread.voice.actions.survey_files import FileRefused
from goldenthread.voice.forms.counts import CountsForm
from goldenthread.voice.forms.surveys import LARGEST_FILE
from goldenthread.voice.presenters import counts as presenters
from goldenthread.voice.queries import counted as queries
from goldenthread.voice.views.pages import INVALID, may_keep, page, spreadsheet
from goldenthread.voice.views.surveys import refused_page, taken_page


@open_to(Permission.SEE_VOICE)
@require_GET
def counts(request: ScopedRequest) -> HttpResponse:
    """Everything that is counted."""
    found = queries.series(request.scope)
    values = {
        "table": presenters.counts_table(found) if found else None,
        "bring": Link("Bring counts", reverse("bring-counts")) if may_keep(request) else None,
    }
    return page(request, "voice/counts.html", values)


@open_to(Permission.SEE_VOICE)
@require_GET
def count_series(request: ScopedRequest, key: str) -> HttpResponse:
    """One series with its chart."""
    found = queries.one_series(request.scope, key)
    return page(request, "voice/count_series.html", presenters.series_values(found))


@open_to(Permission.KEEP_VOICE)
@takes_files_up_to(LARGEST_FILE)
@require_http_methods(["GET", "POST"])
def bring_counts(request: ScopedRequest) -> HttpResponse:
    """Takes a spreadsheet of counts whole, or says row by row why not."""
    above = Link("Complaints and contacts", reverse("counts"))
    form = CountsForm(request.POST or None, request.FILES or None)
    if request.method != "POST" or not form.is_valid():
        return _asked(request, form, above)
    file, source = form.cleaned_data["file"], form.cleaned_data["source"]
    rows, problems = count_file.read(file.name, file.read(), today=clock.today())
    values: dict[str, Any] = {"caption": "Complaints and contacts", "above": above}
    try:
        if problems:
            raise FileRefused(problems)
        answers = actions.bring_counts(rows, source=source, by=request.scope)
    except FileRefused as refused:
        return refused_page(request, values, refused, Link("Bring it again", reverse("bring-counts")))
    return taken_page(request, values, answers)


def _asked(request: ScopedRequest, form: CountsForm, above: Link) -> HttpResponse:
    values = {
        "title": "Bring counts",
        "caption": "Complaints and contacts",
        "says": "Counts only: names, references and what was complained of stay where they are.",
        "downloads": [
            Link(f"Download the columns as {words}", reverse("count-columns", args=[kind]))
            for words, kind in (("Excel", "xlsx"), ("CSV", "csv"))
        ],
        "act": "Bring them",
        "above": above,
        "form": form,
    }
    status = INVALID if request.method == "POST" else 200
    return render(request, "voice/bring.html", values, status=status)


@open_to(Permission.KEEP_VOICE)
@require_GET
def count_columns(request: ScopedRequest, form: str) -> HttpResponse:
    """The columns to fill in, with everything that can be counted."""
    return spreadsheet("counts", form, count_file.COLUMNS, count_file.template())
