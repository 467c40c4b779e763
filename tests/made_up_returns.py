"""Returns made up for tests: people as values, a file of them, COLLECT's exports of them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

from goldenthread.sen2.reading.raw import COLUMNS
from goldenthread.sen2.records import (
    NESTED,
    ActivePlan,
    Assessment,
    Header,
    NamedPlan,
    Need,
    Person,
    Placement,
    PlanDetail,
    Request,
)
from goldenthread.sen2.writing import write_return
from goldenthread.sen2.years import layout
from goldenthread.sen2.years.census import CENSUS_DAYS

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def a_header(year: int = 2025, **values) -> Header:
    return Header(
        **{
            "year": year,
            "census_day": CENSUS_DAYS[year],
            "area": "935",
            "collection": "SEN2",
            "source_level": "L",
            "software_code": "made up for tests",
            "release": "1",
            "serial_number": "1",
            "made_at": "2025-01-20T09:00:00",
            **values,
        }
    )


def a_person(number: int = 1, **values) -> Person:
    """A child asked for in February 2024, whose plan was issued in June and is in force: nothing to find."""
    return Person(
        **{
            "surname": "Made-Up",
            "forename": f"Child {number}",
            "birth_date": date(2015, 5, 14),
            "sex": "F",
            "ethnicity": "WBRI",
            "postcode": "IP99 1AA",
            "upn": f"Z{number:012}",
            "requests": (a_request(),),
            **values,
        }
    )


def a_request(**values) -> Request:
    return Request(
        **{
            "received_on": date(2024, 2, 6),
            "source": "1",
            "rya": False,
            "outcome_on": date(2024, 3, 12),
            "outcome": "Y",
            "mediation": False,
            "tribunal": False,
            "assessment": an_assessment(),
            "active_plan": an_active_plan(),
            **values,
        }
    )


def an_assessment(**values) -> Assessment:
    return Assessment(
        **{
            "outcome": "Y",
            "outcome_on": date(2024, 6, 24),
            "mediation": False,
            "tribunal": False,
            "other_mediation": False,
            "other_tribunal": False,
            "exception": False,
            "named_plan": a_named_plan(),
            **values,
        }
    )


def a_named_plan(**values) -> NamedPlan:
    detail = PlanDetail(urn="900103", placement_rank=1, sen_unit=False, resourced_provision=False)
    return NamedPlan(**{"started_on": date(2024, 6, 24), "plan_details": (detail,), **values})


def an_active_plan(**values) -> ActivePlan:
    return ActivePlan(**{"placements": (a_placement(),), "needs": (Need(need="SLCN", rank=1),), **values})


def a_placement(**values) -> Placement:
    return Placement(
        **{
            "urn": "900103",
            "placement_rank": 1,
            "entered_on": date(2022, 9, 5),
            "sen_unit": False,
            "resourced_provision": False,
            **values,
        }
    )


def with_request(person: Person, **values) -> Person:
    return replace(person, requests=(replace(person.requests[0], **values),))


def with_assessment(person: Person, **values) -> Person:
    return with_request(person, assessment=replace(person.requests[0].assessment, **values))


def with_named_plan(person: Person, **values) -> Person:
    return with_assessment(person, named_plan=replace(person.requests[0].assessment.named_plan, **values))


def with_active_plan(person: Person, **values) -> Person:
    return with_request(person, active_plan=replace(person.requests[0].active_plan, **values))


def as_xml(*people: Person, header: Header | None = None) -> bytes:
    file = io.BytesIO()
    write_return(file, header or a_header(), people)
    return file.getvalue()


def write_exports(folder: Path, header: Header, people: Iterable[Person], day: str = "31-01-2025") -> Path:
    """COLLECT's nine tables, each in the reverse of its true order, as nothing promises that order."""
    tables: dict[str, list[dict[str, object]]] = {table: [] for table in layout(header.year).blocks}
    _add(tables, "return", header, None)
    for person in people:
        _add(tables, "people", person, "1")
    folder.mkdir(parents=True, exist_ok=True)
    for table, rows in tables.items():
        name = export_name(header.year, table)
        with (folder / f"Blade-Export_{day}_{name}.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, _columns(header.year, table))
            writer.writeheader()
            writer.writerows(reversed(rows))
    return folder


def export_name(year: int, table: str) -> str:
    return "sen2" if table == "return" else layout(year).blocks[table].spelling.lower()


PARENTS = {
    "people": "return",
    "requests": "people",
    "assessments": "requests",
    "named_plans": "assessments",
    "plan_details": "named_plans",
    "active_plans": "requests",
    "placements": "active_plans",
    "needs": "active_plans",
}


def _columns(year: int, table: str) -> list[str]:
    name = export_name(year, table)
    own = [f"{name}tableid", "NativeId", f"{name}orderseqcolumn", "sourceid"]
    if table != "return":
        own.append(f"{export_name(year, PARENTS[table])}tableid")
    return own + [element.spelling.lower() for element in layout(year).blocks[table].elements]


def _add(tables: dict[str, list[dict[str, object]]], table: str, record, parent: str | None) -> None:
    year = 2025 if not tables["return"] else int(tables["return"][0]["year"])
    year = record.year if isinstance(record, Header) else year
    name, key = export_name(year, table), str(len(tables[table]) + 1)
    row: dict[str, object] = {f"{name}tableid": key, f"{name}orderseqcolumn": key}
    if parent:
        row[f"{export_name(year, PARENTS[table])}tableid"] = parent
    for element in layout(year).blocks[table].elements:
        row[element.spelling.lower()] = _as_exported(getattr(record, element.column))
    tables[table].append(row)
    for attribute, inner in zip(NESTED.get(table, ()), layout(year).blocks[table].holds, strict=True):
        held = getattr(record, attribute)
        for one in held if isinstance(held, tuple) else (held,) if held else ():
            _add(tables, inner, one, key)


def _as_exported(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return f"{value.year:04}-{MONTHS[value.month - 1]}-{value.day:02} 00:00:00"
    return value


def stated_fields(record: object) -> dict[str, object]:
    """The values of a record that are not other records."""
    return {
        field.name: getattr(record, field.name)
        for field in fields(record)
        if any(field.name in columns for columns in COLUMNS.values())
    }
