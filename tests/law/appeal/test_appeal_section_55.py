"""Does an appeal need a mediation certificate: section 55(2)."""

import pytest

from goldenthread.rules.timetable.appeals import certificate_needed


@pytest.mark.parametrize("section_i_only", [True, False])
def test_an_appeal_needs_a_certificate_unless_it_is_only_about_section_i(section_i_only):
    answer = certificate_needed(section_i_only=section_i_only)
    assert answer.needed is (not section_i_only)
    assert str(answer.because) == "Children and Families Act 2014, section 55(2)"
    assert answer.because.confirmed.value == "secondary"
