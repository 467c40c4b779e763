"""The facts of one return, as a loader needs them: people in order, each with what is declared of them."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from goldenthread.casework.declared import ONE_EACH, SEVERAL, to_json
from goldenthread.people.matching import Claim
from goldenthread.people.models import IdentifierKind


@dataclass(frozen=True, slots=True)
class DeclaredPerson:
    """One person of a return: details to keep, numbers to match by, and a payload for each request."""

    details: dict[str, Any]
    claim: Claim
    requests: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A return that was read: whose, of which census day, and where its facts are."""

    area: str
    year: int
    census_day: date
    folder: Path
    people_count: int

    @classmethod
    def of(cls, folder: Path) -> "Snapshot":
        header = pq.read_table(folder / "return.parquet").to_pylist()[0]
        people = pq.read_metadata(folder / "people.parquet").num_rows
        return cls(header["area"], header["year"], header["census_day"], folder, people)

    def people(self) -> Iterator[DeclaredPerson]:
        """Everyone, in the order of the file."""
        requests = self._requests()
        for row in self._rows("people"):
            yield DeclaredPerson(
                details={name: value for name, value in to_json(row).items() if name not in ("upn", "uln")},
                claim=_claim(row),
                requests=tuple(requests.pop(row["person_key"], ())),
            )

    def _requests(self) -> dict[int, list[dict[str, Any]]]:
        """The payloads of each person's requests, by person key."""
        payloads: dict[int, dict[str, Any]] = {}
        of_person: dict[int, list[dict[str, Any]]] = defaultdict(list)
        for row in self._rows("requests"):
            payload: dict[str, Any] = {"request": to_json(row)}
            payloads[row["request_key"]] = payload
            of_person[row["person_key"]].append(payload)
        for part, table in ONE_EACH.items():
            for row in self._rows(table):
                payloads[row["request_key"]][part] = to_json(row)
        for part, table in SEVERAL.items():
            for row in self._rows(table):
                payloads[row["request_key"]].setdefault(part, []).append(to_json(row))
        return of_person

    def _rows(self, table: str) -> Iterator[dict[str, Any]]:
        for batch in pq.ParquetFile(self.folder / f"{table}.parquet").iter_batches(batch_size=5_000):
            yield from batch.to_pylist()


def _claim(row: dict[str, Any]) -> Claim:
    numbers = ((IdentifierKind.UPN.value, row["upn"]), (IdentifierKind.ULN.value, row["uln"]))
    return Claim(
        surname=row["surname"] or "",
        forename=row["forename"] or "",
        birth_date=row["birth_date"],
        numbers=tuple((kind, value) for kind, value in numbers if value),
    )
