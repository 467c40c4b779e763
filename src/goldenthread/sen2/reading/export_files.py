"""COLLECT's CSV exports as files: which are in the folder, and what does each row say, column by column?

An export is named `Blade-Export_DD-MM-YYYY_<table>.csv`. Its columns are the elements in lower case, beside
COLLECT's own keys (`persontableid` …) and housekeeping (`NativeId`, `sourceid`, `…orderseqcolumn`).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from goldenthread.sen2.refusal import Refused
from goldenthread.sen2.years.elements import YEAR_2023
from goldenthread.sen2.years.layouts import Block

NAME = re.compile(r"Blade-Export_(\d\d-\d\d-\d{4})_([a-z0-9]+)\.csv", re.IGNORECASE)
LONGEST_LINE = 1 << 20
"""Characters. A longer line is no row of an export."""

HEADER_TABLE = "sen2"


def export_name(block: Block) -> str:
    """What COLLECT calls the table of a block."""
    return HEADER_TABLE if block.table == "return" else block.spelling.lower()


def exports_in(folder: Path) -> dict[str, Path]:
    """Table of the facts to its export. Raises `Refused` where tables are missing or of several days."""
    found = {path: match for path in sorted(folder.iterdir()) if (match := NAME.fullmatch(path.name))}
    if not found:
        raise Refused(
            "The folder holds no COLLECT exports: their names are like Blade-Export_31-01-2025_person.csv."
        )
    days = sorted({match.group(1) for match in found.values()})
    if len(days) > 1:
        raise Refused(f"The folder holds exports of several days ({', '.join(days)}): keep those of one.")
    paths = {match.group(2).lower(): path for path, match in found.items()}
    wanted = {block.table: export_name(block) for block in YEAR_2023.blocks.values()}
    missing = [name for name in wanted.values() if name not in paths]
    if missing:
        raise Refused(f"The folder lacks COLLECT's export of {', '.join(missing)}.")
    return {table: paths[name] for table, name in wanted.items()}


@dataclass(frozen=True, slots=True)
class Export:
    """One export, its heading read."""

    path: Path
    columns: tuple[str, ...]
    """Names in lower case, in file order."""

    def rows(self) -> Iterator[list[str]]:
        """Every row, as wide as the heading. Raises `Refused` for what is not such a table."""
        with _opened(self.path) as file:
            reader = _Csv(file, self.path)
            next(reader)
            for row in reader:
                if len(row) == len(self.columns):
                    yield row
                elif row:
                    raise Refused(
                        f"{self.path.name} has {len(row)} values in a row near line {reader.line} "
                        f"where its heading has {len(self.columns)}."
                    )

    def place(self, *names: str) -> int | None:
        """Where the first of these columns stands; none where there is none of them."""
        for name in names:
            if name.lower() in self.columns:
                return self.columns.index(name.lower())
        return None


def open_export(path: Path) -> Export:
    """Read the heading of an export. Raises `Refused` where there is none, or a column stands twice."""
    with _opened(path) as file:
        heading = next(_Csv(file, path), None)
    if not heading:
        raise Refused(f"{path.name} is empty: an export has at least a heading.")
    columns = tuple(name.strip().lower() for name in heading)
    twice = sorted({name for name in columns if name and columns.count(name) > 1})
    if twice:
        raise Refused(f"{path.name} has the column {twice[0][:40]} twice.")
    return Export(path, columns)


def _opened(path: Path) -> TextIO:
    if not path.is_file():
        raise Refused(f"{path.name} is not a file.")
    return path.open(newline="", encoding="utf-8-sig")


class _Csv:
    """`csv.reader` that complains in sentences."""

    def __init__(self, file: TextIO, path: Path) -> None:
        self.line = 0
        self._file = file
        self._path = path
        self._rows = csv.reader(self._lines(), strict=True)

    def __iter__(self) -> _Csv:
        return self

    def __next__(self) -> list[str]:
        try:
            return next(self._rows)
        except csv.Error as error:
            raise Refused(
                f"{self._path.name} is not a proper CSV file near line {self.line}: {error}."
            ) from None
        except UnicodeDecodeError:
            raise Refused(f"{self._path.name} is not in UTF-8: save it as UTF-8.") from None

    def _lines(self) -> Iterator[str]:
        while line := self._file.readline(LONGEST_LINE):
            self.line += 1
            if len(line) == LONGEST_LINE:
                raise Refused(f"{self._path.name} has a line that is longer than any export's ({self.line}).")
            if "\0" in line:
                raise Refused(f"{self._path.name} holds NUL characters: it is not a text file.")
            yield line
