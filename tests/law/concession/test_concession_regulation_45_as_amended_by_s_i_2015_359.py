"""Do what was conceded before responding to an appeal: regulation 45 as amended by S.I. 2015/359."""

from datetime import date

from goldenthread.rules.timetable.orders import Order, concession_due


def test_the_family_is_told_of_a_conceded_assessment_within_two_weeks():
    assert concession_due(
        order=Order.TELL_FAMILY_OF_ASSESSMENT, tribunal_notified_on=date(2026, 9, 18)
    ).due_on == date(2026, 10, 2)


def test_reasons_for_no_plan_follow_within_ten_weeks():
    assert concession_due(
        order=Order.REFUSE_PLAN_AFTER_ASSESSMENT, tribunal_notified_on=date(2026, 9, 18)
    ).due_on == date(2026, 11, 27)


def test_the_plan_after_a_conceded_assessment_follows_within_fourteen_weeks():
    assert concession_due(
        order=Order.SEND_FINAL_PLAN_AFTER_ASSESSMENT, tribunal_notified_on=date(2026, 9, 18)
    ).due_on == date(2026, 12, 25)


def test_conceded_contents_are_amended_within_five_weeks():
    assert concession_due(order=Order.AMEND_PLAN, tribunal_notified_on=date(2026, 9, 18)).due_on == date(
        2026, 10, 23
    )


def test_a_conceded_plan_is_drafted_within_five_weeks():
    assert concession_due(order=Order.SEND_DRAFT_PLAN, tribunal_notified_on=date(2026, 9, 18)).due_on == date(
        2026, 10, 23
    )


def test_a_conceded_plan_is_final_within_eleven_weeks():
    assert concession_due(order=Order.SEND_FINAL_PLAN, tribunal_notified_on=date(2026, 9, 18)).due_on == date(
        2026, 12, 4
    )


def test_a_conceded_school_is_named_within_two_weeks():
    assert concession_due(
        order=Order.CHANGE_INSTITUTION_ONLY, tribunal_notified_on=date(2026, 9, 18)
    ).due_on == date(2026, 10, 2)


def test_a_conceded_plan_that_is_also_amended_is_amended_within_five_weeks():
    due = concession_due(order=Order.KEEP_AND_AMEND_PLAN, tribunal_notified_on=date(2026, 9, 18))
    assert due.due_on == date(2026, 10, 23)


def test_a_conceded_plan_is_kept_at_once():
    due = concession_due(order=Order.KEEP_PLAN, tribunal_notified_on=date(2026, 9, 18))
    assert due.due_on == date(2026, 9, 18)
    assert due.because.confirmed.value == "secondary"
