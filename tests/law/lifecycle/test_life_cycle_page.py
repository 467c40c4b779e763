"""The page of the life cycle is made from the rules, and the copy in the repository is up to date."""

from __future__ import annotations

from pathlib import Path

from goldenthread.rules.lifecycle import Step
from goldenthread.rules.lifecycle.document import life_cycle_document
from goldenthread.rules.lifecycle.states import State, Track
from goldenthread.rules.lifecycle.table import RULES

PAGE = Path(__file__).parents[3] / "docs" / "law" / "life-cycle.md"


def test_the_page_in_the_repository_is_what_the_rules_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == life_cycle_document(), "run ./gt register"


def test_every_step_has_one_rule_and_is_on_the_page() -> None:
    assert [rule.step for rule in RULES] == list(dict.fromkeys(rule.step for rule in RULES))
    assert {rule.step for rule in RULES} == set(Step)
    page = life_cycle_document()
    assert all(f"| `{step.value}` |" in page for step in Step)


def test_every_state_belongs_to_one_track_and_is_drawn() -> None:
    states = [state for track in Track for state in track.states]
    assert sorted(states, key=lambda state: state.name) == sorted(State, key=lambda state: state.name)
    page = life_cycle_document()
    assert all(f'state "{state.value}" as {state.name}' in page for state in State)


def test_an_unconfirmed_rule_says_so() -> None:
    (row,) = (line for line in life_cycle_document().splitlines() if line.startswith("| `released` |"))
    assert "unconfirmed" in row
