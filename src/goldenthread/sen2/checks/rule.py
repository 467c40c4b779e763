"""What a check is: one sentence, one condition over the facts, and what to do about it.

The numbers are ours (D-1 onwards), never the Department's: its own list of rules could not be read.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import reduce
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.sen2.facts import Facts
from goldenthread.sen2.years.layouts import Layout

Mask = Any
"""An Arrow array of booleans, one for each row of a table."""


class Level(Enum):
    """How sure we are that something is wrong."""

    ERROR = "error"
    """A source says that the item is required, or that its codes are these and no others."""
    QUERY = "query"
    """It may be right; somebody should look."""


@dataclass(frozen=True, slots=True)
class Census:
    """What a check may know besides the facts: the return it stands in."""

    layout: Layout
    census_day: date
    area: str


Condition = Callable[[Facts, Census], Mask]


@dataclass(frozen=True, slots=True)
class Rule:
    """A check over one table. `fails` says for each of its rows whether the rule is broken."""

    number: str
    table: str
    column: str | None
    """The column that the finding points at; none where it is the record as a whole."""
    says: str
    fix: str
    fails: Condition
    level: Level = Level.ERROR
    stops: bool = False
    """Can the record not be understood while this stands? Then the return is refused, or the record set
    aside."""
    since: int = 2023


def rule(  # noqa: PLR0913 - all but two are named at the call
    number: str,
    on: str,
    *,
    says: str,
    fix: str,
    level: Level = Level.ERROR,
    stops: bool = False,
    since: int = 2023,
) -> Callable[[Condition], Rule]:
    """Make a rule of the condition that follows. `on` is a table, or a table and a column joined by a dot."""
    table, _, column = on.partition(".")

    def make(fails: Condition) -> Rule:
        return Rule(number, table, column or None, says, fix, fails, level, stops, since)

    return make


def every(*masks: Mask) -> Mask:
    """True where all are; a missing answer counts as no."""
    return reduce(pc.and_, (pc.fill_null(mask, False) for mask in masks))


def some(*masks: Mask) -> Mask:
    """True where one is; a missing answer counts as no."""
    return reduce(pc.or_, (pc.fill_null(mask, False) for mask in masks))


def no(mask: Mask) -> Mask:
    return pc.invert(pc.fill_null(mask, False))


def missing(column: Any) -> Mask:
    return pc.is_null(column)


def given(column: Any) -> Mask:
    return pc.is_valid(column)


def one_of(column: Any, *values: object) -> Mask:
    return pc.is_in(column, value_set=pa.array(values, column.type))


def outside(column: Any, codes: Any) -> Mask:
    """True where a code is given that the list does not have."""
    return every(given(column), no(one_of(column, *codes)))


def more_than(count: int, *columns: Any) -> Mask:
    """True for each row that agrees with more than `count` rows, itself included, in all these columns."""
    texts = [column.cast(pa.string()) for column in columns]
    together = pc.binary_join_element_wise(*texts, "\x1f", null_handling="replace", null_replacement="")
    counted = pc.value_counts(together)
    large = counted.filter(pc.greater(counted.field("counts"), count)).field("values")
    return pc.is_in(together, value_set=large)
