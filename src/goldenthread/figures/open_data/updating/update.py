"""Fetches what is newer, checks it, and puts it in place; what is refused is named with its reason."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from goldenthread.figures.open_data.kept import LICENCE, read_sources
from goldenthread.figures.open_data.published import TABLES, figure_columns
from goldenthread.figures.open_data.updating.checking import Checked, checked
from goldenthread.figures.open_data.updating.replacing import replace
from goldenthread.figures.open_data.updating.service import DataSet, Service
from goldenthread.figures.open_data.updating.totals import (
    Fetched,
    NotOurs,
    as_csv,
    missing,
    parse,
    same_kind_of_year,
    totals,
)
from goldenthread.ui import words


@dataclass
class Report:
    """What an update did, table by table."""

    taken: dict[str, Checked] = field(default_factory=dict)
    releases: dict[str, str] = field(default_factory=dict)
    same: list[str] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)

    @property
    def absent(self) -> list[str]:
        """Tables that no data set of the publication holds."""
        seen = {*self.taken, *self.same, *self.refused}
        return [table for table in TABLES if table not in seen]


def update(service: Service, folder: Path, *, now: datetime) -> Report:
    """Fetches and replaces. Raises `Offline` and `NotUnderstood`, after which nothing was changed."""
    report = Report()
    before = read_sources(folder)
    fetched_from = {about["data_set"]: (table, about["version"]) for table, about in before.items()}
    sources = {}
    for found in service.data_sets():
        table, version = fetched_from.get(found.id, ("", ""))
        if version == found.version:
            report.same.append(table)
            continue
        for name, brought in tables_of(service, found, report):
            report.taken[name] = brought
            report.releases[name] = service.release_of(found)
            sources[name] = about(found, report.releases[name], service, now)
    if report.taken:
        files = {name: as_csv(brought.rows) for name, brought in report.taken.items()}
        faults = [fault for brought in report.taken.values() for fault in brought.found]
        replace(folder, files, sources, faults)
    return report


def tables_of(service: Service, found: DataSet, report: Report) -> Iterator[tuple[str, Checked]]:
    """The table that a data set holds, checked; none where it holds none of ours or is refused."""
    try:
        fetched = parse(service.csv(found))
    except NotOurs as problem:
        report.refused[found.title] = str(problem)
        return
    table = nearest(fetched)
    if table is None:
        return
    try:
        yield table, checked(table, totals(fetched, table))
    except NotOurs as problem:
        report.refused[table] = str(problem)


def nearest(fetched: Fetched) -> str | None:
    """The table whose columns the file has, all or nearly; None where it is about something else."""
    there = {name.lower() for name in fetched.columns}
    alike = [table for table in TABLES if same_kind_of_year(fetched, table)]
    lacking = {table: missing(fetched, table) for table in alike}
    whole = [table for table in alike if not lacking[table]]
    if whole:
        return max(whole, key=lambda table: len(own_columns(table) & there))
    near = [table for table in alike if len(lacking[table]) <= len(own_columns(table)) // 3]
    return min(near, key=lambda table: len(lacking[table])) if near else None


def own_columns(table: str) -> set[str]:
    """The names of a table's figures, in small letters."""
    return {name.lower() for name in figure_columns(table)}


def about(found: DataSet, release: str, service: Service, now: datetime) -> dict[str, str]:
    """What is kept of where a table came from."""
    return {
        "release": release if ":" in release else f"Education, health and care plans: {release}",
        "published_on": words.day(date.fromisoformat(found.published)),
        "address": f"{service.address}/data-sets/{found.id}/csv?dataSetVersion={found.version}",
        "licence": LICENCE,
        "data_set": found.id,
        "version": found.version,
        "fetched_at": now.isoformat(timespec="seconds"),
    }
