"""Every threat that the threat model names has a control, and every control a test that is there."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "threat-model.md").read_text()
ROWS = [
    line for line in PAGE.splitlines() if line.startswith("|") and not line.startswith(("|---", "| threat"))
]
TESTS = re.findall(r"`(tests/[\w/.]+)::(\w+)`", PAGE)
NAMED = ("parents", "Refuge", "insiders", "laptop", "mail", "Hostile files", "Supplier")
LONGEST = 110  # lines: two pages


@pytest.mark.parametrize(("path", "name"), TESTS, ids=[name for _, name in TESTS])
def test_the_test_that_a_control_names_is_there(path, name):
    tree = ast.parse((ROOT / path).read_text())
    assert name in {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_every_row_has_a_control_and_a_test():
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in ROWS]
    assert len(TESTS) == len(cells) > 20
    assert all(control and "::" in test for _, control, test in cells)


@pytest.mark.parametrize("word", NAMED)
def test_every_threat_that_was_asked_for_is_there(word):
    assert any(f"{word}" in row for row in ROWS)


@pytest.mark.parametrize("page", ["threat-model.md", "dpia.md"])
def test_each_is_under_two_pages(page):
    assert len((ROOT / "docs" / page).read_text().splitlines()) < LONGEST
