"""How did this session show who it is, and how long ago?

allauth keeps, in the session, each way that was passed and when. Two questions are asked of it: was there a
second factor at all (before any page of work), and was there a strong proof within the last minutes (before
sealed records and bulk export)?
"""

import time
from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.account.internal.flows.reauthentication import get_reauthentication_flows
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest

from goldenthread.accounts.models import User

CHOSEN = "chosen"
"""A persona of the demonstration said again who they are: they have nothing to show it with."""
WAYS = {
    "totp": "a code from an app",
    "webauthn": "a passkey",
    "recovery_codes": "a recovery code",
    "socialaccount": "their organisation’s sign-in",
    "password": "a password",
    "invitation": "an invitation",
}


def _records(request: HttpRequest) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = get_authentication_records(request, request.user)
    return found


def shows_second_factor(request: HttpRequest) -> bool:
    """Whether this session passed a second factor, ours or one that the provider vouched for."""
    return any(_is_strong(record) for record in _records(request))


def _is_strong(record: dict[str, Any]) -> bool:
    return record["method"] == "mfa" or bool(record.get("second_factor"))


def confirmed_within(request: HttpRequest, seconds: int) -> bool:
    """Whether this session gave its strongest proof within the last `seconds`.

    Whoever has a second factor must have used it; a password alone counts only for those without one.
    """
    counted = [record for record in _records(request) if _counts(record, request.user)]
    return bool(counted) and time.time() - max(record["at"] for record in counted) < seconds


def _counts(record: dict[str, Any], user: Any) -> bool:
    if _is_strong(record):
        return True
    has_factor = any(flow["id"] == "mfa_reauthenticate" for flow in get_reauthentication_flows(user))
    if has_factor or settings.SECOND_FACTOR_REQUIRED:
        return False
    return record["method"] in ("password", CHOSEN)


def can_confirm(user: User | AnonymousUser) -> bool:
    """Whether this person has anything to show who they are with."""
    return bool(get_reauthentication_flows(user))


def remember_choice(request: HttpRequest) -> None:
    """In the demonstration: someone without any factor said again who they are."""
    record_authentication(request, request.user, CHOSEN, reauthenticated=True)


def remember_new_factor(request: HttpRequest, kind: str) -> None:
    """Someone who has just added a factor has shown it, too."""
    record_authentication(request, request.user, "mfa", type=kind, reauthenticated=True)


def remember_invitation(request: HttpRequest, user: User) -> None:
    """The link of an invitation was opened: it lets someone set a password and a factor, and nothing else."""
    record_authentication(request, user, "invitation", reauthenticated=True)


def way_of(request: HttpRequest, user: User) -> str:
    """How this session was signed in, in words for the audit."""
    records = get_authentication_records(request, user)
    said = [WAYS.get(record.get("type") or record["method"], record["method"]) for record in records]
    return " and ".join(dict.fromkeys(said)) or "nothing"
