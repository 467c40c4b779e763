"""A family's own record in plain words: who holds it, how it stands, what comes by when."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.urls import reverse

from goldenthread.casework.duties import Stage, stage_of
from goldenthread.casework.history import CaseHistory
from goldenthread.casework.models import Case
from goldenthread.casework.own_record.queries import OwnRecord
from goldenthread.casework.presenters.case import due_dates
from goldenthread.casework.presenters.clock import clock_of, how_it_ended
from goldenthread.people.models import Person
from goldenthread.ui.values import Link, Row
from goldenthread.ui.words import day

STANDS = {
    Stage.NOTHING: "Nothing has been recorded yet.",
    Stage.CONSIDERING: "The council is deciding whether to assess.",
    Stage.ASSESSING: "The council is finding out what is needed. It asks those who know for advice.",
    Stage.WRITING: "The council has agreed to a plan and is writing it.",
    Stage.DRAFT: "A draft plan was sent. You have at least 15 days to say what you think of it.",
    Stage.PLAN: "There is a plan.",
    Stage.REVIEW: "There is a plan. The council is deciding what to do after a review meeting.",
    Stage.NOT_ASSESSED: "The council decided not to assess.",
    Stage.NOT_ISSUED: "The council decided not to issue a plan.",
    Stage.WITHDRAWN: "The request was withdrawn.",
    Stage.CEASED: "The plan has ended.",
    Stage.ELSEWHERE: "This council no longer holds the record.",
}


def own_records_values(people: Sequence[Person]) -> dict[str, Any]:
    """Values for the first page of a family."""
    links = [Link(str(person), reverse("own-record", args=[person.pk])) for person in people]
    return {"title": "Your records", "links": links}


def own_record_values(found: OwnRecord, today: date, *, history: str) -> dict[str, Any]:
    """Values for the page of one record. `history`: where its history page is."""
    person = found.person
    return {
        "title": str(person),
        "above": Link("Your records", reverse("own-records")),
        "died": f"{person} died on {day(person.died_on)}. We will not send any more letters."
        if person.died_on
        else "",
        "cases": [_case(case, known, today) for case, known in found.cases],
        "history": history,
    }


def _case(case: Case, history: CaseHistory, today: date) -> dict[str, Any]:
    held = case.coordinator.name if case.coordinator else "Nobody yet. Ask the council who will."
    return {
        "reference": case.reference,
        "stands": STANDS[stage_of(history)],
        "ended": how_it_ended(history),
        "clock": clock_of(history, today),
        "rows": [
            Row("Who holds this", held),
            *([Row("Team", case.team.name)] if case.team else []),
        ],
        "due_dates": due_dates(history, today),
    }
