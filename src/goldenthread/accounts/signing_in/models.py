"""What the door keeps: the sessions in force, and how often something was tried."""

import hashlib

from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

from goldenthread.accounts.places import Place


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


class Invitation(models.Model):
    """A link by e-mail that lets one person in, once. Without a role: to set up anew how they sign in."""

    email = models.EmailField()
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=30, blank=True)
    team = models.ForeignKey("organisations.Team", null=True, on_delete=models.PROTECT)
    organisation = models.ForeignKey("organisations.Organisation", null=True, on_delete=models.PROTECT)
    setting = models.ForeignKey("organisations.Setting", null=True, on_delete=models.PROTECT)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    token_digest = models.CharField(max_length=64, unique=True)
    """Of the secret in the link; the secret itself is kept nowhere."""
    made_at = models.DateTimeField()
    made_by_id_number = models.BigIntegerField(null=True)
    made_by_name = models.CharField(max_length=200)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey("accounts.User", null=True, on_delete=models.PROTECT)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["email"], name="invitations_by_address")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(accepted_at__isnull=True, accepted_by__isnull=True)
                | models.Q(accepted_at__isnull=False, accepted_by__isnull=False),
                name="an_invitation_is_accepted_by_someone",
            ),
            models.CheckConstraint(
                condition=models.Q(accepted_at__isnull=True) | models.Q(withdrawn_at__isnull=True),
                name="an_invitation_ends_in_one_way",
            ),
        ]

    link: str = ""
    """Known only to whoever has just made it; kept nowhere."""

    def __str__(self) -> str:
        return f"{self.name}, {self.role}"

    @property
    def place(self) -> Place:
        return Place(self.team, self.organisation, self.setting)

    @property
    def is_answered(self) -> bool:
        return self.accepted_at is not None or self.withdrawn_at is not None
