"""The worklist in words: who, why, by which law, and what next."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from goldenthread.accounts.models import User
from goldenthread.accounts.roles import Permission
from goldenthread.audit.scope import Reach, Scope
from goldenthread.casework.duties import Duty, DutyKind, duties_of, final_plan_clock, stage_of
from goldenthread.casework.history import CaseHistory
from goldenthread.casework.next_act import next_act, waiting_for
from goldenthread.casework.presenters.wording import (
    DECISIONS,
    DUTIES,
    act_href,
    age,
    case_href,
    how_long,
    law_tie,
    limit_of,
    lower_first,
    with_query,
)
from goldenthread.casework.queries import Filters, Group, Place, Row, When, Worklist
from goldenthread.casework.queries.worklist import CEILING, ON_A_PAGE
from goldenthread.rules.law import Source
from goldenthread.rules.lifecycle import Step
from goldenthread.rules.lifecycle.invariants import ADVISERS
from goldenthread.ui.values import Filter, Link, Option, WorkGroup, WorkRow
from goldenthread.ui.words import listed, plural, short_weekday, short_weekday_and_month, weekday

TITLES = {
    When.PAST: "Past a date in law",
    When.SOON: "Due in the next 7 days",
    When.LATER: "Due later",
    When.NO_DATE: "Open, with no date in law that is known here",
}


def worklist_page(
    scope: Scope, found: Worklist, filters: Filters, coordinators: list[User]
) -> dict[str, Any]:
    """Values for the worklist."""
    return {
        "title": "My work" if scope.reach is Reach.CASELOAD else "Work",
        "held": f"{weekday(found.today)}. {_how_it_stands(found)}",
        "todays_five": [],
        "groups": [_group(scope, group, filters, found.today) for group in found.groups],
        "filters": _filters(filters, coordinators),
    }


def group_page(scope: Scope, group: Group, filters: Filters, today: date, when: When) -> dict[str, Any]:
    """Values for a page that goes through one group."""
    rows = [_row(scope, row, today) for row in group.rows]
    others = _others(group.next_place, filters, when, f"Show the next {ON_A_PAGE}")
    return {
        "title": TITLES[when],
        "above": Link("My work" if scope.reach is Reach.CASELOAD else "Work", reverse("worklist")),
        "group": WorkGroup("In due order" if when is not When.NO_DATE else "By case", rows, others=others),
    }


def _how_it_stands(found: Worklist) -> str:
    past, soon = found.count(When.PAST), found.count(When.SOON)
    if not past and not soon:
        return "Nobody waits past a date in law, and nothing is due in the next 7 days."
    return f"{_children(past)} past a date in law; {lower_first(_children(soon))} due in the next 7 days."


def _children(count: int) -> str:
    """Nobody is; 1 child is; 12 children are; more than 50 children are"""
    if count == 0:
        return "Nobody is"
    return f"{_counted(count)} {'is' if count == 1 else 'are'}"


def _counted(count: int) -> str:
    if count > CEILING:
        return f"More than {CEILING} children"
    return plural(count, "child", "children")


def _group(scope: Scope, group: Group, filters: Filters, today: date) -> WorkGroup:
    rows = [_row(scope, row, today) for row in group.rows]
    note = _counted(group.count) if group.count is not None else ""
    others = _others(group.next_place, filters, group.when, _show_the_others(group))
    return WorkGroup(TITLES[group.when], rows, note=note, others=others, id=group.when.value)


def _show_the_others(group: Group) -> str:
    named = {
        When.PAST: "past a date",
        When.SOON: "due in the next 7 days",
        When.LATER: "due later",
        When.NO_DATE: "with no date",
    }[group.when]
    if group.count is None or group.more_than_counted:
        return f"Show all {named}"
    return f"Show the other {group.count - len(group.rows)} {named}"


def _others(place: Place | None, filters: Filters, when: When, words: str) -> Link | None:
    """The way to the rest of a group; from the worklist it starts after the rows shown."""
    if place is None:
        return None
    after = f"{place.due_on or ''}.{place.case_id}"
    href = with_query(
        reverse("worklist-group", args=[when.value]),
        duty=filters.duty,
        coordinator=str(filters.coordinator_id or ""),
        after=after,
    )
    return Link(words, href)


def _filters(filters: Filters, coordinators: list[User]) -> list[Filter]:
    duties = [Option("", "Every step")] + [
        Option(kind.value, words, chosen=kind.value == filters.duty) for kind, words in DUTIES.items()
    ]
    found = [Filter("duty", "Step", duties)]
    if coordinators:
        people = [Option("", "Everyone")] + [
            Option(str(one.pk), one.name, chosen=one.pk == filters.coordinator_id) for one in coordinators
        ]
        found.append(Filter("coordinator", "Held by", people))
    return found


def _row(scope: Scope, row: Row, today: date) -> WorkRow:
    case, history = row.case, row.history
    duties = duties_of(history)
    duty = min(duties, key=lambda one: one.deadline.due_on) if duties else None
    coming = next_act(history, today)
    about = [case.reference, age(case.person, today)]
    if scope.reach is not Reach.CASELOAD:
        about.append(case.coordinator.name if case.coordinator else "held by nobody")
    reason = why(history, duty, today)
    link = None
    if coming is not None:
        may_record = scope.may(Permission.RECORD_ON_CASES)
        link = Link(coming.act.does, act_href(case, coming.act) if may_record else case_href(case))
    return WorkRow(
        name=str(case.person),
        href=case_href(case),
        about=" · ".join(filter(None, about)),
        fact=reason.fact,
        more=reason.more,
        breach=reason.breach,
        ties=[law_tie(reason.source)] if reason.source else [],
        next_step=link,
        next_more=_not_before(coming.not_before) if coming and coming.not_before else "",
    )


def _not_before(day: date) -> str:
    return f"From {short_weekday_and_month(day)}, when the family’s time for views has ended"


@dataclass(frozen=True, slots=True)
class Why:
    """Why a child is on the list: the fact in bold, the rest of the sentence, and where it is written."""

    fact: str
    more: str = ""
    breach: bool = False
    source: Source | None = None


def why(history: CaseHistory, duty: Duty | None, today: date) -> Why:
    """What is due, or how long past its limit it is."""
    if duty is None:
        stage = stage_of(history).value
        return Why(f"{stage[:1].upper()}{stage[1:]}.")
    deadline = duty.deadline
    if deadline.due_on >= today:
        return Why(*_ahead(duty), source=deadline.because)
    if duty.kind is DutyKind.DECIDE_WHETHER_TO_ISSUE:
        return _past_sixteen_weeks(history, duty, today)
    late = f"{how_long((today - deadline.due_on).days)} past"
    return Why(late, f"{limit_of(duty)} {_purpose(duty)}. {_state(history)}", True, deadline.because)


def _ahead(duty: Duty) -> tuple[str, str]:
    due = short_weekday(duty.deadline.due_on)
    match duty.kind:
        case DutyKind.DECIDE_WHETHER_TO_ASSESS:
            return f"Decide by {due}", "whether to assess."
        case DutyKind.TELL_OF_DECISION:
            return f"Tell the family by {due}", f"of the decision {_decision(duty)}."
        case DutyKind.DECIDE_WHETHER_TO_ISSUE:
            return f"Decide by {due}", "whether to issue a plan: that is the last day to say no in time."
        case DutyKind.SEND_FINAL_PLAN:
            return f"Send the final plan by {due}.", ""
        case DutyKind.DECIDE_AFTER_REVIEW:
            return f"Decide by {due}", "whether to keep, amend or cease the plan."


def _past_sixteen_weeks(history: CaseHistory, duty: Duty, today: date) -> Why:
    """A plan may still be in time when it is too late to say no: only the 20 weeks are broken by waiting."""
    final = final_plan_clock(history)
    if final is not None and final.due_on < today:
        late = how_long((today - final.due_on).days)
        undecided = "It is not yet decided whether to issue one."
        return Why(
            f"{late} past", f"the {final.limit} to send the final plan. {undecided}", True, final.because
        )
    ended = short_weekday(duty.deadline.due_on)
    plan = f"The final plan is due by {short_weekday(final.due_on)}." if final else ""
    more = f"It is not yet decided. {plan}".strip()
    return Why(f"Too late to say no in time since {ended}.", more, source=duty.deadline.because)


def _purpose(duty: Duty) -> str:
    return {
        DutyKind.DECIDE_WHETHER_TO_ASSESS: "to decide whether to assess",
        DutyKind.TELL_OF_DECISION: f"to tell the family of the decision {_decision(duty)}",
        DutyKind.SEND_FINAL_PLAN: "to send the final plan",
        DutyKind.DECIDE_AFTER_REVIEW: "to decide after the review meeting",
    }[duty.kind]


def _decision(duty: Duty) -> str:
    return DECISIONS.get(duty.about, "") if duty.about else ""


def _state(history: CaseHistory) -> str:
    """One thing that says where it stands: who is waited for, or the last thing sent or held."""
    waiting = waiting_for(history)
    if waiting and history.last(Step.DECIDED_TO_ISSUE, Step.DRAFT_SENT) is None:
        return f"Waits for advice from {listed(ADVISERS[adviser] for adviser in waiting)}."
    for step, words in (
        (Step.DRAFT_SENT, "The draft was sent on"),
        (Step.DECIDED_TO_ISSUE, "A plan was agreed on"),
        (Step.REVIEW_MEETING_HELD, "The meeting was held on"),
        (Step.REQUEST_RECEIVED, "The request came on"),
    ):
        fact = history.last(step)
        if fact is not None and fact.day_is_known:
            return f"{words} {short_weekday(fact.day)}."
    return ""
