"""Whatever happens, in whatever order: what the life cycle promises."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.rules.lifecycle import (
    Adviser,
    Details,
    Happening,
    History,
    Step,
    breaches_found,
    may_issue,
    next_steps,
)
from goldenthread.rules.lifecycle.happenings import in_order
from goldenthread.rules.lifecycle.position import after, position_after, tracks_out_of_order
from goldenthread.rules.lifecycle.states import Position, State, Track, start
from goldenthread.rules.lifecycle.steps import APPEALABLE, NEEDS_ABOUT, NEEDS_ADVISER
from goldenthread.rules.lifecycle.table import LIFE_CYCLE, RULES
from life_cycle_histories import CEASING_TOLD, about

FIRST = date(2015, 1, 5)
TABLE = LIFE_CYCLE.on(FIRST).value
ABOUT = sorted(APPEALABLE | {Step.DECIDED_TO_ASSESS, Step.DECIDED_TO_REASSESS}, key=lambda step: step.value)

steps = st.sampled_from(Step)
gaps = st.integers(0, 40)


@st.composite
def happenings(draw: st.DrawFn) -> tuple[Step, Details]:
    step = draw(steps)
    if step in NEEDS_ADVISER:
        return step, Details(adviser=draw(st.sampled_from(Adviser)))
    if step in NEEDS_ABOUT:
        return step, Details(about=draw(st.sampled_from(ABOUT)))
    return step, Details(names_setting=draw(st.sampled_from((None, True, False))))


@st.composite
def any_histories(draw: st.DrawFn) -> History:
    """Anything after anything, lawful or not."""
    day = FIRST
    history = []
    for step, details in draw(st.lists(happenings(), max_size=25)):
        day += timedelta(days=draw(gaps))
        history.append(Happening(step, day, details))
    return tuple(history)


@st.composite
def lawful_histories(draw: st.DrawFn) -> History:
    """What the authority does is chosen among what may come next; anything else may happen between."""
    day = FIRST
    history: History = ()
    for _ in range(draw(st.integers(0, 30))):
        day += timedelta(days=draw(gaps))
        offered = next_steps(history, day)
        step, details = draw(happenings())
        if offered and (step.is_issued or draw(st.booleans())):
            chosen = draw(st.sampled_from(offered))
            step, details = chosen.step, chosen.details
        if not step.is_issued or offered:
            history = (*history, Happening(step, day, details))
    return history


@st.composite
def nearly_lawful_histories(draw: st.DrawFn) -> History:
    """A lawful case to its end, with some days moved, some steps left out and some others let in."""
    story = [
        one
        for one in (*CEASING_TOLD, about("2026-09-01", Step.APPEAL_LODGED, Step.DECIDED_TO_CEASE))
        if draw(st.integers(0, 9))
    ]
    for step in (Step.DRAFT_SENT, Step.FINAL_PLAN_SENT, Step.PLAN_CEASED, Step.APPEAL_DISMISSED):
        if draw(st.booleans()):
            details = Details(about=Step.DECIDED_TO_CEASE) if step in NEEDS_ABOUT else Details()
            story.append(
                Happening(step, date(2026, 4, 20) + timedelta(days=draw(st.integers(0, 200))), details)
            )
    moved = [
        replace(one, happened_on=one.happened_on + timedelta(days=draw(st.integers(-3, 3)))) for one in story
    ]
    return in_order(moved)


@given(lawful_histories())
@settings(deadline=None)
def test_steps_that_were_offered_never_make_a_breach(history: History) -> None:
    assert breaches_found(history) == ()


@given(nearly_lawful_histories() | any_histories(), happenings(), gaps)
@settings(deadline=None)
def test_what_is_refused_is_a_breach_if_it_happens_anyway_and_nothing_else_is(
    history: History, step: tuple[Step, Details], gap: int
) -> None:
    day = (history[-1].happened_on if history else FIRST) + timedelta(days=gap)
    new = Happening(step[0], day, step[1])
    answer = may_issue(history, step[0], day, step[1])
    before, with_it = breaches_found(history), breaches_found((*history, new))
    assert with_it[: len(before)] == before
    assert [breach.invariant for breach in with_it[len(before) :]] == [
        objection.invariant for objection in answer.objections
    ]
    assert answer.yes == (not answer.objections)


@given(nearly_lawful_histories() | any_histories(), happenings(), gaps)
@settings(deadline=None)
def test_a_refusal_that_names_a_day_ends_on_that_day_and_not_before(
    history: History, step: tuple[Step, Details], gap: int
) -> None:
    day = (history[-1].happened_on if history else FIRST) + timedelta(days=gap)
    answer = may_issue(history, step[0], day, step[1])
    if answer.not_before is not None:
        assert answer.not_before > day
        assert may_issue(history, step[0], answer.not_before, step[1])
        eve = answer.not_before - timedelta(days=1)
        assert not may_issue(history, step[0], eve, step[1])


@given(any_histories())
@settings(deadline=None)
def test_every_history_has_a_next_step_unless_the_person_has_died(history: History) -> None:
    on = history[-1].happened_on if history else FIRST
    dead = position_after(history, TABLE)[Track.RESPONSIBILITY] is State.DIED
    assert bool(next_steps(history, on)) is not dead


@given(nearly_lawful_histories() | any_histories())
@settings(deadline=None)
def test_the_invariants_hold_by_a_reading_of_the_history_that_shares_no_code(history: History) -> None:
    """A slow second opinion on the two holds that families rely on most."""
    flagged = {(breach.happening.happened_on, breach.happening.kind) for breach in breaches_found(history)}
    for index, happening in enumerate(history):
        earlier = [one for one in history[:index]]
        if happening.kind is Step.FINAL_PLAN_SENT:
            drafts = [one.happened_on for one in earlier if one.kind is Step.DRAFT_SENT]
            if not drafts or (happening.happened_on - max(drafts)).days < 15:
                assert (happening.happened_on, happening.kind) in flagged
        if happening.kind is Step.PLAN_CEASED and _ceasing_appeal_is_open(earlier):
            assert (happening.happened_on, happening.kind) in flagged


def _ceasing_appeal_is_open(earlier: list[Happening]) -> bool:
    is_open = False
    for one in earlier:
        if one.details.about is Step.DECIDED_TO_CEASE and one.kind.value.startswith("appeal_"):
            is_open = one.kind is Step.APPEAL_LODGED
        if one.kind is Step.DECIDED_TO_CEASE:
            is_open = False
    return is_open


def test_every_reachable_position_leads_on_or_is_an_end() -> None:
    reached = _reachable()
    assert len(reached) > 100
    for position, onward in reached.items():
        assert onward or State.DIED in position


def test_every_state_is_reached_by_lawful_steps() -> None:
    assert {state for position in _reachable() for state in position} == set(State)


def test_every_state_of_the_authoritys_making_can_be_left_by_the_authority_or_the_family() -> None:
    for position in _reachable():
        for state in (State.DRAFT, State.AMENDMENT_PROPOSED, State.CEASING_DECIDED, State.REVIEW_MET):
            if state in position and State.DIED not in position:
                assert any(_leaves(position, state, rule.step) for rule in RULES)


@cache
def _reachable() -> dict[tuple[State, ...], set[Step]]:
    """Every position that steps in order can reach, with the steps in order there."""
    waiting = deque([start()])
    seen: dict[tuple[State, ...], set[Step]] = {}
    while waiting:
        position = waiting.popleft()
        key = tuple(position.values())
        if key in seen:
            continue
        seen[key] = set()
        for happening in _all_kinds():
            if not tracks_out_of_order(position, TABLE[happening.kind], happening):
                next_position = after(position, happening, TABLE)
                if TABLE[happening.kind].moves:
                    seen[key].add(happening.kind)
                waiting.append(next_position)
    return seen


def _leaves(position: tuple[State, ...], state: State, step: Step) -> bool:
    here: Position = dict(zip(Track, position, strict=True))
    return any(
        state not in after(here, happening, TABLE).values()
        for happening in _all_kinds()
        if happening.kind is step and not tracks_out_of_order(here, TABLE[step], happening)
    )


def _all_kinds() -> list[Happening]:
    kinds = []
    for step in Step:
        if step in NEEDS_ADVISER:
            kinds.append(Happening(step, FIRST, Details(adviser=Adviser.HEALTH)))
        elif step in NEEDS_ABOUT:
            kinds.append(Happening(step, FIRST, Details(about=Step.DECIDED_TO_CEASE)))
        else:
            kinds.append(Happening(step, FIRST))
    return kinds
