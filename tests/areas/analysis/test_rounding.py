"""Is a share rounded half up, exactly, and printed as the DfE prints it?"""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.analysis.rounding import half_up, percentage, printed


@pytest.mark.parametrize(
    ("part", "whole", "share"),
    [
        (309, 2000, "15.5"),  # 15.45, a tie
        (399, 2800, "14.3"),  # 14.25, a tie
        (1, 2000, "0.1"),  # 0.05, a tie that binary fractions lose
        (15449, 100000, "15.4"),
        (-1, 2000, "-0.1"),  # published tables do hold negative counts
        (347, 1366, "25.4"),
        (14, 14, "100.0"),
        (0, 5, "0.0"),
    ],
)
def test_a_share_is_rounded_half_up_to_one_decimal(part: int, whole: int, share: str) -> None:
    assert percentage(part, whole) == Decimal(share)


def test_a_share_of_nothing_is_no_figure_and_prints_x() -> None:
    assert percentage(0, 0) is None
    assert printed(percentage(0, 0)) == "x"


@pytest.mark.parametrize(
    ("part", "whole", "text"), [(14, 14, "100"), (1, 4, "25"), (0, 3, "0"), (1, 3, "33.3"), (1, 20, "5")]
)
def test_a_whole_share_prints_without_a_decimal(part: int, whole: int, text: str) -> None:
    assert printed(percentage(part, whole)) == text


def test_a_count_prints_as_it_is() -> None:
    assert printed(1010) == "1010"


@given(st.integers(-(10**9), 10**9), st.integers(1, 10**9))
def test_rounding_moves_a_share_by_at_most_half_of_the_last_place(part: int, whole: int) -> None:
    share = percentage(part, whole)
    assert share is not None
    assert abs(Fraction(share) - Fraction(100 * part, whole)) <= Fraction(1, 20)


@given(st.integers(0, 10**12), st.integers(0, 6))
def test_a_tie_always_goes_away_from_nought(whole: int, places: int) -> None:
    tie = Fraction(2 * whole + 1, 2 * 10**places)
    assert Fraction(half_up(tie, places)) == tie + Fraction(1, 2 * 10**places)
    assert half_up(-tie, places) == -half_up(tie, places)
