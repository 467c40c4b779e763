"""Which measures are there, and what does each mean? Definitions read from their folders and checked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from enum import StrEnum
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import ibis.expr.types as ir
import yaml

from goldenthread.analysis.known import Known

FOLDER = Path(__file__).parent / "measures"


class Statistic(StrEnum):
    """How a figure is made of its records."""

    SHARE = "share"
    """Numerator in a hundred of the denominator."""
    COUNT = "count"
    """The sum of the numerators. The denominator is not used."""
    MEAN = "mean"
    """The sum of the numerators by the sum of the denominators."""
    MEDIAN = "median"
    """The middle numerator; the 90th percentile stands beside it."""


class Direction(StrEnum):
    """Which way is better; `neither` for what only describes."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"


class Counted(StrEnum):
    """What puts a record into a period."""

    EVENTS = "events"
    """The day of an event: each record belongs to one month, quarter and year."""
    MONTH_ENDS = "month ends"
    """It stands at the end of the month: a quarter or year shows its last month end."""
    AS_AT_DAY = "as-at day"
    """It stands on the as-at day; the facts cannot tell how it stood before."""


class Release(StrEnum):
    """Who may see it outside the service, after disclosure control."""

    PUBLIC = "public"
    BOARD = "board"
    INTERNAL = "internal"


class Topic(StrEnum):
    """The chapters of the catalogue, in order."""

    TIMELINESS = "Timeliness"
    OPEN_WORK = "Open work and backlog"
    REVIEWS = "Annual reviews and phase transfers"
    DECISIONS = "Requests and decisions"
    DISPUTES = "Mediation, appeals and complaints"
    PLANS = "Plans and needs"
    PLACES = "Where children learn"
    OUTCOMES = "Outcomes in education and after"
    HEALTH = "Health waits"
    EXPERIENCE = "How families find us"
    WORKFORCE = "Workload"


class NotWhole(ValueError):
    """A definition lacks something, or says what it cannot mean; the message names file and field."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure. `source` names the tables and columns of the facts that it cannot do without."""

    name: str
    title: str
    topic: Topic
    why: str
    numerator: str
    denominator: str
    exclusions: tuple[str, ...]
    statistic: Statistic
    unit: str
    direction: Direction
    balancing: tuple[str, ...]
    """Names of measures that are shown beside it, because it can be improved at their cost."""
    standard: str
    owner: str
    data_quality: str
    release: Release
    review_on: date
    version: int
    counted: Counted
    source: Mapping[str, tuple[str, ...]]
    matures_in_weeks: int = 0
    """So long after a month or quarter its figure can still change much, so that it is left out till then."""
    none_yet: str = ""
    """Why there is no source yet; such a measure has no expression."""
    expression: Callable[[Known], ir.Table] | None = field(default=None, compare=False)

    @property
    def sign(self) -> str:
        """What stands right after a value: `%`, or the unit after a space."""
        return self.unit if self.unit == "%" else f" {self.unit}"


REQUIRED = frozenset(one.name for one in fields(Measure)) - {
    "name",
    "source",
    "matures_in_weeks",
    "none_yet",
    "expression",
}


@cache
def measures() -> dict[str, Measure]:
    """Every measure by its name, in the order of topics and then of titles. Raises `NotWhole`."""
    found = [read_definition(path) for path in sorted(FOLDER.glob("*/definition.yaml"))]
    named = {one.name for one in found}
    for one in found:
        if strange := set(one.balancing) - named:
            raise NotWhole(f"{one.name}: balancing names no measure: {', '.join(sorted(strange))}")
    order = list(Topic)
    found.sort(key=lambda one: (order.index(one.topic), one.title))
    return {one.name: one for one in found}


def read_definition(path: Path) -> Measure:
    """The measure that a definition file describes, with its expression. Raises `NotWhole`."""
    name = path.parent.name
    read = yaml.safe_load(path.read_text(encoding="utf-8"))
    wrong = _faults(read)
    if wrong:
        raise NotWhole(f"{name}/definition.yaml: {'; '.join(wrong)}")
    source = {table: tuple(columns) for table, columns in (read.pop("source", None) or {}).items()}
    text = {key: _plain(value) for key, value in read.items()}
    return Measure(
        name=name,
        source=source,
        expression=_expression(name) if source else None,
        **text | _typed(read),
    )


def _plain(value: Any) -> Any:
    return " ".join(value.split()) if isinstance(value, str) else value


def _typed(read: dict[str, Any]) -> dict[str, Any]:
    return {
        "topic": Topic(read["topic"]),
        "statistic": Statistic(read["statistic"]),
        "direction": Direction(read["direction"]),
        "release": Release(read["release"]),
        "counted": Counted(read["counted"]),
        "exclusions": tuple(_plain(text) for text in read["exclusions"]),
        "balancing": tuple(read["balancing"]),
    }


def _expression(name: str) -> Callable[[Known], ir.Table]:
    module = import_module(f"goldenthread.analysis.measures.{name}.expression")
    found: Callable[[Known], ir.Table] = module.expression
    return found


CHOICES: dict[str, type[StrEnum]] = {
    "topic": Topic,
    "statistic": Statistic,
    "direction": Direction,
    "release": Release,
    "counted": Counted,
}


def _faults(read: dict[str, Any]) -> list[str]:
    """What is wrong with a definition as read, in words."""
    allowed = REQUIRED | {"source", "matures_in_weeks", "none_yet"}
    wrong = [f"{name} is missing" for name in sorted(REQUIRED - set(read))]
    wrong += [f"{name} is not a field" for name in sorted(set(read) - allowed)]
    return wrong or _wrong_values(read)


WORDS = ("title", "why", "numerator", "denominator", "unit", "standard", "owner", "data_quality")


def _wrong_values(read: dict[str, Any]) -> list[str]:
    tests = [
        *(
            (read[name] in set(kind), f"{name} is not one of {', '.join(kind)}")
            for name, kind in CHOICES.items()
        ),
        *((isinstance(read[name], list), f"{name} is not a list") for name in ("exclusions", "balancing")),
        *((isinstance(read[name], str) and read[name].strip(), f"{name} is empty") for name in WORDS),
        (isinstance(read["review_on"], date), "review_on is not a date"),
        (isinstance(read["version"], int), "version is not a number"),
        (isinstance(read.get("matures_in_weeks", 0), int), "matures_in_weeks is not a number"),
        (bool(read.get("source")) != bool(read.get("none_yet")), "say either source or none_yet"),
    ]
    return [fault for holds, fault in tests if not holds]
