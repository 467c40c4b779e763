"""To which groups do the invented children belong? What the made-up area says of them, for figures."""

import csv
from collections.abc import Iterator
from pathlib import Path

from goldenthread.audit.scope import Scope
from goldenthread.figures.measured.actions import bring_groups
from goldenthread.figures.models import GroupOfPerson
from goldenthread.people.models import Identifier, IdentifierKind

COLUMNS = {
    "district": "district",
    "icb": "icb",
    "disadvantaged": "disadvantage",
    "looked_after": "looked_after",
    "language": "language",
}
"""Column of the side file to the dimension that it fills."""
WORDS = {"yes": "Yes", "no": "No"}


def bring(made_up: Path, by: Scope) -> None:
    """Brings the groups of every invented child whom the record knows by a pupil number."""
    rows = list(_rows(made_up.with_suffix(".attributes.csv")))
    bring_groups(rows, source="example: invented for the demonstration", by=by)


def is_brought(_: Path) -> bool:
    return GroupOfPerson.objects.exists()


def _rows(path: Path) -> Iterator[tuple[int, str, str]]:
    numbers = Identifier.objects.filter(kind=IdentifierKind.UPN).values_list("value", "person_id")
    person_of = dict(numbers)
    told: set[int] = set()
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            person = person_of.get(row["upn"])
            if person is None or person in told:
                continue
            told.add(person)
            for column, dimension in COLUMNS.items():
                if row[column]:
                    yield person, dimension, WORDS.get(row[column], row[column])
