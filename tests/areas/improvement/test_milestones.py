"""Where a milestone stands after all that was said of it."""

from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from goldenthread.improvement.milestones import Happened, standing_of

PROMISED = date(2025, 1, 31)


@dataclass(frozen=True)
class Said:
    kind: str
    on: date


def test_a_milestone_that_nobody_spoke_of_is_due_as_promised():
    standing = standing_of(PROMISED, [])
    assert (standing.due_on, standing.times_moved, standing.met_on) == (PROMISED, 0, None)
    assert not standing.is_overdue(PROMISED)
    assert standing.is_overdue(PROMISED + timedelta(days=1))


def test_a_move_never_hides_the_day_first_promised():
    standing = standing_of(
        PROMISED,
        [Said(Happened.REPLANNED, date(2025, 3, 31)), Said(Happened.REPLANNED, date(2025, 4, 30))],
    )
    assert standing.first_promised_on == PROMISED
    assert (standing.due_on, standing.times_moved, standing.days_moved) == (date(2025, 4, 30), 2, 89)
    assert standing.days_late(date(2025, 2, 10)) == 10
    assert not standing.is_overdue(date(2025, 2, 10))


def test_what_was_met_is_late_against_the_first_promise_only():
    standing = standing_of(PROMISED, [Said(Happened.MET, date(2025, 2, 7))])
    assert standing.days_late(date(2026, 1, 1)) == 7
    assert not standing.is_overdue(date(2026, 1, 1))


def test_what_was_met_can_be_taken_back():
    said = [Said(Happened.MET, PROMISED), Said(Happened.NOT_MET, PROMISED + timedelta(days=9))]
    assert standing_of(PROMISED, said).met_on is None


@given(
    st.lists(
        st.builds(
            Said,
            st.sampled_from(list(Happened)),
            st.dates(date(2020, 1, 1), date(2030, 1, 1)),
        )
    )
)
def test_the_first_promise_stands_whatever_is_said(said):
    standing = standing_of(PROMISED, said)
    assert standing.first_promised_on == PROMISED
    assert standing.times_moved <= sum(one.kind == Happened.REPLANNED for one in said)
