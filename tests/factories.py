"""One maker for each kind of row, giving only what the row cannot do without."""

from datetime import date
from itertools import count
from typing import Any

from goldenthread.accounts.models import User
from goldenthread.accounts.roles import Role
from goldenthread.audit import clock, journal
from goldenthread.audit.scope import Scope
from goldenthread.casework.models import Case, Return
from goldenthread.casework.references import next_numbers, reference
from goldenthread.organisations.models import Team
from goldenthread.people.models import Person

_numbers = count(1)


def team(name: str = "") -> Team:
    return Team.objects.create(name=name or f"Team {next(_numbers)}")


def user(role: Role = Role.COORDINATOR, *, name: str = "", of: Team | None = None) -> User:
    number = next(_numbers)
    made = User(
        email=f"person{number}@example.org",
        name=name or f"Person {number}",
        role=role,
        team=of,
        is_example=True,
    )
    made.set_unusable_password()
    made.save()
    return made


def scope(role: Role = Role.COORDINATOR, *, name: str = "", of: Team | None = None) -> Scope:
    return Scope.of(user(role, name=name, of=of))


def person(forename: str = "Maya", surname: str = "Denholm", **rest: Any) -> Person:
    rest.setdefault("birth_date", date(2019, 5, 3))
    return Person.objects.create(forename=forename, surname=surname, **rest)


def case(of: Person | None = None, *, coordinator: User | None = None, team: Team | None = None) -> Case:
    """A case without any entry."""
    number = next_numbers(1)[0]
    return Case.objects.create(
        pk=number,
        reference=reference(number),
        person=of or person(),
        coordinator=coordinator,
        team=team or (coordinator.team if coordinator else None),
    )


def loaded_return(census_day: date = date(2025, 1, 16)) -> Return:
    return Return.objects.create(
        file_name=f"sen2-{census_day.year}.xml",
        digest=f"{next(_numbers):064}",
        size=1,
        status=Return.Status.LOADED,
        area="935",
        year=census_day.year,
        census_day=census_day,
        brought_at=clock.now(),
        brought_by_name="An analyst",
    )


def kept(row: Any) -> Any:
    """A row of a journal, kept through its one door."""
    return journal.append(row)
