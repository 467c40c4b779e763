"""What is written to people about their sign-in, and how it leaves: the one place that sends it."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.core.mail import send_mail
from django.db import transaction

from goldenthread.audit.errors import NotPossibleNow

logger = logging.getLogger(__name__)

END = "\n\nWas this not you? Tell whoever looks after accounts in your organisation today.\n\nGolden Thread\n"


@dataclass(frozen=True, slots=True)
class Letter:
    """Words with places for values, as in `{password_reset_url}`."""

    subject: str
    body: str

    def filled(self, values: Mapping[str, Any]) -> tuple[str, str]:
        return self.subject, self.body.format_map(values) + END


LETTERS = {
    "account/email/password_reset_key": Letter(
        "Set a new password",
        "You asked to set a new password for Golden Thread. Open this address within an hour:\n\n"
        "{password_reset_url}\n\nIt works once. You will still be asked for your passkey or code.",
    ),
    "account/email/unknown_account": Letter(
        "There is no account for this address",
        "Someone asked to set a new password for {email} at Golden Thread. Nobody is known here by that "
        "address. If it was you, try the address that your invitation came to.",
    ),
    "account/email/password_changed": Letter(
        "Your password was changed",
        "Your password for Golden Thread was changed. Other browsers were signed out.",
    ),
    "account/email/password_set": Letter(
        "You set a password", "You can now sign in to Golden Thread with a password and your second factor."
    ),
    "account/email/password_reset": Letter(
        "Your password was changed",
        "Your password for Golden Thread was changed. All browsers were signed out.",
    ),
    "mfa/email/totp_activated": Letter(
        "A code app was added", "A code app was added to your sign-in for Golden Thread."
    ),
    "mfa/email/totp_deactivated": Letter(
        "Your code app was removed", "The code app was removed from your sign-in for Golden Thread."
    ),
    "mfa/email/webauthn_added": Letter(
        "A passkey was added", "A passkey was added to your sign-in for Golden Thread."
    ),
    "mfa/email/webauthn_removed": Letter(
        "A passkey was removed", "A passkey was removed from your sign-in for Golden Thread."
    ),
    "mfa/email/recovery_codes_generated": Letter(
        "New recovery codes",
        "New recovery codes were made for your sign-in for Golden Thread. The old ones are void.",
    ),
    "new sign-in": Letter(
        "A new sign-in",
        "Someone signed in to Golden Thread as you, with {way}, in {browser}. You had not used it here.",
    ),
    "provider joined": Letter(
        "Your organisation’s sign-in was joined",
        "You can now sign in to Golden Thread with your organisation’s own sign-in.",
    ),
    "set up anew": Letter(
        "Set up how you sign in",
        "{inviter} lets you set up anew how you sign in to Golden Thread. What you signed in with before no "
        "longer works.\n\nOpen this address by {by_when}:\n\n{address}\n\nIt works once.",
    ),
    "invitation": Letter(
        "You are invited to Golden Thread",
        "{inviter} invites you to Golden Thread, the system for special educational needs and disabilities "
        "in your area, as {role}{place}.\n\nOpen this address by {by_when} and set up how you sign in:\n\n"
        "{address}\n\n"
        "It works once.",
    ),
}


SECRET = {"account/email/password_reset_key", "invitation", "set up anew"}
"""Letters whose link lets someone in: whoever asks for one is told when it could not be sent."""


def send(name: str, to: str, values: Mapping[str, Any]) -> None:
    """Sends the letter once the transaction that it belongs to is kept. An unknown name is an error."""
    subject, body = LETTERS[name].filled({**values, "email": to})
    transaction.on_commit(partial(_post, name, subject, body, to))


def _post(name: str, subject: str, body: str, to: str) -> None:
    try:
        send_mail(subject, body, None, [to])
    except OSError as problem:  # smtplib's errors are among them
        logger.warning("a letter about signing in could not be sent", extra={"letter": name})
        if name in SECRET:
            raise NotPossibleNow(
                "The e-mail could not be sent just now. Wait a few minutes, then send it again."
            ) from problem
