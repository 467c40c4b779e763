"""The schools and colleges of an area: enough of each kind, each with an invented name and number."""

import csv
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from goldenthread.demo.synthesis.settings.kinds import FEW, KINDS, PLACES_EACH, REGISTER_ONLY

COLUMNS = ("name", "urn", "ukprn", "type_of_establishment", "phase_of_education")

FIRST_URN = 910_000
URNS_AN_AREA = 580
"""No establishment of England has a number from 910000 up; each area has its own stretch of them."""

BEGINNINGS = [
    "Alder",
    "Amber",
    "Barley",
    "Bracken",
    "Bramble",
    "Briar",
    "Cinder",
    "Copper",
    "Curlew",
    "Dapple",
    "Elder",
    "Ember",
    "Fallow",
    "Fern",
    "Finch",
    "Flax",
    "Gorse",
    "Hazel",
    "Heather",
    "Heron",
    "Hollow",
    "Juniper",
    "Kestrel",
    "Lapwing",
    "Lark",
    "Linnet",
    "Marram",
    "Merlin",
    "Moss",
    "Nettle",
    "Osier",
    "Otter",
    "Plover",
    "Quill",
    "Reed",
    "Rowan",
    "Rush",
    "Saffron",
    "Sallow",
    "Sedge",
    "Skylark",
    "Sorrel",
    "Starling",
    "Swift",
    "Tansy",
    "Teasel",
    "Thistle",
    "Thrush",
    "Wren",
    "Yarrow",
]
ENDINGS = [
    "combe",
    "croft",
    "dene",
    "fold",
    "garth",
    "holme",
    "hurst",
    "keld",
    "mere",
    "moor",
    "reach",
    "stead",
    "strand",
    "thwaite",
    "wharf",
    "wold",
]


@dataclass(frozen=True, slots=True)
class Setting:
    """An establishment. One known to the provider register alone has no URN."""

    name: str
    urn: str | None
    ukprn: str
    type_of_establishment: str
    phase_of_education: str


Wanted = tuple[str, str]
"""Placement column without units, and phase."""


class Settings:
    """The establishments of one area, by column and phase; the first of each kind are the largest."""

    def __init__(self, places: Counter[Wanted], area_number: int, rng: Random) -> None:
        names = [begin + end for begin in BEGINNINGS for end in ENDINGS]
        rng.shuffle(names)
        self._rng = rng
        self._next_urn = FIRST_URN + URNS_AN_AREA * area_number
        self._last_urn = self._next_urn + URNS_AN_AREA - 1
        self._made: dict[Wanted, tuple[list[Setting], list[float]]] = {}
        shrink = self._shrink(places)
        for wanted, count in sorted(places.items()):
            number = max(1, round(count / PLACES_EACH.get(wanted, FEW) * shrink))
            made = [self._make(wanted, names.pop()) for _ in range(number)]
            self._made[wanted] = (made, [1 / (rank + number / 2) for rank in range(number)])

    @staticmethod
    def _shrink(places: Counter[Wanted]) -> float:
        """Larger schools where an area would otherwise need more of them than it has numbers for."""
        needed = sum(count / PLACES_EACH.get(wanted, FEW) + 1 for wanted, count in places.items())
        return min(1.0, (URNS_AN_AREA - len(places)) / needed)

    def _make(self, wanted: Wanted, name: str) -> Setting:
        kinds = KINDS[wanted]
        kind = self._rng.choices(kinds, [kind.weight for kind in kinds])[0]
        urn, self._next_urn = self._next_urn, self._next_urn + 1
        if urn > self._last_urn:
            raise ValueError("an area has more establishments than numbers")
        return Setting(
            name=f"{name} {kind.ending}",
            urn=None if wanted[0] == REGISTER_ONLY else str(urn),
            ukprn=f"10{urn}",
            type_of_establishment=kind.type_of_establishment,
            phase_of_education=wanted[1],
        )

    def one(self, wanted: Wanted, *, with_unit: bool = False) -> Setting:
        """An establishment to attend. Units are only in the first few of a kind."""
        made, weights = self._made[wanted]
        if with_unit:
            few = max(1, len(made) // 8)
            made, weights = made[:few], weights[:few]
        return self._rng.choices(made, weights)[0]

    def has(self, wanted: Wanted) -> bool:
        """Is there an establishment of this kind?"""
        return wanted in self._made

    def all(self) -> Iterable[Setting]:
        """Every establishment."""
        return (setting for made, _ in self._made.values() for setting in made)


def write_settings(path: Path, settings: Iterable[Setting]) -> None:
    """Write the establishments as the figures read them."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        for s in settings:
            writer.writerow([s.name, s.urn or "", s.ukprn, s.type_of_establishment, s.phase_of_education])
