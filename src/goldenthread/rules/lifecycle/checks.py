"""The checks that a step must pass besides its order: windows, holds, pairs and consultation."""

from __future__ import annotations

from datetime import date, timedelta

from goldenthread.rules.deadline import Deadline
from goldenthread.rules.law import Confirmed, Source
from goldenthread.rules.lifecycle.happenings import Happening
from goldenthread.rules.lifecycle.invariants import (
    ADVISERS,
    NOTICE_OF,
    Check,
    Guard,
    Invariant,
    Objection,
    advisers_not_asked,
    decisions_not_told,
)
from goldenthread.rules.lifecycle.past import Past
from goldenthread.rules.lifecycle.states import State, Track
from goldenthread.rules.lifecycle.steps import APPEAL_ENDS, Step
from goldenthread.rules.sources import COMMENCEMENT, act, send_regulation
from goldenthread.rules.timetable.appeals import appeal_due
from goldenthread.rules.timetable.draft import representations_due
from goldenthread.rules.timetable.mediation import mediation_adviser_contact_due
from goldenthread.rules.timetable.review import amendment_representations_due
from goldenthread.rules.wording import in_words, listed

_ONE_DAY = timedelta(days=1)
_WON = (Step.APPEAL_CONCEDED, Step.APPEAL_ALLOWED)
_ABOUT_A_PLAN = frozenset(
    {
        Step.FINAL_PLAN_SENT,
        Step.AMENDED_PLAN_SENT,
        Step.DECIDED_TO_MAINTAIN,
        Step.DECIDED_NOT_TO_AMEND,
        Step.DECIDED_NOT_TO_REPLACE,
        Step.DECIDED_TO_CEASE,
    }
)
_HOLD = act("45(4)", Confirmed.READ)


def _advice_asked(past: Past, _: Happening) -> Objection | None:
    if past.state(Track.ASSESSMENT) not in (State.ASSESSING, State.REASSESSING):
        return None
    missing = advisers_not_asked(past)
    if not missing:
        return None
    names = listed([ADVISERS[adviser] for adviser in missing])
    return Objection(
        Invariant.ADVICE_ASKED,
        f"Advice has not been asked of {names}.",
        send_regulation("6(1)", Confirmed.SECONDARY),
    )


def _told_of(decision: Step, *states: State) -> Check:
    """The step rests on `decision` (in these states, if any): the family must have been told of that."""

    def check(past: Past, _: Happening) -> Objection | None:
        if states and past.state(Track.ASSESSMENT) not in states:
            return None
        decided = past.index_of_last(decision)
        if decided < 0 or past.happened_since(decided, Step.DECISION_NOTIFIED, about=decision):
            return None
        day = in_words(past.happenings[decided].happened_on)
        return Objection(
            Invariant.PAIRED_NOTICE,
            f"On {day} {decision.done}, and the family has not been told so in writing.",
            NOTICE_OF[decision],
        )

    return check


def _there_is_a_decision_to_tell(past: Past, notice: Happening) -> Objection | None:
    decision = notice.details.about
    assert decision is not None, "a happening of this kind says which decision it is about"
    if decision in {untold.kind for untold in decisions_not_told(past)}:
        return None
    return Objection(
        Invariant.PAIRED_NOTICE,
        f"This notice would say that {decision.done}, but there is no such decision still to be told.",
        NOTICE_OF.get(decision, send_regulation("5(1)", Confirmed.READ)),
    )


def _views_on_draft_heard(past: Past, step: Happening) -> Objection | None:
    if past.state(Track.ASSESSMENT) not in (State.DRAFT, State.REDRAFT):
        return None
    served_on = past.happenings[past.index_of_last(Step.DRAFT_SENT)].happened_on
    if served_on < COMMENCEMENT:
        return None
    window = representations_due(served_on)
    because = f"The family may give views on the draft until {in_words(window.due_on)}."
    return _until(window, step.happened_on, Invariant.VIEWS_ON_DRAFT, because, window.because)


def _views_on_changes_heard(past: Past, step: Happening) -> Objection | None:
    if past.state(Track.AMENDMENT) is not State.AMENDMENT_PROPOSED:
        return None
    served_on = past.happenings[past.index_of_last(Step.AMENDMENT_NOTICE_SENT)].happened_on
    if served_on < COMMENCEMENT:
        return None
    window = amendment_representations_due(served_on)
    because = f"The family may give views on the changes until {in_words(window.due_on)}."
    return _until(window, step.happened_on, Invariant.VIEWS_ON_CHANGES, because, window.because)


def _until(
    window: Deadline, on: date, invariant: Invariant, because: str, source: Source
) -> Objection | None:
    if on > window.due_on:
        return None
    return Objection(invariant, because, source, not_before=window.due_on + _ONE_DAY)


def _setting_consulted(past: Past, step: Happening) -> Objection | None:
    began = past.index_of_last(Step.DECIDED_TO_ASSESS, Step.DECIDED_TO_REASSESS)
    if not step.details.names_setting or past.happened_since(began, Step.SETTING_CONSULTED):
        return None
    return Objection(
        Invariant.SETTING_CONSULTED,
        "The plan would name a school or college, and none has been consulted.",
        act("39(2)", Confirmed.READ),
    )


