"""By when must the council do what the tribunal ordered, or what it conceded?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from types import MappingProxyType

from goldenthread.rules import grounds
from goldenthread.rules.counting import Counting
from goldenthread.rules.deadline import Deadline, Limit, Unit, deadline_after
from goldenthread.rules.duties import Declaration, Declarations, Party
from goldenthread.rules.law import Confirmed, Parameter, Source, Version
from goldenthread.rules.refusals import NotUnderstood
from goldenthread.rules.sources import COMMENCEMENT, send_regulation

DUTIES = Declarations("Orders, concessions and agreements")


class Order(Enum):
    """What the tribunal ordered (regulation 44(2)), conceded or agreed, one for each limit."""

    CEASE = "end the plan, because the appeal was dismissed"
    TELL_FAMILY_OF_ASSESSMENT = "tell the family of the assessment"
    REFUSE_PLAN_AFTER_ASSESSMENT = "say why there will be no plan after the assessment"
    SEND_FINAL_PLAN_AFTER_ASSESSMENT = "send the final plan after the assessment"
    SEND_DRAFT_PLAN = "make a plan and send the draft"
    SEND_FINAL_PLAN = "make a plan and send the final one"
    RECONSIDER = "think again"
    AMEND_PLAN = "amend the plan"
    CHANGE_INSTITUTION_ONLY = "change only the school or college"
    KEEP_PLAN = "keep the plan"
    KEEP_AND_AMEND_PLAN = "keep the plan and amend it"
    KEEP_AND_CHANGE_INSTITUTION = "keep the plan and change the school or college"


@dataclass(frozen=True, slots=True)
class OrderRule:
    """The limit for one kind of order; none means at once."""

    limit: Limit | None
    source: Source

    def __str__(self) -> str:
        return f"{self.limit or 'at once'} ({self.source.provision}, {self.source.confirmed.value})"


OrderRules = Mapping[Order, OrderRule]

_ORDER, _NOTICE = "the order or deal", "we told the tribunal"


def _regulation_44(
    provision: str, weeks: int | None, confirmed: Confirmed = Confirmed.SECONDARY
) -> OrderRule:  # pragma: no mutate block (runs at import)
    return _rule(f"44(2){provision}", weeks, confirmed, _ORDER)


def _rule(
    regulation: str, weeks: int | None, confirmed: Confirmed, event: str
) -> OrderRule:  # pragma: no mutate block (runs at import)
    limit = None if weeks is None else Limit(weeks, Unit.WEEKS, Counting.WITHIN, event)
    return OrderRule(limit, send_regulation(regulation, confirmed))


LIMITS_AFTER_ORDER: Parameter[OrderRules] = Parameter(
    "limits after an order of the tribunal",
    (
        Version(
            COMMENCEMENT,
            MappingProxyType(
                {
                    Order.CEASE: _regulation_44("(a)", None),
                    Order.TELL_FAMILY_OF_ASSESSMENT: _regulation_44("(b)", 2),
                    Order.REFUSE_PLAN_AFTER_ASSESSMENT: _regulation_44("(b)(i)", 10),
                    Order.SEND_FINAL_PLAN_AFTER_ASSESSMENT: _regulation_44("(b)(ii)", 14),
                    Order.SEND_DRAFT_PLAN: _regulation_44("(c)(i)", 5),
                    Order.SEND_FINAL_PLAN: _regulation_44("(c)(ii)", 11),
                    Order.RECONSIDER: _regulation_44("(d)", 2, Confirmed.UNCONFIRMED),
                    Order.AMEND_PLAN: _regulation_44("(e)", 5),
                    Order.CHANGE_INSTITUTION_ONLY: _regulation_44("(f)", 2),
                    Order.KEEP_PLAN: _regulation_44("(g)", None, Confirmed.UNCONFIRMED),
                    Order.KEEP_AND_AMEND_PLAN: _regulation_44("(h)", 5, Confirmed.UNCONFIRMED),
                    Order.KEEP_AND_CHANGE_INSTITUTION: _regulation_44("(h)", 2, Confirmed.UNCONFIRMED),
                }
            ),
            send_regulation("44(2)", Confirmed.SECONDARY),
        ),
    ),
)

REGULATION_45_AMENDED = date(2015, 3, 23)
"""S.I. 2015/359 replaced the limits of regulation 45; those before it are not held here."""


def _conceded(
    regulation: str, weeks: int | None, confirmed: Confirmed = Confirmed.READ
) -> OrderRule:  # pragma: no mutate block (runs at import)
    return _rule(regulation, weeks, confirmed, _NOTICE)


LIMITS_AFTER_CONCESSION: Parameter[OrderRules] = Parameter(
    "limits after the council told the tribunal that it will not oppose the appeal",
    (
        Version(
            REGULATION_45_AMENDED,
            MappingProxyType(
                {
                    Order.TELL_FAMILY_OF_ASSESSMENT: _conceded("45(3)", 2),
                    Order.REFUSE_PLAN_AFTER_ASSESSMENT: _conceded("45(3A)(a)", 10),
                    Order.SEND_FINAL_PLAN_AFTER_ASSESSMENT: _conceded("45(3A)(b)", 14),
                    Order.AMEND_PLAN: _conceded("45(4)", 5),
                    Order.CHANGE_INSTITUTION_ONLY: _conceded("45", 2),
                    Order.SEND_DRAFT_PLAN: _conceded("45", 5),
                    Order.SEND_FINAL_PLAN: _conceded("45", 11),
                    Order.KEEP_PLAN: _conceded("45", None, Confirmed.SECONDARY),
                    Order.KEEP_AND_AMEND_PLAN: _conceded("45", 5, Confirmed.SECONDARY),
                }
            ),
            send_regulation("45 as amended by S.I. 2015/359", Confirmed.READ),
        ),
    ),
)

_WHAT = "We must do this by {day}: {order}."
_HOW_AT_ONCE = "That means at once, from the day it was made, {start}."
_IF_NOT = "If we have not, tell us at once. You can also go to the tribunal or complain."


def tribunal_order_due(
    order: Order, order_made_on: date, *, limits: Parameter[OrderRules] = LIMITS_AFTER_ORDER
) -> Deadline:
    """The last day to comply with an order of the tribunal (regulation 44(2))."""
    return _comply(order, order_made_on, limits)


DUTIES.declare(
    tribunal_order_due,
    Declaration(
        title="Do what the tribunal ordered",
        party=Party.COUNCIL,
        must="comply with the order ({order}), unless the tribunal directs otherwise",
        what=_WHAT,
        how_without_limit=_HOW_AT_ONCE,
        if_not=_IF_NOT,
        inputs={"order": "what the tribunal ordered", "order_made_on": "the date of the order"},
        grounds=grounds.WHEN_OBEYING_THE_TRIBUNAL,
        notice="N18",
    ),
)


def concession_due(
    order: Order,
    tribunal_notified_on: date,
    *,
    limits: Parameter[OrderRules] = LIMITS_AFTER_CONCESSION,
) -> Deadline:
    """The last day to do what was conceded (regulation 45 as amended in 2015)."""
    return _comply(order, tribunal_notified_on, limits)


DUTIES.declare(
    concession_due,
    Declaration(
        title="Do what was conceded before responding to an appeal",
        party=Party.COUNCIL,
        must="act as if the appeal had been decided for the family ({order})",
        what=_WHAT,
        how_without_limit=_HOW_AT_ONCE,
        if_not=_IF_NOT,
        inputs={
            "order": "what was conceded",
            "tribunal_notified_on": "the day the council told the tribunal that it will not oppose the "
            "appeal",
        },
        grounds=grounds.WHEN_OBEYING_THE_TRIBUNAL,
        notice="N18",
    ),
)


def appealable_mediation_agreement_due(
    order: Order, agreement_dated_on: date, *, limits: Parameter[OrderRules] = LIMITS_AFTER_ORDER
) -> Deadline:
    """The limits of regulation 44 from the date of the agreement (regulation 42(2))."""
    return _comply(order, agreement_dated_on, limits)


DUTIES.declare(
    appealable_mediation_agreement_due,
    Declaration(
        title="Carry out a mediation agreement that could have been appealed",
        party=Party.COUNCIL,
        must="do what was agreed ({order}) as if the tribunal had ordered it, unless the parties agree "
        "another time in writing",
        what=_WHAT,
        how_without_limit=_HOW_AT_ONCE,
        if_not="If we have not, ask us why. You can also agree a new day in writing.",
        inputs={"order": "what was agreed", "agreement_dated_on": "the date of the mediation agreement"},
        grounds=grounds.WHEN_OBEYING_THE_TRIBUNAL,
        sources=(send_regulation("42(2) and (5)", Confirmed.READ),),
    ),
)


def _comply(order: Order, event: date, limits: Parameter[OrderRules]) -> Deadline:
    version = limits.on(event)
    rule = version.value.get(order)
    if rule is None:
        known = "; ".join(one.value for one in version.value)
        raise NotUnderstood(f"no limit is set here for '{order.value}'. These have one: {known}")
    if rule.limit is None:
        return Deadline(event, event, None, Counting.ON_THE_DAY, rule.source, event)
    return deadline_after(event, Version(version.in_force_from, rule.limit, rule.source))
