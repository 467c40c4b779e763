"""Write measured figures to a folder: Parquet, CSV and what has no source. All of it or nothing."""

import csv
import json
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from goldenthread.analysis.catalogue import measures
from goldenthread.analysis.known import Known
from goldenthread.analysis.unusable import Unusable

NAMES = ("measures.parquet", "measures.csv", "about.json")


def write_measured(figures: pa.Table, missing: Mapping[str, str], known: Known, folder: Path) -> None:
    """`measures.parquet`, the same as `measures.csv`, and `about.json`: the as-at day, what has no source.

    The folder appears whole; an earlier one is replaced. Raises `Unusable` where it holds other things.
    """
    if folder.exists() and (not folder.is_dir() or {path.name for path in folder.iterdir()} - set(NAMES)):
        raise Unusable(f"{folder} holds something else: name a new or empty folder")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}.") as beside:
        new = Path(beside) / "new"
        new.mkdir()
        pq.write_table(figures, new / "measures.parquet")
        with (new / "measures.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(figures.column_names)
            writer.writerows(zip(*(figures[name].to_pylist() for name in figures.column_names), strict=True))
        about = {
            "area": known.area,
            "as_at": known.as_at.isoformat(),
            "known_from": known.first_day.isoformat(),
            "versions": {one.name: one.version for one in measures().values()},
            "no_source_yet": dict(missing),
        }
        (new / "about.json").write_text(
            json.dumps(about, indent=2, ensure_ascii=False) + "\n", encoding="utf-8"
        )
        if folder.exists():
            folder.rename(Path(beside) / "old")
        shutil.move(new, folder)
