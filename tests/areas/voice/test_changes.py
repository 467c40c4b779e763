"""Middle answer times are those of the list of answers; gaps stay gaps."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factories
from goldenthread.accounts.roles import Role
from goldenthread.analysis.statistics import proportions
from goldenthread.voice.changes import charted, percentile, period_name, periods_of
from goldenthread.voice.queries.counted import one_series


@given(st.dictionaries(st.integers(0, 40), st.integers(1, 30), min_size=1), st.sampled_from([0.5, 0.9, 0.25]))
def test_a_percentile_of_counts_is_that_of_the_list(days, fraction):
    answers = [taken for taken, number in days.items() for _ in range(number)]
    if Fraction(str(fraction)) * len(answers) == int(fraction * len(answers)) or fraction != 0.9:
        assert percentile(days, fraction) == proportions.percentile(answers, fraction).estimate


def test_no_answers_have_no_middle():
    assert percentile({}, 0.5) is None


def test_years_from_april_are_told_from_years_from_january():
    assert period_name(date(2023, 4, 1), "year") == "2023–24"
    assert period_name(date(2023, 1, 1), "year") == "2023"
    assert period_name(date(2023, 12, 1), "month") == "Dec 2023"


@pytest.mark.django_db
def test_a_month_that_nobody_counted_is_a_gap_and_not_nought():
    received = factories.count_series(key="received")
    for month, count in ((10, 5), (12, 7)):
        factories.period_count(received, date(2024, month, 1), count)
    factories.period_count(received, date(2025, 1, 1), 6)
    found = one_series(factories.scope(Role.DIRECTOR), "received")
    assert [each.month for each in periods_of(found)] == [10, 11, 12, 1]
    assert charted(found).values == (5, None, 7, 6)


@pytest.mark.django_db
def test_a_part_without_its_whole_is_a_gap():
    whole, part = (
        factories.count_series("complaints answered"),
        factories.count_series("complaints upheld", key="up"),
    )
    factories.period_count(whole, date(2024, 1, 1), 40)
    for month in (1, 2):
        factories.period_count(part, date(2024, month, 1), 10)
    assert charted(one_series(factories.scope(Role.DIRECTOR), "up")).values == (0.25, None)
