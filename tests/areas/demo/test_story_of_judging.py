"""The story's promises are judged by evidence, and those that families do not feel are not green."""

from datetime import date

import pytest

from goldenthread.audit.scope import Scope
from goldenthread.demo.story import judging, plans, said_of_us, voice
from goldenthread.improvement.judging.values import State, Test
from goldenthread.improvement.models import Judgement, PromiseMeasure
from goldenthread.improvement.queries.judged import in_order_of_need

pytestmark = pytest.mark.django_db

BY = Scope.system("a test")


@pytest.fixture
def story(always_on, measured_set):
    always_on(date(2025, 2, 3))
    voice.keep_voices(BY)
    said_of_us.keep_documents(BY)
    plans.begin_plans(BY)
    judging.attach_and_judge(BY)
    return {one.promise.code: one.five for one in in_order_of_need(BY)}


def test_what_families_do_not_feel_is_not_green(story):
    """The Department, the committee and the forum said so of all of it: the impact is not felt yet."""
    assert {code: five.of(Test.FELT).state for code, five in story.items()} == {
        "1": State.NO,
        "2": State.NO,
        "3": State.NO,
        "4": State.NO,
        "5": State.NO_EVIDENCE,
    }
    assert not any(one.state is State.YES for five in story.values() for one in five.verdicts)


def test_the_promise_without_anything_attached_stands_first(story):
    assert next(iter(story)) == "5"


def test_a_felt_that_is_no_says_how_many_answered_and_who_did_not(story):
    found = story["4"].of(Test.FELT)
    assert "31% said so to “When we write or call, somebody answers”" in found.says
    assert "268 of 2,150 families replied (12%). Families who speak another language" in found.limit


def test_what_is_invented_says_so_and_it_is_done_once(story):
    assert all(one.is_example for one in PromiseMeasure.objects.all())
    assert judging.is_judged(BY)
    before = Judgement.objects.count()
    judging.judging_promises.judge(by=BY)
    assert Judgement.objects.count() == before
