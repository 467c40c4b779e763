"""Do what the tribunal ordered: regulation 44(2)."""

from datetime import date

from goldenthread.rules.timetable.orders import Order, tribunal_order_due


def test_the_family_is_told_of_an_ordered_assessment_within_two_weeks():
    assert tribunal_order_due(
        order=Order.TELL_FAMILY_OF_ASSESSMENT, order_made_on=date(2026, 9, 18)
    ).due_on == date(2026, 10, 2)


def test_reasons_for_no_plan_follow_within_ten_weeks():
    assert tribunal_order_due(
        order=Order.REFUSE_PLAN_AFTER_ASSESSMENT, order_made_on=date(2026, 9, 18)
    ).due_on == date(2026, 11, 27)


def test_the_plan_after_an_ordered_assessment_follows_within_fourteen_weeks():
    assert tribunal_order_due(
        order=Order.SEND_FINAL_PLAN_AFTER_ASSESSMENT, order_made_on=date(2026, 9, 18)
    ).due_on == date(2026, 12, 25)


def test_an_ordered_plan_is_drafted_within_five_weeks():
    assert tribunal_order_due(order=Order.SEND_DRAFT_PLAN, order_made_on=date(2026, 9, 18)).due_on == date(
        2026, 10, 23
    )


def test_an_ordered_plan_is_final_within_eleven_weeks():
    assert tribunal_order_due(order=Order.SEND_FINAL_PLAN, order_made_on=date(2026, 9, 18)).due_on == date(
        2026, 12, 4
    )


def test_the_case_is_reconsidered_within_two_weeks():
    assert tribunal_order_due(order=Order.RECONSIDER, order_made_on=date(2026, 9, 18)).due_on == date(
        2026, 10, 2
    )


def test_ordered_amendments_are_made_within_five_weeks():
    assert tribunal_order_due(order=Order.AMEND_PLAN, order_made_on=date(2026, 9, 18)).due_on == date(
        2026, 10, 23
    )


def test_a_change_only_of_section_i_is_made_within_two_weeks():
    assert tribunal_order_due(
        order=Order.CHANGE_INSTITUTION_ONLY, order_made_on=date(2026, 9, 18)
    ).due_on == date(2026, 10, 2)


def test_a_plan_kept_with_amendments_is_amended_within_five_weeks():
    assert tribunal_order_due(
        order=Order.KEEP_AND_AMEND_PLAN, order_made_on=date(2026, 9, 18)
    ).due_on == date(2026, 10, 23)


def test_a_plan_kept_with_a_new_name_is_amended_within_two_weeks():
    assert tribunal_order_due(
        order=Order.KEEP_AND_CHANGE_INSTITUTION, order_made_on=date(2026, 9, 18)
    ).due_on == date(2026, 10, 2)


def test_a_plan_whose_appeal_was_dismissed_ceases_at_once():
    assert tribunal_order_due(order=Order.CEASE, order_made_on=date(2026, 9, 18)).due_on == date(2026, 9, 18)


def test_a_plan_that_must_be_kept_is_kept_at_once():
    assert tribunal_order_due(order=Order.KEEP_PLAN, order_made_on=date(2026, 9, 18)).due_on == date(
        2026, 9, 18
    )