def _held_for_appeal(past: Past, step: Happening) -> Objection | None:
    """Section 45(4): the plan is kept until the time to appeal has passed or the appeal is decided."""
    decision = Step.DECIDED_TO_CEASE
    decided = past.index_of_last(decision)
    told = past.index_of_last(Step.DECISION_NOTIFIED, about=decision)
    if decided < 0 or told < decided:
        return None  # the order, or the pairing of decision and notice, already stands against it
    lodged = past.index_of_last(Step.APPEAL_LODGED, about=decision)
    ended = past.index_of_last(*APPEAL_ENDS, about=decision)
    if lodged > max(decided, ended):
        return Objection(
            Invariant.HELD_FOR_APPEAL,
            "The family has appealed against the decision to cease, and the appeal is not decided.",
            _HOLD,
        )
    if past.index_of_last(Step.APPEAL_DISMISSED, about=decision) > decided:
        return None  # regulation 44(2)(a): once the appeal is dismissed the plan ceases at once
    return _appeal_may_come(past, told, step.happened_on)


def _appeal_may_come(past: Past, told: int, on: date) -> Objection | None:
    decision = Step.DECIDED_TO_CEASE
    told_on = past.happenings[told].happened_on
    if told_on < COMMENCEMENT:
        return None
    certificate = past.index_of_last(Step.MEDIATION_CERTIFICATE_ISSUED, about=decision)
    asked = past.index_of_last(Step.MEDIATION_ASKED_FOR, about=decision)
    in_time = mediation_adviser_contact_due(told_on).due_on
    if asked > max(told, certificate) and past.happenings[asked].happened_on <= in_time:
        return Objection(
            Invariant.HELD_FOR_APPEAL,
            "The family has asked for mediation about the decision to cease. It may appeal for a month after "
            "the certificate, which has not been issued.",
            act("45(4)", Confirmed.INTERPRETATION),
        )
    certified_on = past.happenings[certificate].happened_on if certificate > told else None
    window = appeal_due(told_on, certified_on)
    because = (
        f"The family may appeal against the decision to cease until {in_words(window.due_on)}, and the "
        "plan is kept meanwhile."
    )
    return _until(window, on, Invariant.HELD_FOR_APPEAL, because, _HOLD)


def _ordered_or_conceded(past: Past, _: Happening) -> Objection | None:
    won = max(past.index_of_last(*_WON, about=decision) for decision in _ABOUT_A_PLAN)
    if won > past.index_of_last(Step.ORDERED_PLAN_SENT):
        return None
    return Objection(
        Invariant.ORDERED,
        "There is no order of the tribunal, nor a concession, about this plan still to be carried out.",
        send_regulation("44(2)", Confirmed.SECONDARY),
    )


def _received_first(past: Past, _: Happening) -> Objection | None:
    received = past.index_of_last(Step.PLAN_RECEIVED)
    if received > past.index_of_last(Step.TOLD_OF_TRANSFER):
        return None
    return Objection(
        Invariant.ORDER,
        "No plan has been transferred to this authority that the family has still to be told of.",
        send_regulation("15(4)", Confirmed.READ),
    )


ADVICE_ASKED = Guard(Invariant.ADVICE_ASKED, send_regulation("6(1)", Confirmed.SECONDARY), _advice_asked)
TOLD_OF_ASSESSMENT = Guard(
    Invariant.PAIRED_NOTICE, NOTICE_OF[Step.DECIDED_TO_ASSESS], _told_of(Step.DECIDED_TO_ASSESS)
)
TOLD_OF_REASSESSMENT = Guard(
    Invariant.PAIRED_NOTICE,
    NOTICE_OF[Step.DECIDED_TO_REASSESS],
    _told_of(Step.DECIDED_TO_REASSESS, State.REASSESSING),
)
TOLD_OF_CEASING = Guard(
    Invariant.PAIRED_NOTICE, NOTICE_OF[Step.DECIDED_TO_CEASE], _told_of(Step.DECIDED_TO_CEASE)
)
A_DECISION_TO_TELL = Guard(
    Invariant.PAIRED_NOTICE, send_regulation("5(1)", Confirmed.READ), _there_is_a_decision_to_tell
)
VIEWS_ON_DRAFT_HEARD = Guard(
    Invariant.VIEWS_ON_DRAFT, send_regulation("13(1)(a)", Confirmed.READ), _views_on_draft_heard
)
VIEWS_ON_CHANGES_HEARD = Guard(
    Invariant.VIEWS_ON_CHANGES, send_regulation("22(2)(c)", Confirmed.READ), _views_on_changes_heard
)
SETTING_CONSULTED = Guard(Invariant.SETTING_CONSULTED, act("39(2)", Confirmed.READ), _setting_consulted)
HELD_FOR_APPEAL = Guard(Invariant.HELD_FOR_APPEAL, _HOLD, _held_for_appeal)
ORDERED_OR_CONCEDED = Guard(
    Invariant.ORDERED, send_regulation("44(2)", Confirmed.SECONDARY), _ordered_or_conceded
)
RECEIVED_FIRST = Guard(Invariant.ORDER, send_regulation("15(4)", Confirmed.READ), _received_first)
