"""What the documentation says can be done can be done, and its decisions are numbered once."""

import re
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DECISIONS = sorted((ROOT / "docs" / "adr").glob("*.md"))
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
RECIPES = set(
    re.findall(r"^([a-z][a-z0-9-]*)(?: \*?[a-z]+)*:(?!=)", (ROOT / "justfile").read_text(), re.MULTILINE)
)
LONGEST_DECISION = 60  # lines: a page


def test_each_decision_has_a_number_of_its_own():
    numbers = Counter(path.name[:4] for path in DECISIONS)
    assert [number for number, count in numbers.items() if count > 1] == []


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_is_titled_by_its_number_and_fits_a_page(path):
    lines = path.read_text().splitlines()
    assert re.match(rf"# {path.name[:4]}\. \w", lines[0])
    assert len(lines) <= LONGEST_DECISION


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_command_that_a_page_shows_exists(path):
    shown = set(re.findall(r"\./gt ([a-z][a-z0-9-]*)", path.read_text()))
    assert shown <= RECIPES, f"no such command: {sorted(shown - RECIPES)}"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_file_that_a_page_links_to_exists(path):
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", path.read_text())
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_every_variable_that_the_code_reads_is_explained_and_no_other():
    read = set()
    for path in (ROOT / "src").rglob("*.py"):
        read |= set(re.findall(r"GOLDEN_THREAD_[A-Z_]*[A-Z]", path.read_text()))
    read |= {"GOLDEN_THREAD_BROWSER"}  # the tests' own
    read -= {"GOLDEN_THREAD_CONDUCTED"}  # between our own processes
    told = set(
        re.findall(r"^\| `(GOLDEN_THREAD_[A-Z_]+)`", (ROOT / "DEVELOPERS.md").read_text(), re.MULTILINE)
    )
    assert told == read
