"""Which code letters stand for which published kind? Data, because the official letters were not found."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import ibis.expr.types as ir

FILE = Path(__file__).parent / "letters.csv"


@dataclass(frozen=True, slots=True)
class Letter:
    """A code letter of an element of the return, and the published column it is counted in."""

    element: str
    letter: str
    column: str
    confirmed: bool


@cache
def letters(element: str) -> tuple[Letter, ...]:
    """The letters of an element: WBP (work-based learning) or DP (direct payments)."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return tuple(
            Letter(row["element"], row["letter"], row["column"], row["confirmed"] == "yes")
            for row in csv.DictReader(file)
            if row["element"] == element
        )


def by_letter(element: str, code: ir.StringColumn) -> dict[str, ir.IntegerScalar]:
    """How many records carry each letter, and how many one that `letters.csv` does not hold."""
    known = letters(element)
    others = code.notnull() & code.notin([letter.letter for letter in known])
    return {
        **{letter.column: code.count(where=code == letter.letter) for letter in known},
        unknown_letters(element): code.count(where=others),
    }


def unknown_letters(element: str) -> str:
    """The column of an expression that counts letters which `letters.csv` does not hold."""
    return f"unknown_{element}"
