"""Plans, promises and the work on them in words."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.urls import reverse

from goldenthread.improvement.judging.values import FiveTests
from goldenthread.improvement.models import Action, MilestoneEntry, Plan, Promise
from goldenthread.improvement.presenters.five import results
from goldenthread.improvement.queries.plans import (
    ActionWork,
    CountedPlan,
    PlanPage,
    PromiseWork,
    StandingMilestone,
)
from goldenthread.ui.fields import start_upper
from goldenthread.ui.values import Cell, Column, Entry, Link, Row, Table
from goldenthread.ui.words import day, listed, moment, plural, thousands

EXAMPLE = "Example: invented for the demonstration."
Cells = list[Cell | str | int | float | None]


def plans_table(plans: list[CountedPlan]) -> Table:
    """Every plan and how large it is."""
    columns = [Column("Plan"), Column("Runs"), Column("Takes over from"), Column("Promises", number=True)]
    columns.append(Column("Actions", number=True))
    rows: list[Cells] = [
        [
            Cell(
                each.plan.title, href=reverse("plan", args=[each.plan.pk]), note=each.plan.get_kind_display()
            ),
            runs(each.plan),
            each.plan.follows.title if each.plan.follows else None,
            each.promises,
            each.actions,
        ]
        for each in plans
    ]
    return Table(columns, rows, "Plans", missing="none")


def runs(plan: Plan) -> str:
    return f"{day(plan.starts_on)} to {day(plan.ends_on)}" if plan.ends_on else f"From {day(plan.starts_on)}"


def plan_values(
    page: PlanPage, five: Mapping[int, FiveTests], today: date, *, may_keep: bool
) -> dict[str, Any]:
    """What the page of a plan shows: its promises by theme."""
    plan = page.plan
    return {
        "title": plan.title,
        "example": EXAMPLE if plan.is_example else "",
        "facts": _plan_facts(page),
        "themes": [
            {
                "title": theme.title,
                "promises": [_promise(work, five[work.row.pk], today) for work in works],
                "add": Link("Make a promise", reverse("make-promise", args=[theme.pk]), theme.title)
                if may_keep
                else None,
            }
            for theme, works in page.themes
        ],
        "above": Link("Plans", reverse("plans")),
        "links": _plan_links(plan, may_keep=may_keep),
    }


def _plan_links(plan: Plan, *, may_keep: bool) -> list[Link]:
    export = [
        Link("Download as Excel", reverse("plan-file", args=[plan.pk, "xlsx"])),
        Link("Download as CSV", reverse("plan-file", args=[plan.pk, "csv"])),
    ]
    if not may_keep:
        return export
    return [
        Link("Add a theme", reverse("add-theme", args=[plan.pk])),
        Link("Bring a spreadsheet", reverse("bring-plan-file", args=[plan.pk])),
        *export,
    ]


def _plan_facts(page: PlanPage) -> list[Row]:
    facts = [Row("What it is", start_upper(page.plan.get_kind_display())), Row("Runs", runs(page.plan))]
    before = page.plan.follows
    if before is not None:
        facts.append(Row("Takes over from", "", link=Link(before.title, reverse("plan", args=[before.pk]))))
    facts += [
        Row("Taken over by", "", link=Link(after.title, reverse("plan", args=[after.pk])))
        for after in page.followed_by
    ]
    return facts


def _promise(work: PromiseWork, five: FiveTests, today: date) -> dict[str, Any]:
    row = work.row
    whose = who(row.accountable_role, row.accountable.name)
    return {
        "title": str(row),
        "href": reverse("promise", args=[row.pk]),
        "about": f"{whose}. Milestones: {milestones_in_words(work, today)}",
        "five": results(five),
    }


def who(role: str, body: str) -> str:
    return f"{start_upper(role)}, {body}" if role else body


def milestones_in_words(work: PromiseWork, today: date) -> str:
    """3 of 5 met. 1 overdue. 2 moved since they were promised."""
    all_ = work.milestones
    if not all_:
        return "None promised"
    met = sum(each.standing.met_on is not None for each in all_)
    moved = sum(each.standing.times_moved > 0 for each in all_)
    says = [f"{met} of {len(all_)} met."]
    if overdue := len(work.overdue(today)):
        says.append(f"{overdue} overdue.")
    if moved:
        says.append(f"{moved} moved since first promised.")
    return " ".join(says)


def promise_values(work: PromiseWork, today: date, *, may_keep: bool) -> dict[str, Any]:
    """What the page of a promise shows of the work on it."""
    row = work.row
    facts = [
        Row("Who answers for it", who(row.accountable_role, row.accountable.name)),
        Row("Plan", f"{row.theme.plan}, {row.theme}"),
        Row("Milestones", milestones_in_words(work, today)),
    ]
    if row.closed_on:
        facts.append(Row("Closed", day(row.closed_on), note=row.closed_because))
    return {
        "title": row.words,
        "caption": row.code,
        "example": EXAMPLE if row.is_example else "",
        "facts": facts,
        "answers": _answers(row),
        "actions": [_action(each, today) for each in work.actions],
        "risks": _risks_table(work, may_keep=may_keep),
        "above": Link(row.theme.plan.title, reverse("plan", args=[row.theme.plan_id])),
        "links": _promise_links(row) if may_keep else [],
    }


def _promise_links(row: Promise) -> list[Link]:
    if row.closed_on:
        return [Link("Open it again", reverse("reopen-promise", args=[row.pk]))]
    return [
        Link("Add an action", reverse("add-action", args=[row.pk])),
        Link("Name a risk", reverse("add-risk", args=[row.pk])),
        Link("Change the promise", reverse("reword-promise", args=[row.pk])),
        Link("Close it", reverse("close-promise", args=[row.pk])),
    ]


def _answers(row: Promise) -> Table | None:
    points = list(row.answers.all())
    if not points:
        return None
    rows: list[Cells] = [
        [Cell(str(point), href=reverse("point", args=[point.pk])), str(point.origin)] for point in points
    ]
    return Table([Column("What it answers"), Column("Document")], rows, "What it answers")


def _action(work: ActionWork, today: date) -> dict[str, Any]:
    row = work.row
    done_by = who(row.responsible_role, row.responsible.name) if row.responsible else row.responsible_role
    return {
        "title": str(row),
        "href": reverse("action", args=[row.pk]),
        "who": who(row.accountable_role, row.accountable.name),
        "by": done_by,
        "stopped": f"Ended on {day(row.stopped_on)}. {row.stopped_because}" if row.stopped_on else "",
        "milestones": milestones_table(work, today) if work.milestones else None,
    }


def milestones_table(work: ActionWork, today: date) -> Table:
    """Milestones with the day first promised, the day planned now, and when they were met."""
    rows: list[Cells] = []
    for each in work.milestones:
        standing = each.standing
        overdue = standing.is_overdue(today)
        rows.append(
            [
                Cell(each.row.title, href=reverse("milestone", args=[each.row.pk])),
                day(standing.first_promised_on),
                Cell(day(standing.due_on), note=moved_in_words(each))
                if standing.times_moved
                else "As promised",
                Cell(chip="Overdue", alarming=True) if overdue else _met(each),
            ]
        )
    columns = [Column("Milestone"), Column("First promised for"), Column("Planned now"), Column("Met")]
    return Table(columns, rows, f"Milestones of {work.row.code}", caption_shown=False, missing="not yet")


def _met(each: StandingMilestone) -> str | None:
    return day(each.standing.met_on) if each.standing.met_on else None


def moved_in_words(each: StandingMilestone) -> str:
    """Moved twice, 90 days later than first promised."""
    standing = each.standing
    times = {1: "once", 2: "twice"}.get(standing.times_moved, f"{standing.times_moved} times")
    if standing.days_moved == 0:
        return f"Moved {times}, back to the first day"
    way = "later" if standing.days_moved > 0 else "earlier"
    return f"Moved {times}, {plural(abs(standing.days_moved), 'day')} {way} than first promised"


def _risks_table(work: PromiseWork, *, may_keep: bool) -> Table | None:
    if not work.risks:
        return None
    columns = [
        Column("Risk"),
        Column("Likelihood × impact", number=True),
        Column("What is done"),
        Column("Whose"),
    ]
    if may_keep:
        columns.append(Column("Over?"))
    rows: list[Cells] = []
    for risk in work.risks:
        row: Cells = [risk.words, risk.score, risk.response, who(risk.owner_role, risk.owner.name)]
        if may_keep:
            row.append(Cell("Close", href=reverse("close-risk", args=[risk.pk])))
        rows.append(row)
    return Table(columns, rows, "Risks, the gravest first")


def action_values(work: ActionWork, today: date, *, may_keep: bool) -> dict[str, Any]:
    """What the page of an action shows."""
    row = work.row
    facts = [Row("Who answers for it", who(row.accountable_role, row.accountable.name))]
    if row.responsible or row.responsible_role:
        body = row.responsible.name if row.responsible else ""
        facts.append(Row("Who does it", who(row.responsible_role, body).rstrip(", ")))
    if row.starts_on:
        facts.append(Row("Starts", day(row.starts_on)))
    if row.cost_in_pounds is not None:
        facts.append(Row("Costs", f"£{thousands(row.cost_in_pounds)}", note=row.funder))
    if needs := list(row.needs.all()):
        facts.append(Row("Comes after", listed([one.code for one in needs])))
    if row.follows is not None:
        before = row.follows
        link = Link(f"{before.code} of {before.promise.theme.plan}", reverse("action", args=[before.pk]))
        facts.append(Row("Was before", "", link=link))
    return {
        "title": row.title,
        "caption": row.code,
        "facts": facts,
        "stopped": f"Ended on {day(row.stopped_on)}. {row.stopped_because}" if row.stopped_on else "",
        "milestones": milestones_table(work, today) if work.milestones else None,
        "above": Link(f"Promise {row.promise.code}", reverse("promise", args=[row.promise_id])),
        "links": _action_links(row) if may_keep and not row.stopped_on else [],
    }


def _action_links(row: Action) -> list[Link]:
    return [
        Link("Promise a milestone", reverse("add-milestone", args=[row.pk])),
        Link("Say what comes first", reverse("action-needs", args=[row.pk])),
        Link("Move it to another plan", reverse("move-action", args=[row.pk])),
        Link("Stop it", reverse("stop-action", args=[row.pk])),
    ]


def milestone_values(each: StandingMilestone, today: date, *, may_keep: bool) -> dict[str, Any]:
    """What the page of a milestone shows: all that was said of it, newest first."""
    row, standing = each.row, each.standing
    facts = [Row("First promised for", day(standing.first_promised_on))]
    if standing.times_moved:
        facts.append(Row("Planned now", day(standing.due_on), note=moved_in_words(each)))
    facts.append(Row("Met", day(standing.met_on) if standing.met_on else "Not yet"))
    late = standing.days_late(today)
    if late:
        facts.append(Row("Against the first promise", f"{plural(late, 'day')} late"))
    links = []
    if may_keep and standing.met_on:
        links = [Link("It was not met after all", reverse("unmeet-milestone", args=[row.pk]))]
    elif may_keep:
        links = [
            Link("It was met", reverse("meet-milestone", args=[row.pk])),
            Link("Plan it for another day", reverse("replan-milestone", args=[row.pk])),
        ]
    return {
        "title": row.title,
        "caption": f"Milestone of {row.action.code}",
        "facts": facts,
        "line": [_entry(entry) for entry in reversed(each.entries)],
        "above": Link(row.action.title, reverse("action", args=[row.action_id])),
        "links": links,
    }


def _entry(entry: MilestoneEntry) -> Entry:
    return Entry(
        what=start_upper(entry.get_kind_display()),
        when=day(entry.on),
        because=entry.because,
        recorded=f"Recorded by {entry.by_name} on {moment(entry.recorded_at)}.",
    )
