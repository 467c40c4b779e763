"""What does a measure give for a few records that can be followed by hand, and does that hold?"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import yaml

from goldenthread.analysis.catalogue import FOLDER, Measure
from goldenthread.analysis.facts import Facts
from goldenthread.analysis.further_facts import FURTHER
from goldenthread.analysis.measuring import measuring
from goldenthread.analysis.rounding import half_up
from goldenthread.analysis.settings import COLUMNS, Settings, settings_of
from goldenthread.sen2.schemas import TABLES


@dataclass(frozen=True, slots=True)
class Wanted:
    """One figure that was worked out by hand. `value` is as written, to whatever decimals it has."""

    by: str
    period: date
    numerator: float
    value: str
    denominator: float | None = None
    dimension: str = ""
    group: str = ""
    upper: str = ""


@dataclass(frozen=True, slots=True)
class WorkedAnswer:
    """A few records with what the measure makes of them."""

    story: str
    facts: Facts
    settings: Settings
    wanted: tuple[Wanted, ...]


def worked_answer(measure: Measure, folder: Path = FOLDER) -> WorkedAnswer:
    """The worked answer in the folder of the measure; columns of the law are given with the records."""
    read = yaml.safe_load((folder / measure.name / "worked_answer.yaml").read_text(encoding="utf-8"))
    rows = {"return": [read["return"]], **read["records"]}
    schemas = TABLES | {name: schema for name, schema in FURTHER.items() if name in rows}
    return WorkedAnswer(
        story=" ".join(read["story"].split()),
        facts=Facts({name: _table(name, schema, rows.get(name, [])) for name, schema in schemas.items()}),
        settings=settings_of(
            [{name: str(row.get(name, "")) for name in COLUMNS} for row in read.get("settings", ())],
            f"settings of {measure.name}",
        ),
        wanted=tuple(_wanted(one) for one in read["answer"]),
    )


def _wanted(read: dict[str, Any]) -> Wanted:
    given: dict[str, Any] = {**read, **{name: str(read[name]) for name in ("value", "upper") if name in read}}
    return Wanted(**given)


def _table(name: str, schema: pa.Schema, rows: list[dict[str, Any]]) -> pa.Table:
    strange = {column for row in rows for column in row} - set(schema.names)
    if strange:
        raise ValueError(f"{name} has no column {', '.join(sorted(strange))}")
    return pa.Table.from_pylist(rows, schema)


def faults_of(measure: Measure, worked: WorkedAnswer) -> list[str]:
    """What the measure gives otherwise than was worked out by hand; empty where the answer holds."""
    with measuring(worked.facts, worked.settings) as running:
        if why := running.missing.get(measure.name):
            return [f"{measure.name}: {why}"]
        figures = running.figures(measure)
    return [fault for wanted in worked.wanted for fault in _fault(measure, wanted, figures)]


def _fault(measure: Measure, wanted: Wanted, figures: pa.Table) -> list[str]:
    of = {"by": wanted.by, "period": wanted.period, "dimension": wanted.dimension, "group": wanted.group}
    chosen = figures
    for column, value in of.items():
        chosen = chosen.filter(pc.equal(chosen[column], pa.scalar(value, chosen.schema.field(column).type)))
    place = f"{measure.name}, {wanted.by} {wanted.period} {wanted.group}".rstrip()
    if chosen.num_rows == 0:
        return [f"{place}: no figure, where {wanted.value} was worked out by hand"]
    (row,) = chosen.to_pylist()
    # weights are added in whatever order threads come: a sum of thirds is off by a hair
    row = {**row, **{name: round(row[name], 9) for name in ("numerator", "denominator")}}
    found = {"numerator": row["numerator"], "value": _as_written(row["value"], wanted.value)}
    hand = {"numerator": wanted.numerator, "value": wanted.value}
    if wanted.denominator is not None:
        found["denominator"], hand["denominator"] = row["denominator"], wanted.denominator
    if wanted.upper:
        found["upper"], hand["upper"] = _as_written(row["upper"], wanted.upper), wanted.upper
    return [] if found == hand else [f"{place}: {found}, where {hand} was worked out by hand"]


def _as_written(value: float | None, text: str) -> str:
    """A value rounded half up to as many decimals as the text has."""
    if value is None:
        return "none"
    places = len(text.partition(".")[2])
    return str(half_up(as_fraction(value), places))


def as_fraction(value: float) -> Fraction:
    """The fraction that a share or mean of whole numbers stands for: floats are off by a hair at a tie."""
    return Fraction(value).limit_denominator(10**7)
