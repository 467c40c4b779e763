"""Signing in and out."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST

from goldenthread.accounts import actions, queries
from goldenthread.accounts.access import open_to_anyone_signed_in, open_to_everyone
from goldenthread.accounts.context import navigation
from goldenthread.accounts.forms import ChoosePersonaForm
from goldenthread.accounts.presenters import persona_groups
from goldenthread.audit.errors import NotPossibleNow
from goldenthread.audit.scope import Scope


@open_to_everyone
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """In the demonstration: choose who to be."""
    personas = queries.personas()
    form = ChoosePersonaForm(request.POST if request.method == "POST" else None, personas=personas)
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    if request.method == "POST" and form.is_valid():
        user = queries.example_user(form.cleaned_data["persona"])
        actions.sign_in_as_example(request, user, by=Scope.of(user))
        return redirect(_within_this_site(request, wanted) or "start")
    problem = "Choose who to be" if form.errors else ""
    context = {"name": "persona", "groups": persona_groups(personas), "next": wanted, "problem": problem}
    return render(request, "accounts/sign_in.html", context, status=422 if form.errors else 200)


def _within_this_site(request: HttpRequest, address: str) -> str:
    safe = url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())
    return address if safe else ""


@open_to_anyone_signed_in
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    actions.sign_out(request, by=request.scope)  # type: ignore[attr-defined]  # ScopeMiddleware sets it
    return redirect(settings.LOGIN_URL)


@open_to_anyone_signed_in
@require_http_methods(["GET"])
def start(request: HttpRequest) -> HttpResponse:
    """The first page that this person's work begins with."""
    entries = navigation(request)
    if not entries:
        raise NotPossibleNow("No page here belongs to your work yet.")
    return redirect(entries[0].href)


@open_to_everyone
@require_http_methods(["GET"])
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement that every page links to."""
    return render(request, "ui/accessibility.html")
