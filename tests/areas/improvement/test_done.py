"""Done, by hand: milestones that somebody outside has seen, against the days first promised."""

from datetime import date
from itertools import count

import pytest

from goldenthread.improvement.judging.done import MilestoneSeen, done
from goldenthread.improvement.judging.values import State, worst

TODAY = date(2025, 2, 3)
NUMBERS = count(1)


def milestone(promised: date, met: date | None = None, *, seen: bool = False, **rest) -> MilestoneSeen:
    fields = {"due_on": promised, "times_moved": 0} | rest
    return MilestoneSeen(next(NUMBERS), "Letters are out", promised, met_on=met, is_evidenced=seen, **fields)


def test_without_a_milestone_there_is_nothing_to_see():
    assert done([], TODAY).state is State.NO_EVIDENCE


def test_all_that_were_seen_are_done_and_lateness_is_counted_from_the_first_promise():
    june, july = date(2024, 6, 30), date(2024, 7, 31)
    moved = {"due_on": date(2024, 9, 30), "times_moved": 1}
    verdict = done(
        [milestone(june, june, seen=True), milestone(july, date(2024, 9, 11), seen=True, **moved)], TODAY
    )
    assert verdict.state is State.YES
    assert verdict.says == "Both milestones happened. 1 came later than first promised, by 6 weeks."
    assert "1 was planned anew; the days first promised are kept." in verdict.limit
    assert "went from 31 July 2024 to 30 September 2024" in verdict.limit


def test_an_owner_who_says_it_is_met_has_shown_nothing():
    verdict = done([milestone(date(2025, 3, 31), date(2025, 1, 6))], TODAY)
    assert verdict.state is State.NO_EVIDENCE
    assert "1 is said to be met, but nobody outside the team has checked that." in verdict.says


def test_some_are_not_yet_all():
    june = date(2024, 6, 30)
    verdict = done([milestone(june, june, seen=True), milestone(date(2025, 3, 31))], TODAY)
    assert verdict.state is State.NOT_YET
    assert verdict.says == "1 of 2 milestones happened."


def test_none_and_the_first_day_past_is_no_even_where_it_was_planned_anew():
    verdict = done([milestone(date(2024, 10, 31), due_on=date(2025, 3, 31), times_moved=1)], TODAY)
    assert verdict.state is State.NO
    assert "“Letters are out” was promised for 31 October 2024" in verdict.says


def test_before_the_first_day_it_is_too_soon_to_say():
    verdict = done([milestone(date(2025, 3, 31))], TODAY)
    assert verdict.state is State.NOT_KNOWN
    assert "is due on 31 March 2025" in verdict.says


def test_stopping_the_action_does_not_make_its_promise_done():
    june = date(2024, 6, 30)
    verdict = done([milestone(june, june, seen=True), milestone(june, is_given_up=True)], TODAY)
    assert verdict.state is State.NOT_YET
    assert "1 was given up." in verdict.says


def test_what_it_rests_on_names_each_milestone_and_its_days():
    (kept,) = done([milestone(date(2025, 3, 31))], TODAY).rests_on["milestones"]
    assert (kept["first_promised_on"], kept["met_on"]) == ("2025-03-31", None)


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        ([State.YES, State.YES], State.YES),
        ([State.YES, State.NO], State.NO),
        ([State.YES, State.NOT_KNOWN], State.NOT_YET),
        ([State.NOT_KNOWN, State.NO_EVIDENCE], State.NOT_KNOWN),
    ],
)
def test_parts_of_a_test_are_green_only_together(parts, whole):
    assert worst(parts) is whole
