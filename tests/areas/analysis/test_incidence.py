"""What a family should expect: who waits counts, who is refused counts, and the unseen is not claimed."""

from datetime import date, timedelta

import numpy as np
import pytest

from goldenthread.analysis.statistics.both_clocks import ASKED_MEANS, ISSUED_MEANS, both_clocks
from goldenthread.analysis.statistics.clearing import Clearing, as_of_late, clear, waiting_today
from goldenthread.analysis.statistics.incidence import (
    Asked,
    Outcome,
    experience,
    experience_by_month,
    experience_now,
)

DAY = date(2025, 11, 3)


def asked(ago, took=None, outcome=Outcome.PLAN):
    """A request so many days before the day, ended after so many more."""
    start = DAY - timedelta(days=ago)
    return Asked(start) if took is None else Asked(start, start + timedelta(days=took), outcome)


def test_an_end_has_a_day_and_an_outcome_and_comes_after_the_request():
    with pytest.raises(ValueError, match="outcome"):
        Asked(DAY, DAY)
    with pytest.raises(ValueError, match="before"):
        Asked(DAY, DAY - timedelta(days=1), Outcome.PLAN)


def test_with_all_followed_to_the_end_it_is_the_share_of_those_who_asked():
    cases = [asked(400, 130)] * 6 + [asked(400, 200)] * 3 + [asked(400, 40, Outcome.REFUSED)] * 3
    found = experience(cases, DAY)
    assert found.in_time().estimate == pytest.approx(0.5)
    assert found.probability(400).estimate == pytest.approx(0.75)
    assert found.probability(10_000, Outcome.REFUSED).estimate == pytest.approx(0.25)
    assert found.still_waiting(150) == pytest.approx(0.25)
    assert found.still_waiting(10) == 1


def test_the_hundred_and_fortieth_day_is_in_time_and_the_next_is_not():
    assert experience([asked(400, 140)] * 12, DAY).in_time().estimate == 1
    assert experience([asked(400, 141)] * 12, DAY).in_time().estimate == 0


def test_refusing_more_does_not_raise_the_chance_of_a_plan_in_time():
    """Half the slow cases are refused instead: the share among plans issued jumps, this does not."""
    honest = [asked(400, 120)] * 10 + [asked(400, 300)] * 10
    gamed = [asked(400, 120)] * 10 + [asked(400, 40, Outcome.REFUSED)] * 10
    year = (DAY - timedelta(days=500), DAY)
    before, after = both_clocks(honest, *year, DAY), both_clocks(gamed, *year, DAY)
    assert (before.issued.estimate, after.issued.estimate) == (0.5, 1.0)
    assert before.asked.estimate == after.asked.estimate == 0.5


def test_what_is_recorded_after_the_day_is_not_known_on_it():
    late = Asked(DAY - timedelta(days=150), DAY + timedelta(days=5), Outcome.PLAN)
    found = experience([late] * 12 + [Asked(DAY + timedelta(days=3))], DAY)
    assert (found.count, found.still_open) == (12, 12)


def test_open_cases_are_censored_and_the_future_is_not_yet_known():
    cases = [asked(100, 60)] * 20 + [asked(100)] * 20
    found = experience(cases, DAY)
    assert found.probability(100).estimate == pytest.approx(0.5)
    assert found.in_time() is None
    assert found.still_waiting(101) is None
    assert found.waiting(0.5).days == 60
    assert found.waiting(0.9).words == "not yet reached"


def test_where_one_child_would_stand_for_many_nothing_is_said():
    """Thirty seen for 50 days and three for longer: what the three lived is not what thirty-three would."""
    cases = [asked(50)] * 30 + [asked(300, 120)] * 3
    found = experience(cases, DAY)
    assert found.known_until == 119
    assert found.in_time() is None


def test_nobody_asked_is_no_experience():
    assert experience([], DAY) is None
    assert experience_now([asked(900, 100)], DAY) is None


def test_months_of_request_stand_apart():
    found = experience_by_month([asked(400, 120), asked(399, 120), asked(300, 200)], DAY)
    assert [one.count for one in found.values()] == [2, 1]
    assert list(found) == sorted(found)


def test_the_interval_of_a_waiting_time_holds_it():
    cases = [asked(500, 80 + 3 * place) for place in range(60)]
    median = experience(cases, DAY).waiting(0.5)
    assert median.low < median.days < median.high
    assert median.words == f"{-(-median.days // 7)} weeks ({-(-median.low // 7)} to {-(-median.high // 7)})"


