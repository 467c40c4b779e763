"""Reform is added as dated values: proved with a pack that exists only here.

It comes into force on 1 September 2029. It brings in an Individual Support Plan (the school's duty, reviewed
yearly) and moves the review of school-age EHC plans from yearly to each phase transfer. It is no forecast.
"""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.rules.answers import answer
from goldenthread.rules.counting import Counting
from goldenthread.rules.deadline import Deadline, Limit, Unit, deadline_after, fixed
from goldenthread.rules.duties import Declaration, Declarations, Party
from goldenthread.rules.law import Confirmed, Kind, NotInForce, Pack, Parameter, Source, Version
from goldenthread.rules.refusals import NotUnderstood
from goldenthread.rules.register import ENGLAND
from goldenthread.rules.register_page import register_page
from goldenthread.rules.timetable.phase_transfer import Phase, phase_transfer_due
from goldenthread.rules.timetable.review_cycle import EHC_PLAN, REVIEW_SCHEMES, ReviewRule, Stage

IN_FORCE = date(2029, 9, 1)
REFORM_ACT = Source(Kind.STATUTE, "An imagined Act of 2029", "section 1", "", Confirmed.UNCONFIRMED)
YEARLY = Limit(12, Unit.MONTHS, Counting.MONTHS_BEGINNING_WITH)
ISP = "Individual Support Plan"

PACK = Pack(
    "reform of 2029",
    {
        REVIEW_SCHEMES.name: Version(
            IN_FORCE,
            (
                ReviewRule(EHC_PLAN, frozenset({Stage.EARLY_YEARS, Stage.POST_16}), YEARLY, Party.COUNCIL),
                ReviewRule(EHC_PLAN, frozenset({Stage.SCHOOL_AGE}), None, Party.COUNCIL),
                ReviewRule(ISP, frozenset(Stage), YEARLY, Party.INSTITUTION),
            ),
            REFORM_ACT,
        )
    },
)
NEW = Declarations("Individual Support Plan")
TIME_TO_MAKE_AN_ISP = fixed(
    "time to make an Individual Support Plan",
    Limit(6, Unit.WEEKS, Counting.WITHIN, "you asked"),
    REFORM_ACT,
    IN_FORCE,
)


def individual_support_plan_due(
    support_asked_for_on: date, *, limit: Parameter[Limit] = TIME_TO_MAKE_AN_ISP
) -> Deadline:
    """The school makes the plan within six weeks (imagined)."""
    return deadline_after(support_asked_for_on, limit.on(support_asked_for_on))


NEW.declare(
    individual_support_plan_due,
    Declaration(
        title="Make an Individual Support Plan",
        party=Party.INSTITUTION,
        must="make an Individual Support Plan",
        what="The school must make the plan by {day}.",
        if_not="If it has not, ask the school why.",
        inputs={"support_asked_for_on": "the day support was asked for"},
    ),
)


REFORMED = ENGLAND.amended_by(PACK, NEW)


def asked(register, name, **inputs):
    return answer(register.duties[name], inputs).deadline


def test_a_school_age_plan_reviewed_under_the_new_law_waits_for_the_phase_transfer():
    transfer = phase_transfer_due(Phase.PRIMARY_TO_SECONDARY, 2033).due_on
    due = asked(
        REFORMED,
        "next_review",
        last_reviewed_on=date(2030, 1, 10),
        stage=Stage.SCHOOL_AGE,
        next_transfer_due_on=transfer,
    )
    day = date(2033, 2, 14)
    assert due == Deadline(day, day, None, Counting.BEFORE_A_DATE, REFORM_ACT, date(2030, 1, 10))


def test_it_explains_itself_by_the_new_law():
    inputs = {
        "last_reviewed_on": date(2030, 1, 10),
        "stage": Stage.SCHOOL_AGE,
        "next_transfer_due_on": date(2033, 2, 14),
    }
    plain = answer(REFORMED.duties["next_review"], inputs).plain
    assert "by Monday 14 February 2033" in plain
    assert "before the next move, not each year" in plain
    assert "We are still checking this rule." in plain


