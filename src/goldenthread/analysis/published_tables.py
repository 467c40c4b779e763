"""What does each published table hold? Its definition as a value, read from its folder and checked."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import ibis.expr.types as ir
import yaml

from goldenthread.analysis.collection_year import CollectionYear

TABLE_FOLDERS = Path(__file__).parent / "tables"
RULES = Path(__file__).parent / "cohort_rules.yaml"

MARKS = ("firm", "reading", "open")


@dataclass(frozen=True, slots=True)
class Rule:
    """Which records a column counts, how sure we are of it (firm, reading or open), and on what ground."""

    name: str
    rule: str
    mark: str
    basis: str
    otherwise: str = ""
    """The other side of a reading."""
    reading: str = ""
    """The fields of `goldenthread.analysis.readings.Readings` that change it."""


@dataclass(frozen=True, slots=True)
class Column:
    """One published column. Exactly one of the last five says how it is made; if none does, it is counted."""

    name: str
    title: str
    rules: tuple[Rule, ...]
    hidden: bool = False
    """Counted, because a sum needs it, but printed as x."""
    share_of: str = ""
    of: tuple[str, ...] = ()
    """The columns whose sum is the denominator of a share."""
    sum_of: tuple[str, ...] = ()
    repeats: str = ""
    letters: str = ""
    """The element of the return whose unconfirmed code letters the count rests on."""
    unavailable: str = ""
    """Why there is no figure."""

    @property
    def counted(self) -> bool:
        """Does the expression of the measure count it?"""
        return not (self.share_of or self.sum_of or self.repeats or self.unavailable)


@dataclass(frozen=True, slots=True)
class PublishedTable:
    """A published table: what it says, of whom, and how each column is made, in the published order."""

    name: str
    title: str
    says: str
    table: str
    row_label: str
    period: str
    """`calendar year`, or `census day` for what is counted in January."""
    source: str
    exclusions: tuple[str, ...]
    columns: tuple[Column, ...]
    london_in_two: bool
    expression: Callable[[CollectionYear], ir.Table]

    def column(self, name: str) -> Column:
        """The column of that name. Raises `KeyError`."""
        return {column.name: column for column in self.columns}[name]


@cache
def rules() -> dict[str, Rule]:
    """Every cohort rule by its name."""
    read = yaml.safe_load(RULES.read_text(encoding="utf-8"))
    found = {
        name: Rule(name=name, **{key: " ".join(text.split()) for key, text in r.items()})
        for name, r in read.items()
    }
    wrong = [rule.name for rule in found.values() if rule.mark not in MARKS]
    if wrong:
        raise ValueError(f"cohort rules with an unknown mark: {', '.join(wrong)}")
    return found


@cache
def published_tables() -> dict[str, PublishedTable]:
    """Every published table by its name: each folder of `tables` that holds a definition."""
    return {path.parent.name: _read(path) for path in sorted(TABLE_FOLDERS.glob("*/definition.yaml"))}


def published_table(table: str) -> PublishedTable:
    """The table of that published name. Raises `KeyError`."""
    return {measure.table: measure for measure in published_tables().values()}[table]


def _read(path: Path) -> PublishedTable:
    read = yaml.safe_load(path.read_text(encoding="utf-8"))
    module = import_module(f"goldenthread.analysis.tables.{path.parent.name}.expression")
    return PublishedTable(
        name=path.parent.name,
        title=read["title"],
        says=read["says"].strip(),
        table=read["table"],
        row_label=read["row_label"],
        period=read["period"],
        source=read["source"].strip(),
        exclusions=tuple(text.strip() for text in read["exclusions"]),
        columns=tuple(_column(name, spec) for name, spec in read["columns"].items()),
        london_in_two=read.get("london") == "in two",
        expression=module.expression,
    )


def _column(name: str, spec: dict[str, Any]) -> Column:
    return Column(
        name=name,
        title=spec["title"],
        rules=tuple(rules()[rule] for rule in spec["rules"]),
        hidden=spec.get("printed") == "x",
        share_of=spec.get("share_of", ""),
        of=tuple(spec.get("in", ())),
        sum_of=tuple(spec.get("sum_of", ())),
        repeats=spec.get("repeats", ""),
        letters=spec.get("letters", ""),
        unavailable=spec.get("unavailable", ""),
    )
