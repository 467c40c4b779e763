"""What did the council's or the NHS's own sign-in vouch for?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.socialaccount.models import SocialLogin
from django.http import HttpRequest


@dataclass(frozen=True, slots=True)
class Vouching:
    """An address, whether the provider may and does vouch for it, and whether it saw a second factor."""

    provider: str
    number: str
    """The provider's own number of this person."""
    address: str
    is_verified: bool
    second_factor: bool

    @classmethod
    def of(cls, sign_in: SocialLogin) -> Vouching:
        """Reads the claims of one sign-in against what is configured for its provider."""
        app = sign_in.provider.app
        claims = claims_of(sign_in.account.extra_data)
        address = str(claims.get("email") or "").strip().lower()
        vouched = claims.get("email_verified") is True or app.settings["vouches_for_addresses"]
        return cls(
            provider=app.provider_id,
            number=sign_in.account.uid,
            address=address,
            is_verified=bool(vouched) and address.partition("@")[2] in app.settings["domains"],
            second_factor=has_claim(claims, app.settings["second_factor_claim"]),
        )

    def remember(self, request: HttpRequest) -> None:
        """Until this request lets someone in: allauth may empty the session in between."""
        request.provider_saw_second_factor = self.second_factor  # type: ignore[attr-defined]  # ours, this request


def claims_of(data: dict[str, Any]) -> dict[str, Any]:
    """All claims of a sign-in; those of the signed token win over those of the user's page."""
    return {**data.get("userinfo", {}), **data.get("id_token", {})}


def has_claim(claims: dict[str, Any], wanted: str) -> bool:
    """Whether the claims hold `name=value`; a claim that is a list holds each of its values."""
    name, _, value = wanted.partition("=")
    if not name or not value:
        return False
    found = claims.get(name)
    return value in found if isinstance(found, list) else str(found) == value


def note_second_factor(request: HttpRequest) -> None:
    """Called as someone is let in: writes what the provider saw beside allauth's own note of the sign-in."""
    if not getattr(request, "provider_saw_second_factor", False):
        return
    records = request.session.get(AUTHENTICATION_METHODS_SESSION_KEY, [])
    for record in records:
        if record["method"] == "socialaccount":
            record["second_factor"] = True
    request.session[AUTHENTICATION_METHODS_SESSION_KEY] = records
