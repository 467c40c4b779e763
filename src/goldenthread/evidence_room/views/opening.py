"""Who may come in, until when, and who may see deeper."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from goldenthread.accounts.access import open_to
from goldenthread.accounts.requests import ScopedRequest
from goldenthread.accounts.roles import Permission
from goldenthread.analysis.catalogue import measures
from goldenthread.audit import clock
from goldenthread.audit.errors import NotPossibleNow
from goldenthread.evidence_room import actions, queries
from goldenthread.evidence_room.forms import BecauseForm, DeeperForm, OpenRoomForm
from goldenthread.evidence_room.presenters import opening as presenters
from goldenthread.ui.forms import Form
from goldenthread.ui.values import Link

INVALID = 422
OPEN = Permission.OPEN_EVIDENCE_ROOM


def _page(request: ScopedRequest, template: str, values: dict[str, Any]) -> HttpResponse:
    said = " ".join(str(message) for message in messages.get_messages(request))
    return render(request, f"evidence_room/{template}.html", {**values, "said": said})


def _asks(request: ScopedRequest, form: Form, values: dict[str, Any]) -> HttpResponse:
    return render(
        request,
        "ui/patterns/form.html",
        {**values, "form": form},
        status=INVALID if form.errors else 200,
    )


def _to_openings() -> Link:
    return Link("Who may come in", reverse("room-openings"))


def _to_deeper() -> Link:
    return Link("Who may see deeper", reverse("room-deeper"))


@open_to(OPEN)
@require_GET
def openings(request: ScopedRequest) -> HttpResponse:
    """To whom the room was opened."""
    found = queries.openings(request.scope)
    table = presenters.openings_table(found, clock.today()) if found else None
    links = [_to_deeper(), Link("What was opened", reverse("room-log"))]
    return _page(request, "openings", {"table": table, "links": links})


@open_to(OPEN)
@require_http_methods(["GET", "POST"])
def open_room(request: ScopedRequest) -> HttpResponse:
    """Asks somebody in."""
    form = OpenRoomForm(request.POST or None, initial={"starts_on": clock.today()})
    if request.method == "POST" and form.is_valid():
        address = request.build_absolute_uri(reverse("invitation"))
        try:
            opening = actions.open_room(form.asked(), address=address, by=request.scope)
            messages.success(request, f"{opening.name} is invited. The link works once, for a week.")
            return redirect("room-openings")
        except NotPossibleNow as problem:
            form.add_error("email", str(problem))
    says = "They read what is marked for the room, until the day that you say. What they open is kept."
    values = {
        "title": "Open the room to someone",
        "says": says,
        "act": "Invite them",
        "above": _to_openings(),
    }
    return _asks(request, form, values)


@open_to(OPEN)
@require_http_methods(["GET", "POST"])
def close_room(request: ScopedRequest, opening_id: int) -> HttpResponse:
    """Ends somebody's access at once."""
    opening = queries.opening(request.scope, opening_id)
    form = BecauseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.close_room(opening, because=form.cleaned_data["because"], by=request.scope)
        messages.success(request, f"Closed. {opening.name} gets in no more.")
        return redirect("room-openings")
    says = "They are refused from the next page on. What they opened stays in the log."
    values = {"title": f"Close the room to {opening.name}?", "says": says, "act": "Close it"}
    return _asks(request, form, {**values, "above": _to_openings()})


@open_to(OPEN)
@require_GET
def deeper(request: ScopedRequest) -> HttpResponse:
    """Every lawful basis that was recorded, for who opens the room."""
    return _deeper(request, ask=Link("Record a lawful basis", reverse("ask-for-deeper")))


@open_to(Permission.GUARD_RECORDS)
@require_GET
def guard_deeper(request: ScopedRequest) -> HttpResponse:
    """The same for a guardian of information, who agrees or not."""
    return _deeper(request, may_agree=True)


def _deeper(request: ScopedRequest, *, ask: Link | None = None, may_agree: bool = False) -> HttpResponse:
    found = queries.deeper(request.scope)
    table = presenters.deeper_table(found, clock.today(), may_agree=may_agree) if found else None
    return _page(request, "deeper", {"table": table, "ask": ask})


@open_to(OPEN)
@require_http_methods(["GET", "POST"])
def ask_for_deeper(request: ScopedRequest) -> HttpResponse:
    """Records the lawful basis on which someone may see records."""
    titles = {name: measure.title for name, measure in measures().items()}
    form = DeeperForm(request.POST or None, readers=queries.readers(request.scope), titles=titles)
    if request.method == "POST" and form.is_valid():
        reader, basis = form.asked()
        actions.ask_for_deeper(reader, basis, by=request.scope)
        messages.success(request, "Recorded. It holds once a guardian of information has agreed.")
        return redirect("room-deeper")
    values = {"title": "Record a lawful basis", "act": "Record it", "above": _to_deeper()}
    return _asks(request, form, values)


@open_to(Permission.GUARD_RECORDS)
@require_http_methods(["GET", "POST"])
def agree_to_deeper(request: ScopedRequest, number: int) -> HttpResponse:
    """A guardian of information agrees."""
    row = queries.deeper_numbered(request.scope, number)
    if request.method == "POST":
        actions.agree_to_deeper(row, by=request.scope)
        messages.success(request, "Agreed. They may see the records behind these figures.")
        return redirect("guard-deeper")
    above = Link("Who may see deeper", reverse("guard-deeper"))
    return _asks(request, Form(), {**presenters.agreeing(row), "act": "Agree", "above": above})


@open_to(Permission.GUARD_RECORDS)
@require_http_methods(["GET", "POST"])
def refuse_deeper(request: ScopedRequest, number: int) -> HttpResponse:
    """A guardian ends it, agreed to or not."""
    return _end(request, number, back="guard-deeper")


@open_to(OPEN)
@require_http_methods(["GET", "POST"])
def end_deeper(request: ScopedRequest, number: int) -> HttpResponse:
    """Whoever opened the room ends it."""
    return _end(request, number, back="room-deeper")


def _end(request: ScopedRequest, number: int, *, back: str) -> HttpResponse:
    row = queries.deeper_numbered(request.scope, number)
    form = BecauseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.end_deeper(row, because=form.cleaned_data["because"], by=request.scope)
        messages.success(request, "Ended. They see figures only.")
        return redirect(back)
    above = Link("Who may see deeper", reverse(back))
    values = {"title": f"End that {row.reader} sees deeper?", "act": "End it", "above": above}
    return _asks(request, form, values)
