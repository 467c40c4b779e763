"""Where does a set of measured figures lie, and how is it read? One folder a set, swapped in whole."""

import shutil
import tempfile
from functools import lru_cache
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from django.conf import settings

from goldenthread.analysis.rare import RARE
from goldenthread.figures.models import FigureSet, MeasuredSet
from goldenthread.figures.working_out import facts_folder

FIGURES, CLOCKS, EVENTS = "figures", "clocks", "rare"


def folder_of(wanted: MeasuredSet) -> Path:
    """The folder of the set's own files."""
    return Path(settings.FACTS_ROOT) / "measured" / str(wanted.pk)


def facts_of(wanted: MeasuredSet) -> Path:
    """The facts that the set rests on: those of a set of published figures, or its own."""
    return facts_folder(wanted.facts_of) if wanted.facts_of is not None else folder_of(wanted) / "facts"


def keep(wanted: MeasuredSet, tables: dict[str, pa.Table]) -> None:
    """One Parquet file a table. A reader sees all of them or none; those of an earlier try are replaced."""
    folder = folder_of(wanted) / "tables"
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".tables.") as beside:
        new = Path(beside) / "new"
        new.mkdir()
        for name, table in tables.items():
            pq.write_table(table, new / f"{name}.parquet")
        if folder.exists():
            folder.rename(Path(beside) / "old")
        shutil.move(new, folder)


def figures(wanted: MeasuredSet) -> pa.Table:
    """Every figure of a ready set, in the columns of `goldenthread.analysis.measuring.MEASURED`."""
    return _read(str(folder_of(wanted) / "tables" / f"{FIGURES}.parquet"), wanted.facts_digest)


def clocks(wanted: MeasuredSet) -> pa.Table:
    """Every request of a ready set on its clock, in the columns of `goldenthread.analysis.clocks.CLOCKS`."""
    return _read(str(folder_of(wanted) / "tables" / f"{CLOCKS}.parquet"), wanted.facts_digest)


def rare(wanted: MeasuredSet) -> pa.Table:
    """The events of a ready set's rare measures, as `analysis.rare.RARE`; none in an older set."""
    path = folder_of(wanted) / "tables" / f"{EVENTS}.parquet"
    return _read(str(path), wanted.facts_digest) if path.exists() else RARE.empty_table()


@lru_cache(maxsize=6)
def _read(path: str, digest: str) -> pa.Table:
    """Read once a process: the files of a set never change while its digest stands."""
    return pq.read_table(path)


def forget(wanted: MeasuredSet) -> None:
    """Takes the files of a set away."""
    shutil.rmtree(folder_of(wanted), ignore_errors=True)


def forget_facts(published: FigureSet) -> None:
    """Takes the facts of a set of published figures away."""
    shutil.rmtree(facts_folder(published), ignore_errors=True)
