"""No test of a promise is green without evidence, over random milestones, figures, voices and watches."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.analysis.statistics import proportions
from goldenthread.analysis.statistics.consistency import consistency
from goldenthread.analysis.statistics.polarity import Polarity
from goldenthread.analysis.statistics.process_behaviour import Standing, chart_of_shares
from goldenthread.analysis.statistics.standardisation import Change
from goldenthread.analysis.statistics.verdicts import Balancing, Check, Claim, judge
from goldenthread.improvement.judging.asks import Asks
from goldenthread.improvement.judging.done import MilestoneSeen, done
from goldenthread.improvement.judging.everywhere import PLACE, GroupsSeen, everywhere
from goldenthread.improvement.judging.felt import Answered, Counted, Voices, felt
from goldenthread.improvement.judging.lasting import WatchSeen, lasting
from goldenthread.improvement.judging.values import State
from goldenthread.improvement.judging.working import MeasureSeen, state_of, working

TODAY, ASKS = date(2025, 2, 3), Asks()
DAYS = st.dates(date(2022, 1, 1), date(2027, 12, 31))

MILESTONES = st.builds(
    MilestoneSeen,
    id=st.integers(1, 99),
    title=st.just("A milestone"),
    first_promised_on=DAYS,
    due_on=DAYS,
    times_moved=st.integers(0, 3),
    met_on=st.none() | DAYS,
    is_evidenced=st.booleans(),
    is_given_up=st.booleans(),
)


@given(st.lists(MILESTONES, max_size=6), DAYS)
def test_done_is_green_only_where_every_milestone_was_met_and_seen(milestones, today):
    if done(milestones, today).state is State.YES:
        assert milestones
        assert all(one.met_on and one.is_evidenced for one in milestones)


@st.composite
def answers(draw):
    of = draw(st.integers(0, 500))
    replies = draw(st.integers(of, 600))
    invited = draw(st.none() | st.integers(max(replies, 1), 9_000))
    favourable = draw(st.integers(0, of))
    return Answered(1, "We are heard", "A survey", draw(DAYS), favourable, of, replies, invited)


COUNTS = st.builds(
    Counted,
    key=st.just("complaints"),
    title=st.just("Complaints"),
    polarity=st.just(Polarity.LOWER_IS_BETTER),
    standing=st.sampled_from(Standing),
    words=st.just("So it is."),
)


@given(st.lists(answers(), max_size=3), st.lists(COUNTS, max_size=2))
def test_felt_is_green_only_where_enough_families_said_so_lately(answered, counted):
    if felt(Voices(answered, counted), TODAY, ASKS).state is State.YES:
        assert answered
        assert not any(one.standing is Standing.WORSE for one in counted)
        for one in answered:
            assert one.answered >= ASKS.fewest_replies
            assert one.favourable / one.answered > ASKS.favourable
            assert one.rate is not None
            assert one.rate >= ASKS.smallest_rate
            assert TODAY - one.closed_on <= timedelta(days=ASKS.voice_lasts_days)


@st.composite
def groups(draw):
    places = draw(st.dictionaries(st.sampled_from("ABCDEFG"), st.integers(0, 3_000), max_size=7))
    counts = {name: (draw(st.integers(0, down)), down) for name, down in places.items()}
    worse = draw(st.lists(st.sampled_from("ABCDEFG"), max_size=2, unique=True))
    dimension = draw(st.sampled_from([PLACE, "need", "age"]))
    return GroupsSeen("A share", dimension, dimension.title(), "", consistency(counts), tuple(worse))


@given(st.lists(groups(), max_size=4))
def test_everywhere_is_green_only_where_places_are_known_and_nobody_is_worse_off(seen):
    if everywhere(seen, ASKS).state is State.YES:
        assert any(one.dimension == PLACE and one.consistency for one in seen)
        for one in seen:
            assert not one.worse_off
            assert one.consistency is not None
            assert one.consistency.gap.high is not None
            assert one.consistency.gap.high <= ASKS.largest_gap


WATCHES = st.builds(
    WatchSeen,
    id=st.integers(1, 99),
    title=st.just("A measure"),
    began_on=st.just(date(2023, 1, 1)),
    until=DAYS,
    periods=st.none() | st.integers(0, 30),
    adverse=st.lists(st.just("It got worse."), max_size=1).map(tuple),
)


@given(st.none() | DAYS, st.lists(WATCHES, max_size=3), DAYS)
def test_lasting_is_green_only_after_two_years_that_were_seen(closed_on, watches, today):
    if lasting(closed_on, watches, today).state is State.YES:
        assert closed_on
        assert watches
        for one in watches:
            assert today > one.until
            assert not one.adverse
            assert (one.periods or 0) >= 12


@st.composite
def shares(draw):
    """Two years of monthly shares of a hundred, at one level before a month and at another after it."""
    levels = st.integers(0, 90)
    before, after, at = draw(levels), draw(levels), draw(st.integers(0, 24))
    noise = draw(st.lists(st.integers(0, 6), min_size=24, max_size=24))
    return [(before if place < at else after) + noise[place] for place in range(24)]


def chart(counts, polarity=Polarity.HIGHER_IS_BETTER):
    return chart_of_shares(counts, [100] * len(counts), polarity)


COUNTED = st.integers(20, 300).flatmap(lambda down: st.tuples(st.integers(0, down), st.just(down)))
CHANGES = st.builds(Change, COUNTED, COUNTED)
INTERVALS = st.integers(20, 300).flatmap(
    lambda down: st.integers(0, down).map(lambda up: proportions.share(up, down))
)


@st.composite
def claims(draw):
    beside = draw(st.lists(shares().map(chart), max_size=2))
    headline = chart(draw(shares()))
    since = min((point for signal in headline.current for point in signal.points), default=23)
    return Claim(
        "A measure",
        headline,
        since,
        [Balancing("A balancing measure", one, since) for one in beside],
        draw(st.none() | st.tuples(st.none() | INTERVALS, st.none() | INTERVALS)),
        draw(st.none() | CHANGES),
        draw(st.dictionaries(st.sampled_from("ABC"), CHANGES)),
        draw(st.dictionaries(st.sampled_from(Check), CHANGES)),
    )


def seen(claim, target):
    lately = sum(100 * (value or 0) for value in claim.headline.values[-3:]) / 3
    return MeasureSeen(
        1, "a-measure", "A measure", "%", Polarity.HIGHER_IS_BETTER, 0, date(2022, 12, 31), target,
        date(2026, 1, 1), lately=lately, since=24, judged=judge(claim),
    )  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(claims(), st.integers(0, 100)), max_size=2))
def test_working_is_green_only_where_every_check_was_made_and_the_target_is_reached(measures):
    if working([seen(*one) for one in measures], TODAY).state is State.YES:
        assert measures
        for claim, target in measures:
            assert sum(100 * (value or 0) for value in claim.headline.values[-3:]) / 3 >= target
            assert claim.headline.standing is Standing.BETTER
            assert claim.balancing
            assert claim.groups
            assert not any(one.sign() < 0 for one in claim.groups.values())
            assert claim.asked is not None
            assert None not in claim.asked
            assert claim.asked[1].estimate > claim.asked[0].estimate
            assert claim.with_all is not None
            assert set(claim.checks) == set(Check)


def test_a_green_of_working_can_be_reached():
    """The property above would hold of a test that is never green."""
    low, high = proportions.share(200, 1000), proportions.share(600, 1000)
    better, steady = Change((200, 1000), (600, 1000)), Change((200, 1000), (200, 1000))
    headline = chart([(20 if place < 12 else 60) + place % 3 for place in range(24)])
    beside = Balancing("A balancing measure", chart([20 + place % 3 for place in range(24)]), 12)
    claim = Claim(
        "A measure", headline, 12, [beside], (low, high), better, {"A": better}, dict.fromkeys(Check, steady)
    )
    assert state_of(seen(claim, 55)) is State.YES
    assert state_of(seen(claim, 90)) is State.NOT_YET
