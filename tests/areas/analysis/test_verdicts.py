"""Nobody can make it look better than it is: planted games end qualified, an honest improvement does not."""

from datetime import date

import pytest

from goldenthread.analysis.statistics.lasting import watch, watch_shares
from goldenthread.analysis.statistics.polarity import Polarity
from goldenthread.analysis.statistics.process_behaviour import Standing, chart_of, chart_of_shares
from goldenthread.analysis.statistics.proportions import Interval
from goldenthread.analysis.statistics.standardisation import Change, standardised, together
from goldenthread.analysis.statistics.timeliness_claim import Span, timeliness_claim
from goldenthread.analysis.statistics.verdicts import (
    Balancing,
    Check,
    Claim,
    NotApplicable,
    Verdict,
    judge,
    reasons_against,
    standing_since,
)
from planted_games import area

UP = Polarity.HIGHER_IS_BETTER
BEFORE = Span(date(2023, 6, 1), date(2024, 11, 30))
AFTER = Span(date(2024, 12, 1), date(2025, 11, 30))
STEADY = [10.0, 12.0, 9.0, 11.0, 10.5, 9.5, 11.5, 10.0, 12.0, 9.0, 11.0, 10.0]
BALANCING = (Balancing("Complaints", chart_of(STEADY, Polarity.LOWER_IS_BETTER)),)


def claim(seed, game):
    children = area(seed, game, first=date(2022, 9, 1), played_from=date(2024, 7, 15), last=AFTER.last)
    cases = [case for child in children for case in child]
    return timeliness_claim(cases, BEFORE, AFTER, BALANCING)


REASONS = {
    "refusing": "requests that ended without a plan rose",
    "flagging": "marked as exceptions rose",
    "reopening": "closed and asked anew rose",
    "easy": "already past their time rose",
    "simpson": "For the same mix of children it",
}


@pytest.mark.parametrize("game", REASONS)
@pytest.mark.parametrize("seed", [1, 2])
def test_a_game_looks_better_and_ends_qualified_with_its_reason(game, seed):
    played_out = claim(seed, game)
    found = judge(played_out)
    assert standing_since(played_out.headline, 0) is Standing.BETTER
    assert found.verdict is Verdict.QUALIFIED
    assert REASONS[game] in found.words


@pytest.mark.nightly
@pytest.mark.parametrize("game", REASONS)
def test_of_a_hundred_areas_that_play_a_game_none_is_called_an_improvement(game):
    claims = [claim(seed, game) for seed in range(3, 103)]
    looks_better = [one for one in claims if standing_since(one.headline, 0) is Standing.BETTER]
    assert len(looks_better) >= 75
    assert not any(judge(one).is_unqualified_improvement for one in claims)
    named = sum(REASONS[game] in judge(one).words for one in looks_better)
    assert named / len(looks_better) > 0.9


@pytest.mark.parametrize("seed", [1, 2])
def test_an_honest_improvement_is_unqualified(seed):
    found = judge(claim(seed, "honest"))
    assert found.is_unqualified_improvement, found.words
    assert found.words.startswith("Better, by every check that was made.")


@pytest.mark.nightly
def test_most_honest_improvements_are_unqualified():
    found = [judge(claim(seed, "honest")).verdict for seed in range(3, 103)]
    assert found.count(Verdict.IMPROVEMENT) >= 75


@pytest.mark.parametrize("seed", [1, 2])
def test_where_nothing_happened_nobody_improved(seed):
    assert not judge(claim(seed, "")).is_unqualified_improvement


BETTER = chart_of([*STEADY, 30.0], UP)
RISE = Change((40, 100), (80, 100))
FLAT = Change((10, 100), (10, 100))


def whole_claim(**changed):
    """A claim that passes every check, but for what is changed."""
    usual = {
        "title": "Reviews held",
        "headline": BETTER,
        "balancing": BALANCING,
        "asked": (Interval(0.3, 0.25, 0.35), Interval(0.7, 0.65, 0.75)),
        "with_all": RISE,
        "groups": {"North": RISE, "South": RISE},
        "checks": dict.fromkeys(Check, FLAT),
    }
    return Claim(**(usual | changed))