@pytest.mark.parametrize("stage", [Stage.EARLY_YEARS, Stage.POST_16])
def test_other_stages_stay_yearly(stage):
    due = asked(REFORMED, "next_review", last_reviewed_on=date(2030, 1, 10), stage=stage)
    assert due.due_on == date(2031, 1, 9)


def test_a_plan_last_reviewed_the_day_before_keeps_its_year():
    due = asked(REFORMED, "next_review", last_reviewed_on=IN_FORCE - timedelta(days=1))
    assert due == asked(ENGLAND, "next_review", last_reviewed_on=IN_FORCE - timedelta(days=1))


@pytest.mark.parametrize("name", ["next_review", "first_review"])
def test_the_new_law_needs_the_stage_and_says_so(name):
    day = ENGLAND.duties[name].inputs[0].name
    with pytest.raises(NotUnderstood, match="say the stage"):
        asked(REFORMED, name, **{day: IN_FORCE})


@pytest.mark.parametrize("name", ["next_review", "first_review"])
def test_the_new_law_needs_the_transfer_of_a_school_age_plan_and_says_so(name):
    day = ENGLAND.duties[name].inputs[0].name
    with pytest.raises(NotUnderstood, match="say next_transfer_due_on"):
        asked(REFORMED, name, **{day: IN_FORCE, "stage": Stage.SCHOOL_AGE})


def test_a_school_age_plan_first_made_under_the_new_law_waits_for_the_transfer_too():
    due = asked(
        REFORMED,
        "first_review",
        plan_made_on=IN_FORCE,
        stage=Stage.SCHOOL_AGE,
        next_transfer_due_on=date(2031, 2, 14),
    )
    assert due.due_on == date(2031, 2, 14)


def test_an_individual_support_plan_lives_beside_the_ehc_plan():
    due = asked(REFORMED, "next_review", last_reviewed_on=date(2030, 1, 10), plan_kind=ISP)
    assert due.due_on == date(2031, 1, 9)
    assert asked(REFORMED, "individual_support_plan", support_asked_for_on=IN_FORCE).due_on == date(
        2029, 10, 13
    )


def test_there_is_no_individual_support_plan_before_the_new_law():
    with pytest.raises(NotUnderstood, match="knows no Individual Support Plan on 2029-08-31"):
        asked(REFORMED, "next_review", last_reviewed_on=date(2029, 8, 31), plan_kind=ISP)
    with pytest.raises(NotInForce):
        asked(REFORMED, "individual_support_plan", support_asked_for_on=date(2029, 8, 31))


def test_the_register_of_the_new_law_shows_old_and_new_side_by_side():
    page = register_page(REFORMED)
    assert "from Saturday 1 September 2029: EHC plan at early years, post-16: within 12 months" in page
    assert "EHC plan at school age: at each phase transfer" in page
    assert "Make an Individual Support Plan" in page


def test_a_name_cannot_be_declared_twice():
    twice = Declarations("again")
    twice.duties.extend(NEW.duties)
    with pytest.raises(ValueError, match="two duties are called individual_support_plan"):
        ENGLAND.amended_by(PACK, NEW, twice)


def test_a_duty_must_cite_a_source():
    with pytest.raises(ValueError, match="uncited cites no source"):
        Declarations("nowhere").declare(uncited_due, replace(NEW.duties[0].declared, inputs={"on": "a day"}))


def uncited_due(on: date) -> Deadline:
    return deadline_after(on, TIME_TO_MAKE_AN_ISP.on(on))


DAYS_BEFORE = st.dates(date(2015, 9, 1), IN_FORCE - timedelta(days=1))
REVIEWS = ("first_review", "next_review", "latest_review_meeting")


@given(DAYS_BEFORE, st.sampled_from(REVIEWS))
def test_every_earlier_answer_about_reviews_is_untouched(day, name):
    inputs = {ENGLAND.duties[name].inputs[0].name: day}
    assert asked(REFORMED, name, **inputs) == asked(ENGLAND, name, **inputs)


def test_every_duty_that_the_pack_does_not_amend_is_the_same_object():
    changed = {name for name, duty in ENGLAND.duties.items() if REFORMED.duties[name] is not duty}
    assert changed == set(REVIEWS)
