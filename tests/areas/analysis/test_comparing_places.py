"""Places and groups are called different only where chance, size and the number of comparisons allow it."""

from datetime import date, timedelta

import numpy as np
import pytest

from goldenthread.analysis.statistics.consistency import consistency
from goldenthread.analysis.statistics.equity import (
    difference,
    p_value,
    unequal_chances,
    unequal_shares,
    who_waits_longest,
)
from goldenthread.analysis.statistics.funnel import (
    Allowance,
    Mean,
    Place,
    Unit,
    funnel_of_means,
    funnel_of_rates,
    funnel_of_shares,
)
from goldenthread.analysis.statistics.incidence import Asked, Outcome
from goldenthread.analysis.statistics.multiplicity import Control, compared
from goldenthread.analysis.statistics.overdispersion import winsorised
from goldenthread.analysis.statistics.polarity import Polarity
from goldenthread.analysis.statistics.process_behaviour import Standing
from goldenthread.analysis.statistics.proportions import Interval
from goldenthread.analysis.statistics.rare_events import (
    chart_of_cases_between,
    chart_of_days_between,
    is_too_rare_to_count,
)

UP = Polarity.HIGHER_IS_BETTER


def units(*counts):
    return [Unit(f"district {number}", *pair) for number, pair in enumerate(counts, start=1)]


def test_places_that_differ_by_chance_alone_are_as_expected():
    funnel = funnel_of_shares(units((30, 60), (46, 100), (9, 20), (3, 4), (110, 220)))
    assert funnel.allowance is Allowance.CHANCE_ONLY
    assert {unit.place for unit in funnel.units} == {Place.AS_EXPECTED}
    assert "No place differs" in funnel.words
    assert "5 comparisons" in funnel.words


def test_a_small_place_must_differ_by_more_than_a_large_one():
    funnel = funnel_of_shares(units((1, 4), (1000, 2000), (400, 1000), (520, 1000), (490, 1000)))
    by_name = {unit.name: unit for unit in funnel.units}
    assert by_name["district 1"].place is Place.AS_EXPECTED
    assert by_name["district 3"].place is Place.LOWER
    narrow, wide = by_name["district 2"].limits[0], by_name["district 1"].limits[0]
    assert wide.upper - wide.lower > 5 * (narrow.upper - narrow.lower)


def test_where_all_places_vary_the_limits_widen_and_only_the_outlier_stands_out():
    rng = np.random.default_rng(5)
    shares = np.clip(rng.normal(0.5, 0.08, 30), 0, 1)
    counts = [(int(rng.binomial(400, share)), 400) for share in shares]
    plain = funnel_of_shares(units(*counts, (10, 400)), allowance=Allowance.CHANCE_ONLY)
    assert funnel_of_shares(units(*counts)).allowance is Allowance.ADDITIVE
    for allowance in (None, Allowance.MULTIPLICATIVE):
        wider = funnel_of_shares(units(*counts, (10, 400)), allowance=allowance)
        apart = [unit.name for unit in wider.units if unit.place is not Place.AS_EXPECTED]
        assert apart == ["district 31"]
    assert sum(unit.place is not Place.AS_EXPECTED for unit in plain.units) > 8


def test_limits_never_leave_what_is_possible():
    for funnel in (funnel_of_shares(units((0, 3), (3, 3), (1, 2))), funnel_of_shares(units((0, 5), (0, 9)))):
        for size in (1, 2, 7):
            assert all(0 <= one.lower <= one.upper <= 1 for one in funnel.limits_at(size))


def test_a_place_with_no_children_is_left_out_and_named():
    funnel = funnel_of_shares(units((0, 0), (3, 9), (4, 9)))
    assert funnel.left_out == ("district 1",)
    assert len(funnel.units) == 2
    with pytest.raises(ValueError, match="more than all"):
        funnel_of_shares(units((4, 3)))


def test_rates_and_means_have_funnels_too():
    rates = funnel_of_rates(units((12, 4000.0), (15, 4200.0), (60, 4100.0)))
    assert rates.units[2].place is Place.HIGHER
    means = funnel_of_means(
        [Mean("a", 150, 40, 60), Mean("b", 155, 45, 80), Mean("c", 149, 40, 400), Mean("d", 230, 50, 50)]
    )
    assert means.units[3].score > 3
    assert funnel_of_means([Mean("a", 5, 0, 3), Mean("b", 5, 0, 4)]).units[0].place is Place.AS_EXPECTED


def test_winsorising_pulls_in_the_ends_only():
    scores = [float(place) for place in range(20)]
    assert winsorised(scores).tolist() == [2, 2, *range(2, 18), 17, 17]
    assert winsorised([1.0, 9.0]).tolist() == [1, 9]


def test_ten_comparisons_of_nothing_rarely_find_anything():
    rng = np.random.default_rng(11)
    found = sum(any(compared(list(rng.random(10))).more_than_chance) for _ in range(1000))
    assert found / 1000 < 0.07


