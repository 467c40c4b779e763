"""What the door keeps: the sessions in force, and how often something was tried."""

import hashlib

from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models


class SignedInSession(AbstractBaseSession):
    """One browser at this site. It knows whose it is, so that it can be shown to them and ended."""

    user_id = models.BigIntegerField(null=True, db_index=True)
    began_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    browser = models.CharField(max_length=60, blank=True)

    class Meta:
        db_table = "signing_in_session"

    @property
    def mark(self) -> str:
        """Names the session on a page. Its key itself would open it, and is shown nowhere."""
        return hashlib.sha256(self.session_key.encode()).hexdigest()[:32]


class Tally(models.Model):
    """How often one thing was tried by one source within one stretch of time."""

    key = models.CharField(max_length=64, primary_key=True)
    """A digest: neither an address nor a name can be read from it."""
    count = models.PositiveIntegerField()
    ends_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.count} until {self.ends_at}"
