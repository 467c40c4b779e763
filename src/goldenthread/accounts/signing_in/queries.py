"""What is there to sign in with, and who is signed in where?"""

from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.db.models import QuerySet

from goldenthread.accounts.models import User
from goldenthread.accounts.signing_in.models import SignedInSession
from goldenthread.accounts.signing_in.providers import Vouching
from goldenthread.audit.models import AuditEvent
from goldenthread.audit.scope import Scope

STRONG = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


@dataclass(frozen=True, slots=True)
class Passkey:
    """A passkey of one person."""

    id: int
    name: str
    made_at: datetime
    used_at: datetime | None


@dataclass(frozen=True, slots=True)
class WaysIn:
    """What one person can sign in with."""

    has_password: bool
    has_app: bool
    passkeys: list[Passkey]
    recovery_codes_left: int | None
    """None where there are none to be had: nobody has recovery codes without a factor."""
    providers: list[str]

    @property
    def has_second_factor(self) -> bool:
        return self.has_app or bool(self.passkeys)


def ways_in(scope: Scope) -> WaysIn:
    """What the person who asks can sign in with."""
    return ways_of(User.objects.get(pk=scope.actor_id or 0))


def ways_of(user: User) -> WaysIn:
    """The same for someone who is only half signed in."""
    factors = list(Authenticator.objects.filter(user=user).order_by("created_at"))
    codes = [one for one in factors if one.type == Authenticator.Type.RECOVERY_CODES]
    return WaysIn(
        has_password=user.has_usable_password(),
        has_app=any(one.type == Authenticator.Type.TOTP for one in factors),
        passkeys=[
            Passkey(one.pk, one.data.get("name") or "Passkey", one.created_at, one.last_used_at)
            for one in factors
            if one.type == Authenticator.Type.WEBAUTHN
        ],
        recovery_codes_left=len(codes[0].wrap().get_unused_codes()) if codes else None,
        providers=list(SocialAccount.objects.filter(user=user).values_list("provider", flat=True)),
    )


def sessions(scope: Scope) -> QuerySet[SignedInSession]:
    """Where the person who asks is signed in, the newest first."""
    return SignedInSession.objects.filter(user_id=scope.actor_id).order_by("-began_at")


def has_another_factor(authenticator: Authenticator) -> bool:
    """Whether someone keeps a second factor when this one goes."""
    others = Authenticator.objects.filter(user_id=authenticator.user_id, type__in=STRONG)
    return bool(others.exclude(pk=authenticator.pk).exists())


def person_vouched_for(vouching: Vouching, joined: User | None) -> User | None:
    """Whom this sign-in lets in: the person it was joined to, or whoever has the address it vouches for."""
    if joined is not None:
        return joined if joined.is_active else None
    if not vouching.is_verified:
        return None
    return User.objects.filter(email__iexact=vouching.address, is_active=True).first()


def is_new_browser(user: User, browser: str) -> bool:
    """Whether nobody signed in as this person with this browser before."""
    before = AuditEvent.objects.filter(actor_id=user.pk, act="signed in")
    return not before.filter(details__browser=browser).exists()