def test_holm_is_stricter_than_benjamini_and_hochberg():
    values = [0.001, 0.012, 0.02, 0.03, 0.7]
    strict, usual = compared(values, Control.HOLM), compared(values)
    assert sum(strict.more_than_chance) < sum(usual.more_than_chance)
    assert all(one >= other for one, other in zip(strict.adjusted, usual.adjusted, strict=True))


def test_the_words_say_how_many_were_compared():
    assert "3 comparisons were made together; 1 is" in compared([0.001, 0.5, 0.7]).words
    assert compared([]).words == "Nothing was compared."
    with pytest.raises(ValueError, match="p value"):
        compared([1.2])


def test_who_waits_longest_is_named_with_how_much():
    rng = np.random.default_rng(2)
    waits = {name: list(rng.normal(150, 30, 120)) for name in ("North", "East", "West")}
    waits["Coast"] = list(rng.normal(200, 30, 80))
    waits["Island"] = [400.0, 500.0]
    found = who_waits_longest(waits)
    assert found.worse_off[0].group == "Coast"
    assert found.groups[0].difference.holds(50)
    assert found.not_compared == ("Island",)
    assert found.words.startswith("Coast fares worst: ")
    assert "days more than everybody else" in found.words


def test_groups_that_fare_alike_are_not_ranked_into_news():
    rng = np.random.default_rng(4)
    found = who_waits_longest({name: list(rng.normal(150, 30, 60)) for name in "ABCDEFGH"})
    assert not found.worse_off
    assert "No group fares worse" in found.words


def test_a_lower_share_is_worse_where_higher_is_better():
    found = unequal_shares({"girls": (30, 100), "boys": (60, 100)}, UP)
    assert [one.group for one in found.worse_off] == ["girls"]
    assert "percentage points fewer" in found.words
    assert not unequal_shares({"one": (1, 2), "other": (60, 100)}, UP).groups


def test_chances_count_those_who_still_wait():
    day = date(2025, 11, 3)

    def asked(ago, took=None):
        start = day - timedelta(days=ago)
        return Asked(start) if took is None else Asked(start, start + timedelta(days=took), Outcome.PLAN)

    slow = [asked(300, 120)] * 10 + [asked(300)] * 30
    quick = [asked(300, 120)] * 30 + [asked(300, 200)] * 10
    found = unequal_chances({"slow": slow, "quick": quick}, day)
    assert [one.group for one in found.worse_off] == ["slow"]
    assert found.groups[0].difference.estimate == pytest.approx(-50)


def test_an_interval_and_its_p_value_never_contradict_each_other():
    touching = difference(Interval(10, 8, 12), Interval(7, 5, 10))
    assert (touching.low > 0) == (p_value(touching) < 0.05)
    apart = difference(Interval(20, 18, 22), Interval(7, 5, 10))
    assert apart.low > 0
    assert p_value(apart) < 0.001
    assert p_value(Interval(3, None, 4)) == 1
    assert p_value(Interval(2, 2, 2)) == 0


def test_places_that_vary_by_chance_alone_are_consistent():
    same = consistency({"a": (50, 100), "b": (47, 95), "c": (61, 120), "d": (30, 62), "e": (3, 4)})
    assert same.score.estimate == 100
    assert same.score.low > 80
    assert same.left_out == ("e",)


def test_places_that_differ_have_a_typical_gap():
    apart = consistency({"a": (20, 200), "b": (60, 200), "c": (100, 200), "d": (140, 200), "e": (180, 200)})
    assert 25 < apart.gap.estimate < 55
    assert apart.score.estimate == pytest.approx(100 - apart.gap.estimate)
    assert "typically differ by" in apart.words
    assert consistency({"a": (1, 9)}) is None
    with pytest.raises(ValueError, match="more than all"):
        consistency({"a": (10, 9), "b": (1, 9)})


RARE = [40, 12, 95, 33, 8, 61, 120, 22, 17, 54, 77, 31, 45]


def test_rare_events_are_charted_by_what_lies_between():
    assert is_too_rare_to_count([0, 0, 1, 0, 0, 0, 2, 0])
    assert not is_too_rare_to_count([5, 7, 6, 0, 8, 9, 6, 7])
    assert not is_too_rare_to_count([])
    chart = chart_of_cases_between(RARE)
    assert chart.standing is Standing.NO_CHANGE
    assert chart_of_cases_between(RARE[:5]).standing is Standing.TOO_FEW


def test_a_long_time_without_the_event_is_better_already_before_the_next():
    chart = chart_of_days_between(RARE, since_last=900)
    assert chart.standing is Standing.BETTER
    assert "rarer, for the better" in chart.signals[-1].words


def test_an_open_gap_is_never_called_short():
    short = [3, 2, 4, 1, 3, 2]
    assert chart_of_days_between(RARE + short, since_last=0).standing is not Standing.WORSE
    assert chart_of_days_between([*RARE, *short, 2]).standing is Standing.WORSE


def test_events_in_a_row_give_a_flat_chart_and_no_gap_is_refused():
    assert chart_of_cases_between([0] * 13).upper == 0
    with pytest.raises(ValueError, match="gaps"):
        chart_of_days_between([])
