"""Complaints, compliments and contacts as a spreadsheet: one row a period and group, whole or not at all."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from goldenthread.analysis.dimensions import DIMENSIONS
from goldenthread.documents import spreadsheets
from goldenthread.documents.spreadsheets import Problem, Row, Shape
from goldenthread.voice.kinds_of_count import Counts

COLUMNS = ("counts", "period", "dimension", "group", "working_days", "count")
MOST = 10_000_000
LONGEST_WAIT = 1_000
"""Working days: four years. More is a slip."""
SHAPE = Shape(
    COLUMNS,
    "Start from the download.",
    "Bring it in parts.",
    others="Take it out: names, references and what was complained of are personal data.",
)
MONTH, BUSINESS_YEAR, YEAR = (
    re.compile(r"(\d{4})-(\d\d)"),
    re.compile(r"(\d{4})/(\d\d)"),
    re.compile(r"\d{4}"),
)
APRIL = 4


@dataclass(frozen=True, slots=True)
class Period:
    """Its first day, and whether it is a month or a year (from January or from April)."""

    first_day: date
    every: str

    @property
    def last_day(self) -> date:
        months = 1 if self.every == "month" else 12
        years, month = divmod(self.first_day.month - 1 + months, 12)
        return date(self.first_day.year + years, month + 1, 1) - timedelta(days=1)


def read(name: str, content: bytes, *, today: date) -> tuple[list[Row], list[Problem]]:
    """The rows of a file and what is wrong with them. With any problem, take none."""
    rows, problems = spreadsheets.read(name, content, SHAPE)
    if problems:
        return [], problems
    if not rows:
        return [], [Problem(0, "", "There is no row under the heading.", "Give at least one count.")]
    problems = [problem for row in rows for problem in _problems(row, today)]
    return rows, problems or list(_twice(rows))


def period_of(text: str) -> Period | None:
    """2024-11 is a month, 2024/25 the year from April, 2024 the year from January; None for anything else."""
    try:
        if found := MONTH.fullmatch(text):
            return Period(date(int(found[1]), int(found[2]), 1), "month")
        if found := BUSINESS_YEAR.fullmatch(text):
            follows = (int(found[1]) + 1) % 100 == int(found[2])
            return Period(date(int(found[1]), APRIL, 1), "year") if follows else None
        return Period(date(int(text), 1, 1), "year") if YEAR.fullmatch(text) else None
    except ValueError:
        return None


def period_words(first_day: date, every: str) -> str:
    """The period as the file writes it."""
    if every == "month":
        return f"{first_day:%Y-%m}"
    return (
        f"{first_day.year}/{(first_day.year + 1) % 100:02}" if first_day.month == APRIL else f"{first_day:%Y}"
    )


def counts_of(row: Row) -> Counts | None:
    """What the row counts; None where nothing of that name is counted here."""
    return next((one for one in Counts if one.value == row["counts"].lower()), None)


def number_of(text: str, most: int) -> int | None:
    """A whole number up to `most`; None for anything else."""
    digits = text.replace(",", "")
    found = int(digits) if digits.isdecimal() and len(digits) <= 9 else None
    return found if found is not None and found <= most else None


def template() -> list[list[str]]:
    """One row for each thing that can be counted, with all else left open."""
    return [[one.value, *[""] * (len(COLUMNS) - 1)] for one in Counts]


def _problems(row: Row, today: date) -> Iterator[Problem]:
    counts, period = counts_of(row), period_of(row["period"])
    if counts is None:
        says = f"“{row['counts'][:40]}” is not counted here." if row["counts"] else "It is empty."
        yield Problem(row.number, "counts", says, f"Use one of: {', '.join(Counts)}.")
    if period is None:
        says = f"“{row['period'][:20]}” is no period."
        fix = "Write a month as 2024-11, a year from April as 2024/25, a year from January as 2024."
        yield Problem(row.number, "period", says, fix)
    elif period.last_day >= today:
        fix = "Bring it when it is over: a part of a period looks like a fall."
        yield Problem(row.number, "period", "The period is not over.", fix)
    if number_of(row["count"], MOST) is None:
        says = f"“{row['count'][:20]}” is not a count." if row["count"] else "It is empty."
        yield Problem(row.number, "count", says, "Write a whole number; 0 where there were none.")
    yield from _day_problems(row, counts)
    yield from _group_problems(row)


def _day_problems(row: Row, counts: Counts | None) -> Iterator[Problem]:
    days = row["working_days"]
    if counts is not None and counts.by_working_days != bool(days):
        says = "It is empty." if counts.by_working_days else f"{counts.words} are not counted by days."
        fix = (
            "Say how many working days these took: one row for each number of days."
            if counts.by_working_days
            else "Leave it empty."
        )
        yield Problem(row.number, "working_days", says, fix)
    elif days and number_of(days, LONGEST_WAIT) is None:
        fix = f"Write a whole number from 0 to {LONGEST_WAIT:,}."
        yield Problem(row.number, "working_days", f"“{days[:20]}” is not a number of days.", fix)


def _group_problems(row: Row) -> Iterator[Problem]:
    if bool(row["dimension"]) != bool(row["group"]):
        fix = "Give both, or neither for everyone."
        yield Problem(row.number, "group", "A group and its dimension go together.", fix)
    elif row["dimension"] and row["dimension"].lower() not in DIMENSIONS:
        says = f"“{row['dimension'][:30]}” divides nothing here."
        yield Problem(row.number, "dimension", says, f"Use one of: {', '.join(DIMENSIONS)}.")
    elif len(row["group"]) > 100:
        yield Problem(row.number, "group", "It is too long.", "Use 100 characters or fewer.")


def _twice(rows: Sequence[Row]) -> Iterator[Problem]:
    first: dict[tuple[str, ...], int] = {}
    for row in rows:
        place = tuple(row[column].lower() for column in COLUMNS if column != "count")
        before = first.setdefault(place, row.number)
        if before != row.number:
            yield Problem(row.number, "count", f"The same is counted in row {before}.", "Keep one of them.")
