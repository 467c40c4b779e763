"""Sections A to K of a plan: what each must hold, what is missing, and what can be appealed.

Ask `must_hold`, `missing_from_plan`, `vague_words` and `appeal_route`.
"""

from goldenthread.rules.plan_content.appeals import AppealRoute, appeal_route
from goldenthread.rules.plan_content.check import Gap, missing_from_plan, must_hold
from goldenthread.rules.plan_content.kinds import PLAN_KINDS, PlanKind, plan_kind_called, plan_kinds_on
from goldenthread.rules.plan_content.plan import (
    Circumstances,
    DirectPayment,
    Need,
    Plan,
    PlanStage,
    Provision,
    circumstances_of,
)
from goldenthread.rules.plan_content.requirements import Requirement
from goldenthread.rules.plan_content.sections import SECTIONS, Owner, Route, Section
from goldenthread.rules.plan_content.specificity import (
    VagueWords,
    details_to_consider,
    missing_details,
    vague_words,
)

__all__ = [
    "PLAN_KINDS",
    "SECTIONS",
    "AppealRoute",
    "Circumstances",
    "DirectPayment",
    "Gap",
    "Need",
    "Owner",
    "Plan",
    "PlanKind",
    "PlanStage",
    "Provision",
    "Requirement",
    "Route",
    "Section",
    "VagueWords",
    "appeal_route",
    "circumstances_of",
    "details_to_consider",
    "missing_details",
    "missing_from_plan",
    "must_hold",
    "plan_kind_called",
    "plan_kinds_on",
    "vague_words",
]
