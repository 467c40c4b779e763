"""Records that cannot be understood, put aside by choice: kept in a file of their own, counted, never
lost."""

from __future__ import annotations

import csv
import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import TextIO

from goldenthread.sen2.facts import Facts
from goldenthread.sen2.findings import Finding
from goldenthread.sen2.folder import SET_ASIDE, SET_ASIDE_TOTALS
from goldenthread.sen2.reading.columns import STATED
from goldenthread.sen2.reading.raw import RECORD_TABLES, RawBatch


class SetAside:
    """Writes `set_aside.jsonl`: one line for each person, with the reasons and all that the file says of
    them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: TextIO | None = None
        self.counts: Counter[str] = Counter()

    def __enter__(self) -> SetAside:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file:
            self._file.close()

    def add(self, findings: Iterable[Finding], batch: RawBatch) -> None:
        """Put the people of a batch aside that these findings stop."""
        because = _reasons(findings)
        if because:
            self._write(because, {table: _named(table, batch.rows[table]) for table in RECORD_TABLES})

    def add_facts(self, findings: Iterable[Finding], facts: Facts) -> None:
        """Put people aside who were understood, but turned out at the end to share an identifier."""
        because = _reasons(findings)
        rows = {table: facts[table].select(STATED[table].names).to_pylist() for table in RECORD_TABLES}
        self._write(because, rows)

    def _write(self, because: dict[int, list[str]], rows: dict[str, list[dict[str, object]]]) -> None:
        person_of = {row["request_key"]: row["person_key"] for row in rows["requests"]}
        records: dict[object, dict[str, list[dict[str, object]]]] = defaultdict(lambda: defaultdict(list))
        for table, all_rows in rows.items():
            for row in all_rows:
                person = row["person_key"] if "person_key" in row else person_of[row["request_key"]]
                if person in because:
                    records[person][table].append(
                        {name: value for name, value in row.items() if value is not None}
                    )
                    self.counts[table] += 1
        if self._file is None:
            self._file = (self._folder / SET_ASIDE).open("w", encoding="utf-8")
        for person, reasons in because.items():
            line = {"record": f"person {person}", "because": reasons, **records[person]}
            self._file.write(json.dumps(line, ensure_ascii=False, default=str) + "\n")

    def write_totals(self, kept: dict[str, int]) -> None:
        """Write `set_aside_totals.csv`: for each table, the rows read, kept and set aside."""
        with (self._folder / SET_ASIDE_TOTALS).open("w", newline="", encoding="utf-8-sig") as file:
            writer = csv.writer(file)
            writer.writerow(("table", "read", "kept", "set_aside"))
            for table in RECORD_TABLES:
                aside = self.counts[table]
                writer.writerow((table, kept[table] + aside, kept[table], aside))


def _reasons(findings: Iterable[Finding]) -> dict[int, list[str]]:
    because: dict[int, list[str]] = defaultdict(list)
    for finding in findings:
        if finding.stops:
            because[finding.person_key].append(finding.sentence())
    return because


def _named(table: str, rows: list[list[object]]) -> list[dict[str, object]]:
    names = STATED[table].names
    return [dict(zip(names, row, strict=True)) for row in rows]
