"""Keep the plan while an appeal against ceasing may be brought or is open: section 45(4)."""

from datetime import date

import pytest

from goldenthread.rules.counting import Counting
from goldenthread.rules.refusals import NoDateYet
from goldenthread.rules.sources import tribunal_rule
from goldenthread.rules.timetable.appeals import (
    TIME_TO_APPEAL_AFTER_CERTIFICATE,
    TIME_TO_APPEAL_AFTER_DECISION,
    plan_held_until_due,
)

SENT = date(2026, 7, 20)


def test_without_an_appeal_it_is_kept_until_the_time_to_appeal_has_passed():
    due = plan_held_until_due(SENT)
    assert (due.due_on, due.raw_on, due.counted_from) == (date(2026, 9, 21), date(2026, 9, 20), SENT)
    assert due.counting is Counting.TRIBUNAL_MONTHS
    assert due.limit == TIME_TO_APPEAL_AFTER_DECISION.on(SENT).value
    assert due.because.provision == "section 45(4)"
    assert due.because.confirmed.value == "read"


def test_a_certificate_lengthens_it():
    due = plan_held_until_due(SENT, certificate_issued_on=date(2026, 9, 10))
    assert (due.due_on, due.counted_from) == (date(2026, 10, 12), date(2026, 9, 10))
    assert due.limit == TIME_TO_APPEAL_AFTER_CERTIFICATE.on(SENT).value


def test_on_the_literal_edge_it_keeps_the_other_reading():
    assert plan_held_until_due(date(2027, 5, 31)).alternative_on == date(2027, 9, 1)


def test_while_the_appeal_is_open_there_is_no_date_and_the_section_is_cited():
    with pytest.raises(
        NoDateYet, match=r"^The plan must be kept until the appeal is determined\."
    ) as open_ended:
        plan_held_until_due(SENT, appeal_lodged_on=date(2026, 9, 1))
    assert open_ended.value.because.provision == "section 45(4)"
    assert open_ended.value.reason.endswith("There is no date for that yet.")


def test_once_the_appeal_is_determined_that_is_the_day():
    day = date(2027, 1, 15)
    due = plan_held_until_due(SENT, appeal_lodged_on=date(2026, 9, 1), appeal_determined_on=day)
    assert (due.due_on, due.raw_on, due.alternative_on) == (day, day, None)
    assert (due.counting, due.counted_from, due.limit) == (Counting.ON_THE_DAY, SENT, None)
    assert due.because.provision == "section 45(4)"


def test_the_limits_may_be_amended():
    amended = plan_held_until_due(
        SENT,
        date(2026, 9, 10),
        after_decision=TIME_TO_APPEAL_AFTER_CERTIFICATE,
        after_certificate=TIME_TO_APPEAL_AFTER_DECISION,
    )
    assert amended.raw_on == date(2026, 11, 10)
    assert amended.because != tribunal_rule("20(1)(c)", amended.because.confirmed)
