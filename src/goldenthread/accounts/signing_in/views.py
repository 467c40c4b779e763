"""The pages of signing in that are the library's flows with our rules, and those that are ours alone."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from allauth.mfa.webauthn.internal import auth as ceremony
from allauth.socialaccount.providers.openid_connect import views as openid_connect
from csp.constants import SELF
from csp.decorators import csp_update
from django.conf import settings
from django.contrib.messages import get_messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from goldenthread.accounts.access import (
    before_second_factor,
    open_to_anyone_signed_in,
    scope_of,
)
from goldenthread.accounts.signing_in import actions, confirmed, presenters, queries
from goldenthread.accounts.within_this_site import within_this_site

SCRIPT = {"script-src": [SELF], "connect-src": [SELF]}
with_passkey_script = csp_update(SCRIPT)
"""The pages on which a passkey can be used are the only ones that run a script, and it is ours (ADR 0093)."""


Respond = Callable[..., HttpResponse]


def with_providers(view: Respond) -> Respond:
    """The page's forms may lead to the configured sign-ins of organisations, and to nothing else outside."""
    return _allowing_providers(view, {})


def with_providers_and_script(view: Respond) -> Respond:
    """The same where a passkey can be used too."""
    return _allowing_providers(view, SCRIPT)


def _allowing_providers(view: Respond, more: dict[str, list[str]]) -> Respond:
    @wraps(view)
    def shown(request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
        response = view(request, *args, **named)
        here = {**more, "form-action": presenters.provider_origins()}
        response._csp_update = here  # type: ignore[attr-defined]  # as django-csp's own decorators do
        return response

    return shown


class SignIn(account.LoginView):  # type: ignore[misc]  # allauth has no types
    """A password, a passkey, or the sign-in of one's own organisation."""

    def get_context_data(self, **rest: Any) -> dict[str, Any]:
        shown = presenters.door(self.request)
        said = [str(message) for message in get_messages(self.request)]
        return {**super().get_context_data(**rest), **shown, "said": said}

    def render_to_response(self, context: dict[str, Any], **rest: Any) -> HttpResponse:
        answer: HttpResponse = super().render_to_response(
            context, status=422 if context["form"].errors else 200, **rest
        )
        return answer


class AddPasskey(webauthn.AddWebAuthnView):  # type: ignore[misc]  # allauth has no types
    """A passkey that asks for a PIN, a finger or a face, and so stands for both factors."""

    def get_context_data(self, **rest: Any) -> dict[str, Any]:
        context = super().get_context_data(**rest)
        options = ceremony.begin_registration(self.request.user, passwordless=True)
        return {**context, "options": options, "said": [], "above": presenters.TO_YOUR_SIGN_IN}

    def form_valid(self, form: Any) -> HttpResponse:
        answer: HttpResponse = super().form_valid(form)
        confirmed.remember_new_factor(self.request, "webauthn")
        note_factor(self.request, "added a passkey")
        return answer


class RemovePasskey(webauthn.RemoveWebAuthnView):  # type: ignore[misc]  # allauth has no types
    """Removes one passkey, unless nothing else would be left to show who they are."""

    def get_context_data(self, **rest: Any) -> dict[str, Any]:
        kept = settings.SECOND_FACTOR_REQUIRED and not queries.has_another_factor(self.object)
        return {**super().get_context_data(**rest), "must_stay": kept, "above": presenters.TO_YOUR_SIGN_IN}

    def form_valid(self, form: Any) -> HttpResponse:
        if settings.SECOND_FACTOR_REQUIRED and not queries.has_another_factor(self.get_object()):
            refused: HttpResponse = self.render_to_response(self.get_context_data(form=form), status=409)
            return refused
        answer: HttpResponse = super().form_valid(form)
        note_factor(self.request, "removed a passkey")
        return answer


class SetUpApp(totp.ActivateTOTPView):  # type: ignore[misc]  # allauth has no types
    """A code app, added by typing or scanning its secret."""

    def get_context_data(self, **rest: Any) -> dict[str, Any]:
        context = super().get_context_data(**rest)
        secret = presenters.in_fours(context["form"].secret)
        return {**context, "secret": secret, "above": presenters.TO_YOUR_SIGN_IN}

    def form_valid(self, form: Any) -> HttpResponse:
        answer: HttpResponse = super().form_valid(form)
        confirmed.remember_new_factor(self.request, "totp")
        note_factor(self.request, "added a code app")
        return answer


class RemoveApp(totp.DeactivateTOTPView):  # type: ignore[misc]  # allauth has no types
    def form_valid(self, form: Any) -> HttpResponse:
        answer: HttpResponse = super().form_valid(form)
        note_factor(self.request, "removed the code app")
        return answer


class NewRecoveryCodes(recovery_codes.GenerateRecoveryCodesView):  # type: ignore[misc]  # allauth has no types
    def form_valid(self, form: Any) -> HttpResponse:
        answer: HttpResponse = super().form_valid(form)
        note_factor(self.request, "made new recovery codes")
        return answer


class SecondStep(mfa.AuthenticateView):  # type: ignore[misc]  # allauth has no types
    """A code or a passkey, after the password."""

    def get_context_data(self, **rest: Any) -> dict[str, Any]:
        context = super().get_context_data(**rest)
        ways = queries.ways_of(self.stage.login.user)
        problem = presenters.problem_of(context.get("webauthn_form"))
        return {**context, "ways": ways, "options": context["js_data"]["request_options"], "problem": problem}


def note_factor(request: HttpRequest, what: str) -> None:
    """Keeps the change of factors; other browsers are signed out."""
    by = scope_of(request)
    actions.note_change_of_factors(request.user, what, keeping=request.session.session_key, by=by)  # type: ignore[arg-type]  # signed in


def for_those_who_can(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Sends whoever has nothing to show who they are with to where they can set it up."""

    @wraps(view)
    def asked(request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
        if not confirmed.can_confirm(request.user):
            return redirect("mfa_index")
        return view(request, *args, **named)

    return asked


def not_offered(request: HttpRequest) -> HttpResponse:
    """A page of the library that has a name only because the library itself asks for it."""
    raise Http404


def provider_sign_in(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Off to the council's or the NHS's own sign-in. Joining it to whoever is signed in is not offered."""
    if request.GET.get("process", "login") != "login" or request.method != "POST":
        raise Http404
    request.GET = presenters.asked_of_provider(request.GET)  # type: ignore[assignment]  # what we offer, no more
    answer: HttpResponse = openid_connect.login(request, provider_id)
    return answer


@open_to_anyone_signed_in
@before_second_factor
@require_GET
def your_sign_in(request: HttpRequest) -> HttpResponse:
    """What one signs in with, and where one is signed in."""
    scope = scope_of(request)
    lacks = settings.SECOND_FACTOR_REQUIRED and not confirmed.shows_second_factor(request)
    page = presenters.your_sign_in(
        queries.ways_in(scope), queries.sessions(scope), request.session.session_key, lacks=lacks
    )
    return render(request, "signing_in/your_sign_in.html", page)


@open_to_anyone_signed_in
@before_second_factor
@require_POST
def end_session(request: HttpRequest, mark: str) -> HttpResponse:
    """Signs out one's own browser elsewhere."""
    actions.end_session(mark, by=scope_of(request))
    return redirect("mfa_index")


@open_to_anyone_signed_in
@with_providers
@require_http_methods(["GET", "POST"])
def confirm_who_you_are(request: HttpRequest) -> HttpResponse:
    """Before a page that asks again: off to the strongest way that this person has."""
    wanted = within_this_site(request, request.GET.get("next", "")) or reverse("start")
    way = presenters.strongest_way(request)
    if way:
        return redirect(f"{way}?{presenters.after(wanted)}")
    providers = presenters.providers_again(queries.ways_in(scope_of(request)).providers, wanted)
    if providers:
        return render(request, "signing_in/confirm_with_provider.html", {"providers": providers})
    if not settings.DEMONSTRATION:
        return redirect("mfa_index")
    if request.method == "POST":
        confirmed.remember_choice(request)
        return redirect(wanted)
    return render(request, "signing_in/confirm_in_demonstration.html", {"wanted": wanted})


@open_to_anyone_signed_in
@before_second_factor
@require_GET
def passkeys(request: HttpRequest) -> HttpResponse:
    """Passkeys stand on the page of one's own sign-in."""
    return redirect("mfa_index")
