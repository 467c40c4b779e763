"""Carry out a mediation agreement that could have been appealed: regulation 44(2)."""

from datetime import date

from goldenthread.rules.timetable.orders import Order, appealable_mediation_agreement_due


def test_an_agreement_to_amend_section_f_is_carried_out_as_if_ordered():
    assert appealable_mediation_agreement_due(
        order=Order.AMEND_PLAN, agreement_dated_on=date(2026, 3, 27)
    ).due_on == date(2026, 5, 1)
