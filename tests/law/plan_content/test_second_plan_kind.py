"""A second kind of plan is dated values: proved with a pack that exists only here, in force 1 September 2029.

It adds an Individual Support Plan, made by the school and reviewed yearly, beside the EHC plan, whose review
at school age moves to phase transfer. It is no forecast.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.rules.counting import Counting
from goldenthread.rules.deadline import Limit, Unit
from goldenthread.rules.duties import Party
from goldenthread.rules.law import Confirmed, Kind, NotInForce, Pack, Source, Version
from goldenthread.rules.plan_content import (
    PLAN_KINDS,
    Circumstances,
    Need,
    Plan,
    PlanKind,
    PlanStage,
    Provision,
    Requirement,
    Section,
    missing_from_plan,
    must_hold,
    plan_kind_called,
    plan_kinds_on,
)
from goldenthread.rules.timetable.review_cycle import (
    EHC_PLAN,
    REVIEW_SCHEMES,
    ReviewRule,
    Stage,
    next_review_due,
)

IN_FORCE = date(2029, 9, 1)
REFORM_ACT = Source(Kind.STATUTE, "An imagined Act of 2029", "section 2", "", Confirmed.UNCONFIRMED)
SUPPORT_PLAN = "Individual Support Plan"
YEARLY = Limit(12, Unit.MONTHS, Counting.MONTHS_BEGINNING_WITH)


class Part(Enum):
    BARRIERS = "barriers"
    SUPPORT = "support"


SUPPORT_PLAN_KIND = PlanKind(
    SUPPORT_PLAN,
    Party.INSTITUTION,
    tuple(Part),
    tuple(
        Requirement(part, "says something", REFORM_ACT, lambda plan, _, part=part: bool(plan.texts.get(part)))
        for part in Part
    ),
)
PACK = Pack(
    "reform of 2029",
    {
        PLAN_KINDS.name: Version(IN_FORCE, (*PLAN_KINDS.versions[-1].value, SUPPORT_PLAN_KIND), REFORM_ACT),
        REVIEW_SCHEMES.name: Version(
            IN_FORCE,
            (
                ReviewRule(EHC_PLAN, frozenset({Stage.EARLY_YEARS, Stage.POST_16}), YEARLY, Party.COUNCIL),
                ReviewRule(EHC_PLAN, frozenset({Stage.SCHOOL_AGE}), None, Party.COUNCIL),
                ReviewRule(SUPPORT_PLAN, frozenset(Stage), YEARLY, Party.INSTITUTION),
            ),
            REFORM_ACT,
        ),
    },
)
REFORMED = PLAN_KINDS.amended_by(PACK)
REFORMED_REVIEWS = REVIEW_SCHEMES.amended_by(PACK)
CHILD = Circumstances(PlanStage.FINAL, age=10, year_group=5)

days_before = st.dates(date(2014, 9, 1), IN_FORCE - timedelta(days=1))
circumstances = st.builds(
    Circumstances,
    st.sampled_from(PlanStage),
    age=st.integers(0, 25),
    year_group=st.integers(-4, 20),
    educated_otherwise=st.booleans(),
    has_direct_payments=st.booleans(),
)
plans = st.builds(
    Plan,
    st.dictionaries(st.sampled_from(Section), st.sampled_from(("", "Words"))),
    needs=st.sampled_from(((), (Need("B1", "A need"),))),
    provisions=st.sampled_from(((), (Provision("Help", for_needs=("B1",)),))),
    setting_type=st.sampled_from(("", "special school")),
)


def test_both_kinds_live_side_by_side_from_the_day() -> None:
    assert [kind.name for kind in plan_kinds_on(IN_FORCE, kinds=REFORMED)] == [EHC_PLAN, SUPPORT_PLAN]
    assert plan_kind_called(SUPPORT_PLAN, IN_FORCE, kinds=REFORMED).made_by is Party.INSTITUTION
    assert plan_kind_called(EHC_PLAN, IN_FORCE, kinds=REFORMED).made_by is Party.COUNCIL


def test_the_day_before_nobody_has_heard_of_the_new_kind() -> None:
    eve = IN_FORCE - timedelta(days=1)
    with pytest.raises(NotInForce, match="knows no plan called Individual Support Plan"):
        missing_from_plan(Plan({}), CHILD, eve, kind=SUPPORT_PLAN, kinds=REFORMED)
    assert plan_kinds_on(eve, kinds=REFORMED) == plan_kinds_on(eve)


def test_without_the_pack_the_new_kind_is_never_known() -> None:
    with pytest.raises(NotInForce):
        plan_kind_called(SUPPORT_PLAN, date(2040, 1, 1))


def test_the_new_kind_is_checked_by_its_own_sections() -> None:
    half = Plan({Part.BARRIERS: "Reading"})
    (gap,) = missing_from_plan(half, CHILD, IN_FORCE, kind=SUPPORT_PLAN, kinds=REFORMED)
    assert (gap.section, gap.source) == (Part.SUPPORT, REFORM_ACT)
    assert must_hold(Part.SUPPORT, CHILD, IN_FORCE, kind=SUPPORT_PLAN, kinds=REFORMED) != ()


def test_reviews_follow_the_kind_and_the_stage() -> None:
    reviewed, transfer = date(2030, 1, 10), date(2033, 2, 14)
    school_age = next_review_due(
        reviewed, None, EHC_PLAN, Stage.SCHOOL_AGE, transfer, schemes=REFORMED_REVIEWS
    )
    support = next_review_due(reviewed, None, SUPPORT_PLAN, Stage.SCHOOL_AGE, schemes=REFORMED_REVIEWS)
    assert (school_age.due_on, support.due_on) == (transfer, date(2031, 1, 9))


@given(plans, circumstances, days_before)
def test_every_earlier_answer_about_a_plan_is_untouched(plan: Plan, child: Circumstances, day: date) -> None:
    assert missing_from_plan(plan, child, day, kinds=REFORMED) == missing_from_plan(plan, child, day)
    assert plan_kinds_on(day, kinds=REFORMED) == plan_kinds_on(day)


@given(days_before)
def test_every_earlier_review_date_is_untouched(day: date) -> None:
    assert next_review_due(day, schemes=REFORMED_REVIEWS) == next_review_due(day)
