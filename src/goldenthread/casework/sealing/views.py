"""The guardian's pages, and opening a sealed record in an emergency."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from goldenthread.accounts.access import asks_who_you_are_again, open_to, scope_of
from goldenthread.accounts.roles import Permission
from goldenthread.audit.scope import Scope
from goldenthread.casework.sealing import presenters, queries
from goldenthread.casework.sealing.forms import JudgeForm, OpenForm, OwnFamilyForm, SealForm, UnsealForm
from goldenthread.people.sealing import actions
from goldenthread.people.sealing import queries as sealing_queries
from goldenthread.ui.values import Link

INVALID = 422
NO_SUCH_REFERENCE = "No record has this reference"


@open_to(Permission.GUARD_RECORDS)
@require_http_methods(["GET"])
def guardian(request: HttpRequest) -> HttpResponse:
    """Openings that wait to be judged, and the records that are sealed."""
    scope = scope_of(request)
    waiting = sealing_queries.openings(scope, judged=False)
    judged = sealing_queries.openings(scope, judged=True)
    sealed = sealing_queries.sealings(scope)
    opened = {one.person_id for one in (*waiting, *judged) if one.person_id is not None}
    people = opened | {one.person_id for one in sealed}
    names = sealing_queries.names_of(scope, {number for one in sealed for number in one.opens_to})
    values = presenters.guardian_values(waiting, judged, sealed, queries.references_of(scope, people), names)
    said = " ".join(str(message) for message in messages.get_messages(request))
    return render(request, "casework/guardian.html", {**values, "said": said})


@open_to(Permission.GUARD_RECORDS)
@asks_who_you_are_again
@require_http_methods(["GET", "POST"])
def seal(request: HttpRequest) -> HttpResponse:
    """Seals a record, or changes who may open it."""
    scope = scope_of(request)
    form = SealForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _seal(form, scope):
        messages.success(request, "The record is sealed.")
        return redirect("guardian")
    return _form(request, form, title="Seal a record", act="Seal it", above=presenters.above())


@open_to(Permission.GUARD_RECORDS)
@require_http_methods(["GET", "POST"])
def own_family(request: HttpRequest) -> HttpResponse:
    """Keeps a record from someone of the child's own family."""
    scope = scope_of(request)
    form = OwnFamilyForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _keep_from_family(form, scope):
        messages.success(request, "They no longer see this record.")
        return redirect("guardian")
    title = "Keep a record from someone of the child’s own family"
    return _form(request, form, title=title, act="Keep it from them", above=presenters.above())


@open_to(Permission.GUARD_RECORDS)
@asks_who_you_are_again
@require_http_methods(["GET", "POST"])
def unseal(request: HttpRequest, person_id: int) -> HttpResponse:
    """Opens a record again to all who reach it."""
    scope = scope_of(request)
    sealed = sealing_queries.sealing(scope, person_id)
    form = UnsealForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        actions.unseal_record(sealed.person, because=form.cleaned_data["because"], by=scope)
        messages.success(request, "The record is open again to all who reach it.")
        return redirect("guardian")
    return _form(request, form, title="Unseal a record", act="Unseal it", above=presenters.above())


@open_to(Permission.GUARD_RECORDS)
@require_http_methods(["GET", "POST"])
def judge(request: HttpRequest, seal_id: int) -> HttpResponse:
    """Says whether an opening was proper."""
    scope = scope_of(request)
    broken = sealing_queries.opening(scope, seal_id)
    form = JudgeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        actions.judge_opening(broken, was_proper=said["answer"] == "yes", because=said["because"], by=scope)
        messages.success(request, "Recorded.")
        return redirect("guardian")
    people = [broken.person_id] if broken.person_id else []
    rows = presenters.opening_rows(broken, queries.references_of(scope, people))
    values = {"title": "A sealed record was opened", "act": "Record the judgement", "rows": rows}
    return _form(request, form, template="casework/judge_opening.html", above=presenters.above(), **values)


@open_to(Permission.OPEN_SEALED)
@asks_who_you_are_again
@require_http_methods(["GET", "POST"])
def open_sealed(request: HttpRequest) -> HttpResponse:
    """Opens a sealed record in an emergency; every try is told to the guardian."""
    scope = scope_of(request)
    form = OpenForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data["typed"].strip()
        person, reference = queries.meant_in_emergency(scope, typed)
        actions.break_seal(person, typed=typed, because=form.cleaned_data["because"], by=scope)
        if person is not None:
            messages.success(request, "The guardian of information was told that you opened this record.")
            return redirect("case", reference)
        form.add_error("typed", "Nothing sealed answers to this. The guardian was told that you tried")
    says = (
        "Only where someone would come to harm without it. The guardian of information is told at once, and "
        "judges whether it was proper."
    )
    back = Link("Find a record", reverse("find-a-case"))
    return _form(
        request, form, title="Open a sealed record in an emergency", act="Open it", says=says, above=back
    )


def _seal(form: SealForm, scope: Scope) -> bool:
    said = form.cleaned_data
    person = queries.person_of(scope, said["reference"])
    users = sealing_queries.users_with(scope, form.addresses)
    missing = [address for address in form.addresses if address not in users]
    if person is None:
        form.add_error("reference", NO_SUCH_REFERENCE)
    if missing:
        form.add_error("opens_to", f"Nobody signs in with {missing[0]}")
    if person is None or missing:
        return False
    opens_to, because = list(users.values()), said["because"]
    actions.seal_record(person, reason=said["reason"], opens_to=opens_to, because=because, by=scope)
    return True


def _keep_from_family(form: OwnFamilyForm, scope: Scope) -> bool:
    said = form.cleaned_data
    person = queries.person_of(scope, said["reference"])
    user = sealing_queries.users_with(scope, [said["email"]]).get(said["email"])
    if person is None:
        form.add_error("reference", NO_SUCH_REFERENCE)
    if user is None:
        form.add_error("email", "Nobody signs in with this address")
    if person is None or user is None:
        return False
    actions.keep_from_family(user, person=person, because=said["because"], by=scope)
    return True


def _form(
    request: HttpRequest, form: object, *, template: str = "ui/patterns/form.html", **values: Any
) -> HttpResponse:
    status = INVALID if request.method == "POST" else 200
    return render(request, template, {**values, "form": form}, status=status)
