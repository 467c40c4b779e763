"""What every page of voice does with a form, with a spreadsheet, and with what was just said."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render

from goldenthread.accounts.requests import ScopedRequest
from goldenthread.accounts.roles import Permission
from goldenthread.audit.errors import NotFound
from goldenthread.documents import spreadsheets
from goldenthread.ui.forms import Form

INVALID = 422
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def form_page(request: ScopedRequest, form: Form, values: dict[str, Any]) -> HttpResponse:
    """The form with what was typed, and what is wrong with it."""
    status = INVALID if request.method == "POST" else 200
    return render(request, "ui/patterns/form.html", {**values, "form": form}, status=status)


def page(request: ScopedRequest, template: str, values: dict[str, Any]) -> HttpResponse:
    """A page, with what the act before it did: said once."""
    said = " ".join(str(message) for message in messages.get_messages(request))
    return render(request, template, {**values, "said": said})


def may_keep(request: ScopedRequest) -> bool:
    """Whether this person writes here, or only reads."""
    return request.scope.may(Permission.KEEP_VOICE)


def spreadsheet(name: str, form: str, columns: tuple[str, ...], rows: list[list[str]]) -> HttpResponse:
    """A download in the form that its address names. Raises `NotFound` for another."""
    if form == "csv":
        content, kind = spreadsheets.as_csv(columns, rows), "text/csv; charset=utf-8"
    elif form == "xlsx":
        content, kind = spreadsheets.as_excel(columns, rows, sheet="Counts"), EXCEL
    else:
        raise NotFound("It can be had as csv or xlsx.")
    headers = {"Content-Disposition": f'attachment; filename="{name}.{form}"'}
    return HttpResponse(content, content_type=kind, headers=headers)
