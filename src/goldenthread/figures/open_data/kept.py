"""Which file holds a table: one that ships with the project, or a newer one that was fetched and checked?"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from goldenthread.figures.open_data.places import FOLDER

CURRENT, SOURCES, FAULTS = "current", "sources.json", "faults.csv"
LICENCE = "Open Government Licence v3.0"

_fetched: list[Path] = []


@dataclass(frozen=True, slots=True)
class Source:
    """Where the figures of a table come from. `version` is the data set's own, empty for what ships."""

    release: str
    published_on: str
    address: str
    licence: str = LICENCE
    data_set: str = ""
    version: str = ""


SHIPPED = Source(
    release="Education, health and care plans: Reporting year 2025",
    published_on="26 June 2025",
    address="https://explore-education-statistics.service.gov.uk"
    "/find-statistics/education-health-and-care-plans/2025",
)


def look_in(folder: Path | None) -> None:
    """Newer tables lie in this folder, if anywhere. To be said once, before any table is read."""
    _fetched[:] = [folder] if folder else []


def newer(name: str) -> Path | None:
    """A fetched file of that name; None where there is none."""
    found = [folder / CURRENT / name for folder in _fetched]
    return next((path for path in found if path.is_file()), None)


def path_of(table: str) -> Path:
    """The file that holds a published table."""
    return newer(f"{table}.csv") or FOLDER / f"ees_ehcp2025_{table}.csv"


def read_sources(folder: Path) -> dict[str, dict[str, Any]]:
    """What is kept about each fetched table, by its name; empty where nothing was fetched."""
    path = folder / CURRENT / SOURCES
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else {}


def source_of(table: str) -> Source:
    """Where the figures of a table come from."""
    about = next((read_sources(folder).get(table) for folder in _fetched), None)
    if not about or not newer(f"{table}.csv"):
        return SHIPPED
    return Source(**{name: about[name] for name in Source.__dataclass_fields__})
