"""The glossary's words are those of the code: every name that it gives exists."""

import re
from importlib import import_module
from pathlib import Path

import pytest

GLOSSARY = (Path(__file__).resolve().parents[2] / "GLOSSARY.md").read_text()
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in GLOSSARY.splitlines()
    if line.startswith("|") and not line.startswith(("|---", "| word", "| short"))
]
NAMES = sorted({row[2].strip("`") for row in ROWS if len(row) == 3 and row[2]})


def resolved(name):
    """The module or what is in it. Raises where there is no such thing."""
    module, *rest = name.split(".")
    found = import_module(f"goldenthread.{module}")
    path = f"goldenthread.{module}"
    for part in rest:
        path = f"{path}.{part}"
        found = getattr(found, part) if hasattr(found, part) else import_module(path)
    return found


def test_the_glossary_names_code():
    assert len(NAMES) > 50


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_the_glossary_gives_is_in_the_code(name):
    resolved(name)


def test_a_name_that_is_not_in_the_code_is_noticed():
    with pytest.raises(ModuleNotFoundError):
        resolved("casework.models.NoSuchThing")


def test_every_word_has_a_meaning_of_one_line_and_stands_once():
    assert all(len(row) in (2, 3) and row[0] and row[1] for row in ROWS)
    words = [row[0].casefold() for row in ROWS]
    assert sorted(words) == sorted(set(words))


def test_abbreviations_are_in_order():
    table = GLOSSARY.split("## Abbreviations")[1]
    short = [
        re.sub(r"\W", "", row.split("|")[1].split(",")[0]).casefold()
        for row in table.splitlines()
        if re.match(r"\| [A-Z]", row)
    ]
    assert short == sorted(short)
