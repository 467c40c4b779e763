"""The pages of signing in, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urlsplit

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.http import HttpRequest, QueryDict
from django.urls import reverse, reverse_lazy

from goldenthread.accounts.signing_in.models import SignedInSession
from goldenthread.accounts.signing_in.queries import WaysIn
from goldenthread.ui import words
from goldenthread.ui.values import Link

TO_YOUR_SIGN_IN = Link("Your sign-in", reverse_lazy("mfa_index"))  # type: ignore[arg-type]  # text once it is drawn


@dataclass(frozen=True, slots=True)
class Provider:
    """A button to the sign-in of an organisation."""

    words: str
    href: str


def door(request: HttpRequest) -> dict[str, Any]:
    """What the sign-in page offers besides a password."""
    wanted = request.GET.get("next", "")
    query = f"?{urlencode({'next': wanted})}" if wanted else ""
    apps = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
    return {
        "providers": [
            Provider(
                f"Sign in with {app['name']}",
                reverse("openid_connect_login", args=[app["provider_id"]]) + query,
            )
            for app in apps
        ],
        "next": wanted,
        "choose": reverse("choose-who-to-be") if settings.DEMONSTRATION else "",
    }


def providers_again(joined: Iterable[str], wanted: str) -> list[Provider]:
    """Buttons to the sign-ins that somebody has joined, which ask them again who they are."""
    query = urlencode({"next": wanted, "again": "yes"})
    known = {
        app["provider_id"]: app["name"] for app in settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
    }
    return [
        Provider(
            f"Sign in again with {known[name]}", f"{reverse('openid_connect_login', args=[name])}?{query}"
        )
        for name in joined
        if name in known
    ]


def asked_of_provider(asked: QueryDict) -> QueryDict:
    """Of an address's query what we offer: where to go afterwards, and to be asked again who one is."""
    kept = QueryDict(mutable=True)
    if asked.get("next"):
        kept["next"] = str(asked["next"])
    if asked.get("again"):
        kept["auth_params"] = "prompt=login&max_age=0"
    return kept


def provider_origins() -> list[str]:
    """Where the configured sign-ins of organisations stand, as the content policy names them."""
    apps = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
    addresses = [urlsplit(app["settings"]["server_url"]) for app in apps]
    return [f"{address.scheme}://{address.netloc}" for address in addresses]


def problem_of(form: Any) -> str:
    """The first thing wrong with a form whose boxes are hidden."""
    if form is None or not form.errors:
        return ""
    return str(next(iter(form.errors.values()))[0])


def in_fours(secret: str) -> str:
    """A long secret as it is easily typed: four letters at a time."""
    return " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))


def strongest_way(request: HttpRequest) -> str:
    """The address where this person best shows again who they are; nothing if they have nothing to show."""
    found = {way["id"]: way["url"] for way in get_adapter().get_reauthentication_methods(request.user)}
    for name in ("mfa_reauthenticate:webauthn", "mfa_reauthenticate", "reauthenticate"):
        if name in found:
            return str(found[name])
    return ""


def after(wanted: str) -> str:
    return urlencode({"next": wanted})


def your_sign_in(
    ways: WaysIn, sessions: Iterable[SignedInSession], current_key: str | None, *, lacks: bool
) -> dict[str, Any]:
    """What one signs in with, what is still to be done, where one is signed in."""
    return {
        "ways": ways,
        "passkeys": [
            (key, f"Added on {words.day(key.made_at.date())}{_used(key.used_at)}") for key in ways.passkeys
        ],
        "lacks": lacks,
        "sessions": [_session(session, session.session_key == current_key) for session in sessions],
        "may_set_up_app": ways.has_password or bool(ways.providers),
    }


def _used(used_at: Any) -> str:
    return f", last used on {words.day(used_at.date())}" if used_at else ""


def _session(session: SignedInSession, is_this: bool) -> dict[str, Any]:
    return {
        "mark": session.mark,
        "is_this": is_this,
        "browser": session.browser or "A browser",
        "since": f"Signed in on {words.moment(session.began_at)}, last seen {words.moment(session.seen_at)}",
    }