def simulated(rng, many, days, speed):
    """Requests over `days`; each waits an exponential time of a mean that `speed` gives for its end's day."""
    starts = DAY - timedelta(days=days)
    cases = []
    for came, wait, fate in zip(
        rng.integers(0, days, many), rng.exponential(1, many), rng.random(many), strict=True
    ):
        took = int(wait * speed) + 1
        outcome = Outcome.PLAN if fate < 0.8 else Outcome.REFUSED
        start = starts + timedelta(days=int(came))
        ended = start + timedelta(days=took)
        cases.append(Asked(start, ended, outcome) if ended <= DAY else Asked(start))
    return cases


def test_the_estimate_for_now_is_unbiased_and_covers_as_it_claims():
    """Truth: 0.8 of (1 less e to the -140/180), since both ends come at one pace."""
    rng = np.random.default_rng(3)
    truth = 0.8 * (1 - np.exp(-140 / 180))
    found = [experience_now(simulated(rng, 500, 1500, 180), DAY).in_time() for _ in range(120)]
    assert np.mean([one.estimate for one in found]) == pytest.approx(truth, abs=0.012)
    assert sum(one.holds(truth) for one in found) / 120 > 0.9


def test_the_estimate_for_now_sees_a_change_that_cohorts_cannot_yet_show():
    """Since a year ago plans take 100 days, before they took 300: half of the old ones wait still."""
    old = [asked(700 - place, 300) for place in range(0, 330, 3)]
    new = [asked(360 - place, 100) for place in range(0, 360, 3)]
    ended = [case if case.ended_on <= DAY else Asked(case.asked_on) for case in [*old, *new]]
    whole = experience(ended, DAY).in_time().estimate
    year = experience_now(ended, DAY).in_time().estimate
    half_year = experience_now(ended, DAY, timedelta(days=180)).in_time().estimate
    assert whole < year < half_year
    assert half_year > 0.95


def test_both_clocks_explain_themselves_in_two_sentences_each():
    cases = [asked(30 * place % 700, 100 + place) for place in range(120)]
    cases = [case if case.ended_on <= DAY else Asked(case.asked_on) for case in cases]
    cases += [asked(30 * place % 700 + 60, 40, Outcome.REFUSED) for place in range(24)]
    both = both_clocks(cases, DAY - timedelta(days=364), DAY, DAY)
    assert both.issued
    assert both.now
    assert "Of 100 families who ask now, about" in both.what_to_expect
    assert "in 100 are refused" in both.what_to_expect
    assert all(text.count(".") == 2 or text.count(". ") <= 2 for text in (ISSUED_MEANS, ASKED_MEANS))
    nothing = both_clocks([], DAY - timedelta(days=364), DAY, DAY)
    assert (nothing.issued, nothing.asked, nothing.now) == (None, None, None)
    assert "Too few" in nothing.what_to_expect


CLEARING = Clearing(
    waits=tuple(4.7 + place * 14 / 1200 for place in range(1200)),
    requests=150,
    plans=(145,) * 6 + (280,) * 10 + (150,) * 10,
    for_late=(10,) * 6 + (140,) * 10 + (10,) * 10,
    refused=0.1,
)


def test_clearing_the_backlog_lowers_the_published_share_and_harms_nobody():
    months = clear(CLEARING)
    before, during, after = months[5], months[8], months[-6]
    assert before.issued_in_time > 0.9
    assert during.issued_in_time < 0.6
    assert after.issued_in_time == 1
    asked_in_time = [month.asked_in_time for month in months if month.asked_in_time is not None]
    assert min(asked_in_time) == pytest.approx(0.9)
    assert [before.late > during.late, during.late > after.late, after.late] == [True, True, 0]


def test_a_reckoning_conserves_cases():
    months = clear(CLEARING)
    arrived = len(CLEARING.waits) + 135 * len(months)
    assert sum(month.issued for month in months) <= arrived
    assert all(month.issued <= plans for month, plans in zip(months, CLEARING.plans, strict=True))


def test_a_reckoning_starts_from_real_cases():
    cases = [asked(200), asked(100), asked(300, 100), asked(300, 40, Outcome.REFUSED), asked(-5)]
    assert [round(wait, 1) for wait in waiting_today(cases, DAY)] == [6.6, 3.3]
    started = as_of_late(cases, DAY, [5], [0])
    assert started.refused == pytest.approx(0.5)
    assert len(clear(started)) == 1
    with pytest.raises(ValueError, match="refusals"):
        Clearing((), 1, (1,), (0,), refused=1.5)
    with pytest.raises(ValueError, match="months"):
        Clearing((), 1, (1, 1), (0,))
