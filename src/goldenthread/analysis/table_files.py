"""Write the published tables as CSV files: all of them or none."""

import csv
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa

from goldenthread.analysis.unusable import Unusable


def write_tables(tables: Mapping[str, pa.Table], folder: Path) -> None:
    """One `<name>.csv` for each table, in a folder that appears whole; an earlier one of ours is replaced.

    Raises `Unusable` where the name holds anything else.
    """
    check_may_hold(tables, folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}.") as beside:
        new = Path(beside) / "new"
        new.mkdir()
        for name, table in tables.items():
            write_table(table, new / f"{name}.csv")
        if folder.exists():
            folder.rename(Path(beside) / "old")
        new.rename(folder)


def check_may_hold(tables: Mapping[str, pa.Table], folder: Path) -> None:
    """Raises `Unusable` where writing the tables under this name would destroy something else."""
    if not folder.exists():
        return
    if not folder.is_dir():
        raise Unusable(f"{folder} is a file: name a folder for the tables")
    ours = {f"{name}.csv" for name in tables}
    others = sorted(path.name for path in folder.iterdir() if path.name not in ours)
    if others:
        raise Unusable(f"{folder} holds other files ({', '.join(others[:3])}): name a new or empty folder")


def write_table(table: pa.Table, path: Path) -> None:
    """A table of text as CSV in UTF-8, lines ended as in the published files."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(table.column_names)
        writer.writerows(row.values() for row in table.to_pylist())
