"""A meeting without families or young people says so, whatever the reason."""

from dataclasses import dataclass
from datetime import date

import pytest

from goldenthread.governance.voices import MeetingFacts, Voice, Why, empty_voices

DAY = date(2025, 2, 12)


@dataclass
class Seat:
    pk: int
    kind: str
    from_on: date = date(2024, 3, 1)
    until_on: date | None = None


FORUM, YOUTH = Seat(1, "forum"), Seat(2, "youth")


def missing(seats, *, held=(), sat=None, was_held=True):
    facts = MeetingFacts(DAY, was_held, sat or {}, frozenset(held))
    return {one.voice: one for one in empty_voices(facts, seats)}


def test_nothing_is_said_where_both_sat():
    assert missing([FORUM, YOUTH], held={1, 2}, sat={1: True, 2: True}) == {}


@pytest.mark.parametrize(
    ("held", "sat", "was_held", "why", "says"),
    [
        ({1}, {1: True}, True, Why.NOBODY_HOLDS_IT, "The seat of young people was empty: nobody held it."),
        ({1, 2}, {1: True, 2: False}, True, Why.NOBODY_CAME, "was empty: nobody came."),
        ({1, 2}, {1: True}, True, Why.NOT_RECORDED, "It is not recorded here whether young people sat"),
        ({1}, {}, False, Why.NOBODY_HOLDS_IT, "The seat of young people is empty: nobody holds it."),
    ],
)
def test_an_empty_seat_says_why(held, sat, was_held, why, says):
    found = missing([FORUM, YOUTH], held=held, sat=sat, was_held=was_held)
    assert found[Voice.YOUTH].why is why
    assert says in found[Voice.YOUTH].says


def test_a_table_without_a_seat_for_them_says_that():
    assert (
        missing([], was_held=True)[Voice.FORUM].says == "This meeting had no seat for the parent carer forum."
    )
    assert missing([], was_held=False)[Voice.YOUTH].says == "This meeting has no seat for young people."


def test_a_seat_that_came_later_or_is_gone_was_not_there():
    later, gone = Seat(1, "forum", from_on=date(2025, 3, 1)), Seat(2, "youth", until_on=date(2025, 2, 12))
    assert {one.why for one in missing([later, gone], held={1, 2}).values()} == {Why.NO_SEAT}


def test_of_a_meeting_whose_record_lies_elsewhere_nothing_is_claimed():
    facts = MeetingFacts(DAY, True, {}, frozenset(), elsewhere=True)
    assert {one.why for one in empty_voices(facts, [YOUTH])} == {Why.NOT_RECORDED}


def test_one_of_two_seats_is_enough():
    second = Seat(3, "forum")
    found = missing([FORUM, second, YOUTH], held={3, 2}, sat={1: False, 3: True, 2: True})
    assert found == {}


def test_a_planned_meeting_whose_seats_are_held_says_nothing_yet():
    assert missing([FORUM, YOUTH], held={1, 2}, was_held=False) == {}


def test_a_guest_who_sat_without_holding_the_seat_was_there():
    assert missing([FORUM, YOUTH], held=set(), sat={1: True, 2: True}) == {}
