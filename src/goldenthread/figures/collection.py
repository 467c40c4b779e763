"""Collects the facts of every area of the system into one folder of Parquet, swapped in whole."""

import hashlib
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq


def write_facts(tables: Mapping[str, pa.Table], folder: Path) -> str:
    """Writes one Parquet file for each table; the digest of what they hold (SHA-256).

    A reader sees the old folder or the new one, never half of each.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}.") as beside:
        new = Path(beside) / "new"
        new.mkdir()
        digest = hashlib.sha256()
        for name in sorted(tables):
            path = new / f"{name}.parquet"
            pq.write_table(tables[name], path)
            digest.update(path.read_bytes())
        if folder.exists():
            folder.rename(Path(beside) / "old")
        shutil.move(new, folder)
    return digest.hexdigest()
