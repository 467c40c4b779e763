"""Working, with figures of two years: what may be claimed, and what looks better without being so."""

from datetime import date

import pytest

from goldenthread.improvement.actions import judging
from goldenthread.improvement.actions.judging import MeasureDetails
from goldenthread.improvement.judging.values import State, Test
from goldenthread.improvement.queries import judged

pytestmark = pytest.mark.django_db

BEFORE, TARGET_DAY = date(2023, 12, 31), date(2025, 12, 31)
REFUSED, DECISIONS = "requests_refused", "decisions_in_6_weeks"
ISSUED, ASKED = "plans_in_20_weeks", "asked_and_answered_in_20_weeks"


@pytest.fixture(autouse=True)
def _on_the_third_of_february(always_on):
    always_on(date(2025, 2, 3))


def months(first: float, then: float, *, of: float = 100, after: int = 12) -> list[tuple[float, float]]:
    """A share of two years that moves by a little each month, and from a month on stands elsewhere."""
    return [((first if place < after else then) + place % 3, of) for place in range(24)]


def steady(level: float = 20) -> list[tuple[float, float]]:
    return months(level, level)


@pytest.fixture
def verdict(by, promises):
    """What the tests say of a promise with one measure, from 20 to 55 in a hundred."""

    def ask(measure: str, *, test: Test = Test.WORKING, **rest):
        details = {"baseline": 20, "baseline_on": BEFORE, "target": 55, "target_on": TARGET_DAY} | rest
        judging.attach_measure(promises[0], MeasureDetails(measure, source="A paper", **details), by=by)
        return judged.five_tests(by, [promises[0].pk])[promises[0].pk].of(test)

    return ask


def test_it_works_where_it_moved_to_its_target_and_no_check_speaks_against_it(verdict, two_years):
    two_years({DECISIONS: {"Babergh": months(20, 60), "Ipswich": months(22, 62)}, REFUSED: steady()})
    found = verdict(DECISIONS)
    assert found.state is State.YES
    assert "20% on 31 December 2023" in found.says
    assert "more than noise, and by every check that was made. The target is 55%" in found.says
    assert found.limit == "Read beside Requests refused an assessment: no change."


def test_a_move_short_of_its_target_is_not_yet(verdict, two_years):
    two_years({DECISIONS: {"Babergh": months(20, 60), "Ipswich": months(22, 62)}, REFUSED: steady()})
    found = verdict(DECISIONS, target=90)
    assert found.state is State.NOT_YET
    assert "The target is 90% by 31 December 2025. Too few periods for a forecast: 24 of the 31" in found.says


def test_a_target_whose_day_is_past_says_so(verdict, two_years):
    two_years({DECISIONS: {"Babergh": months(20, 60), "Ipswich": months(22, 62)}, REFUSED: steady()})
    assert (
        "that day is past, and it is not reached"
        in verdict(DECISIONS, target=90, target_on=date(2024, 12, 31)).says
    )


def test_noise_is_no_change_whatever_the_target(verdict, two_years):
    two_years({DECISIONS: steady(), REFUSED: steady()})
    found = verdict(DECISIONS, target=21)
    assert found.state is State.NO
    assert "no more than it always varies" in found.says


def test_what_got_worse_is_no(verdict, two_years):
    two_years({DECISIONS: months(60, 20), REFUSED: steady()})
    assert verdict(DECISIONS, baseline=61, target=80).state is State.NO


def test_without_a_balancing_measure_nobody_knows_at_what_cost(verdict, two_years):
    two_years({DECISIONS: {"Babergh": months(20, 60), "Ipswich": months(22, 62)}})
    found = verdict(DECISIONS)
    assert found.state is State.NOT_YET
    assert "No balancing measure was looked at." in found.says


def test_the_average_is_better_and_a_district_is_worse(verdict, two_years):
    """Ipswich, with most children, rises from 20 to 80; Lowestoft falls from 60 to 20."""
    ipswich, lowestoft = months(80, 320, of=400), months(60, 20)
    two_years({DECISIONS: {"Ipswich": ipswich, "Lowestoft": lowestoft}, REFUSED: steady()})
    found = verdict(DECISIONS, target=50)
    assert found.state is State.NOT_YET
    assert "It became worse for Lowestoft." in found.says


