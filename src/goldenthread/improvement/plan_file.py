"""A plan as a spreadsheet: one row a milestone, read whole or not at all, and written the same way."""

from collections.abc import Iterable, Iterator, Sequence

from goldenthread.documents import spreadsheets
from goldenthread.documents.spreadsheets import Problem, Shape, day_of
from goldenthread.documents.spreadsheets import Row as PlanRow

COLUMNS = (
    "theme",
    "promise",
    "promise_words",
    "promise_role",
    "promise_body",
    "action",
    "action_title",
    "accountable_role",
    "accountable_body",
    "responsible_role",
    "responsible_body",
    "starts_on",
    "cost",
    "funder",
    "milestone",
    "due_on",
)
NEEDED = ("theme", "promise", "promise_words", "promise_role", "promise_body")
OF_AN_ACTION = ("action_title", "accountable_role", "accountable_body")
DAYS = ("starts_on", "due_on")
LONGEST = {"promise": 20, "action": 20, "promise_words": 2_000, "action_title": 300, "milestone": 300}
ORDINARY = 100
"""Characters of the other columns."""
SHAPE = Shape(COLUMNS, "Start from the download of a plan.", "Bring the plan in parts.")


def read(name: str, content: bytes) -> tuple[list[PlanRow], list[Problem]]:
    """The rows of an Excel or CSV file and what is wrong with them. With any problem, take none of it."""
    rows, problems = spreadsheets.read(name, content, SHAPE)
    return rows, problems or [problem for row in rows for problem in _problems(row)]


def _problems(row: PlanRow) -> Iterator[Problem]:
    yield from _missing(row)
    yield from _unreadable(row)


def _missing(row: PlanRow) -> Iterator[Problem]:
    for column in NEEDED:
        if not row[column]:
            yield Problem(row.number, column, "It is empty.", "Each row repeats its theme and promise.")
    for column in OF_AN_ACTION:
        if row["action"] and not row[column]:
            yield Problem(row.number, column, "It is empty.", "An action says what, and who answers.")
    if row["milestone"] and not row["action"]:
        yield Problem(row.number, "action", "A milestone stands without an action.", "Give its action.")
    if bool(row["milestone"]) != bool(row["due_on"]):
        yield Problem(row.number, "due_on", "A milestone and its day go together.", "Give both, or neither.")


def _unreadable(row: PlanRow) -> Iterator[Problem]:
    for column in DAYS:
        if row[column] and day_of(row[column]) is None:
            says = f"“{row[column][:30]}” is not a day."
            yield Problem(row.number, column, says, "Write it as 2026-01-29.")
    if row["cost"] and cost_of(row) is None:
        says = f"“{row['cost'][:30]}” is not an amount."
        yield Problem(row.number, "cost", says, "Write whole pounds, like 12500.")
    for column in COLUMNS:
        most = LONGEST.get(column, ORDINARY)
        if len(row[column]) > most:
            yield Problem(row.number, column, "It is too long.", f"Use {most:,} characters or fewer.")


def cost_of(row: PlanRow) -> int | None:
    """Whole pounds; None where there are none, or what stands there is no amount below a billion."""
    digits = row["cost"].replace(",", "").replace("£", "")
    return int(digits) if digits.isdecimal() and len(digits) <= 9 else None


def as_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """A plan as CSV."""
    return spreadsheets.as_csv(COLUMNS, rows)


def as_excel(rows: Iterable[Sequence[str]]) -> bytes:
    """A plan as an Excel file."""
    return spreadsheets.as_excel(COLUMNS, rows, sheet="Plan")
