"""Where actions and minutes stand, worked out from what was recorded."""

from dataclasses import dataclass
from datetime import date

import pytest

from goldenthread.governance.carried import standing_of, times_carried
from goldenthread.governance.ratifying import MinutesFacts, MinutesState, minutes_standing

TODAY = date(2025, 2, 3)
DUE = date(2024, 12, 1)


@dataclass
class Said:
    kind: str
    on: date = date(2024, 12, 18)
    due_on: date | None = None


def test_an_action_that_is_past_its_day_is_overdue_until_it_is_closed():
    assert standing_of(DUE, []).is_overdue(TODAY)
    closed = standing_of(DUE, [Said("closed")])
    assert not closed.is_overdue(TODAY)
    assert (closed.closed_on, closed.days_late(TODAY)) == (date(2024, 12, 18), 17)


def test_the_day_first_agreed_stays_when_it_moves():
    moved = standing_of(DUE, [Said("replanned", due_on=date(2025, 3, 1)), Said("progress")])
    assert (moved.first_due_on, moved.due_on, moved.times_moved) == (DUE, date(2025, 3, 1), 1)
    assert not moved.is_overdue(TODAY)
    assert moved.days_late(TODAY) == 64


def test_an_action_opened_again_is_open():
    again = standing_of(DUE, [Said("closed"), Said("reopened")])
    assert again.closed_on is None
    assert again.is_overdue(TODAY)


def test_an_action_is_carried_through_every_meeting_at_which_it_was_not_closed():
    held = [date(2024, 9, 6), date(2024, 10, 23), date(2024, 12, 18), date(2025, 2, 12)]
    agreed = date(2024, 9, 6)
    assert times_carried(agreed, standing_of(DUE, []), held, TODAY) == 2
    closed = standing_of(DUE, [Said("closed", on=date(2024, 12, 18))])
    assert times_carried(agreed, closed, held, TODAY) == 1


@pytest.mark.parametrize(
    ("facts", "state", "says"),
    [
        (MinutesFacts(False), MinutesState.NONE_YET, "still to come"),
        (MinutesFacts(False, was_cancelled=True), MinutesState.NEVER, "the meeting was cancelled"),
        (
            MinutesFacts(True, next_on=date(2025, 2, 12)),
            MinutesState.NOT_WRITTEN,
            "Minutes are not written yet; to be agreed on 12 February 2025",
        ),
        (
            MinutesFacts(True, written=True, next_on=date(2025, 2, 12)),
            MinutesState.DRAFT,
            "Draft minutes, to be agreed on 12 February 2025",
        ),
        (
            MinutesFacts(True, written=True),
            MinutesState.DRAFT,
            "Draft minutes, to be agreed at the next meeting, whose day is not set yet",
        ),
        (
            MinutesFacts(True, written=True, agreed_on=date(2024, 7, 5)),
            MinutesState.AGREED,
            "Minutes, agreed on 5 July 2024",
        ),
        (MinutesFacts(True, elsewhere="the Local Offer"), MinutesState.ELSEWHERE, "not kept here"),
    ],
)
def test_minutes_say_how_far_they_are(facts, state, says):
    standing = minutes_standing(facts)
    assert standing.state is state
    assert says in standing.says
