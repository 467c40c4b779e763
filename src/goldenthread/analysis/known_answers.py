"""Do our divisions give the figures that others published? The known answers, worked out as measures are."""

from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import yaml

from goldenthread.analysis.catalogue import Statistic
from goldenthread.analysis.grouping_sets import VALUE_SQL
from goldenthread.analysis.rounding import half_up

FILE = Path(__file__).parent / "known_answers.yaml"


@dataclass(frozen=True, slots=True)
class KnownAnswer:
    """What was published. `cells` are the columns of a shipped table that hold the `parts`, in order."""

    name: str
    says: str
    kind: str
    parts: tuple[int, ...]
    gives: str
    measure: str = ""
    place: str = "935"
    period: str = ""
    table: str = ""
    cells: tuple[str, ...] = ()


@cache
def known_answers() -> tuple[KnownAnswer, ...]:
    """Every known answer, in the order of the file."""
    read: dict[str, dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    lists = ("parts", "cells")
    found = []
    for name, one in read.items():
        given: dict[str, Any] = {key: tuple(v) if key in lists else v for key, v in one.items()}
        found.append(KnownAnswer(name=name, **given))
    return tuple(found)


def ours(answer: KnownAnswer) -> str:
    """What we make of the parts, to as many decimals as was published."""
    places = len(answer.gives.partition(".")[2])
    return str(half_up(WAYS[answer.kind](answer.parts), places))


def _share(parts: tuple[int, ...]) -> Fraction:
    """By the SQL that makes the shares of measures: records that count, over records."""
    counted, every = parts
    value = VALUE_SQL[Statistic.SHARE]
    rows = (
        f"SELECT sum((n < {counted})::DOUBLE) AS numerator, sum(1.0) AS denominator FROM range({every}) t(n)"
    )
    sql = f"SELECT {value} FROM ({rows})"
    with duckdb.connect() as connection:
        ((found,),) = connection.execute(sql).fetchall()
    return Fraction(found).limit_denominator(10**7)


def _change(parts: tuple[int, ...]) -> Fraction:
    before, after = parts
    return Fraction(100 * (after - before), before)


WAYS = {"share": _share, "sum": lambda parts: Fraction(sum(parts)), "change": _change}


def fault_of(answer: KnownAnswer) -> str:
    """How ours differs from what was published; empty where it does not."""
    found = ours(answer)
    return "" if found == answer.gives else f"{answer.name}, {answer.says}: {found}, published {answer.gives}"
