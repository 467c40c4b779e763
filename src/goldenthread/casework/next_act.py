"""What should be done next on a case, and what would recording it change? For saying so before it is done."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from goldenthread.casework import acts
from goldenthread.casework.acts import Act, Choice
from goldenthread.casework.duties import Duty, Stage, duties_of, position_of, stage_of
from goldenthread.casework.flags import Flag, flags
from goldenthread.casework.history import CaseHistory
from goldenthread.rules.law import Source
from goldenthread.rules.lifecycle import Adviser, Details, Step, may_issue, notices_owed
from goldenthread.rules.lifecycle.invariants import NOTICE_OF, advisers_not_asked
from goldenthread.rules.lifecycle.past import Past
from goldenthread.rules.lifecycle.states import State, Track
from goldenthread.rules.lifecycle.steps import NEEDS_ABOUT, NEEDS_ADVISER
from goldenthread.rules.lifecycle.table import LIFE_CYCLE


@dataclass(frozen=True, slots=True)
class NextAct:
    """The act that comes next, why, and where that is written.

    `not_before`: the first day on which it may be done, where only time stands in the way of it today.
    """

    act: Act
    why: str
    source: Source
    not_before: date | None = None


@dataclass(frozen=True, slots=True)
class Consequence:
    """What recording one choice of an act as done today would leave: flags at it, and what is owed then."""

    choice: Choice
    flags: tuple[Flag, ...]
    duties: tuple[Duty, ...]
    next_act: NextAct | None


def next_act(history: CaseHistory, today: date) -> NextAct | None:
    """The act that comes next. None where nothing waits for us."""
    if notices_owed(history.happenings):
        return _explained(history, acts.TELL_OF_DECISION, today)
    choose = NEXT.get(stage_of(history))
    slug = choose(history) if choose else ""
    return _explained(history, acts.BY_SLUG[slug], today) if slug else None


def consequences(history: CaseHistory, act: Act, today: date) -> tuple[Consequence, ...]:
    """What each choice of this act would leave, recorded as done today and told the same day."""
    return tuple(_consequence(history, choice, today) for choice in _open_choices(history, act))


def _open_choices(history: CaseHistory, act: Act) -> tuple[Choice, ...]:
    """All choices; of notices only those for decisions that are still to be told."""
    if act is not acts.TELL_OF_DECISION:
        return act.choices
    owed = {decision.kind for decision in notices_owed(history.happenings)}
    return tuple(choice for choice in act.choices if choice.details.about in owed)


def _consequence(history: CaseHistory, choice: Choice, today: date) -> Consequence:
    after = history.with_step(choice.step, today, _with_adviser(history, choice))
    if choice.step in NOTICE_OF:
        after = after.with_step(Step.DECISION_NOTIFIED, today, Details(about=choice.step))
    found = flags(after)
    added = [place for place, fact in enumerate(after.facts) if fact.entry_id == 0]
    raised = tuple(flag for place in added for flag in found.get(place, ()))
    return Consequence(choice, raised, duties_of(after), next_act(after, today))


def _with_adviser(history: CaseHistory, choice: Choice) -> Details:
    """Whose advice it is does not change what follows, but a piece of advice is always someone's."""
    if choice.step not in NEEDS_ADVISER:
        return choice.details
    return Details(adviser=next(iter([*not_asked(history), *waiting_for(history), *Adviser])))


def not_asked(history: CaseHistory) -> tuple[Adviser, ...]:
    """Whom the authority must still ask for advice, as far as is recorded here."""
    return advisers_not_asked(Past(history.happenings, position_of(history)))


def waiting_for(history: CaseHistory) -> tuple[Adviser, ...]:
    """Who was asked for advice and has not given it, as far as is recorded here."""
    asked = {fact.happening.details.adviser for fact in history.facts if fact.step is Step.ADVICE_SOUGHT}
    came = {fact.happening.details.adviser for fact in history.facts if fact.step is Step.ADVICE_RECEIVED}
    return tuple(adviser for adviser in Adviser if adviser in asked - came)


def _whether_to_assess(history: CaseHistory) -> str:
    asked_for_views = position_of(history)[Track.ASSESSMENT] is State.CONSULTED
    return "decide-whether-to-assess" if asked_for_views or history.began_in_a_return else "tell-the-family"


def _assessing(history: CaseHistory) -> str:
    """Ask everyone, wait for everyone, decide. A return does not tell whose advice was asked for."""
    if history.last(Step.ADVICE_SOUGHT) is None and history.began_in_a_return:
        return "decide-whether-to-issue"
    if not_asked(history):
        return "seek-advice"
    return "receive-advice" if waiting_for(history) else "decide-whether-to-issue"


def _plan_in_force(history: CaseHistory) -> str:
    position = position_of(history)
    for track, state, slug in (
        (Track.CEASING, State.CEASING_DECIDED, "cease-the-plan"),
        (Track.AMENDMENT, State.AMENDING, "give-notice-of-changes"),
        (Track.AMENDMENT, State.AMENDMENT_PROPOSED, "send-amended-plan"),
        (Track.REVIEW, State.REVIEW_CALLED, "hold-a-review-meeting"),
    ):
        if position[track] is state:
            return slug
    return ""


def _always(slug: str) -> Callable[[CaseHistory], str]:
    return lambda history: slug


NEXT: Mapping[Stage, Callable[[CaseHistory], str]] = {
    Stage.CONSIDERING: _whether_to_assess,
    Stage.ASSESSING: _assessing,
    Stage.WRITING: _always("send-draft-plan"),
    Stage.DRAFT: _always("send-final-plan"),
    Stage.PLAN: _plan_in_force,
    Stage.REVIEW: _always("decide-after-review"),
}
"""Stage to the slug of the act that comes next; nothing where a stage waits for nobody."""


def _explained(history: CaseHistory, act: Act, today: date) -> NextAct:
    """With the reason that the life cycle gives, and the day from which it may be done."""
    choice = act.choices[0]
    rule = LIFE_CYCLE.on(today).value[choice.step]
    if choice.step in NEEDS_ABOUT | NEEDS_ADVISER:
        return NextAct(act, rule.why, rule.source)
    answer = may_issue(history.happenings, choice.step, today)
    if answer.not_before is not None and answer.not_before > today:
        return NextAct(act, answer.because, answer.source, answer.not_before)
    return NextAct(act, rule.why, rule.source)
