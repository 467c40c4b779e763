"""No test of a promise is green without evidence, over random milestones, figures, voices and watches."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.analysis.catalogue import measures
from goldenthread.analysis.statistics.consistency import consistency
from goldenthread.analysis.statistics.polarity import Polarity
from goldenthread.analysis.statistics.process_behaviour import Standing
from goldenthread.analysis.statistics.standardisation import Change
from goldenthread.audit.scope import Scope
from goldenthread.figures.measured.values import FigureKey, Measured
from goldenthread.improvement.gathered.figures import Figures
from goldenthread.improvement.gathered.measures import measure_seen
from goldenthread.improvement.judging.asks import Asks
from goldenthread.improvement.judging.done import MilestoneSeen, done
from goldenthread.improvement.judging.everywhere import PLACE, GroupsSeen, everywhere
from goldenthread.improvement.judging.felt import Answered, Counted, Voices, felt
from goldenthread.improvement.judging.lasting import WatchSeen, lasting
from goldenthread.improvement.judging.values import State
from goldenthread.improvement.judging.working import state_of, working
from goldenthread.improvement.models import PromiseMeasure

TODAY, ASKS = date(2025, 2, 3), Asks()
DAYS = st.dates(date(2022, 1, 1), date(2027, 12, 31))
MEASURE, BESIDE = "decisions_in_6_weeks", "requests_refused"

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


class Made(Figures):
    """Figures that were made up: of everyone, and of districts before and after."""

    districts: dict[str, Change] = {}

    def why_none(self, measure):
        return "" if self.whole(measure.name) else "No source."

    def _read(self, name, dimension, group):
        return []

    def changes_by(self, name, dimension, split):
        return self.districts


def made(name: str, months: list[tuple[int, int]]) -> list[Measured]:
    days = [date(2023 + place // 12, place % 12 + 1, 1) for place in range(len(months))]
    return [
        Measured(
            FigureKey(1, name, "month", day), 1, "935", TODAY, 1, "", True, down, float(up), float(down),
            100 * up / down,
        )
        for day, (up, down) in zip(days, months, strict=True)
    ]  # fmt: skip


LEVELS = st.integers(0, 90)


@st.composite
def shares(draw):
    """Two years of monthly shares of a hundred, at one level before a month and at another after it."""
    before, after, at = draw(LEVELS), draw(LEVELS), draw(st.integers(0, 24))
    noise = draw(st.lists(st.integers(0, 6), min_size=24, max_size=24))
    return [((before if place < at else after) + noise[place], 100) for place in range(24)]


COUNTED = st.integers(20, 300).flatmap(lambda down: st.tuples(st.integers(0, down), st.just(down)))
CHANGES = st.builds(Change, COUNTED, COUNTED)


@settings(max_examples=150, deadline=None)
@given(
    shares(), st.none() | shares(), st.dictionaries(st.sampled_from("ABC"), CHANGES), st.integers(0, 100),
    st.sampled_from([date(2022, 12, 31), date(2023, 12, 31), date(2024, 6, 30)]),
)  # fmt: skip
def test_working_is_green_only_where_every_check_was_made_and_the_target_is_reached(
    months, beside, districts, target, baseline_on
):
    figures = Made(Scope.system("a test"), None, {})
    figures.districts = districts
    figures._series[MEASURE, "", ""] = made(MEASURE, months)
    if beside is not None:
        figures._series[BESIDE, "", ""] = made(BESIDE, beside)
    row = PromiseMeasure(
        pk=1, measure=MEASURE, baseline=0, baseline_on=baseline_on, target=target, target_on=date(2026, 1, 1)
    )
    seen = measure_seen(figures, row)
    assert working([seen], TODAY).state is state_of(seen)
    if state_of(seen) is State.YES:
        assert beside is not None
        assert districts
        assert not any(one.sign() < 0 for one in districts.values())
        assert seen.lately is not None
        assert seen.lately >= target
        since = [share for share, _ in months[-3:]]
        assert max(since) > min(share for share, _ in months[:12])


def test_a_green_of_working_can_be_reached():
    """The property above would hold of a test that is never green."""
    figures = Made(Scope.system("a test"), None, {})
    figures.districts = {name: Change((200, 1000), (600, 1000)) for name in "AB"}
    figures._series[MEASURE, "", ""] = made(
        MEASURE, [((20 if n < 12 else 60) + n % 3, 100) for n in range(24)]
    )
    figures._series[BESIDE, "", ""] = made(BESIDE, [(20 + n % 3, 100) for n in range(24)])
    row = PromiseMeasure(
        pk=1,
        measure=MEASURE,
        baseline=20,
        baseline_on=date(2023, 12, 31),
        target=55,
        target_on=date(2026, 1, 1),
    )
    assert BESIDE in measures()[MEASURE].balancing
    assert state_of(measure_seen(figures, row)) is State.YES
