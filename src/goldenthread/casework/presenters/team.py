"""Who holds how much, and what a search found, in words."""

from datetime import date
from typing import Any

from django.urls import reverse

from goldenthread.audit.scope import Reach, Scope
from goldenthread.casework.duties import Stage
from goldenthread.casework.models import Case
from goldenthread.casework.presenters.wording import case_href, with_query
from goldenthread.casework.queries import Load
from goldenthread.ui.values import Cell, Column, Table
from goldenthread.ui.words import day, plural, short_weekday


def team_values(scope: Scope, found: list[Load], today: date) -> dict[str, Any]:
    """Values for the team page."""
    held, past = sum(load.open for load in found), sum(load.past for load in found)
    teams = len({load.team for load in found}) > 1
    columns = [
        Column("Held by"),
        *([Column("Team")] if teams else []),
        Column("Open", number=True),
        Column("Past a date in law", number=True),
        Column("Due in the next 7 days", number=True),
    ]
    return {
        "title": "Team",
        "says": f"{short_weekday(today)}. {plural(held, 'open record')}; {past:,} past a date in law.",
        "loads": Table(
            columns,
            [_load(scope, load, teams) for load in found],
            caption="Open records by who holds them, those with most past a date in law first",
            caption_shown=False,
        )
        if found
        else None,
    }


def _load(scope: Scope, load: Load, teams: bool) -> list[Cell | str | int | float | None]:
    name = load.coordinator or "Nobody yet"
    href = ""
    if load.coordinator_id is not None and scope.reach is Reach.TEAM:
        href = with_query(reverse("worklist"), coordinator=str(load.coordinator_id))
    team: list[Cell | str | int | float | None] = [load.team or "No team"] if teams else []
    return [Cell(name, href=href), *team, load.open, load.past, load.soon]


def found_table(found: list[Case]) -> Table | None:
    """The cases that a search found."""
    if not found:
        return None
    return Table(
        [
            Column("Child or young person"),
            Column("Record"),
            Column("Born"),
            Column("Where it stands"),
            Column("Held by"),
        ],
        [
            [
                Cell(str(case.person), href=case_href(case)),
                case.reference,
                day(case.person.birth_date) if case.person.birth_date else None,
                Stage[case.standing.stage.upper()].value.capitalize(),
                case.coordinator.name if case.coordinator else "Nobody yet",
            ]
            for case in found
        ],
        caption="Records found, by name",
        caption_shown=False,
        missing="not known",
    )
