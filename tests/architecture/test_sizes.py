"""Small modules, short functions, no drawers for odds and ends."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "goldenthread"
LONGEST_MODULE = 400
LONGEST_FUNCTION = 60
DRAWERS = {"utils", "helpers", "common", "misc", "manager", "managers", "base", "services", "util"}
NOT_DRAWERS = {"config/settings/base.py": "Django's own name for the settings that others build on"}

MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts)


def name_of(path):
    return str(path.relative_to(PACKAGE))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_modules_and_functions_stay_small(path):
    text = path.read_text()
    assert len(text.splitlines()) <= LONGEST_MODULE
    long = [
        node.name
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno >= LONGEST_FUNCTION
    ]
    assert not long


def test_nothing_is_named_for_being_useful():
    found = {name_of(path) for path in MODULES if {path.stem, path.parent.name} & DRAWERS}
    assert found == set(NOT_DRAWERS)


def test_imports_stand_at_the_top():
    inside = [
        f"{name_of(path)}:{node.lineno}"
        for path in MODULES
        for function in ast.walk(ast.parse(path.read_text()))
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert not inside
