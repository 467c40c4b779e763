"""The pages of the partnership: its bodies, its teams, and which settings a body runs."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from goldenthread.accounts.access import asks_who_you_are_again, open_to
from goldenthread.accounts.partnership import actions, presenters, queries
from goldenthread.accounts.partnership.forms import BodyForm, SettingForm, TeamForm
from goldenthread.accounts.requests import ScopedRequest
from goldenthread.accounts.roles import Permission
from goldenthread.organisations.models import OrganisationKind
from goldenthread.ui.forms import Form
from goldenthread.ui.values import Link

INVALID = 422
UNKNOWN_URN = "No setting has this URN. The list of settings is brought with a return"


@open_to(Permission.LOOK_AFTER_PEOPLE)
@require_GET
def partnership(request: ScopedRequest) -> HttpResponse:
    """Every body and team."""
    values = {
        "bodies": presenters.bodies_table(queries.bodies(request.scope)),
        "teams": presenters.teams_table(queries.teams(request.scope)),
    }
    return _page(request, "accounts/partnership.html", values)


@open_to(Permission.LOOK_AFTER_PEOPLE)
@require_GET
def body(request: ScopedRequest, body_id: int) -> HttpResponse:
    """One body and the settings that it runs."""
    found = queries.body(request.scope, body_id)
    settings = presenters.settings_table(queries.settings_of(request.scope, found))
    return _page(request, "accounts/partnership_body.html", {"body": found, "settings": settings})


@open_to(Permission.LOOK_AFTER_PEOPLE)
@require_http_methods(["GET", "POST"])
def add_body(request: ScopedRequest) -> HttpResponse:
    """Adds a body."""
    form = BodyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        actions.add_body(said["name"], kind=OrganisationKind(said["kind"]), by=request.scope)
        messages.success(request, f"{said['name']} is part of the partnership.")
        return redirect("partnership")
    return _form(request, form, title="Add a body", act="Add it")


@open_to(Permission.LOOK_AFTER_PEOPLE)
@require_http_methods(["GET", "POST"])
def rename_body(request: ScopedRequest, body_id: int) -> HttpResponse:
    """Names a body anew, or says what it is."""
    found = queries.body(request.scope, body_id)
    form = BodyForm(request.POST or None, initial={"name": found.name, "kind": found.kind}, renamed=found.pk)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        kind = OrganisationKind(said["kind"])
        actions.describe_body(found, name=said["name"], kind=kind, by=request.scope)
        messages.success(request, "That is kept. Whatever named it before names it so now.")
        return redirect("partnership-body", body_id)
    return _form(request, form, title=f"Change {found.name}", act="Keep it")


@open_to(Permission.LOOK_AFTER_PEOPLE)
@asks_who_you_are_again
@require_http_methods(["GET", "POST"])
def place_setting(request: ScopedRequest, body_id: int) -> HttpResponse:
    """Says that a body runs a setting: its people reach the children who learn there."""
    found = queries.body(request.scope, body_id)
    form = SettingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        setting = queries.setting_with_urn(request.scope, form.cleaned_data["urn"])
        if setting is None:
            form.add_error("urn", UNKNOWN_URN)
        else:
            actions.place_setting(setting, found, by=request.scope)
            messages.success(request, f"{found.name} runs {setting.name}.")
            return redirect("partnership-body", body_id)
    says = "Its people who have access at this body will see the records of the children who learn there."
    return _form(request, form, title=f"A setting that {found.name} runs", act="Keep it", says=says)


@open_to(Permission.LOOK_AFTER_PEOPLE)
@require_http_methods(["GET", "POST"])
def add_team(request: ScopedRequest) -> HttpResponse:
    """Adds a team of the council."""
    form = TeamForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.add_team(form.cleaned_data["name"], by=request.scope)
        messages.success(request, f"{form.cleaned_data['name']} is a team of the council.")
        return redirect("partnership")
    return _form(request, form, title="Add a team", act="Add it")


@open_to(Permission.LOOK_AFTER_PEOPLE)
@require_http_methods(["GET", "POST"])
def rename_team(request: ScopedRequest, team_id: int) -> HttpResponse:
    """Names a team anew."""
    found = queries.team(request.scope, team_id)
    form = TeamForm(request.POST or None, initial={"name": found.name}, renamed=found.pk)
    if request.method == "POST" and form.is_valid():
        actions.rename_team(found, name=form.cleaned_data["name"], by=request.scope)
        messages.success(request, f"The team is called {form.cleaned_data['name']} now.")
        return redirect("partnership")
    return _form(request, form, title=f"Change the name of {found.name}", act="Keep it")


def _form(request: ScopedRequest, form: Form, *, title: str, act: str, says: str = "") -> HttpResponse:
    values = {
        "form": form,
        "title": title,
        "act": act,
        "says": says,
        "above": Link("The partnership", reverse("partnership")),
        "back_words": "Back without a change",
    }
    status = INVALID if request.method == "POST" else 200
    return render(request, "ui/patterns/form.html", values, status=status)


def _page(request: ScopedRequest, template: str, values: dict[str, Any]) -> HttpResponse:
    said = " ".join(str(message) for message in messages.get_messages(request))
    return render(request, template, {**values, "said": said})
