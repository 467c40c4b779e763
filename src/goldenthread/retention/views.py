"""Pages on how long records are kept: policies, holds, a dry run, the agreement of another person, the
result."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from goldenthread.accounts.access import asks_who_you_are_again, open_to
from goldenthread.accounts.requests import ScopedRequest
from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock
from goldenthread.audit.errors import NotFound
from goldenthread.backups.queries import oldest_backup
from goldenthread.casework.queries import case_in_reach
from goldenthread.retention import actions, presenters, queries
from goldenthread.retention.forms import BecauseForm, HoldForm, PolicyForm
from goldenthread.retention.kinds import SUGGESTIONS, Kind
from goldenthread.retention.models import Hold
from goldenthread.ui.forms import Form
from goldenthread.ui.values import Link


@open_to(Permission.SEE_RETENTION)
@require_GET
def retention(request: ScopedRequest) -> HttpResponse:
    """Policies, holds and runs."""
    scope = request.scope
    values = presenters.overview_values(
        scope,
        queries.policies_in_force(scope),
        queries.holds(scope),
        queries.runs(scope),
        oldest_backup(scope),
    )
    return render(request, "retention/retention.html", values)


@open_to(Permission.PREPARE_ERASURE)
@require_http_methods(["GET", "POST"])
def policy(request: ScopedRequest, slug: str) -> HttpResponse:
    """Decides for how long a kind of record is kept."""
    if slug not in list(Kind):
        raise NotFound("There is no such kind of record.")
    kind = Kind(slug)
    form = PolicyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.set_policy(
            kind, years=form.cleaned_data["years"], because=form.cleaned_data["because"], by=request.scope
        )
        return redirect("retention")
    suggestion = SUGGESTIONS[kind]
    return _asking(request, form, suggestion.title, "Decide", says=suggestion.says)


@open_to(Permission.PREPARE_ERASURE)
@require_http_methods(["GET", "POST"])
def hold_record(request: ScopedRequest) -> HttpResponse:
    """Holds a record for an appeal, an inquiry, a complaint or litigation."""
    form = HoldForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            case = case_in_reach(request.scope, form.cleaned_data["reference"].strip().upper())
        except NotFound as refusal:
            form.add_error("reference", str(refusal))
        else:
            actions.hold(
                case.person_id,
                ground=Hold.Ground(form.cleaned_data["ground"]),
                because=form.cleaned_data["because"],
                by=request.scope,
            )
            return redirect("retention")
    return _asking(request, form, "Hold a record", "Hold it")


@open_to(Permission.PREPARE_ERASURE)
@require_http_methods(["GET", "POST"])
def lift_hold(request: ScopedRequest, hold_id: int) -> HttpResponse:
    """Lifts a hold, for a reason."""
    placed = queries.hold(request.scope, hold_id)
    form = BecauseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.lift(placed, because=form.cleaned_data["because"], by=request.scope)
        return redirect("retention")
    return _asking(request, form, "Lift the hold", "Lift it", says=f"It was {placed}. {placed.because}")


@open_to(Permission.PREPARE_ERASURE)
@require_POST
def prepare_run(request: ScopedRequest) -> HttpResponse:
    """A dry run as at today."""
    run = actions.prepare(as_at=clock.today(), by=request.scope)
    return redirect("retention-run", run.pk)


@open_to(Permission.SEE_RETENTION)
@require_GET
def show_run(request: ScopedRequest, run_id: int) -> HttpResponse:
    """What would go and why, what is held; later, what became of it."""
    run = queries.run(request.scope, run_id)
    values = presenters.run_values(
        request.scope, run, queries.outcomes(request.scope, run), queries.children(request.scope, run)
    )
    return render(request, "retention/run.html", values)


@asks_who_you_are_again
@open_to(Permission.APPROVE_ERASURE)
@require_http_methods(["GET", "POST"])
def approve_run(request: ScopedRequest, run_id: int) -> HttpResponse:
    """Agrees to what another person prepared. What goes does not come back."""
    run = queries.run(request.scope, run_id)
    if request.method == "POST":
        actions.approve(run, by=request.scope)
        return redirect("retention-run", run_id)
    goes = queries.outcomes(request.scope, run).get("goes", 0)
    above = Link("The run", reverse("retention-run", args=[run_id]))
    return render(request, "retention/approve.html", {"goes": goes, "above": above, "run_id": run_id})


@open_to(Permission.SEE_RETENTION)
@require_http_methods(["GET", "POST"])
def refuse_run(request: ScopedRequest, run_id: int) -> HttpResponse:
    """Refuses a run, or takes it back."""
    run = queries.run(request.scope, run_id)
    form = BecauseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.refuse(run, because=form.cleaned_data["because"], by=request.scope)
        return redirect("retention-run", run_id)
    return _asking(request, form, "Refuse this run", "Refuse it")


def _asking(request: ScopedRequest, form: Form, title: str, act: str, says: str = "") -> HttpResponse:
    context = {
        "form": form,
        "title": title,
        "act": act,
        "says": says,
        "above": Link("Retention", reverse("retention")),
        "back_words": "Back without changing anything",
    }
    return render(request, "ui/patterns/form.html", context, status=422 if form.errors else 200)
