"""Letting a visitor be one of the invented people."""

from django.contrib.auth import login
from django.db import transaction
from django.http import HttpRequest

from goldenthread.accounts.models import User
from goldenthread.audit.actions import record
from goldenthread.audit.scope import Scope

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@transaction.atomic
def sign_in_as_example(request: HttpRequest, user: User, *, by: Scope) -> None:
    """Lets someone be one of the demonstration's invented people."""
    login(request, user, backend=BACKEND)
    record("signed in", user, by=by, details={"way": "chosen in the demonstration"})
