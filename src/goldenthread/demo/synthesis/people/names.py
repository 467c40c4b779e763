"""What is this person called? Invented pairs of common names that go with an ethnic group."""

import csv
from functools import cache
from pathlib import Path
from random import Random

FILE = Path(__file__).parent / "names.csv"

EUROPEAN = (("polish", 4), ("romanian", 3), ("portuguese", 2), ("lithuanian", 2))
INDIAN = (("gujarati", 3), ("panjabi", 3), ("keralan", 2))
ASIAN = (("filipino", 2), ("sri_lankan", 2), ("nepali", 2), ("persian", 1), ("vietnamese", 1))
AFRICAN = (("nigerian", 4), ("somali", 3), ("ghanaian", 2), ("zimbabwean", 2), ("eritrean", 1))
ARABIC = (("arabic", 3), ("kurdish", 2), ("persian", 2))

GROUPS: dict[str, tuple[tuple[str, int], ...]] = {
    "WBRI": (("british", 1),),
    "WIRI": (("irish", 1),),
    "WIRT": (("traveller", 1),),
    "WROM": (("traveller", 2), ("romanian", 1)),
    "WOTH": EUROPEAN,
    "MWBC": (("british", 3), ("caribbean", 2)),
    "MWBA": (("british", 20), *AFRICAN),
    "MWAS": (("british", 15), ("pakistani", 4), *INDIAN),
    "MOTH": (("british", 30), *EUROPEAN, *ARABIC, *ASIAN),
    "AIND": INDIAN,
    "APKN": (("pakistani", 1),),
    "ABAN": (("bangladeshi", 1),),
    "AOTH": ASIAN,
    "BCRB": (("caribbean", 1),),
    "BAFR": AFRICAN,
    "BOTH": (("caribbean", 6), *AFRICAN),
    "CHNE": (("chinese", 1),),
    "OOTH": (*ARABIC, ("filipino", 1), ("portuguese", 1)),
    "NOBT": (("british", 60), *EUROPEAN, *INDIAN, *AFRICAN),
}
"""Code of the return for an ethnic group to the lists its names are drawn from, with weights."""

LANGUAGES: dict[str, tuple[str, ...]] = {
    "polish": ("Polish",),
    "romanian": ("Romanian",),
    "lithuanian": ("Lithuanian",),
    "portuguese": ("Portuguese",),
    "gujarati": ("Gujarati",),
    "panjabi": ("Panjabi",),
    "keralan": ("Malayalam",),
    "pakistani": ("Urdu", "Panjabi"),
    "bangladeshi": ("Bengali",),
    "filipino": ("Tagalog",),
    "vietnamese": ("Vietnamese",),
    "nepali": ("Nepali",),
    "sri_lankan": ("Sinhala", "Tamil"),
    "chinese": ("Cantonese", "Mandarin"),
    "nigerian": ("Yoruba", "Igbo"),
    "ghanaian": ("Twi",),
    "somali": ("Somali",),
    "eritrean": ("Tigrinya",),
    "zimbabwean": ("Shona",),
    "arabic": ("Arabic",),
    "kurdish": ("Kurdish",),
    "persian": ("Persian", "Dari"),
}
"""Name list to languages that may be the first one at home; English for the rest."""

AT_HOME = 0.6
"""Share of people of such a list whose first language at home is not English. Invented."""


@cache
def _names() -> dict[tuple[str, str], tuple[str, ...]]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return {(row["group"], row["kind"]): tuple(row["names"].split()) for row in csv.DictReader(file)}


@cache
def _weights(count: int) -> tuple[float, ...]:
    """Names at the head of a list are the common ones."""
    return tuple(1 / (place + 12) for place in range(count))


def name_list(ethnicity: str, rng: Random) -> str:
    """The list that the names of someone of this group come from."""
    lists = GROUPS[ethnicity]
    return rng.choices([name for name, _ in lists], [weight for _, weight in lists])[0]


def name(group: str, kind: str, rng: Random) -> str:
    """A name of a list: `girl`, `boy` or `surname`."""
    names = _names()[group, kind]
    return rng.choices(names, _weights(len(names)))[0]


def language(group: str, rng: Random) -> str:
    """The first language at home."""
    languages = LANGUAGES.get(group, ())
    return rng.choice(languages) if languages and rng.random() < AT_HOME else "English"