BESIDE = {
    REFUSED: steady(),
    "backlog": [(100 + place % 3, 0) for place in range(24)],
    "backlog_share": steady(),
    "exceptions_claimed": steady(5),
    "requests_asked_anew": steady(5),
}
MOVED = {"Babergh": months(20, 60), "Ipswich": months(22, 62)}


def test_both_clocks_moved_and_nothing_else_explains_it(verdict, two_years):
    two_years({ISSUED: MOVED, ASKED: MOVED, **BESIDE}, in_time=(5, 15))
    assert verdict(ISSUED).state is State.YES


def test_only_the_published_clock_moved(verdict, two_years):
    """Plans that come out are in time, since those who wait longest are left; who asked waits as before."""
    two_years({ISSUED: MOVED, ASKED: steady(), **BESIDE}, in_time=(5, 5))
    found = verdict(ISSUED)
    assert found.state is State.NOT_YET
    assert "Children who asked" in found.says


def test_only_those_who_asked_are_better_off_while_the_published_clock_stands(verdict, two_years):
    two_years({ASKED: MOVED, ISSUED: steady(), **BESIDE}, in_time=(5, 15))
    found = verdict(ASKED)
    assert found.state is State.NOT_YET
    assert "“Plans issued within 20 weeks” has not become better by more than chance." in found.says


def test_flagging_more_exceptions_is_not_an_improvement(verdict, two_years):
    two_years({ISSUED: MOVED, ASKED: MOVED, **BESIDE, "exceptions_claimed": months(5, 40)}, in_time=(5, 15))
    found = verdict(ISSUED)
    assert found.state is State.NOT_YET
    assert "The share of plans marked as exceptions rose" in found.says


def test_too_few_months_say_nothing(verdict, measured_set):
    found = verdict(ISSUED)
    assert found.state is State.NOT_KNOWN
    assert "Too few periods to say: 9 of the 12 that are needed." in found.says


def test_a_measure_without_a_source_says_why(verdict, measured_set):
    found = verdict("contact_answer_time", baseline=9, target=5)
    assert found.state is State.NOT_KNOWN


def test_before_measures_are_worked_out_nothing_is_known(verdict):
    found = verdict(DECISIONS)
    assert found.state is State.NOT_KNOWN
    assert "Measures were not worked out yet." in found.says


def test_without_a_measure_there_is_no_evidence(by, promises):
    judging.judge(by=by)
    five = judged.five_tests(by, [promises[0].pk])[promises[0].pk]
    assert five.of(Test.WORKING).state is State.NO_EVIDENCE
    assert five.is_without_evidence


def test_everywhere_names_who_fares_worse_and_gives_the_gap_with_its_range(verdict, two_years):
    two_years(
        {
            DECISIONS: {"Babergh": steady(60), "Ipswich": steady(61), "Lowestoft": steady(20)},
            REFUSED: steady(),
        }
    )
    found = verdict(DECISIONS, test=Test.EVERYWHERE)
    assert found.state in (State.NO, State.NOT_YET)
    assert "by district: Lowestoft fares worse; two groups picked at random typically differ by" in found.says
    assert "A gap of up to 10 points is let pass." in found.limit


def test_everywhere_is_green_where_the_whole_range_of_the_gap_is_small(verdict, two_years):
    places = {name: months(600, 600, of=1000) for name in ("Babergh", "Ipswich", "Lowestoft", "Mid Suffolk")}
    two_years({DECISIONS: places, REFUSED: steady()})
    assert verdict(DECISIONS, test=Test.EVERYWHERE).state is State.YES


def test_a_count_cannot_be_compared_between_places(verdict, two_years):
    two_years({"backlog": [(40 + place % 3, 0) for place in range(24)]})
    assert verdict("backlog", baseline=60, target=0, test=Test.EVERYWHERE).state is State.NO_EVIDENCE
