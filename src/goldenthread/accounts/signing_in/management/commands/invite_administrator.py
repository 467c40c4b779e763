"""Who lets the first person in? Whoever runs the service, from its command line."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email
from django.forms import ValidationError
from django.urls import reverse

from goldenthread.accounts.places import NOWHERE
from goldenthread.accounts.roles import Role
from goldenthread.accounts.signing_in.invitations import queries
from goldenthread.accounts.signing_in.invitations.actions import Invited, invite, send_again
from goldenthread.accounts.signing_in.models import Invitation
from goldenthread.audit import clock
from goldenthread.audit.errors import NotPossibleNow
from goldenthread.audit.scope import Scope


class Command(BaseCommand):
    """`./gt manage invite_administrator EMAIL "NAME"`: someone who invites everyone else."""

    help = "Invites an administrator of people: the first person of a new service, who invites the others."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email", help="their e-mail address")
        parser.add_argument("name", help="their name, in quotation marks")
        parser.add_argument(
            "--again", action="store_true", help="send a new link where they have an invitation already"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        by = Scope.system("invited from the command line")
        try:
            validate_email(options["email"])
            if options["again"] and queries.looks_after_people(by, options["email"]):
                self.stdout.write(f"{options['email']} looks after people already.")
                return
            invitation = _invite(options, by)
        except ValidationError:
            raise CommandError(f"“{options['email']}” is no e-mail address.") from None
        except NotPossibleNow as problem:
            raise CommandError(str(problem)) from None
        self.stdout.write(
            f"Invited {invitation.name}. The letter went to {invitation.email}. "
            f"Or give them this address yourself; it works once, for a week:\n{invitation.link}"
        )


def _invite(options: dict[str, Any], by: Scope) -> Invitation:
    """A new invitation, or the open one with a new link where that is wanted."""
    address = f"{site()}{reverse('invitation')}"
    open_one = queries.open_invitation(by, options["email"], Role.ADMINISTRATOR) if options["again"] else None
    if open_one is not None:
        return send_again(open_one, address=address, by=by)
    who = Invited(options["email"], options["name"], Role.ADMINISTRATOR, NOWHERE, clock.today())
    return invite(who, address=address, by=by)


def site() -> str:
    """The address that people reach the service by."""
    host = next((host for host in settings.ALLOWED_HOSTS if host != "*"), "localhost:8000")
    return f"{'https' if settings.SESSION_COOKIE_SECURE else 'http'}://{host.lstrip('.')}"