def test_a_claim_that_passes_every_check_is_an_improvement():
    assert judge(whole_claim()).verdict is Verdict.IMPROVEMENT
    waived = NotApplicable("no request is made for this measure")
    assert judge(whole_claim(asked=waived, with_all=waived, groups=waived)).is_unqualified_improvement
    with pytest.raises(ValueError, match="reason"):
        NotApplicable(" ")


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"balancing": ()}, "No balancing measure"),
        ({"balancing": (Balancing("Appeals", chart_of([*STEADY, 1.0], UP)),)}, "Appeals became worse"),
        ({"asked": None}, "not yet known"),
        ({"asked": (Interval(0.3, 0.2, 0.4), None)}, "not yet known"),
        ({"asked": (Interval(0.5, 0.4, 0.6), Interval(0.4, 0.3, 0.5))}, "not served sooner than before"),
        ({"asked": (Interval(0.5, 0.4, 0.6), Interval(0.55, 0.4, 0.7))}, "no more than chance explains"),
        ({"with_all": None}, "not looked at with exceptions"),
        ({"with_all": FLAT}, "With exceptions counted in"),
        ({"groups": {}}, "not looked at by district"),
        ({"groups": {"North": FLAT}}, "no more than chance explains"),
        ({"groups": {"North": Change((80, 100), (40, 100))}}, "the same mix of children it became worse."),
        ({"groups": {"North": Change((90, 100), (800, 1000)), "South": Change((300, 1000), (20, 100))}},
         "the same mix of children it became worse: other children were counted."),
        ({"groups": {"North": Change((90, 100), (900, 1000)), "South": Change((300, 1000), (30, 100))}},
         "did not become better: other children were counted"),
        ({"checks": {}}, "was not checked"),
        ({"checks": dict.fromkeys(Check, FLAT) | {Check.REFUSED: RISE}}, "rose from 40% to 80%"),
    ],
)  # fmt: skip
def test_each_check_that_fails_or_is_missing_qualifies(changed, reason):
    found = judge(whole_claim(**changed))
    assert found.verdict is Verdict.QUALIFIED
    assert reason in found.words


def test_the_other_verdicts():
    assert judge(whole_claim(headline=chart_of(STEADY, UP))).verdict is Verdict.NO_CHANGE
    assert judge(whole_claim(headline=chart_of(STEADY[:5], UP))).verdict is Verdict.TOO_FEW
    worse = judge(whole_claim(headline=chart_of([*STEADY, 1.0], UP)))
    assert worse.verdict is Verdict.WORSE
    assert "below the limits" in worse.words
    both_ways = chart_of([*STEADY, 30.0, *STEADY, 0.5], UP)
    assert "signals both ways" in " ".join(reasons_against(whole_claim(), standing_since(both_ways, 12)))


def test_where_lower_is_better_a_fall_is_the_improvement():
    fall = Change((80, 100), (40, 100))
    lower = chart_of([*STEADY, 1.0], Polarity.LOWER_IS_BETTER)
    assert judge(whole_claim(headline=lower, with_all=fall, groups={"all": fall})).is_unqualified_improvement


def test_simpsons_paradox_by_hand():
    """Kidney stones (Charig et al. 1986, BMJ 292: 879-882): open surgery is better for small and for large
    stones, 93% to 87% and 73% to 69%, and worse for all together, 78% to 83%.

    Standardised to all 700: (357 x (87 - 93.1) + 343 x (68.75 - 73.0)) / 700 = -5.2 points.
    """
    stones = {"small": Change((81, 87), (234, 270)), "large": Change((192, 263), (55, 80))}
    both = together(stones)
    assert (both.before, both.after) == ((273, 350), (289, 350))
    crude = both.difference().estimate
    alike = standardised(stones).estimate
    assert crude == pytest.approx(0.0457, abs=5e-5)
    by_hand = (357 * (234 / 270 - 81 / 87) + 343 * (55 / 80 - 192 / 263)) / 700
    assert alike == pytest.approx(by_hand)
    assert alike < 0 < crude
    assert standardised({"new": Change((0, 0), (3, 4))}) is None


CLOSED = date(2024, 2, 29)


def test_what_lasts_says_so_and_what_does_not_says_so_too():
    limits = chart_of(STEADY, UP).stretches[0].limits
    lasting = watch(STEADY, limits, UP, (CLOSED, date(2025, 3, 1)))
    assert not lasting.adverse
    assert "watched until 28 February 2026" in lasting.words
    assert "It lasted" in watch(STEADY, limits, UP, (CLOSED, date(2026, 3, 1))).words
    fallen = watch([10.0, 2.0], limits, UP, (CLOSED, date(2024, 5, 1)), ["March", "April"])
    assert fallen.words == (
        "It has not lasted since 29 February 2024. "
        "April is below the limits of what this measure varies by: a change for the worse."
    )
    with pytest.raises(ValueError, match="before it is closed"):
        watch(STEADY, limits, UP, (CLOSED, date(2024, 1, 1)))
    with pytest.raises(ValueError, match="better direction"):
        watch(STEADY, limits, Polarity.NEITHER, (CLOSED, CLOSED))


def test_suffolks_fall_would_have_been_seen_in_its_first_months():
    """88% in time in 2021, 23% in 2022: with sixty plans a month, one month is enough."""
    limits = chart_of_shares([53, 51, 54, 52, 55, 50] * 2, [60] * 12, UP).stretches[0].limits
    found = watch_shares([52, 40], [60, 58], limits, UP, (date(2021, 12, 31), date(2022, 2, 28)))
    assert [signal.points for signal in found.adverse] == [(1,)]
