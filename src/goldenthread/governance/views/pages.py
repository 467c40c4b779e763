"""What every page of a board does with a form, and with what was just said."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render

from goldenthread.accounts.requests import ScopedRequest
from goldenthread.accounts.roles import Permission
from goldenthread.ui.forms import Form
from goldenthread.ui.values import Link

INVALID = 422


def asks(title: str, *, act: str, above: Link, says: str = "", caption: str = "") -> dict[str, Any]:
    """What stands around a form: what is asked, about what, the words of the button, and the way back."""
    return {"title": title, "caption": caption, "says": says, "act": act, "above": above}


def form_page(request: ScopedRequest, form: Form, values: dict[str, Any]) -> HttpResponse:
    """The form with what was typed, and what is wrong with it."""
    status = INVALID if request.method == "POST" else 200
    return render(request, "ui/patterns/form.html", {**values, "form": form}, status=status)


def page(
    request: ScopedRequest, values: dict[str, Any], template: str = "governance/page.html"
) -> HttpResponse:
    """A page, with what the act before it did: said once."""
    said = " ".join(str(message) for message in messages.get_messages(request))
    return render(request, template, {**values, "said": said})


def may_keep(request: ScopedRequest) -> bool:
    """Whether this person writes here, or only reads."""
    return request.scope.may(Permission.KEEP_GOVERNANCE)


def may_chair(request: ScopedRequest) -> bool:
    """Whether this person writes the chair's update."""
    return request.scope.may(Permission.CHAIR_MEETINGS)
