"""How often did one source try one thing? Counted in the database, so that all processes count together.

One statement counts and answers, so that no two at once can both be the last that was allowed.
"""

import hashlib
import hmac
from datetime import datetime, timedelta

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.db import connection
from django.http import HttpRequest
from django.utils import timezone

COUNT = """
    INSERT INTO signing_in_tally AS tally (key, count, ends_at) VALUES (%(key)s, 1, %(ends_at)s)
    ON CONFLICT (key) DO UPDATE SET
        count = CASE WHEN tally.ends_at <= %(now)s THEN 1 ELSE tally.count + 1 END,
        ends_at = CASE WHEN tally.ends_at <= %(now)s THEN %(ends_at)s ELSE tally.ends_at END
    RETURNING count
"""


def who_asks(request: HttpRequest) -> str:
    """The person signed in, else the address: never kept, only a digest of it is counted by."""
    if settings.SESSION_COOKIE_NAME in request.COOKIES:
        person = request.session.get(SESSION_KEY)
        if person:
            return f"person {person}"
    return f"address {get_adapter().get_client_ip(request)}"


def count(what: str, who: str, seconds: int) -> int:
    """Counts one more try, and says how many there were within these seconds."""
    now = timezone.now()
    values: dict[str, str | datetime] = {
        "key": key_of(what, who),
        "now": now,
        "ends_at": now + timedelta(seconds=seconds),
    }
    with connection.cursor() as cursor:
        cursor.execute(COUNT, values)
        return int(cursor.fetchone()[0])


def key_of(what: str, who: str) -> str:
    """A keyed digest: addresses are few enough to be tried out, were it without a key."""
    return hmac.new(settings.SECRET_KEY.encode(), f"{what}\0{who}".encode(), hashlib.sha256).hexdigest()
