"""A plan as the rows of its spreadsheet, and what came of the rows of one that was brought."""

from collections.abc import Iterator, Sequence

from goldenthread.documents.spreadsheets import Problem
from goldenthread.improvement.actions.plan_files import RowAnswer
from goldenthread.improvement.queries.plans import ActionWork, PlanPage, PromiseWork
from goldenthread.ui.values import Cell, Column, Table


def rows_of(page: PlanPage) -> Iterator[list[str]]:
    """One row a milestone; an action without any, and a promise without any action, have a row too."""
    for theme, works in page.themes:
        for work in works:
            promise = [theme.title, *_promise(work)]
            if not work.actions:
                yield [*promise, *[""] * 11]
            for action in work.actions:
                yield from ([*promise, *_action(action), *milestone] for milestone in _milestones(action))


def _promise(work: PromiseWork) -> list[str]:
    row = work.row
    return [row.code, row.words, row.accountable_role, row.accountable.name]


def _action(work: ActionWork) -> list[str]:
    row = work.row
    return [
        row.code,
        row.title,
        row.accountable_role,
        row.accountable.name,
        row.responsible_role,
        row.responsible.name if row.responsible else "",
        row.starts_on.isoformat() if row.starts_on else "",
        "" if row.cost_in_pounds is None else str(row.cost_in_pounds),
        row.funder,
    ]


def _milestones(work: ActionWork) -> list[list[str]]:
    """The day first promised: what is planned now stands on the page, with its reason."""
    return [[each.row.title, each.standing.first_promised_on.isoformat()] for each in work.milestones] or [
        ["", ""]
    ]


def answers_table(answers: Sequence[RowAnswer]) -> Table:
    """What came of each row."""
    return Table(
        [Column("Row", number=True), Column("What came of it")],
        [[each.row, each.says] for each in answers],
        "Row by row",
    )


def problems_table(problems: Sequence[Problem]) -> Table:
    """What is wrong, row by row, and how to mend it."""
    return Table(
        [Column("Row"), Column("Column"), Column("What is wrong"), Column("How to mend it")],
        [
            [Cell(f"Row {each.row}" if each.row else "The file"), each.column or None, each.says, each.fix]
            for each in problems
        ],
        "What is wrong",
        missing="all",
    )
