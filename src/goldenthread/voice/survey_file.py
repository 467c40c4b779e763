"""The answers to a survey as a spreadsheet: one row a question and group, taken whole or not at all.

What families wrote in their own words is not imported: it is personal data, and nobody agreed to that here.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from django.utils.text import slugify

from goldenthread.analysis.dimensions import DIMENSIONS
from goldenthread.documents import spreadsheets
from goldenthread.documents.spreadsheets import Problem, Row, Shape

SIDES = ("favourable", "unfavourable", "neither")
COLUMNS = ("theme", "question", "overall", "dimension", "group", *SIDES)
LONGEST = {"theme": 100, "question": 500, "group": 100}
MOST = 1_000_000
SHAPE = Shape(
    COLUMNS,
    "Start from the download of the survey.",
    "Bring the survey in parts: each question whole.",
    others="Take it out. Comments and anything else about one family are personal data and are not imported.",
)
Place = tuple[str, str, str]
"""Question, dimension, group."""


def read(name: str, content: bytes, *, replies: int) -> tuple[list[Row], list[Problem]]:
    """The rows of a file and what is wrong with them, given how many replied. With any problem, take none."""
    rows, problems = spreadsheets.read(name, content, SHAPE)
    if problems:
        return [], problems
    if not rows:
        return [], [Problem(0, "", "There is no row under the heading.", "Give at least one question.")]
    problems = [problem for row in rows for problem in _problems(row)]
    if not problems:  # sums need numbers
        problems = sorted(_between(rows, replies), key=lambda one: one.row)
    return rows, problems


def counts_of(row: Row) -> tuple[int, int, int]:
    """Favourable, unfavourable, neither."""
    favourable, unfavourable, neither = (_number(row[side]) or 0 for side in SIDES)
    return favourable, unfavourable, neither


def place_of(row: Row) -> Place:
    return (row["question"], row["dimension"].lower(), row["group"])


def template(questions: Iterable[Sequence[str]]) -> list[list[str]]:
    """The rows of the download: theme, question and overall as they stand, with the counts left open."""
    return [[*each, *[""] * (len(COLUMNS) - len(each))] for each in questions]


def _number(text: str) -> int | None:
    digits = text.replace(",", "")
    return int(digits) if digits.isdecimal() and len(digits) <= 7 else None


def _problems(row: Row) -> Iterator[Problem]:
    for column in ("theme", "question"):
        if not row[column]:
            yield Problem(row.number, column, "It is empty.", "Each row repeats its theme and question.")
    for column, most in LONGEST.items():
        if len(row[column]) > most:
            yield Problem(row.number, column, "It is too long.", f"Use {most} characters or fewer.")
    for side in SIDES:
        number = _number(row[side])
        if number is None or number > MOST:
            says = f"“{row[side][:20]}” is not a number of people." if row[side] else "It is empty."
            yield Problem(row.number, side, says, "Write a whole number; 0 where it was nobody.")
    if row["overall"].lower() not in ("", "yes", "no"):
        yield Problem(row.number, "overall", "It is neither yes nor no.", "Write yes, no, or nothing.")
    yield from _group_problems(row)


def _group_problems(row: Row) -> Iterator[Problem]:
    if bool(row["dimension"]) != bool(row["group"]):
        fix = "Give both, or neither for everyone."
        yield Problem(row.number, "group", "A group and its dimension go together.", fix)
    elif row["dimension"] and row["dimension"].lower() not in DIMENSIONS:
        says = f"“{row['dimension'][:30]}” divides nothing here."
        yield Problem(row.number, "dimension", says, f"Use one of: {', '.join(DIMENSIONS)}.")


def _between(rows: Sequence[Row], replies: int) -> Iterator[Problem]:
    """What rows of one file say against each other, or against the number of replies."""
    yield from _twice(rows)
    yield from _themes(rows)
    yield from _overall(rows)
    yield from _sums(rows, replies)


def _twice(rows: Sequence[Row]) -> Iterator[Problem]:
    first: dict[Place, int] = {}
    for row in rows:
        before = first.setdefault(place_of(row), row.number)
        if before != row.number:
            says = f"This question and group stand in row {before} too."
            yield Problem(row.number, "question", says, "Keep one of them.")


def _themes(rows: Sequence[Row]) -> Iterator[Problem]:
    of_question: dict[str, str] = {}
    of_address: dict[str, str] = {}
    for row in rows:
        if of_question.setdefault(row["question"], row["theme"]) != row["theme"]:
            yield Problem(row.number, "theme", "The question stands under another theme.", "Use one theme.")
        address = slugify(row["theme"])
        if not address:
            yield Problem(row.number, "theme", "It has no letters.", "Give it a name.")
        elif of_address.setdefault(address, row["theme"]) != row["theme"]:
            says = f"“{of_address[address]}” differs from it by signs or capitals only."
            yield Problem(row.number, "theme", says, "Write it the same way in each row.")


def _overall(rows: Sequence[Row]) -> Iterator[Problem]:
    marked = {row["question"]: row.number for row in rows if row["overall"].lower() == "yes"}
    if len(marked) > 1:
        says = "Several questions ask for the experience as a whole."
        yield Problem(max(marked.values()), "overall", says, "Write yes beside one question only.")


def _sums(rows: Sequence[Row], replies: int) -> Iterator[Problem]:
    everyone = {row["question"]: row for row in rows if not row["dimension"]}
    for row in rows:
        if row["question"] not in everyone:
            fix = "Add a row with dimension and group left empty."
            yield Problem(row.number, "question", "No row counts everyone who answered it.", fix)
    for row in everyone.values():
        answered = sum(counts_of(row))
        if answered > replies:
            says = f"{answered:,} answers, but {replies:,} replied to the survey."
            yield Problem(row.number, "favourable", says, "Check the counts, or correct the survey.")
    yield from _sums_of_groups([row for row in rows if row["dimension"]], everyone)


def _sums_of_groups(rows: Sequence[Row], everyone: Mapping[str, Row]) -> Iterator[Problem]:
    sums: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    last: dict[tuple[str, str], int] = {}
    for row in rows:
        question, dimension, _ = place_of(row)
        if question in everyone:
            before = sums[question, dimension]
            sums[question, dimension] = [a + b for a, b in zip(before, counts_of(row), strict=True)]
            last[question, dimension] = row.number
    for (question, dimension), found in sums.items():
        for side, count, of_all in zip(SIDES, found, counts_of(everyone[question]), strict=True):
            if count > of_all:
                says = f"The groups add up to {count:,}, but everyone’s row has {of_all:,}."
                yield Problem(last[question, dimension], side, says, "Check the groups and everyone’s row.")
