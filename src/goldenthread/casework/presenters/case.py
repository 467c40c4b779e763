"""One child's case in words: how it stands, what next, the dates with their law, and the people."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse

from goldenthread.accounts.roles import Permission
from goldenthread.audit.scope import Scope
from goldenthread.casework.duties import Duty, DutyKind, duties_of, final_plan_clock, stage_of
from goldenthread.casework.history import CaseHistory
from goldenthread.casework.next_act import NextAct, next_act
from goldenthread.casework.permissions import can_record
from goldenthread.casework.presenters.clock import RUNNING, clock_of, how_it_ended
from goldenthread.casework.presenters.thread import thread
from goldenthread.casework.presenters.wording import (
    DUTIES,
    act_href,
    age,
    declared_in,
    how_long,
    law_tie,
    limit_of,
    lower_first,
)
from goldenthread.casework.queries import CasePage
from goldenthread.people.models import Person
from goldenthread.sen2.years.codes import NEED_2025
from goldenthread.ui.values import Breach, DueDate, Link, Row
from goldenthread.ui.words import day, listed, short_weekday, weekday


def case_values(scope: Scope, page: CasePage, today: date, said: str) -> dict[str, Any]:
    """Values for the page of a case. `said`: what was just recorded, or nothing."""
    case, history = page.case, page.history
    may_record = can_record(scope, case)
    clock = clock_of(history, today)
    return {
        "name": str(case.person),
        "caption": " · ".join(filter(None, [case.reference, born(case.person, today)])),
        "above": Link("Back to the list", reverse("worklist")),
        "stands": "" if clock else how_it_ended(history),
        "clocks": [clock] if clock else [],
        "said": said,
        "died": f"{case.person} died on {day(case.person.died_on)}. Nothing more is sent."
        if case.person.died_on
        else "",
        "declared": _declared(page),
        "next": _next(page, next_act(history, today), may_record),
        "thread_title": f"{case.person.forename or 'The child'}’s thread",
        "entries": thread(page, today, may_record=may_record),
        "due_dates": due_dates(history, today),
        "people": _people(page),
        "declares": _declares(page),
        "links": _links(scope, page),
    }


def born(person: Person, today: date) -> str:
    """born 3 May 2019, age 7"""
    if person.birth_date is None:
        return ""
    return f"born {day(person.birth_date)}, {age(person, today)}"


def _declared(page: CasePage) -> dict[str, str] | None:
    """The banner of a case that a return speaks of."""
    if not page.history.declarations:
        return None
    newest = page.returns[page.history.declarations[-1].return_id]
    return {
        "fact": f"{declared_in(newest)}.",
        "more": "A return is a snapshot: it leaves out many steps. What is recorded here wins over it.",
    }


def _next(page: CasePage, coming: NextAct | None, may_record: bool) -> dict[str, Any]:
    reference = page.case.reference
    other = Link("Record something else that happened", reverse("record", args=[reference]))
    if coming is None:
        why = "No step that is known here waits for us."
        return {"title": "Nothing is next", "why": why, "act": None, "other": other if may_record else None}
    when = f", from {weekday(coming.not_before)}" if coming.not_before else ""
    return {
        "title": f"Next: {lower_first(coming.act.does)}{when}",
        "why": coming.why,
        "act": Link(coming.act.title, act_href(page.case, coming.act)) if may_record else None,
        "other": other if may_record else None,
    }


def due_dates(history: CaseHistory, today: date) -> list[DueDate]:
    """Each date in law that runs, the nearest first, and the final plan's while the clock runs."""
    duties = sorted(duties_of(history), key=lambda duty: duty.deadline.due_on)
    dates = [_due(duty, today) for duty in duties]
    final = final_plan_clock(history)
    named = {duty.kind for duty in duties}
    if final is not None and stage_of(history) in RUNNING and DutyKind.SEND_FINAL_PLAN not in named:
        dates.append(_due(Duty(DutyKind.SEND_FINAL_PLAN, final), today))
    coming = next_act(history, today)
    if coming is not None and coming.not_before is not None:
        earliest = short_weekday(coming.not_before)
        dates.append(
            DueDate(f"Earliest day to {lower_first(coming.act.does)}", earliest, law_tie(coming.source))
        )
    return dates


def _due(duty: Duty, today: date) -> DueDate:
    """A refusal that is too late breaks nothing by itself: the plan may still be in time."""
    due_on = duty.deadline.due_on
    name = DUTIES[duty.kind]
    late = None
    note = ""
    if due_on < today:
        if duty.kind is DutyKind.DECIDE_WHETHER_TO_ISSUE:
            note = "A refusal would now be late"
        else:
            late = Breach(f"{how_long((today - due_on).days)} past {limit_of(duty)}")
    return DueDate(name, short_weekday(due_on), law_tie(duty.deadline.because), note, late)


def _people(page: CasePage) -> list[Row]:
    case = page.case
    coordinator = case.coordinator.name if case.coordinator else "Nobody yet"
    return [
        Row("Coordinator", coordinator),
        *([Row("Team", case.team.name)] if case.team else []),
        *([Row("Plan names", listed(page.settings))] if page.settings else []),
    ]


def _declares(page: CasePage) -> list[Row]:
    """What the newest return says besides steps: needs, the plan's start, the last review letter."""
    if not page.history.declarations:
        return []
    payload = page.entries[page.history.declarations[-1].entry_id].said
    needs = sorted(payload.get("needs", ()), key=lambda need: need.get("rank") or 0)
    plan, active = payload.get("named_plan") or {}, payload.get("active_plan") or {}
    rows = [
        Row(
            "Needs",
            _needs(NEED_2025.codes.get(need["need"], need["need"]) for need in needs if need.get("need")),
        ),
        Row("Plan started", _iso(plan.get("started_on"))),
        Row("Review meeting", _iso(active.get("review_meeting_on"))),
        Row("Decision after a review sent", _iso(active.get("last_review_on"))),
    ]
    return [row for row in rows if row.text]


def _needs(words: Iterable[str]) -> str:
    needs = listed(words)
    return f"{needs[:1].upper()}{needs[1:]}"


def _iso(value: str | None) -> str:
    return day(date.fromisoformat(value)) if value else ""


def _links(scope: Scope, page: CasePage) -> list[Link]:
    reference = page.case.reference
    found = [Link(f"Every entry on this record ({len(page.entries)})", reverse("entries", args=[reference]))]
    found.append(Link("Who they are, and who said so", reverse("details", args=[reference])))
    found.append(Link("Documents", reverse("documents", args=[reference])))
    if scope.may(Permission.SEE_FAMILY):
        found.append(Link("Family and who decides", reverse("family", args=[reference])))
    if scope.may(Permission.SEE_HISTORY):
        found.append(
            Link("Who has seen and changed this record", reverse("record-history", args=[reference]))
        )
    if scope.may(Permission.ALLOCATE_CASES):
        found.append(Link("Give this record to someone else", reverse("allocate", args=[reference])))
    return found
