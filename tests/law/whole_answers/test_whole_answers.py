"""Answers that are worked out from other answers carry everything an answer should, not only a day."""

from datetime import date

from goldenthread.rules.counting import Counting
from goldenthread.rules.deadline import Deadline, Limit, Unit
from goldenthread.rules.duties import Party
from goldenthread.rules.register import ENGLAND
from goldenthread.rules.register_page import register_page
from goldenthread.rules.sources import act, planning
from goldenthread.rules.timetable.advice import advice_expected_due
from goldenthread.rules.timetable.age import plan_kept_at_25_due, year_9_begins_due
from goldenthread.rules.timetable.appeals import TIME_TO_APPEAL_AFTER_DECISION, appeal_due
from goldenthread.rules.timetable.draft import (
    TIME_FOR_REPRESENTATIONS,
    final_plan_earliest_due,
    latest_draft_due,
)
from goldenthread.rules.timetable.moves import plan_transfer_due, review_after_transfer_due
from goldenthread.rules.timetable.orders import Order, tribunal_order_due
from goldenthread.rules.timetable.phase_transfer import Phase, phase_transfer_due
from goldenthread.rules.timetable.review_cycle import ReviewRule, Stage, latest_review_meeting_due

ASKED = date(2026, 1, 5)


def test_advice_expected_is_a_planning_date_counted_from_the_request():
    day = date(2026, 3, 30)
    source = planning("from regulations 5(1) and 8(1)")
    assert advice_expected_due(ASKED) == Deadline(day, day, None, Counting.WITHIN, source, ASKED)


def test_the_latest_draft_is_a_planning_date_counted_from_the_request():
    day = date(2026, 5, 10)
    source = planning("from regulation 13(1)(a) and (2)")
    assert latest_draft_due(ASKED) == Deadline(day, day, date(2026, 5, 9), Counting.WITHIN, source, ASKED)


def test_the_earliest_final_plan_opens_on_its_day_and_cites_the_window():
    served, first = date(2026, 4, 20), date(2026, 5, 5)
    window = TIME_FOR_REPRESENTATIONS.on(served)
    assert final_plan_earliest_due(served) == Deadline(
        first, first, None, Counting.BEGINNING_WITH, window.source, served, window.value, first
    )


def test_another_window_moves_the_earliest_final_plan():
    longer = TIME_FOR_REPRESENTATIONS.versions[0]
    limit = Limit(20, Unit.DAYS, Counting.BEGINNING_WITH)
    amended = type(TIME_FOR_REPRESENTATIONS)(
        TIME_FOR_REPRESENTATIONS.name, (type(longer)(longer.in_force_from, limit, longer.source),)
    )
    assert final_plan_earliest_due(date(2026, 4, 20), limit=amended).due_on == date(2026, 5, 10)


def test_the_latest_review_meeting_is_a_planning_date_counted_from_the_plan():
    made, day = date(2025, 9, 1), date(2026, 8, 3)
    source = planning("from section 44(1) and regulation 20(10)")
    assert latest_review_meeting_due(made) == Deadline(
        day, day, None, Counting.MONTHS_BEGINNING_WITH, source, made
    )


def test_a_phase_transfer_is_counted_from_the_named_day():
    due = phase_transfer_due(Phase.SECONDARY_TO_POST_16, 2026)
    assert (due.counted_from, due.counting) == (date(2026, 3, 31), Counting.BEFORE_A_DATE)
    assert due.because.provision == "regulation 18(1)(a)"
    assert due.limit is None


def test_a_plan_that_goes_on_the_day_of_the_move_is_not_counted():
    moved = date(2026, 6, 1)
    due = plan_transfer_due(moved, date(2026, 5, 1))
    assert (due.raw_on, due.alternative_on, due.counted_from) == (moved, None, moved)
    assert (due.counting, due.limit) == (Counting.ON_THE_DAY, None)
    assert due.because.provision == "regulation 15(2)"


def test_a_plan_that_goes_late_is_counted_from_awareness():
    due = plan_transfer_due(date(2026, 6, 1), date(2026, 5, 28))
    assert (due.counted_from, str(due.limit)) == (date(2026, 5, 28), "15 working days")


def test_where_both_limbs_end_alike_the_twelve_months_are_named():
    due = review_after_transfer_due(date(2026, 6, 1), date(2025, 9, 1))
    assert due.due_on == date(2026, 8, 31)
    assert due.because.provision == "regulation 15(5)(a)"


def test_an_appeal_on_the_literal_edge_carries_both_days_and_its_limit():
    sent = date(2027, 5, 31)
    limit = TIME_TO_APPEAL_AFTER_DECISION.on(sent)
    assert appeal_due(sent) == Deadline(
        date(2027, 8, 2),
        date(2027, 7, 31),
        date(2027, 9, 1),
        Counting.TRIBUNAL_MONTHS,
        limit.source,
        sent,
        limit.value,
    )


def test_an_order_to_be_obeyed_at_once_cites_its_paragraph():
    made = date(2026, 9, 18)
    due = tribunal_order_due(Order.CEASE, made)
    assert (due.raw_on, due.alternative_on, due.counted_from, due.limit) == (made, None, made, None)
    assert (due.counting, due.because.provision) == (Counting.ON_THE_DAY, "regulation 44(2)(a)")


def test_an_order_with_weeks_cites_its_paragraph():
    due = tribunal_order_due(Order.SEND_FINAL_PLAN, date(2026, 9, 18))
    assert (str(due.limit), due.because.provision) == ("11 weeks", "regulation 44(2)(c)(ii)")


def test_an_age_is_counted_from_birth_and_cites_its_rule():
    born, day = date(2012, 10, 10), date(2026, 9, 1)
    due = year_9_begins_due(born)
    assert (due.raw_on, due.alternative_on, due.counted_from) == (day, None, born)
    assert due.because.provision == "regulations 20(6), 21(6) and 6(1)"


def test_a_plan_kept_at_25_is_counted_from_the_birthday_and_says_it_is_a_reading():
    day = date(2027, 7, 31)
    due = plan_kept_at_25_due(date(2001, 11, 5))
    assert due == Deadline(
        day,
        day,
        date(2027, 11, 4),
        Counting.ON_THE_DAY,
        act("46", due.because.confirmed),
        date(2026, 11, 5),
    )
    assert due.because.confirmed.value == "interpretation"


def test_values_of_law_read_as_words_on_the_register():
    page = register_page(ENGLAND)
    assert "EHC plan at every stage: within 12 months (C3: " in page
    assert ", by the local authority." in page
    assert "primary to secondary: before 15 February; " in page
    assert "secondary to post-16: before 31 March." in page
    assert "amend the plan: 5 weeks (regulation 44(2)(e), secondary); " in page
    assert "keep the plan: at once (regulation 44(2)(g), unconfirmed); " in page
    reviewed_at_transfer = ReviewRule("EHC plan", frozenset({Stage.SCHOOL_AGE}), None, Party.COUNCIL)
    assert str(reviewed_at_transfer) == (
        "EHC plan at school age: at each phase transfer, by the local authority"
    )
