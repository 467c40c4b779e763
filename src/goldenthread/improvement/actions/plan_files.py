"""Bringing a plan as a spreadsheet: what is new is added, what is there stays, all of it or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import transaction

from goldenthread.accounts.roles import Permission
from goldenthread.audit.actions import record
from goldenthread.audit.scope import Scope
from goldenthread.documents.spreadsheets import Problem, day_of
from goldenthread.documents.spreadsheets import Row as PlanRow
from goldenthread.improvement.actions.plans import PromiseDetails, add_theme, make_promise
from goldenthread.improvement.actions.work import ActionDetails, add_action, add_milestone
from goldenthread.improvement.models import Action, Plan, Promise, Theme
from goldenthread.improvement.plan_file import cost_of
from goldenthread.organisations.models import Organisation


@dataclass(frozen=True, slots=True)
class RowAnswer:
    """What came of a row: what was added, or that all of it was there."""

    row: int
    says: str


class PlanFileRefused(Exception):
    """Nothing of the file was taken; `problems` say why, row by row."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


@dataclass
class Known:
    """What the plan holds while the file is taken, by code or title."""

    bodies: dict[str, Organisation]
    themes: dict[str, Theme] = field(default_factory=dict)
    promises: dict[str, Promise] = field(default_factory=dict)
    actions: dict[str, Action] = field(default_factory=dict)
    milestones: set[tuple[str, str]] = field(default_factory=set)


@transaction.atomic
def bring_plan_file(plan: Plan, rows: Sequence[PlanRow], *, by: Scope) -> list[RowAnswer]:
    """Adds what a plan does not hold yet. Raises `PlanFileRefused`, with nothing changed.

    What a row says otherwise than the plan is refused: words and days are changed on their pages, where a
    reason is asked for.
    """
    by.require(Permission.KEEP_IMPROVEMENT)
    known = _known(plan)
    problems = [problem for row in rows for problem in _contradictions(row, known)]
    problems += _within(rows)
    if problems:
        raise PlanFileRefused(problems)
    answers = [RowAnswer(row.number, _take(plan, row, known, by)) for row in rows]
    record("brought a plan as a spreadsheet", plan, by=by, details={"rows": len(rows)})
    return answers


def _known(plan: Plan) -> Known:
    actions = Action.objects.filter(promise__theme__plan=plan).prefetch_related("milestones")
    by_code = {action.code: action for action in actions.select_related("promise")}
    return Known(
        bodies={body.name.casefold(): body for body in Organisation.objects.all()},
        themes={theme.title: theme for theme in plan.themes.all()},
        promises={
            promise.code: promise
            for promise in Promise.objects.filter(theme__plan=plan).select_related("theme")
        },
        actions=by_code,
        milestones={(code, one.title) for code, action in by_code.items() for one in action.milestones.all()},
    )


def _contradictions(row: PlanRow, known: Known) -> list[Problem]:
    found = []
    for column in ("promise_body", "accountable_body", "responsible_body"):
        if row[column] and row[column].casefold() not in known.bodies:
            says = f"“{row[column]}” is no body of this partnership."
            found.append(Problem(row.number, column, says, "Use its name as it stands here."))
    promise, action = known.promises.get(row["promise"]), known.actions.get(row["action"])
    if promise and (promise.words, promise.theme.title) != (row["promise_words"], row["theme"]):
        says = f"{promise.code} says something else in the plan, or stands under another theme."
        found.append(Problem(row.number, "promise_words", says, "Change it on its page, with a reason."))
    if action and (action.title, action.promise.code) != (row["action_title"], row["promise"]):
        says = f"{action.code} is something else in the plan, or serves another promise."
        found.append(Problem(row.number, "action_title", says, "Give it a number of its own."))
    return found


def _within(rows: Sequence[PlanRow]) -> list[Problem]:
    """Rows of one file that contradict each other."""
    found, said = [], dict[tuple[str, str], tuple[int, tuple[str, ...]]]()
    for row in rows:
        for column, columns in (
            ("promise", ("promise_words", "theme", "promise_role", "promise_body")),
            ("action", ("action_title", "promise", "accountable_role", "accountable_body")),
        ):
            if not row[column]:
                continue
            says = tuple(row[each] for each in columns)
            first, before = said.setdefault((column, row[column]), (row.number, says))
            if before != says:
                words = f"{row[column]} is described otherwise in row {first}."
                found.append(Problem(row.number, column, words, "Make both rows say the same."))
    return found


def _take(plan: Plan, row: PlanRow, known: Known, by: Scope) -> str:
    """Adds what is new of one row; says what that was."""
    added = []
    if row["theme"] not in known.themes:
        known.themes[row["theme"]] = add_theme(plan, title=row["theme"], by=by)
        added.append("theme")
    if row["promise"] not in known.promises:
        theme = known.themes[row["theme"]]
        known.promises[row["promise"]] = make_promise(theme, _promise(row, known), by=by)
        added.append("promise")
    if row["action"] and row["action"] not in known.actions:
        promise = known.promises[row["promise"]]
        known.actions[row["action"]] = add_action(promise, _action(row, known), by=by)
        added.append("action")
    due_on = day_of(row["due_on"])
    if due_on is not None and (row["action"], row["milestone"]) not in known.milestones:
        add_milestone(known.actions[row["action"]], title=row["milestone"], promised_on=due_on, by=by)
        known.milestones.add((row["action"], row["milestone"]))
        added.append("milestone")
    return f"Added: {', '.join(added)}." if added else "All of it was there."


def _promise(row: PlanRow, known: Known) -> PromiseDetails:
    return PromiseDetails(
        code=row["promise"],
        words=row["promise_words"],
        accountable_role=row["promise_role"],
        accountable=known.bodies[row["promise_body"].casefold()],
    )


def _action(row: PlanRow, known: Known) -> ActionDetails:
    return ActionDetails(
        code=row["action"],
        title=row["action_title"],
        accountable_role=row["accountable_role"],
        accountable=known.bodies[row["accountable_body"].casefold()],
        responsible_role=row["responsible_role"],
        responsible=known.bodies.get(row["responsible_body"].casefold()),
        starts_on=day_of(row["starts_on"]),
        cost=cost_of(row),
        funder=row["funder"],
    )
