"""Adding people and letting them in."""

from django.contrib.auth import login, logout
from django.db import transaction
from django.http import HttpRequest

from goldenthread.accounts.models import User
from goldenthread.accounts.roles import Role
from goldenthread.audit.actions import record
from goldenthread.audit.scope import Scope
from goldenthread.organisations.models import Team


@transaction.atomic
def add_user(
    email: str, *, name: str, role: Role, team: Team | None = None, is_example: bool = False, by: Scope
) -> User:
    """Adds a person. Without a password: nobody can sign in with one until they have set it."""
    user = User(email=email, name=name, role=role, team=team, is_example=is_example)
    user.set_unusable_password()
    user.save()
    record("added a person", user, by=by, details={"role": role.value})
    return user


@transaction.atomic
def sign_in_as_example(request: HttpRequest, user: User, *, by: Scope) -> None:
    """Lets someone be one of the demonstration's invented people."""
    login(request, user, backend="django.contrib.auth.backends.ModelBackend")
    record("signed in", user, by=by)


@transaction.atomic
def sign_out(request: HttpRequest, *, by: Scope) -> None:
    if request.user.is_authenticated:
        record("signed out", request.user, by=by)
    logout(request)
