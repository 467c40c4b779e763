"""What do measures need that the return lacks? Invented answers for invented people, each row marked as
an example."""

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Protocol

from goldenthread.demo.synthesis.people.identity import Identity

COLUMNS = ("person_key", "upn", "district", "icb", "disadvantaged", "looked_after", "language", "mark")
MARK = "example"

SUFFOLK_AND_NORTH_EAST_ESSEX = "NHS Suffolk and North East Essex Integrated Care Board"
NORFOLK_AND_WAVENEY = "NHS Norfolk and Waveney Integrated Care Board"
DISTRICTS: dict[str, tuple[tuple[str, str, int], ...]] = {
    "935": (
        ("Babergh", SUFFOLK_AND_NORTH_EAST_ESSEX, 12),
        ("East Suffolk", SUFFOLK_AND_NORTH_EAST_ESSEX, 16),
        ("East Suffolk", NORFOLK_AND_WAVENEY, 16),
        ("Ipswich", SUFFOLK_AND_NORTH_EAST_ESSEX, 22),
        ("Mid Suffolk", SUFFOLK_AND_NORTH_EAST_ESSEX, 13),
        ("West Suffolk", SUFFOLK_AND_NORTH_EAST_ESSEX, 21),
    ),
}
"""Districts and integrated care boards of an area with invented weights; the rest of England is one
district."""

DISADVANTAGED, LOOKED_AFTER = 0.38, 0.035  # invented


class AttributeWriter(Protocol):
    """Writes one person's row."""

    def __call__(self, person_key: int, person: Identity) -> None: ...


@contextmanager
def attributes_file(path: Path, area: str, area_name: str, rng: Random) -> Iterator[AttributeWriter]:
    """Open the side file; `person_key` numbers people from 1 in the order of the return."""
    districts = DISTRICTS.get(area, ((area_name, f"Integrated care board of {area_name} (example)", 1),))
    weights = [weight for _, _, weight in districts]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)

        def write(person_key: int, person: Identity) -> None:
            district, icb, _ = rng.choices(districts, weights)[0]
            disadvantaged, looked_after = (
                _word(rng.random() < share) for share in (DISADVANTAGED, LOOKED_AFTER)
            )
            writer.writerow(
                [
                    person_key,
                    person.upn or "",
                    district,
                    icb,
                    disadvantaged,
                    looked_after,
                    person.language,
                    MARK,
                ]
            )

        yield write


def _word(yes: bool) -> str:
    return "yes" if yes else "no"
