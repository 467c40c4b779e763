"""Notices of decisions, moves, custody, death, mediation and appeals."""

from __future__ import annotations

from goldenthread.rules.law import Confirmed
from goldenthread.rules.lifecycle import checks
from goldenthread.rules.lifecycle.states import State, Track
from goldenthread.rules.lifecycle.step_rules.rule import PLAN_ENDS, StepRule, comes_always, comes_in
from goldenthread.rules.lifecycle.steps import Step
from goldenthread.rules.sources import act, send_regulation, tribunal_rule

_WHOSE = Track.RESPONSIBILITY

CEASING_WON = frozenset({Step.DECIDED_TO_CEASE})

MOVES = (
    StepRule(
        Step.MOVED_AWAY,
        "A family may move. An assessment ends; a plan must be transferred.",
        send_regulation("15(2)", Confirmed.INTERPRETATION),
        (
            comes_in(_WHOSE, State.RESPONSIBLE, then=State.MOVED),
            comes_always(Track.ASSESSMENT, State.NOT_ASKED),
        ),
    ),
    StepRule(
        Step.PLAN_TRANSFERRED,
        "The old authority must transfer the plan on the day of the move, or within 15 working days of "
        "hearing of it.",
        send_regulation("15(2)", Confirmed.READ),
        (
            comes_in(_WHOSE, State.MOVED),
            comes_in(Track.PLAN, State.IN_FORCE, then=State.TRANSFERRED),
            *PLAN_ENDS,
        ),
    ),
    StepRule(
        Step.PLAN_RECEIVED,
        "A transferred plan is treated as made by the new authority, which must secure it at once.",
        send_regulation("15(3)", Confirmed.READ),
        (
            comes_in(_WHOSE, State.RESPONSIBLE, State.MOVED, then=State.RESPONSIBLE),
            comes_in(Track.PLAN, State.NO_PLAN, State.TRANSFERRED, State.CEASED, then=State.IN_FORCE),
            *PLAN_ENDS,
        ),
    ),
    StepRule(
        Step.TOLD_OF_TRANSFER,
        "The new authority must tell the family within six weeks what it will do.",
        send_regulation("15(4)", Confirmed.READ),
        (comes_in(Track.PLAN, State.IN_FORCE),),
        guards=(checks.RECEIVED_FIRST,),
    ),
    StepRule(
        Step.DETAINED,
        "The home authority keeps the plan while the person is detained.",
        act("74", Confirmed.UNCONFIRMED),
        (comes_in(Track.PLAN, State.IN_FORCE, then=State.KEPT),),
    ),
    StepRule(
        Step.RELEASED,
        "On release the plan is in force again and must be reviewed.",
        act("48", Confirmed.UNCONFIRMED),
        (comes_in(Track.PLAN, State.KEPT, then=State.IN_FORCE),),
    ),
    StepRule(
        Step.PERSON_DIED,
        "Casework ends when the child or young person dies.",
        act("45(1)", Confirmed.INTERPRETATION),
        (
            comes_in(_WHOSE, State.RESPONSIBLE, State.MOVED, then=State.DIED),
            comes_in(Track.PLAN, State.IN_FORCE, State.KEPT, then=State.CEASED),
            comes_in(Track.PLAN, State.NO_PLAN, State.TRANSFERRED, State.CEASED),
            *PLAN_ENDS,
        ),
    ),
)

DISPUTES = (
    StepRule(
        Step.DECISION_NOTIFIED,
        "A decision counts from the day on which the family is told of it in writing.",
        send_regulation("5(1)", Confirmed.READ),
        guards=(checks.A_DECISION_TO_TELL,),
    ),
    StepRule(
        Step.MEDIATION_ASKED_FOR,
        "The family may ask for mediation within two months of the notice.",
        send_regulation("33", Confirmed.READ),
    ),
    StepRule(
        Step.MEDIATION_CERTIFICATE_ISSUED,
        "Most appeals need a certificate from a mediation adviser.",
        act("55", Confirmed.SECONDARY),
    ),
    StepRule(
        Step.APPEAL_LODGED,
        "The family may appeal within two months of the notice, or one month of the certificate.",
        tribunal_rule("20(1)(c)", Confirmed.READ),
    ),
    StepRule(
        Step.APPEAL_WITHDRAWN, "The family may withdraw an appeal.", act("51", Confirmed.INTERPRETATION)
    ),
    StepRule(
        Step.APPEAL_CONCEDED,
        "The authority may tell the tribunal that it will not oppose an appeal.",
        send_regulation("45", Confirmed.READ),
        (comes_in(Track.CEASING, State.CEASING_DECIDED, then=State.NOT_CEASING),),
        about=CEASING_WON,
    ),
    StepRule(
        Step.APPEAL_DISMISSED, "The tribunal may dismiss an appeal.", act("51", Confirmed.INTERPRETATION)
    ),
    StepRule(
        Step.APPEAL_ALLOWED,
        "The tribunal may allow an appeal, and the authority must then do as ordered.",
        send_regulation("44(2)", Confirmed.SECONDARY),
        (comes_in(Track.CEASING, State.CEASING_DECIDED, then=State.NOT_CEASING),),
        about=CEASING_WON,
    ),
    StepRule(
        Step.ORDERED_PLAN_SENT,
        "The authority must send the plan that the tribunal ordered, or that it conceded.",
        send_regulation("44(2)", Confirmed.SECONDARY),
        (comes_in(Track.PLAN, State.IN_FORCE),),
        guards=(checks.ORDERED_OR_CONCEDED,),
    ),
)
