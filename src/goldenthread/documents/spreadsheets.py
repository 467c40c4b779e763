"""What does a spreadsheet that somebody brought hold? Excel and CSV, read into rows of text, written safely.

A file is judged whole: whoever reads it gets all rows and all problems, and takes none while there are any.
"""

import csv
import io
from collections.abc import Iterable, Sequence
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

LARGEST_INSIDE = 100_000_000
"""Octets that an Excel file may unfold to: thousands of times what anybody types."""
MOST_ROWS = 20_000
UNREADABLE = (
    *(BadZipFile, InvalidFileException, DefusedXmlException, ParseError),
    *(KeyError, IndexError, TypeError, ValueError, UnicodeDecodeError, csv.Error),
)
"""What openpyxl and csv raise for files that are not what their name says."""
BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Row:
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


@dataclass(frozen=True, slots=True)
class Shape:
    """The columns that a file must have, and what to do where they are missing (`start`), too many rows
    (`parts`) or columns that are not among them (`others`; empty where they do no harm).
    """

    columns: Sequence[str]
    start: str
    parts: str
    others: str = ""


def read(name: str, content: bytes, shape: Shape) -> tuple[list[Row], list[Problem]]:
    """The rows of an Excel or CSV file and what is wrong with its shape. Empty rows are left out."""
    try:
        lines = _excel(content) if name.lower().endswith(".xlsx") else _csv(content)
    except UNREADABLE:
        return [], [Problem(0, "", "The file cannot be read.", "Save it as .xlsx, or as CSV in UTF-8.")]
    if not lines:
        return [], [Problem(0, "", "The file is empty.", shape.start)]
    heading = [cell.strip().lower() for cell in lines[0]]
    problems = _heading_problems(heading, shape)
    if len(lines) > MOST_ROWS:
        problems.append(Problem(0, "", f"There are more than {MOST_ROWS:,} rows.", shape.parts))
    if problems:
        return [], problems
    rows = [
        Row(number, {column: cell.strip() for column, cell in zip(heading, line, strict=False)})
        for number, line in enumerate(lines[1:], start=2)
        if any(cell.strip() for cell in line)
    ]
    return rows, []


def _heading_problems(heading: Sequence[str], shape: Shape) -> list[Problem]:
    found = []
    if missing := [column for column in shape.columns if column not in heading]:
        words = ", ".join(missing)
        found.append(Problem(1, words, "These columns are missing.", "Use the columns of the download."))
    if shape.others:
        others = [column for column in heading if column and column not in shape.columns]
        found += [Problem(1, column[:60], "There is no such column here.", shape.others) for column in others]
    return found


def _excel(content: bytes) -> list[list[str]]:
    with ZipFile(io.BytesIO(content)) as inside:
        if sum(part.file_size for part in inside.infolist()) > LARGEST_INSIDE:
            raise ValueError("the file unfolds to far more than anybody types")
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


def day_of(text: str) -> date | None:
    """2026-01-29 or 29/01/2026; None for anything else."""
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007  a day has no time zone
        except ValueError:
            continue
    return None


def as_csv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """The rows under the heading. A text that a spreadsheet would take for a formula gets an apostrophe."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(columns)
    writer.writerows([_guarded(cell) for cell in row] for row in rows)
    return file.getvalue().encode("utf-8-sig")


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell.startswith(BEGINS_A_FORMULA) else cell


def as_excel(columns: Sequence[str], rows: Iterable[Sequence[str]], *, sheet: str) -> bytes:
    """The same as an Excel file; every cell is text, so nothing in it can run."""
    book = Workbook(write_only=True)
    page = book.create_sheet(sheet)
    page.append(list(columns))
    for row in rows:
        page.append([_as_text(page, words) for words in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _as_text(sheet: Any, words: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", words))
    cell.data_type = "s"
    return cell
