"""K1 to K25: published figures come out of their parts, and the shipped tables hold the same parts."""

import re

import pytest

from goldenthread.analysis.catalogue import measures
from goldenthread.analysis.known_answers import KnownAnswer, fault_of, known_answers, ours
from goldenthread.config.commands.measures import not_as_shipped

ANSWERS = {one.name: one for one in known_answers()}


@pytest.mark.parametrize("name", ANSWERS)
def test_a_published_figure_comes_out_of_its_parts(name):
    assert fault_of(ANSWERS[name]) == ""


@pytest.mark.parametrize("name", [name for name, one in ANSWERS.items() if one.cells])
def test_the_shipped_table_holds_the_same_parts(name):
    assert not_as_shipped(ANSWERS[name]) == ""


def test_all_twenty_five_are_there_and_name_measures_that_are_defined():
    assert {int(re.sub(r"\D", "", name)) for name in ANSWERS} == set(range(1, 26))
    assert {one.measure for one in ANSWERS.values()} - {""} <= set(measures())


def test_a_wrong_claim_is_noticed():
    claim = KnownAnswer("K24", "the paper's claim", "change", (186, 364), "65.0")
    assert ours(claim) == "95.7"
    assert "published 65.0" in fault_of(claim)
