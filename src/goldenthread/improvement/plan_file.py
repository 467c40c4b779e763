"""A plan as a spreadsheet: one row a milestone, read whole or not at all, and written the same way."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

from defusedxml import DefusedXmlException
from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.utils.exceptions import InvalidFileException

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
LARGEST_INSIDE = 100_000_000
"""Octets that an Excel file may unfold to: thousands of times a real plan."""
MOST_ROWS = 20_000
UNREADABLE = (
    *(BadZipFile, InvalidFileException, DefusedXmlException, ParseError),
    *(KeyError, IndexError, TypeError, ValueError, UnicodeDecodeError, csv.Error),
)
"""What openpyxl and csv raise for files that are not what their name says."""
BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One row as text, by column, with its number in the file (the heading is row 1)."""

    number: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a row, and how to mend it. Row 0 is the file itself."""

    row: int
    column: str
    says: str
    fix: str


def read(name: str, content: bytes) -> tuple[list[PlanRow], list[Problem]]:
    """The rows of an Excel or CSV file and what is wrong with them. With any problem, take none of it."""
    try:
        lines = _excel(content) if name.lower().endswith(".xlsx") else _csv(content)
    except UNREADABLE:
        return [], [Problem(0, "", "The file cannot be read.", "Save it as .xlsx, or as CSV in UTF-8.")]
    if not lines:
        return [], [Problem(0, "", "The file is empty.", "Start from the download of a plan.")]
    heading = [cell.strip().lower() for cell in lines[0]]
    missing = [column for column in COLUMNS if column not in heading]
    if missing:
        words = ", ".join(missing)
        return [], [Problem(1, words, "These columns are missing.", "Use the columns of the download.")]
    if len(lines) > MOST_ROWS:
        return [], [Problem(0, "", f"There are more than {MOST_ROWS} rows.", "Bring the plan in parts.")]
    rows = [
        PlanRow(number, {column: cell.strip() for column, cell in zip(heading, line, strict=False)})
        for number, line in enumerate(lines[1:], start=2)
        if any(cell.strip() for cell in line)
    ]
    return rows, [problem for row in rows for problem in _problems(row)]


def _excel(content: bytes) -> list[list[str]]:
    with ZipFile(io.BytesIO(content)) as inside:
        if sum(part.file_size for part in inside.infolist()) > LARGEST_INSIDE:
            raise ValueError("the file unfolds to far more than a plan")
    sheet = load_workbook(io.BytesIO(content), read_only=True, data_only=True).worksheets[0]
    return [[_text(cell) for cell in row] for row in sheet.iter_rows(values_only=True, max_row=MOST_ROWS + 1)]


def _text(cell: object) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell)


def _csv(content: bytes) -> list[list[str]]:
    text = content.decode("utf-8-sig")
    if "\0" in text:
        raise ValueError("null characters are not text")
    # a leading apostrophe is what the download puts before a text that a spreadsheet would run
    return [[_unguarded(cell) for cell in line] for line in csv.reader(io.StringIO(text), strict=True)]


def _unguarded(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell[1:2] in BEGINS_A_FORMULA else cell


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


def day_of(text: str) -> date | None:
    """2026-01-29 or 29/01/2026; None for anything else."""
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007  a day has no time zone
        except ValueError:
            continue
    return None


def cost_of(row: PlanRow) -> int | None:
    """Whole pounds; None where there are none, or what stands there is no amount below a billion."""
    digits = row["cost"].replace(",", "").replace("£", "")
    return int(digits) if digits.isdecimal() and len(digits) <= 9 else None


def as_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """The rows under the heading. A text that a spreadsheet would take for a formula gets an apostrophe."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    writer.writerows([_guarded(cell) for cell in row] for row in rows)
    return file.getvalue().encode("utf-8-sig")


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell.startswith(BEGINS_A_FORMULA) else cell


def as_excel(rows: Iterable[Sequence[str]]) -> bytes:
    """The same as an Excel file; every cell is text, so nothing in it can run."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Plan")
    sheet.append(list(COLUMNS))
    for row in rows:
        sheet.append([_as_text(sheet, words) for words in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _as_text(sheet: Any, words: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", words))
    cell.data_type = "s"
    return cell
