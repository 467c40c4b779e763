"""The outbox: what waits, what was sent, what was stopped and why, what failed and can be tried again."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from goldenthread.accounts.access import open_to
from goldenthread.accounts.requests import ScopedRequest
from goldenthread.accounts.roles import Permission
from goldenthread.outbox import actions, presenters, queries
from goldenthread.outbox.forms import ARRIVED, StopMessageForm, WhatHappenedForm
from goldenthread.outbox.models import Status
from goldenthread.ui.downloads import download
from goldenthread.ui.values import Link


@open_to(Permission.TEND_OUTBOX)
@require_GET
def outbox(request: ScopedRequest) -> HttpResponse:
    """Every message, by where it stands."""
    found = {status: queries.deliveries(request.scope, [status]) for status in Status}
    values = presenters.outbox_values(queries.counts(request.scope), found)
    return render(request, "outbox/outbox.html", values)


@open_to(Permission.TEND_OUTBOX)
@require_GET
def message(request: ScopedRequest, message_id: int) -> HttpResponse:
    """One message with all that happened to it. That it was read is kept."""
    delivery = queries.delivery(request.scope, message_id)
    actions.note_read(delivery.message, by=request.scope)
    events = queries.events(request.scope, delivery)
    return render(request, "outbox/message.html", presenters.message_values(delivery, events))


@open_to(Permission.TEND_OUTBOX)
@require_GET
def message_body(request: ScopedRequest, message_id: int) -> HttpResponse:
    """The very bytes, to be kept or printed; never shown by the browser as a page of ours."""
    found = queries.message_numbered(request.scope, message_id)
    actions.note_read(found, by=request.scope)
    name = f"message-{found.pk}{presenters.ending(found)}"
    response = download(bytes(found.body), name=name, kind="application/octet-stream")
    response["X-Content-Type-Options"] = "nosniff"
    return response


@open_to(Permission.TEND_OUTBOX)
@require_http_methods(["GET", "POST"])
def stop_message(request: ScopedRequest, message_id: int) -> HttpResponse:
    """Stops one message, for a reason."""
    found = queries.message_numbered(request.scope, message_id)
    form = StopMessageForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.stop(found, because=form.cleaned_data["because"], by=request.scope)
        return redirect("message", message_id)
    return _asking(request, form, message_id, "Stop this message", "Stop it")


@open_to(Permission.TEND_OUTBOX)
@require_http_methods(["GET", "POST"])
def what_happened(request: ScopedRequest, message_id: int) -> HttpResponse:
    """Answers whether a message arrived of which the carrier cannot say it."""
    found = queries.message_numbered(request.scope, message_id)
    form = WhatHappenedForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.say_what_happened(
            found,
            arrived=form.cleaned_data["answer"] == ARRIVED,
            because=form.cleaned_data["because"],
            by=request.scope,
        )
        return redirect("message", message_id)
    return _asking(request, form, message_id, "Say what became of this message", "Record it")


@open_to(Permission.TEND_OUTBOX)
@require_POST
def try_again(request: ScopedRequest, message_id: int) -> HttpResponse:
    """Sends a message that failed once more."""
    actions.try_again(queries.message_numbered(request.scope, message_id), by=request.scope)
    return redirect("message", message_id)


def _asking(
    request: ScopedRequest, form: StopMessageForm | WhatHappenedForm, message_id: int, title: str, act: str
) -> HttpResponse:
    context = {
        "form": form,
        "title": title,
        "act": act,
        "above": Link("The message", reverse("message", args=[message_id])),
        "back_words": "Back without changing it",
    }
    return render(request, "ui/patterns/form.html", context, status=422 if form.errors else 200)
