"""Pages of the five tests: all promises, how one was judged, and what it is judged by."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from goldenthread.accounts.access import open_to
from goldenthread.accounts.requests import ScopedRequest
from goldenthread.accounts.roles import Permission
from goldenthread.audit.errors import NotPossibleNow
from goldenthread.improvement.actions import judging as actions
from goldenthread.improvement.forms.judging import PromiseMeasureForm, PromiseVoiceForm
from goldenthread.improvement.forms.plans import BecauseForm
from goldenthread.improvement.gathered.verdicts import asks as asked_for
from goldenthread.improvement.presenters import judging as presenters
from goldenthread.improvement.queries import attached, judged
from goldenthread.improvement.queries import plans as queries
from goldenthread.improvement.views.pages import asks, form_page, may_keep, page
from goldenthread.ui.values import Link

CLOSED = "This promise is closed. Open it again before it is judged by something else."


@open_to(Permission.SEE_IMPROVEMENT)
@require_GET
def promises(request: ScopedRequest) -> HttpResponse:
    """Every promise of every plan with its five tests, those without evidence first."""
    found = judged.in_order_of_need(request.scope)
    values = presenters.promises_values(found, may_keep=may_keep(request))
    return page(request, "improvement/promises.html", values)


@open_to(Permission.SEE_IMPROVEMENT)
@require_GET
def judgements(request: ScopedRequest, promise_id: int) -> HttpResponse:
    """How a promise was judged over time, with the reasons."""
    row = queries.promise_row(request.scope, promise_id)
    values = presenters.history_values(row, judged.history(request.scope, row.pk), asked_for())
    return page(request, "improvement/judgements.html", values)


@open_to(Permission.KEEP_IMPROVEMENT)
@require_POST
def judge_promises(request: ScopedRequest) -> HttpResponse:
    """Has every promise judged, in the background."""
    actions.have_judged(by=request.scope)
    messages.success(request, "The tests are being worked out. Look again in a minute.")
    return redirect("promises")


@open_to(Permission.KEEP_IMPROVEMENT)
@require_http_methods(["GET", "POST"])
def attach_measure(request: ScopedRequest, promise_id: int) -> HttpResponse:
    """Attaches a measure with its baseline and its target."""
    row = queries.promise_row(request.scope, promise_id)
    form = PromiseMeasureForm(
        request.POST or None,
        measures=attached.measures_to_attach(request.scope),
        groups=attached.groups_to_attach(request.scope),
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.attach_measure(row, form.details(), by=request.scope)
            messages.success(request, "Attached. The tests were worked out again.")
            return redirect("promise", row.pk)
        except NotPossibleNow as problem:
            form.add_error("measure", str(problem))
    above = Link("The promise", reverse("promise", args=[row.pk]))
    values = asks("Attach a measure", act="Attach it", says=row.words, above=above)
    return form_page(request, form, values)


@open_to(Permission.KEEP_IMPROVEMENT)
@require_http_methods(["GET", "POST"])
def attach_voice(request: ScopedRequest, promise_id: int) -> HttpResponse:
    """Attaches a voice of families."""
    row = queries.promise_row(request.scope, promise_id)
    form = PromiseVoiceForm(request.POST or None, voices=attached.voices_to_attach(request.scope))
    if request.method == "POST" and form.is_valid():
        try:
            actions.attach_voice(row, form.voice(), by=request.scope)
            messages.success(request, "Attached. The tests were worked out again.")
            return redirect("promise", row.pk)
        except NotPossibleNow as problem:
            form.add_error("voice", str(problem))
    above = Link("The promise", reverse("promise", args=[row.pk]))
    values = asks("Attach a voice of families", act="Attach it", says=row.words, above=above)
    return form_page(request, form, values)


@open_to(Permission.KEEP_IMPROVEMENT)
@require_http_methods(["GET", "POST"])
def take_off_measure(request: ScopedRequest, row_id: int) -> HttpResponse:
    """Takes a measure off a promise, with the reason."""
    row = attached.promise_measure(request.scope, row_id)
    form = BecauseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.take_off_measure(row, because=form.cleaned_data["because"], by=request.scope)
        messages.success(request, "Taken off. The tests were worked out again.")
        return redirect("promise", row.promise_id)
    above = Link("The promise", reverse("promise", args=[row.promise_id]))
    says = presenters.taken_off(presenters.measure_title(row))
    return form_page(request, form, asks("Take the measure off", act="Take it off", says=says, above=above))


@open_to(Permission.KEEP_IMPROVEMENT)
@require_http_methods(["GET", "POST"])
def take_off_voice(request: ScopedRequest, row_id: int) -> HttpResponse:
    """Takes a voice of families off a promise, with the reason."""
    row = attached.promise_voice(request.scope, row_id)
    form = BecauseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.take_off_voice(row, because=form.cleaned_data["because"], by=request.scope)
        messages.success(request, "Taken off. The tests were worked out again.")
        return redirect("promise", row.promise_id)
    above = Link("The promise", reverse("promise", args=[row.promise_id]))
    says = presenters.taken_off(str(row))
    return form_page(request, form, asks("Take the voice off", act="Take it off", says=says, above=above))
