"""Shares of few replies, response rates, and what may be said beside the survey before."""

import pytest

from goldenthread.voice.tallies import Since, Tally, response_rate


def test_a_share_counts_all_who_answered_and_has_its_interval():
    found = Tally(favourable=161, unfavourable=40, neither=26).share
    assert found.estimate == pytest.approx(161 / 227)
    assert found.low < found.estimate < found.high


def test_nobody_who_answered_is_no_share():
    assert Tally(0, 0, 0).share is None
    assert Tally(0, 0, 0).is_too_few


def test_nineteen_replies_are_too_few_to_say():
    """As many as one council had in two years."""
    assert Tally(19, 0, 0).is_too_few
    assert not Tally(15, 10, 5).is_too_few
    assert Tally(19, 0, 0).since(Tally(50, 50, 0)) is Since.TOO_FEW
    assert Tally(50, 50, 0).since(Tally(0, 19, 0)) is Since.TOO_FEW


def test_a_rise_within_chance_is_no_change():
    assert Tally(52, 48, 0).since(Tally(45, 55, 0)) is Since.NO_CHANGE


def test_more_than_chance_is_better_or_worse():
    assert Tally(70, 30, 0).since(Tally(45, 55, 0)) is Since.BETTER
    assert Tally(45, 55, 0).since(Tally(70, 30, 0)) is Since.WORSE


def test_more_replies_than_were_asked_are_refused():
    with pytest.raises(ValueError, match="227 replies of 226 asked"):
        response_rate(227, 226)


def test_where_nobody_knows_how_many_were_asked_there_is_no_rate():
    assert response_rate(230, None) is None
