"""How long does a session last, and whose is it? The store that Django's SESSION_ENGINE names.

A session ends when nobody used it for a while, when a working day is over however busy it was, when its
person ends it from another browser, and when they leave. Times are the real clock's, also where the
demonstration's day stands still.
"""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.utils import timezone

from goldenthread.accounts.signing_in.models import SignedInSession

BROWSER = "browser"
"""What of a session's data names the browser; the door puts it there."""
SEEN_EVERY_SECONDS = 60
"""A session writes down that it was used once a minute, not at each page."""


def is_over(session: SignedInSession, now: datetime) -> bool:
    """Whether idle or in all for longer than the settings allow."""
    idle = (now - session.seen_at).total_seconds()
    whole = (now - session.began_at).total_seconds()
    return idle > settings.SESSION_IDLE_SECONDS or whole > settings.SESSION_COOKIE_AGE


class SessionStore(DatabaseStore):
    """Django's store in the database, with time limits and a person."""

    began_at: datetime | None = None

    @classmethod
    def get_model_class(cls) -> type[SignedInSession]:
        return SignedInSession

    def _get_session_from_db(self) -> SignedInSession | None:
        session: SignedInSession | None = super()._get_session_from_db()  # type: ignore[misc]  # has no type
        if session is None:
            return None
        now = timezone.now()
        if session.user_id is not None and is_over(session, now):
            self._session_key = None
            session.delete()
            return None
        self.began_at = session.began_at
        if (now - session.seen_at).total_seconds() > SEEN_EVERY_SECONDS:
            SignedInSession.objects.filter(pk=session.pk).update(seen_at=now)
        return session

    def create(self) -> None:
        """Signing in takes a new key and begins anew."""
        self.began_at = None
        super().create()

    def create_model_instance(self, data: dict[str, Any]) -> SignedInSession:
        session: SignedInSession = super().create_model_instance(data)  # type: ignore[assignment]
        now = timezone.now()
        user = data.get(SESSION_KEY)
        session.user_id = int(user) if user else None
        session.began_at = self.began_at = self.began_at or now
        session.seen_at = now
        session.browser = str(data.get(BROWSER, ""))[:60]
        return session
