"""Whoever follows the guide to a measure gets one: its own blocks, from an empty folder to the catalogue."""

import importlib
import re
import sys
from pathlib import Path

import pytest

from goldenthread.analysis import catalogue
from goldenthread.analysis import measures as measures_package
from goldenthread.analysis.measure_answers import faults_of, worked_answer
from goldenthread.analysis.measuring import measuring

GUIDE = Path(__file__).resolve().parents[3] / "docs" / "guides" / "add-a-measure.md"
BLOCKS = dict(re.findall(r"```(?:yaml|python) (\S+)\n(.*?)```", GUIDE.read_text(), re.DOTALL))
NAME = "requests_withdrawn"


@pytest.fixture
def followed(tmp_path, monkeypatch):
    """The folder that the guide makes, where measures are found."""
    folder = tmp_path / NAME
    folder.mkdir()
    (folder / "__init__.py").write_text('"""Requests withdrawn."""\n')
    for name, text in BLOCKS.items():
        (folder / name).write_text(text)
    monkeypatch.setattr(measures_package, "__path__", [*measures_package.__path__, str(tmp_path)])
    importlib.invalidate_caches()
    yield tmp_path
    for name in [name for name in sys.modules if name.endswith((f".{NAME}", f".{NAME}.expression"))]:
        del sys.modules[name]


def test_the_guide_gives_every_file_of_a_measure():
    assert list(BLOCKS) == ["definition.yaml", "worked_answer.yaml", "expression.py"]


def test_the_measure_of_the_guide_is_whole_and_gives_its_answer(followed):
    measure = catalogue.read_definition(followed / NAME / "definition.yaml")
    assert measure.title == "Requests withdrawn"
    assert faults_of(measure, worked_answer(measure, followed)) == []


def test_it_computes_over_a_return_with_every_breakdown_and_can_be_walked(followed, sixty, sixty_settings):
    measure = catalogue.read_definition(followed / NAME / "definition.yaml")
    with measuring(sixty, sixty_settings) as running:
        figures = running.figures(measure).to_pylist()
        year = next(row for row in figures if row["by"] == "year" and not row["dimension"])
        behind = running.records_behind(measure, by="year", period=year["period"])
    assert {row["dimension"] for row in figures} > {"", "need", "sex"}
    assert len(behind) == year["records"]


def test_an_answer_that_does_not_hold_is_told_with_both_sides(followed):
    worked = followed / NAME / "worked_answer.yaml"
    worked.write_text(worked.read_text().replace("value: 25}", "value: 30}"))
    measure = catalogue.read_definition(followed / NAME / "definition.yaml")
    (fault,) = faults_of(measure, worked_answer(measure, followed))
    assert "'value': '25'" in fault
    assert "'value': '30'" in fault
