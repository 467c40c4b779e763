"""The journal as facts: the same tables that a return's file gives, with the law applied by the same code."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from typing import Any

import pyarrow as pa
from django.db.models import Max, QuerySet

from goldenthread.accounts.roles import Permission
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Scope
from goldenthread.audit.seal.queries import known_at as known_by
from goldenthread.casework.declared import DERIVED, ONE_EACH, SEVERAL, from_json
from goldenthread.casework.further_facts import FurtherFacts
from goldenthread.casework.models import Case, Entry, Return
from goldenthread.casework.stated import stated
from goldenthread.people import as_known
from goldenthread.people.models import Identifier, IdentifierKind, Person
from goldenthread.sen2.facts import with_law
from goldenthread.sen2.schemas import TABLES
from goldenthread.sen2.years.census import CENSUS_DAYS


def facts(scope: Scope, *, area: str, year: int, known_at: int | None = None) -> dict[str, pa.Table]:
    """The tables of `goldenthread.sen2.schemas` for a return year, from the whole area's journal.

    Beside them those of `goldenthread.casework.further_facts`, by the same keys.

    `known_at` is a position of the journal: only what had its place by then is told, so the same question
    asked later has the same answer. Without one, all that can be seen now.

    Once a return of that year was loaded, a case counts if the last one loaded declares it or something
    was recorded on it here: a child whom that return no longer lists is not kept in the caseload by an
    older one. Before that, every case counts.
    """
    scope.require(Permission.REFRESH_FIGURES)
    if not scope.reaches_area(Permission.REFRESH_FIGURES):
        raise NotFound("Figures of the area are worked out for the whole area only.")
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in TABLES}
    keys: dict[int, int] = {}
    further = FurtherFacts.begun()
    for request_key, (person_id, payload, entries) in enumerate(_stated_cases(year, known_at), start=1):
        person_key = keys.setdefault(person_id, len(keys) + 1)
        further.add(request_key, entries[0].case_id, entries)
        _add_request(rows, request_key, person_key, payload)
    rows["people"] = list(_people(keys, known_at))
    rows["return"] = [_header(area, year)]
    return {**_tables(rows), **further.tables()}


def last_entry(scope: Scope) -> int | None:
    """The number of the newest entry of the journal: where it stood when facts were read."""
    scope.require(Permission.REFRESH_FIGURES)
    newest = Entry.objects.order_by("-pk").values_list("pk", flat=True).first()
    return newest


def _tables(rows: dict[str, list[dict[str, Any]]]) -> dict[str, pa.Table]:
    tables = {}
    for name, schema in TABLES.items():
        plain = pa.schema([field for field in schema if field.name not in DERIVED])
        tables[name] = pa.Table.from_pylist(rows[name], schema=plain)
    header = tables.pop("return")
    return {**with_law(tables), "return": header}


def _stated_cases(year: int, position: int | None) -> Iterator[tuple[int, dict[str, Any], list[Entry]]]:
    """Person (whoever they count as), payload and entries of each case that counts, in order."""
    whose = _whose(position)
    last = _last_return(year, position)
    # One table in the order of its index: no join that a database without statistics could plan badly.
    journal = _known(Entry.objects.order_by("case_id", "pk"), position).iterator(chunk_size=5_000)
    for case_id, entries in groupby(journal, key=lambda entry: entry.case_id):
        rows = list(entries)
        declared = [row for row in rows if row.kind == Entry.DECLARED]
        is_listed = last is None or any(row.declared_in_id == last for row in declared)
        if not is_listed and len(declared) == len(rows):
            continue
        payload = stated(rows)
        if payload is not None:
            yield whose[case_id], payload, rows


def _known(entries: QuerySet[Entry], position: int | None) -> QuerySet[Entry]:
    return entries if position is None else known_by(entries, position)


def _whose(position: int | None) -> dict[int, int]:
    """Case to the person that it counts for."""
    if position is None:
        cases = Case.objects.values_list("pk", "person_id", "person__same_as_id")
        return {case_id: same_as or person_id for case_id, person_id, same_as in cases}
    links = as_known.links_known_at(position)
    owners = Case.objects.values_list("pk", "person_id")
    return {case_id: links.get(person_id, person_id) for case_id, person_id in owners}


def _last_return(year: int, position: int | None) -> int | None:
    """The number of the last return of that year that was loaded."""
    if position is None:
        loaded = Return.objects.filter(year=year, status=Return.Status.LOADED)
        return loaded.order_by("-pk").values_list("pk", flat=True).first()
    declared = known_by(Entry.objects.filter(declared_in__year=year), position)
    newest: int | None = declared.aggregate(last=Max("declared_in_id"))["last"]
    return newest


def _add_request(
    rows: dict[str, list[dict[str, Any]]], request_key: int, person_key: int, payload: dict[str, Any]
) -> None:
    keys = {"request_key": request_key}
    rows["requests"].append({**keys, "person_key": person_key, **from_json("requests", payload["request"])})
    for part, table in ONE_EACH.items():
        if payload.get(part) is not None:
            rows[table].append({**keys, **from_json(table, payload[part])})
    for part, table in SEVERAL.items():
        rows[table].extend({**keys, **from_json(table, one)} for one in payload.get(part, ()))


def _people(keys: dict[int, int], position: int | None) -> Iterator[dict[str, Any]]:
    numbers: dict[int, dict[str, str]] = defaultdict(dict)
    for person_id, kind, value in Identifier.objects.order_by("pk").values_list("person_id", "kind", "value"):
        numbers[person_id][kind] = value
    people = (
        Person.objects.in_bulk(list(keys)) if position is None else as_known.people_known_at(position, keys)
    )
    for person_id, person_key in keys.items():
        person, held = people[person_id], numbers[person_id]
        yield {
            "person_key": person_key,
            "surname": person.surname or None,
            "forename": person.forename or None,
            "birth_date": person.birth_date,
            "sex": person.sex or None,
            "ethnicity": person.ethnicity or None,
            "postcode": person.postcode or None,
            "upn": held.get(IdentifierKind.UPN),
            "uln": held.get(IdentifierKind.ULN),
            "upn_unknown": person.upn_unknown or None,
        }


def _header(area: str, year: int) -> dict[str, Any]:
    return {"area": area, "year": year, "census_day": CENSUS_DAYS[year]}
