"""How often a plan is reviewed, by kind of plan and stage of education."""

from datetime import date

import pytest

from goldenthread.rules.refusals import NotUnderstood
from goldenthread.rules.timetable.review_cycle import Stage, cycle_on, next_review_due


def test_today_every_stage_has_the_same_twelve_months():
    today = date(2026, 11, 22)
    assert {str(cycle_on(today, "EHC plan", stage).value) for stage in (*Stage, None)} == {"12 months"}


def test_a_kind_of_plan_the_law_does_not_know_is_refused_and_the_known_named():
    with pytest.raises(NotUnderstood, match="no Individual Support Plan on 2026-11-22, only: EHC plan"):
        next_review_due(date(2026, 11, 22), plan_kind="Individual Support Plan")


def test_the_kind_of_plan_is_read_whatever_its_capitals():
    assert next_review_due(date(2026, 2, 10), plan_kind="ehc plan").due_on == date(2027, 2, 9)
