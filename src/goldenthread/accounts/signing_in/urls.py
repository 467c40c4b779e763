"""Every address of signing in. What is not written here of allauth's is not offered, and answers 404."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.webauthn import views as webauthn
from allauth.socialaccount import views as provider
from allauth.socialaccount.providers.openid_connect import views as openid_connect
from django.urls import path
from django.views.decorators.cache import never_cache

from goldenthread.accounts.access import (
    at_most,
    before_second_factor,
    open_to_anyone_signed_in,
    open_to_everyone,
)
from goldenthread.accounts.signing_in import views
from goldenthread.accounts.signing_in.views import for_those_who_can, with_passkey_script

Decorator = Callable[..., Any]


def offered(view: Callable[..., Any], *marks: Decorator) -> Callable[..., Any]:
    """The library's view with our marks, without changing the library's."""

    @wraps(view)
    def marked(*args: Any, **named: Any) -> Any:
        return view(*args, **named)

    ours: Callable[..., Any] = never_cache(marked)
    for mark in reversed(marks):
        ours = mark(ours)
    return ours


def at_the_door(view: Callable[..., Any], *more: Decorator) -> Callable[..., Any]:
    return offered(view, open_to_everyone, *more)


def of_ones_own(view: Callable[..., Any], *more: Decorator) -> Callable[..., Any]:
    return offered(view, open_to_anyone_signed_in, before_second_factor, *more)


urlpatterns = [
    # at the door
    path(
        "sign-in/",
        at_the_door(views.SignIn.as_view(), at_most(30), views.with_providers_and_script),
        name="account_login",
    ),
    path("sign-in/passkey/", at_the_door(webauthn.login_webauthn, at_most(30)), name="mfa_login_webauthn"),
    path(
        "sign-in/second-step/",
        at_the_door(views.SecondStep.as_view(), at_most(30), with_passkey_script),
        name="mfa_authenticate",
    ),
    path("sign-in/closed/", at_the_door(account.account_inactive), name="account_inactive"),
    path(
        "sign-in/forgotten-password/",
        at_the_door(account.password_reset, at_most(10)),
        name="account_reset_password",
    ),
    path(
        "sign-in/forgotten-password/sent/",
        at_the_door(account.password_reset_done),
        name="account_reset_password_done",
    ),
    path(
        "sign-in/new-password/done/",
        at_the_door(account.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
    path(
        "sign-in/new-password/<str:uidb36>/<str:key>/",
        at_the_door(account.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path("sign-up/", at_the_door(views.not_offered), name="account_signup"),  # the library asks for its name
    path("sign-in/given-up/", at_the_door(provider.login_cancelled), name="socialaccount_login_cancelled"),
    path(
        "sign-in/with/<slug:provider_id>/",
        at_the_door(views.provider_sign_in, at_most(30)),
        name="openid_connect_login",
    ),
    path(
        "sign-in/with/<slug:provider_id>/callback/",
        at_the_door(openid_connect.callback, at_most(30)),
        name="openid_connect_callback",
    ),
    # one's own sign-in
    path("your-sign-in/", views.your_sign_in, name="mfa_index"),
    path("your-sign-in/confirm/", views.confirm_who_you_are, name="confirm-who-you-are"),
    path(
        "your-sign-in/confirm/password/",
        of_ones_own(account.reauthenticate, for_those_who_can),
        name="account_reauthenticate",
    ),
    path(
        "your-sign-in/confirm/code/",
        of_ones_own(mfa.reauthenticate, for_those_who_can),
        name="mfa_reauthenticate",
    ),
    path(
        "your-sign-in/confirm/passkey/",
        of_ones_own(webauthn.reauthenticate_webauthn, for_those_who_can, with_passkey_script),
        name="mfa_reauthenticate_webauthn",
    ),
    path("your-sign-in/password/", of_ones_own(account.password_change), name="account_change_password"),
    path("your-sign-in/password/first/", of_ones_own(account.password_set), name="account_set_password"),
    path("your-sign-in/app/", of_ones_own(views.SetUpApp.as_view()), name="mfa_activate_totp"),
    path("your-sign-in/app/remove/", of_ones_own(views.RemoveApp.as_view()), name="mfa_deactivate_totp"),
    path("your-sign-in/passkeys/", views.passkeys, name="mfa_list_webauthn"),
    path(
        "your-sign-in/passkeys/add/",
        of_ones_own(views.AddPasskey.as_view(), with_passkey_script),
        name="mfa_add_webauthn",
    ),
    path(
        "your-sign-in/passkeys/<int:pk>/remove/",
        of_ones_own(views.RemovePasskey.as_view()),
        name="mfa_remove_webauthn",
    ),
    path(
        "your-sign-in/recovery-codes/",
        of_ones_own(recovery_codes.view_recovery_codes),
        name="mfa_view_recovery_codes",
    ),
    path(
        "your-sign-in/recovery-codes/new/",
        of_ones_own(views.NewRecoveryCodes.as_view()),
        name="mfa_generate_recovery_codes",
    ),
    path("your-sign-in/sessions/<str:mark>/end/", views.end_session, name="end-session"),
]
