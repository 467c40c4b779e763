"""Felt and Lasting, by hand: who says so, who did not answer, and what two years of watching saw."""

from datetime import date

import pytest

from goldenthread.analysis.statistics.polarity import Polarity
from goldenthread.analysis.statistics.process_behaviour import Standing
from goldenthread.improvement.judging.asks import Asks
from goldenthread.improvement.judging.felt import Answered, Counted, Heard, Voices, felt
from goldenthread.improvement.judging.lasting import WatchSeen, lasting
from goldenthread.improvement.judging.values import State

TODAY, ASKS = date(2025, 2, 3), Asks()


def answered(favourable: int, of: int, invited: int | None = 2168, **rest) -> Answered:
    fields = {"closed_on": date(2024, 10, 16), "did_not_answer": "", "before": None} | rest
    return Answered(1, "We were kept informed", "Survey of autumn 2024", favourable=favourable, answered=of,
                    replies=of, invited=invited, **fields)  # fmt: skip


def count(standing: Standing) -> Counted:
    return Counted("in-time", "Complaints answered in time", Polarity.HIGHER_IS_BETTER, standing, "So it is.")


def test_families_who_were_not_asked_have_said_nothing():
    assert felt(Voices(), TODAY, ASKS).state is State.NO_EVIDENCE


def test_157_of_412_say_no_and_the_change_is_within_chance():
    """38% (33% to 43% by Wilson); 35% of 400 before: the difference of 3 points has a range from -4 to 10."""
    verdict = felt(Voices([answered(157, 412, before=(140, 400))]), TODAY, ASKS)
    assert verdict.state is State.NO
    assert "38% said so to “We were kept informed” (34% to 43%)." in verdict.says
    assert "35% the survey before; the change is within chance." in verdict.says
    assert "412 of 2,168 families replied (19%)." in verdict.limit
    assert "It is not known who did not answer." in verdict.limit


def test_19_replies_are_not_known_even_if_all_say_so():
    verdict = felt(Voices([answered(19, 19, invited=100)]), TODAY, ASKS)
    assert verdict.state is State.NOT_KNOWN
    assert "19 answers to “We were kept informed”: too few to say. 30 are needed." in verdict.says


def test_most_families_say_so_and_enough_answered():
    verdict = felt(
        Voices([answered(300, 412, did_not_answer="Few families who speak another language")]), TODAY, ASKS
    )
    assert verdict.state is State.YES
    assert "Few families who speak another language." in verdict.limit


@pytest.mark.parametrize("invited", [None, 40_000])
def test_those_who_answered_cannot_say_yes_for_the_many_who_did_not(invited):
    assert felt(Voices([answered(300, 412, invited=invited)]), TODAY, ASKS).state is State.NOT_KNOWN
    assert felt(Voices([answered(100, 412, invited=invited)]), TODAY, ASKS).state is State.NO


def test_half_is_not_yet_more_than_half():
    assert felt(Voices([answered(215, 412)]), TODAY, ASKS).state is State.NOT_YET


def test_what_was_said_over_two_years_ago_says_nothing_of_now():
    verdict = felt(Voices([answered(300, 412, closed_on=date(2022, 11, 1))]), TODAY, ASKS)
    assert verdict.state is State.NOT_KNOWN
    assert "too long ago" in verdict.says


def test_one_good_answer_does_not_cover_a_bad_one():
    assert felt(Voices([answered(300, 412), answered(100, 412)]), TODAY, ASKS).state is State.NO


def test_counts_can_speak_against_but_never_alone_for_it():
    worse, better, steady = (count(one) for one in (Standing.WORSE, Standing.BETTER, Standing.NO_CHANGE))
    assert felt(Voices(counted=[better]), TODAY, ASKS).state is State.NOT_YET
    assert felt(Voices(counted=[steady]), TODAY, ASKS).state is State.NOT_KNOWN
    assert felt(Voices(counted=[worse]), TODAY, ASKS).state is State.NO
    assert felt(Voices([answered(300, 412)], [worse]), TODAY, ASKS).state is State.NOT_YET
    assert felt(Voices([answered(300, 412)], [steady]), TODAY, ASKS).state is State.YES


def test_what_we_did_is_not_what_they_feel():
    verdict = felt(Voices(heard=[Heard(1, "Nobody rings back", has_changed=True)]), TODAY, ASKS)
    assert verdict.state is State.NOT_KNOWN
    assert "1 thing that families said, 1 with a change since." in verdict.says


def watch(periods: int | None, *adverse: str, until: date = date(2027, 1, 1)) -> WatchSeen:
    return WatchSeen(1, "Plans in 20 weeks", date(2025, 1, 1), until, periods, adverse)


def test_lasting_begins_when_the_promise_is_closed():
    verdict = lasting(None, [], TODAY)
    assert verdict.state is State.NOT_KNOWN
    assert verdict.says == "This starts when the promise is closed, and runs for two years."


def test_a_closed_promise_is_watched_for_two_years_before_it_lasted():
    closed = date(2025, 1, 1)
    assert lasting(closed, [], TODAY).state is State.NO_EVIDENCE
    assert lasting(closed, [watch(None)], TODAY).state is State.NOT_KNOWN
    soon = lasting(closed, [watch(1)], TODAY)
    assert soon.state is State.NOT_YET
    assert "It is watched until 1 January 2027." in soon.says
    assert lasting(closed, [watch(24)], date(2027, 1, 2)).state is State.YES


def test_two_years_in_which_little_was_seen_did_not_last():
    closed, over = date(2025, 1, 1), date(2027, 1, 2)
    assert lasting(closed, [watch(11)], over).state is State.NOT_KNOWN
    assert lasting(closed, [watch(24), watch(None)], over).state is State.NOT_KNOWN


def test_an_adverse_signal_is_no_also_after_the_promise_was_opened_again():
    worse = watch(8, "Dec 2025 is above the limits: a change for the worse.")
    assert lasting(date(2025, 1, 1), [worse], TODAY).state is State.NO
    again = lasting(None, [worse], TODAY)
    assert again.state is State.NO
    assert "Dec 2025 is above the limits" in again.says
    assert "The promise is open again." in again.says
