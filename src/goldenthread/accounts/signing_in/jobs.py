"""Clearing away at night what has ended: sessions, counts, and what the shared cache no longer needs."""

from django.db import connection
from django.utils import timezone
from procrastinate.contrib.django import app

from goldenthread.accounts.signing_in.models import SignedInSession, Tally


@app.periodic(cron="50 2 * * *")
@app.task(name="signing_in.clear_away", queue="signing_in", lock="signing_in.clear_away")
def clear_away_at_night(timestamp: int) -> None:
    """What has ended goes; whom it was of is not told by anything that stays."""
    clear_away()


def clear_away() -> None:
    now = timezone.now()
    SignedInSession.objects.filter(expire_date__lt=now).delete()
    Tally.objects.filter(ends_at__lt=now).delete()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM signing_in_cache WHERE expires < %s", [now])
