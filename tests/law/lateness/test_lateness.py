"""One typed answer: in time, running, late, late and claimed, late and excused."""

from datetime import date

import pytest

from goldenthread.rules.excuses import Excuse, Finding
from goldenthread.rules.lateness import Lateness, Verdict, lateness
from goldenthread.rules.timetable.assessment import final_plan_due
from goldenthread.rules.timetable.review import amendment_notice_due, decision_after_review_due

DUE = final_plan_due(date(2026, 1, 5))
TODAY = date(2026, 12, 1)


def excuse(finding):
    return Excuse(finding.value.replace(" ", "_"), finding, "because", DUE.because)


def test_a_plan_sent_on_day_140_is_in_time():
    found = lateness(DUE, done_on=date(2026, 5, 25), today=TODAY)
    assert found == Lateness(Verdict.IN_TIME, date(2026, 5, 25), date(2026, 5, 25))
    assert str(found) == "in time"
    assert DUE.tightest_on < found.done_on  # with receipt as day 1 it would be a day late


def test_a_plan_sent_on_day_141_is_late_by_a_day():
    found = lateness(DUE, done_on=date(2026, 5, 26), today=TODAY)
    assert (found.verdict, found.days_late, found.days_left) == (Verdict.LATE, 1, None)
    assert str(found) == "late by 1 day"


def test_a_plan_not_sent_yet_is_running_and_says_how_long_is_left():
    found = lateness(DUE, done_on=None, today=date(2026, 5, 1))
    assert (found.verdict, found.days_left, found.days_late) == (Verdict.RUNNING, 24, 0)
    assert str(found) == "running: 24 days left"


def test_on_the_last_day_it_still_runs():
    assert str(lateness(DUE, done_on=None, today=date(2026, 5, 25))) == "running: 0 days left"


def test_the_day_after_it_is_late_though_nothing_was_done():
    found = lateness(DUE, done_on=None, today=date(2026, 5, 27))
    assert (found.verdict, found.done_on, found.days_late) == (Verdict.LATE, None, 2)
    assert str(found) == "late by 2 days"


def test_what_is_dated_after_today_is_not_done_yet():
    found = lateness(DUE, done_on=date(2026, 5, 20), today=date(2026, 5, 19))
    assert (found.verdict, found.done_on) == (Verdict.RUNNING, None)


def test_what_is_done_today_is_done():
    found = lateness(DUE, done_on=date(2026, 5, 20), today=date(2026, 5, 20))
    assert found.verdict is Verdict.IN_TIME


def test_an_excuse_made_out_excuses():
    found = lateness(DUE, done_on=date(2026, 6, 1), today=TODAY, excuses=[excuse(Finding.MADE_OUT)])
    assert found.verdict is Verdict.LATE_EXCUSED
    assert str(found) == "late by 7 days, excused by made_out"
    assert found.refused == ()


def test_an_excuse_claimed_is_said_to_be_claimed():
    found = lateness(DUE, done_on=date(2026, 6, 1), today=TODAY, excuses=[excuse(Finding.CLAIMED)])
    assert found.verdict is Verdict.LATE_EXCUSE_CLAIMED
    assert str(found) == "late by 7 days, excuse claimed: claimed"


def test_an_excuse_refused_leaves_it_late_and_is_kept():
    refused = excuse(Finding.REFUSED)
    found = lateness(DUE, done_on=date(2026, 6, 1), today=TODAY, excuses=[refused])
    assert (found.verdict, found.excused_by, found.refused) == (Verdict.LATE, None, (refused,))


def test_what_was_in_time_needs_no_excuse():
    found = lateness(DUE, done_on=date(2026, 5, 1), today=TODAY, excuses=[excuse(Finding.MADE_OUT)])
    assert (found.verdict, found.excused_by) == (Verdict.IN_TIME, None)


@pytest.mark.parametrize("order", [1, -1])
def test_a_claim_made_out_counts_before_one_that_is_only_claimed(order):
    excuses = [excuse(Finding.CLAIMED), excuse(Finding.MADE_OUT)][::order]
    found = lateness(DUE, done_on=date(2026, 6, 1), today=TODAY, excuses=excuses)
    assert found.excused_by.finding is Finding.MADE_OUT


def test_a_decision_letter_without_its_amendments_is_in_time_and_the_amendments_are_late():
    meeting = date(2026, 11, 5)
    today = date(2027, 2, 1)
    decision = lateness(decision_after_review_due(meeting), done_on=date(2026, 12, 3), today=today)
    notice = lateness(amendment_notice_due(meeting), done_on=date(2027, 1, 8), today=today)
    assert decision.verdict is Verdict.IN_TIME
    assert (notice.verdict, notice.due_on, notice.days_late) == (Verdict.LATE, date(2026, 12, 3), 36)
