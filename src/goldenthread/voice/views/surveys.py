"""Pages of surveys."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.views.decorators.http import require_GET, require_http_methods

from goldenthread.accounts.access import open_to, takes_files_up_to
from goldenthread.accounts.requests import ScopedRequest
from goldenthread.accounts.roles import Permission
from goldenthread.audit.errors import NotFound, NotPossibleNow
from goldenthread.ui.values import Link
from goldenthread.voice import survey_file
from goldenthread.voice.actions import survey_files as file_actions
from goldenthread.voice.actions import surveys as actions
from goldenthread.voice.forms.surveys import LARGEST_FILE, AnswersForm, ResponseForm, SurveyForm
from goldenthread.voice.presenters import files
from goldenthread.voice.presenters import surveys as presenters
from goldenthread.voice.presenters.words import NO_COMMENTS
from goldenthread.voice.queries import asked as queries
from goldenthread.voice.views.pages import INVALID, form_page, may_keep, page, spreadsheet


@open_to(Permission.SEE_VOICE)
@require_GET
def surveys(request: ScopedRequest) -> HttpResponse:
    """Every survey."""
    found = queries.surveys(request.scope)
    values = {
        "lead": presenters.counted_words(found) if found else "",
        "table": presenters.surveys_table(found) if found else None,
        "add": Link("Add a survey", reverse("add-survey")) if may_keep(request) else None,
        "no_comments": NO_COMMENTS,
    }
    return page(request, "voice/surveys.html", values)


@open_to(Permission.KEEP_VOICE)
@require_http_methods(["GET", "POST"])
def add_survey(request: ScopedRequest) -> HttpResponse:
    """Keeps a survey."""
    form = SurveyForm(request.POST or None, surveys=_all(request))
    if request.method == "POST" and form.is_valid():
        try:
            row = actions.add_survey(form.details(), by=request.scope)
        except NotPossibleNow as problem:
            form.add_error("title", str(problem))
        else:
            messages.success(request, "The survey is here. Bring its answers as a spreadsheet.")
            return redirect("survey", row.pk)
    values = {"title": "Add a survey", "act": "Add it", "above": Link("Surveys", reverse("surveys"))}
    return form_page(request, form, values)


def _all(request: ScopedRequest) -> list[Any]:
    return [each.survey for each in queries.surveys(request.scope)]


@open_to(Permission.SEE_VOICE)
@require_GET
def survey(request: ScopedRequest, survey_id: int) -> HttpResponse:
    """One survey, theme by theme."""
    found = queries.survey_page(request.scope, survey_id)
    return page(request, "voice/survey.html", presenters.survey_values(found, may_keep=may_keep(request)))


@open_to(Permission.KEEP_VOICE)
@require_http_methods(["GET", "POST"])
def correct_survey(request: ScopedRequest, survey_id: int) -> HttpResponse:
    """Corrects what is said of a survey, with the reason."""
    row = queries.survey(request.scope, survey_id)
    form = SurveyForm(request.POST or None, surveys=_all(request), survey=row)
    if request.method == "POST" and form.is_valid():
        because = form.cleaned_data["because"]
        try:
            actions.correct_survey(row, form.details(), because=because, by=request.scope)
        except NotPossibleNow as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, "Corrected. What it said before is on record.")
            return redirect("survey", row.pk)
    above = Link(row.title, reverse("survey", args=[survey_id]))
    return form_page(request, form, {"title": "Correct the survey", "act": "Correct it", "above": above})


@open_to(Permission.KEEP_VOICE)
@takes_files_up_to(LARGEST_FILE)
@require_http_methods(["GET", "POST"])
def bring_answers(request: ScopedRequest, survey_id: int) -> HttpResponse:
    """Takes a spreadsheet of answers whole, or says row by row why not."""
    row = queries.survey(request.scope, survey_id)
    above = Link(row.title, reverse("survey", args=[row.pk]))
    form = AnswersForm(request.POST or None, request.FILES or None)
    if request.method != "POST" or not form.is_valid():
        values = {"title": "Bring the answers", "caption": row.title, "act": "Bring them", "above": above}
        values |= {"says": NO_COMMENTS, "downloads": _downloads("survey-columns", row.pk)}
        return _file_form(request, form, values)
    file = form.cleaned_data["file"]
    rows, problems = survey_file.read(file.name, file.read(), replies=row.replies)
    values = {"caption": row.title, "above": above}
    try:
        if problems:
            raise file_actions.FileRefused(problems)
        answers = file_actions.bring_answers(row, rows, by=request.scope)
    except file_actions.FileRefused as refused:
        again = Link("Bring it again", reverse("bring-answers", args=[row.pk]))
        return refused_page(request, values, refused, again)
    return taken_page(request, values, answers)


def _downloads(name: str, *args: int) -> list[Link]:
    return [
        Link(f"Download the columns as {words}", reverse(name, args=[*args, form]))
        for words, form in (("Excel", "xlsx"), ("CSV", "csv"))
    ]


def _file_form(request: ScopedRequest, form: AnswersForm, values: dict[str, Any]) -> HttpResponse:
    status = INVALID if request.method == "POST" else 200
    return render(request, "voice/bring.html", {**values, "form": form}, status=status)


def refused_page(
    request: ScopedRequest, values: dict[str, Any], refused: file_actions.FileRefused, again: Link
) -> HttpResponse:
    """What is wrong with each row; nothing was taken."""
    table = files.problems_table(refused.problems)
    values |= {"title": "Nothing was taken", "again": again, "table": table}
    return render(request, "voice/file.html", values, status=INVALID)


def taken_page(
    request: ScopedRequest, values: dict[str, Any], answers: list[file_actions.RowAnswer]
) -> HttpResponse:
    """What came of each row."""
    values |= {"title": "The spreadsheet is taken", "again": None, "table": files.answers_table(answers)}
    return render(request, "voice/file.html", values)


@open_to(Permission.KEEP_VOICE)
@require_GET
def survey_columns(request: ScopedRequest, survey_id: int, form: str) -> HttpResponse:
    """The columns to fill in, with the questions of the survey that are here already."""
    row = queries.survey(request.scope, survey_id)
    known = queries.question_words(request.scope, row).values()
    rows = survey_file.template(presenters.template_rows(list(known)))
    return spreadsheet(f"survey-{row.pk}", form, survey_file.COLUMNS, rows)


@open_to(Permission.KEEP_VOICE)
@require_http_methods(["GET", "POST"])
def answer_theme(request: ScopedRequest, survey_id: int, theme: str) -> HttpResponse:
    """Says what was done about a theme, how well, and what comes next."""
    found = queries.survey_page(request.scope, survey_id)
    here = next((one for one in found.themes if slugify(one.name) == theme), None)
    if here is None:
        raise NotFound("There is no such theme in this survey.")
    form = ResponseForm(request.POST or None, response=here.response)
    if request.method == "POST" and form.is_valid():
        actions.answer_theme(found.asked.survey, here.name, form.details(), by=request.scope)
        messages.success(request, f"{here.name} is answered.")
        return redirect("survey", survey_id)
    values = {"title": "Answer a theme", "caption": here.name, "act": "Keep our answer"}
    values |= {"says": presenters.response_words(here)}
    above = Link(found.asked.survey.title, reverse("survey", args=[survey_id]))
    return form_page(request, form, {**values, "above": above})
