"""Peoples a scratch area: the demonstration's staff, and a few made-up children with a request each."""

from datetime import date, timedelta

from django.db import connection

from goldenthread.accounts.models import User
from goldenthread.accounts.roles import Role
from goldenthread.audit import clock
from goldenthread.audit.scope import Scope
from goldenthread.casework.actions import receive_request_about
from goldenthread.config.drills.drill import Progress
from goldenthread.demo import people
from goldenthread.demo.queries import personas
from goldenthread.people.matching import Claim

FORENAMES = ("Ash", "Bryn", "Cleo", "Dara", "Ellis", "Fay", "Gil", "Hope")
SURNAMES = ("Fairweather", "Greenhalgh", "Holloway", "Inkpen", "Juniper", "Kettle")
BORN = date(2015, 9, 1)


def add_people(children: int, progress: Progress) -> None:
    """Add everyone who works in the demonstration, and `children`, held by its coordinators in turn."""
    progress(f"inventing {children} children")
    people.add_people(Scope.system("a drill is set up"))
    holders = [Scope.of(user) for user in User.objects.filter(pk__in=coordinators())]
    received = clock.today() - timedelta(days=60)
    for number in range(children):
        claim = Claim(
            surname=f"{SURNAMES[number % len(SURNAMES)]}-{number}",
            forename=FORENAMES[number % len(FORENAMES)],
            birth_date=BORN + timedelta(days=number),
            numbers=(),
        )
        by = holders[number % len(holders)]
        receive_request_about(claim, received_on=received - timedelta(days=number % 30), by=by)
    connection.close()


def coordinators() -> list[int]:
    """The numbers of the coordinators that a visitor may choose to be."""
    return [persona.id for persona in personas() if persona.role == Role.COORDINATOR]
