"""What is kept of signing in, and what ends with it."""

from allauth.socialaccount.models import SocialLogin
from django.db import transaction
from django.db.models import Q

from goldenthread.accounts.models import User
from goldenthread.accounts.signing_in import letters, queries
from goldenthread.accounts.signing_in.models import SignedInSession
from goldenthread.audit import clock
from goldenthread.audit.actions import record
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Scope


@transaction.atomic
def note_sign_in(user: User, *, way: str, browser: str, by: Scope) -> None:
    """Keeps that someone came in, and tells them if it was with a browser not seen before."""
    if queries.is_new_browser(user, browser):
        letters.send("new sign-in", user.email, {"way": way, "browser": browser})
    record("signed in", user, by=by, details={"way": way, "browser": browser})


@transaction.atomic
def note_new_password(user: User, *, keeping: str | None, by: Scope) -> None:
    """Keeps that the password is new, and ends every other session."""
    record("set a password", user, by=by)
    SignedInSession.objects.filter(user_id=user.pk).exclude(session_key=keeping).delete()


@transaction.atomic
def note_change_of_factors(user: User, what: str, *, keeping: str | None, by: Scope) -> None:
    """Keeps which factor was added or removed, and ends every other session."""
    record(what, user, by=by)
    SignedInSession.objects.filter(user_id=user.pk).exclude(session_key=keeping).delete()


@transaction.atomic
def join_provider(sign_in: SocialLogin, user: User, *, by: Scope) -> None:
    """Joins the council's or the NHS's sign-in to the person whose verified address it gave."""
    sign_in.user = user
    sign_in.account.user = user
    sign_in.account.save()
    record("joined their organisation’s sign-in", user, by=by, details={"provider": sign_in.account.provider})
    letters.send("provider joined", user.email, {})


@transaction.atomic
def end_session(mark: str, *, by: Scope) -> None:
    """Ends one of one's own sessions. Raises `NotFound` for anybody else's."""
    for session in queries.sessions(by):
        if session.mark == mark:
            session.delete()
            record("ended a session", SignedInSession, by=by, details={"browser": session.browser})
            return
    raise NotFound("That session has ended already.")


@transaction.atomic
def end_sessions_of(user: User, *, because: str, by: Scope) -> int:
    """Signs someone out everywhere, as when they leave. Returns how many sessions there were."""
    ended, _ = SignedInSession.objects.filter(user_id=user.pk).delete()
    record("ended all sessions", user, by=by, because=because, details={"sessions": ended})
    return ended


@transaction.atomic
def close_if_nothing_is_left(user: User, *, because: str, by: Scope) -> None:
    """Signs someone out everywhere and lets them in no more, once they hold no appointment, now or later."""
    today = clock.today()
    held = user.appointments.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=today))
    if held.exists():
        return
    user.is_active = False
    user.save(update_fields=["is_active"])
    end_sessions_of(user, because=because, by=by)
    record("closed an account", user, by=by, because=because)
