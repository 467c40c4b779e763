"""What django-allauth asks us at each turn: who may come in, what is sent, how secrets are kept.

Its flows are the library's own; every decision that is ours stands in one of these three classes.
"""

import base64
import hashlib
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import render
from django.urls import reverse

from goldenthread.accounts.models import User
from goldenthread.accounts.signing_in import actions, letters, queries
from goldenthread.accounts.signing_in.browsers import browser_of
from goldenthread.accounts.signing_in.confirmed import way_of
from goldenthread.accounts.signing_in.providers import Vouching, note_second_factor
from goldenthread.accounts.signing_in.sessions import BROWSER
from goldenthread.audit.scope import Scope


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Accounts come by invitation; letters are ours; words are plain."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": "The e-mail address or the password is not right",
        "too_many_login_attempts": "That was tried too often. Wait five minutes, then try again",
        "incorrect_password": "The password is not right",
        "enter_current_password": "The password that you have now is not right",
        "invalid_password_reset": "This link has been used or is too old",
        "rate_limited": "That was tried too often. Wait a few minutes, then try again",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def add_message(self, request: HttpRequest, level: int, *args: Any, **rest: Any) -> None:
        """Only what went wrong is said on the next page; what went well is seen there."""
        if rest.get("message"):
            super().add_message(request, level, *args, **rest)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        letters.send(template_prefix, email, context)

    def send_notification_mail(
        self,
        template_prefix: str,
        user: User,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        letters.send(template_prefix, user.email, {"user": user, **(context or {})})

    def get_reset_password_from_key_url(self, key: str) -> str:
        """The address in the letter. The key is whose password it is, a dash, and the secret."""
        who, _, secret = key.partition("-")
        address = reverse("account_reset_password_from_key", args=[who, secret])
        return str(self.request.build_absolute_uri(address))

    def login(self, request: HttpRequest, user: User) -> None:
        note_second_factor(request)
        super().login(request, user)
        browser = request.session[BROWSER] = browser_of(request)
        actions.note_sign_in(user, way=way_of(request, user), browser=browser, by=Scope.of(user))

    def reauthenticate(self, user: User, password: str) -> bool:
        return bool(self.authenticate(self.request, email=user.email, password=password) == user)

    def set_password(self, user: User, password: str) -> None:
        super().set_password(user, password)
        actions.note_new_password(user, keeping=self.request.session.session_key, by=Scope.of(user))


class FactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth has no types
    """The second factor: secrets are encrypted in the database, and the last one stays."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "The code is not right. Codes change every 30 seconds",
        "cannot_delete_authenticator": "This is the only thing besides your password that shows who you are. "
        "Add another first",
        "cannot_generate_recovery_codes": "Add a passkey or a code app first",
    }

    def encrypt(self, text: str) -> str:
        return keyring().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return keyring().decrypt(encrypted_text.encode()).decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        return not settings.SECOND_FACTOR_REQUIRED or queries.has_another_factor(authenticator)

    def generate_authenticator_name(self, user: User, type: str) -> str:  # noqa: A002  allauth's name for it
        return "Passkey"

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Passkeys are bound to the name that people reach this site by."""
        return {**super().get_public_key_credential_rp_entity(), "name": "Golden Thread"}


def keyring() -> MultiFernet:
    """Keys made of the secret key, the newest first: a change of it keeps the old one among the fallbacks."""
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_key_of(str(secret))) for secret in secrets])


def _key_of(secret: str) -> bytes:
    digest = hashlib.blake2b(secret.encode(), digest_size=32, person=b"second factor").digest()
    return base64.urlsafe_b64encode(digest)


class ProviderAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Council and NHS sign-in joins to an invited address that the provider verified, and to nothing else."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Raises `ImmediateHttpResponse` with the same page whatever the reason why nobody is let in."""
        vouching = Vouching.of(sociallogin)
        user = queries.person_vouched_for(vouching, sociallogin.user if sociallogin.is_existing else None)
        if user is None:
            raise ImmediateHttpResponse(render(request, "signing_in/not_let_in.html", status=403))
        if not sociallogin.is_existing:
            actions.join_provider(sociallogin, user, by=Scope.of(user))
        vouching.remember(request)

    def send_notification_mail(self, *args: Any, **rest: Any) -> None:
        """Joining is told in the letter about a new sign-in."""
