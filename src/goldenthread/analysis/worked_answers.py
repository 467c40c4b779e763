"""What does a measure do with a few records that can be followed by hand? Its worked answer."""

from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import yaml

from goldenthread.analysis.facts import Facts
from goldenthread.analysis.published_tables import TABLE_FOLDERS, PublishedTable
from goldenthread.analysis.settings import COLUMNS, Settings, settings_of
from goldenthread.sen2.schemas import TABLES


@dataclass(frozen=True, slots=True)
class WorkedAnswer:
    """A few records with what the measure makes of them. Columns that are not answered are nought."""

    story: str
    facts: Facts
    settings: Settings
    answer: dict[str, str]
    """Published column to what is printed."""


def worked_answer(measure: PublishedTable) -> WorkedAnswer:
    """The worked answer in the folder of the measure. The columns of the law are given with the records."""
    path = TABLE_FOLDERS / measure.name / "worked_answer.yaml"
    read = yaml.safe_load(path.read_text(encoding="utf-8"))
    records = {"return": [read["return"]], **read["records"]}
    return WorkedAnswer(
        story=" ".join(read["story"].split()),
        facts=Facts({name: _table(name, schema, records) for name, schema in TABLES.items()}),
        settings=settings_of(
            [{name: str(row.get(name, "")) for name in COLUMNS} for row in read.get("settings", ())],
            f"settings of {path.parent.name}",
        ),
        answer={column: str(text) for column, text in read["answer"].items()},
    )


def _table(name: str, schema: pa.Schema, records: dict[str, list[dict[str, Any]]]) -> pa.Table:
    rows = records.get(name, [])
    strange = {column for row in rows for column in row} - set(schema.names)
    if strange:
        raise ValueError(f"{name} has no column {', '.join(sorted(strange))}")
    return pa.Table.from_pylist(rows, schema)
