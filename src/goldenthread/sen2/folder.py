"""The folder of facts: one Parquet file for each table. It appears whole or not at all."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from goldenthread.sen2.facts import Facts
from goldenthread.sen2.reading.raw import RECORD_TABLES
from goldenthread.sen2.refusal import Refused
from goldenthread.sen2.schemas import TABLES

FINDINGS = "findings.csv"
SET_ASIDE = "set_aside.jsonl"
SET_ASIDE_TOTALS = "set_aside_totals.csv"
OURS = frozenset({FINDINGS, SET_ASIDE, SET_ASIDE_TOTALS, *(f"{table}.parquet" for table in TABLES)})


@contextmanager
def appearing(folder: Path) -> Iterator[Path]:
    """A folder to fill, which takes its real name only if all goes well; else nothing of it stays.

    An earlier folder of facts of that name is replaced. Raises `Refused` where the name holds anything else.
    """
    check_may_become_facts(folder)
    with (
        _parents_of(folder),
        tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}.") as beside,
    ):
        new, old = Path(beside) / "new", Path(beside) / "old"
        new.mkdir()
        yield new
        if folder.exists():
            folder.rename(old)
        try:
            new.rename(folder)
        except OSError:
            if old.exists():
                old.rename(folder)
            raise


@contextmanager
def _parents_of(folder: Path) -> Iterator[None]:
    """Make the folders above, and take them away again if what follows fails."""
    made = [parent for parent in folder.parents if not parent.exists()]
    folder.parent.mkdir(parents=True, exist_ok=True)
    try:
        yield
    except BaseException:
        for parent in made:
            parent.rmdir()
        raise


def check_may_become_facts(folder: Path) -> None:
    """Raise `Refused` where writing facts under this name would destroy something else."""
    if not folder.exists():
        return
    if not folder.is_dir():
        raise Refused(f"{folder} is a file: name a folder for the facts.")
    others = sorted(path.name for path in folder.iterdir() if path.name not in OURS)
    if others:
        raise Refused(f"{folder} holds other files ({', '.join(others[:3])}): name a new or empty folder.")


class FactsFolder:
    """Writes facts batch by batch, one row group for each batch with rows."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.counts = dict.fromkeys(RECORD_TABLES, 0)
        self._writers = {
            table: pq.ParquetWriter(folder / f"{table}.parquet", TABLES[table]) for table in RECORD_TABLES
        }

    def add(self, facts: Facts) -> None:
        for table, writer in self._writers.items():
            rows = facts[table]
            if rows.num_rows:
                writer.write_table(rows)
                self.counts[table] += rows.num_rows

    def close(self) -> None:
        for writer in self._writers.values():
            writer.close()


def write_header(folder: Path, row: pa.Table) -> None:
    pq.write_table(row, folder / "return.parquet")


def less_people(facts: Facts, person_keys: set[int]) -> Facts:
    """The facts without some people and everything of theirs."""
    if not person_keys:
        return facts
    people = pa.array(person_keys, pa.int64())
    requests = facts["requests"]
    gone = requests["request_key"].filter(pc.is_in(requests["person_key"], value_set=people)).combine_chunks()
    kept = {}
    for name, table in facts.tables.items():
        key, keys = ("person_key", people) if name in ("people", "requests") else ("request_key", gone)
        kept[name] = table.filter(pc.invert(pc.is_in(table[key], value_set=keys)))
    return Facts(kept)


def take_out_people(folder: Path, person_keys: set[int]) -> Facts:
    """Rewrite a folder that is still being made without some people; answer what was theirs."""
    people = pa.array(person_keys, pa.int64())
    requests = pa.array([], pa.int64())
    taken = {}
    for name in RECORD_TABLES:  # requests come before everything that hangs on them
        key, keys = ("person_key", people) if name in ("people", "requests") else ("request_key", requests)
        taken[name] = _take_out(folder / f"{name}.parquet", key, keys)
        if name == "requests":
            requests = taken[name]["request_key"].combine_chunks()
    return Facts(taken)


def _take_out(path: Path, key: str, keys: pa.Array) -> pa.Table:
    old = path.with_suffix(".old")
    path.rename(old)
    taken = []
    with pq.ParquetFile(old) as file, pq.ParquetWriter(path, file.schema_arrow) as writer:
        for group in range(file.num_row_groups):
            rows = file.read_row_group(group)
            theirs = pc.is_in(rows[key], value_set=keys)
            taken.append(rows.filter(theirs))
            writer.write_table(rows.filter(pc.invert(theirs)))
        schema = file.schema_arrow
    old.unlink()
    return pa.concat_tables([schema.empty_table(), *taken])
