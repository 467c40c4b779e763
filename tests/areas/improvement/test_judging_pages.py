"""The pages of the five tests, as an improvement lead uses them and the forum reads them."""

import html
import re
from datetime import date

import pytest
from django.urls import reverse

import factories
from goldenthread.accounts.roles import Role
from goldenthread.improvement.actions import judging
from goldenthread.improvement.actions.judging import MeasureDetails
from goldenthread.improvement.models import PromiseMeasure, PromiseVoice
from goldenthread.voice.models import Heard

pytestmark = pytest.mark.django_db

BACKLOG = MeasureDetails("backlog", 40, date(2023, 12, 31), "The board's paper", 0, date(2025, 12, 31))
TYPED = {
    "measure": "backlog", "baseline": "40", "source": "The board’s paper", "target": "0",
    "baseline_on-day": "31", "baseline_on-month": "12", "baseline_on-year": "2023",
    "target_on-day": "31", "target_on-month": "12", "target_on-year": "2025",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _on_the_third_of_february(always_on):
    always_on(date(2025, 2, 3))


@pytest.fixture
def at_work(client):
    client.force_login(factories.user(Role.IMPROVEMENT_LEAD))
    return client


@pytest.fixture
def reader(client):
    client.force_login(factories.user(Role.FORUM_MEMBER))
    return client


def words(response) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())


def test_the_page_of_a_promise_shows_five_tests_and_what_it_is_judged_by(at_work, by, promises, measured_set):
    judging.attach_measure(promises[0], BACKLOG, by=by)
    page = words(at_work.get(reverse("promise", args=[promises[0].pk])))
    for says in ("Done No evidence", "Felt No evidence", "Lasting Not known", "Nobody can set them by hand."):
        assert says in page
    assert "40 children on 31 December 2023, 1 child in" in page
    assert "The board's paper" in page
    assert "Attach a voice of families" in page


def test_a_reader_is_offered_nothing_to_change(reader, by, promises, measured_set):
    judging.attach_measure(promises[0], BACKLOG, by=by)
    page = words(reader.get(reverse("promise", args=[promises[0].pk])))
    assert "Measures that it is judged by" in page
    assert "Attach a" not in page
    assert "Take off" not in page


def test_a_measure_is_attached_on_a_page_and_the_tests_follow(at_work, promises, measured_set):
    address = reverse("attach-measure", args=[promises[0].pk])
    assert "Children waiting more than 20 weeks" in words(at_work.get(address))
    answer = at_work.post(address, TYPED, follow=True)
    assert "Attached. The tests were worked out again." in words(answer)
    row = PromiseMeasure.objects.get()
    assert (row.baseline, row.target_on) == (40, date(2025, 12, 31))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"measure": ""}, "Choose the measure"),
        ({"baseline": "many"}, "Where it stood must be a number, like 12 or 51.3"),
        ({"target": "50"}, "Where it will stand must be lower than where it stood"),
        ({"target_on-year": "2022"}, "must be after the day it stood there"),
        ({"source": ""}, "Enter who says so"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(at_work, promises, change, says):
    answer = at_work.post(
        reverse("attach-measure", args=[promises[0].pk]), TYPED | {"source": "A paper"} | change
    )
    assert answer.status_code == 422
    assert says in words(answer)
    assert ("A paper" in answer.content.decode()) == ("source" not in change)
    assert not PromiseMeasure.objects.exists()


def test_the_same_measure_twice_is_said_on_the_form(at_work, by, promises):
    judging.attach_measure(promises[0], BACKLOG, by=by)
    answer = at_work.post(reverse("attach-measure", args=[promises[0].pk]), TYPED)
    assert answer.status_code == 422
    assert "is judged by this measure already" in words(answer)


def test_what_is_taken_off_stays_to_be_read(at_work, by, promises):
    row = judging.attach_measure(promises[0], BACKLOG, by=by)
    address = reverse("take-off-measure", args=[row.pk])
    assert "Children waiting more than 20 weeks" in words(at_work.get(address))
    assert at_work.post(address, {"because": ""}).status_code == 422
    page = words(at_work.post(address, {"because": "The count says more"}, follow=True))
    assert "Taken off on 3 February 2025: The count says more" in page


def test_a_voice_is_attached_and_taken_off(at_work, promises):
    heard = Heard.objects.create(
        theme="Answers", said="Nobody rings back", said_by="Parents", said_on=date(2024, 11, 4),
        added_at="2024-11-05T09:00Z", added_by_name="A test",
    )  # fmt: skip
    address = reverse("attach-voice", args=[promises[0].pk])
    assert "Choose what families say" in words(at_work.post(address, {"voice": ""}))
    page = words(at_work.post(address, {"voice": f"heard-{heard.pk}"}, follow=True))
    assert "Nobody rings back" in page
    assert "Felt Not known" in page
    assert "is attached to the promise already" in words(
        at_work.post(address, {"voice": f"heard-{heard.pk}"})
    )
    row = PromiseVoice.objects.get()
    off = reverse("take-off-voice", args=[row.pk])
    assert "Nobody rings back" in words(at_work.get(off))
    assert "Felt No evidence" in words(
        at_work.post(off, {"because": "It is about another promise"}, follow=True)
    )


def test_all_promises_stand_with_those_without_evidence_first(reader, by, promises, measured_set):
    judging.attach_measure(promises[0], BACKLOG, by=by)
    judging.judge(by=by)
    page = words(reader.get(reverse("promises")))
    assert "2 promises are open. 1 has neither a measure nor a voice of families." in page
    assert page.index("2: We know the day") < page.index("1: We know the day")


def test_the_tests_are_worked_out_on_request_in_the_background(at_work, promises):
    page = words(at_work.post(reverse("judge-promises"), follow=True))
    assert "The tests are being worked out." in page


def test_how_a_promise_was_judged_stands_with_its_reasons(reader, by, promises, measured_set):
    judging.judge(by=by)
    judging.attach_measure(promises[0], BACKLOG, by=by)
    page = words(reader.get(reverse("judgements", args=[promises[0].pk])))
    assert "Working: Not yet, No evidence before" in page
    assert "because a measure was attached. Figures as at 16 January 2025." in page
    assert "no authority has set them" in page


def test_a_plan_shows_the_five_in_a_row(reader, by, promises):
    judging.judge(by=by)
    page = words(reader.get(reverse("plan", args=[promises[0].theme.plan_id])))
    assert "Milestones: None promised" in page
    assert "Done No evidence" in page


def test_a_promise_that_is_not_there_is_not_found(at_work):
    for name in ("judgements", "attach-measure", "attach-voice", "take-off-measure", "take-off-voice"):
        assert at_work.get(reverse(name, args=[987_654])).status_code == 404
