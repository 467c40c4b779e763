"""Which reasons can end a plan, at which age: sections 45 and 46, regulations 29 and 30."""

from __future__ import annotations

from datetime import date

import pytest

from goldenthread.rules.law import NotInForce
from goldenthread.rules.rights import Ceasing, Reason, ReviewFound, may_cease_because

ON = date(2026, 10, 1)
SEVENTEEN, EIGHTEEN, NINETEEN = date(2008, 10, 2), date(2008, 10, 1), date(2007, 10, 1)
TWENTY_FOUR, TWENTY_FIVE = date(2001, 10, 2), date(2001, 10, 1)


def test_under_19_a_plan_that_is_no_longer_necessary_may_cease() -> None:
    for born_on in (date(2018, 1, 1), SEVENTEEN, EIGHTEEN):
        assert may_cease_because(Ceasing(born_on, Reason.NOT_NECESSARY), ON)


def test_from_19_the_outcomes_are_weighed_first() -> None:
    answer = may_cease_because(Ceasing(NINETEEN, Reason.NOT_NECESSARY), ON)
    assert not answer
    assert answer.source.provision == "section 45(3)"
    assert may_cease_because(Ceasing(NINETEEN, Reason.NOT_NECESSARY, outcomes_weighed=True), ON)


def test_under_18_stopping_attending_never_ends_a_plan() -> None:
    for found in (None, *ReviewFound):
        answer = may_cease_because(Ceasing(SEVENTEEN, Reason.STOPPED_ATTENDING, review_found=found), ON)
        assert not answer
        assert answer.source.provision == "regulation 29"


@pytest.mark.parametrize(
    ("found", "may"),
    [
        (None, False),
        (ReviewFound.SHOULD_RETURN, False),
        (ReviewFound.DO_NOT_WISH, True),
        (ReviewFound.NOT_APPROPRIATE, True),
    ],
)
def test_from_18_stopping_attending_ends_a_plan_only_by_what_a_review_found(
    found: ReviewFound | None, may: bool
) -> None:
    answer = may_cease_because(Ceasing(EIGHTEEN, Reason.STOPPED_ATTENDING, review_found=found), ON)
    assert answer.yes is may
    assert answer.source.provision == "regulation 30"


def test_age_alone_ends_no_plan_before_25() -> None:
    for born_on in (SEVENTEEN, NINETEEN, TWENTY_FOUR):
        answer = may_cease_because(Ceasing(born_on, Reason.AGE), ON)
        assert not answer
        assert answer.source.provision == "paragraph 9.200"


def test_at_25_a_plan_may_be_kept_to_the_end_of_the_academic_year() -> None:
    answer = may_cease_because(Ceasing(TWENTY_FIVE, Reason.AGE), ON)
    assert answer
    assert "until Saturday 31 July 2027" in answer.because


def test_a_plan_may_cease_for_someone_who_is_no_longer_the_authoritys_responsibility() -> None:
    assert (
        "transfers the plan instead"
        in may_cease_because(Ceasing(SEVENTEEN, Reason.NOT_RESPONSIBLE), ON).because
    )


def test_no_reason_is_judged_before_the_act() -> None:
    with pytest.raises(NotInForce):
        may_cease_because(Ceasing(date(2000, 1, 1), Reason.NOT_RESPONSIBLE), date(2014, 8, 31))
