"""Puts checked tables in place, all at once: a reader sees the old set or the new one, never half of each."""

import csv
import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from goldenthread.figures.open_data.kept import CURRENT, FAULTS, SOURCES, read_sources
from goldenthread.figures.open_data.published import Fault

FAULT_COLUMNS = ("table", "area", "column", "reason", "time_period")


def replace(
    folder: Path,
    files: Mapping[str, str],
    sources: Mapping[str, Mapping[str, Any]],
    found: Iterable[Fault],
) -> Path:
    """A new set beside the old one, with these tables in place of its own; then one name points to it.

    `sources` says of each new table whence it came. The set before stays for whoever is reading it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    new = Path(mkdtemp(dir=folder, prefix="set-"))
    old = folder / CURRENT
    if old.is_dir():
        shutil.copytree(old, new, dirs_exist_ok=True)
    about = read_sources(folder)
    for table, text in files.items():
        (new / f"{table}.csv").write_text(text, encoding="utf-8")
        digest = hashlib.sha256(text.encode()).hexdigest()
        about[table] = {**sources[table], "sha256": digest}
    (new / SOURCES).write_text(json.dumps(about, indent=1, sort_keys=True), encoding="utf-8")
    write_faults(new / FAULTS, files, found)
    point(old, new)
    drop_older(folder, keep={new})
    return new


def write_faults(path: Path, replaced: Iterable[str], found: Iterable[Fault]) -> None:
    """The faults that fetched tables brought: those of a table that is replaced make room for its own."""
    gone = set(replaced)
    before = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    rows: list[dict[str, Any]] = [row for row in csv.DictReader(before) if row["table"] not in gone]
    rows += [{name: getattr(one, name) for name in FAULT_COLUMNS} for one in found]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, FAULT_COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def point(name: Path, to: Path) -> None:
    """Makes the name a link to the new set, in one step."""
    beside = name.with_name(f".{name.name}.{to.name}")
    beside.symlink_to(to.name)
    os.replace(beside, name)


def drop_older(folder: Path, *, keep: set[Path]) -> None:
    """Removes sets but the newest two: the one in place, and the one before it."""
    sets = sorted(folder.glob("set-*"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in [each for each in sets if each not in keep][1:]:
        shutil.rmtree(path)
