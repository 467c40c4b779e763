"""What may follow what: the rules of all steps, dated."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from goldenthread.rules.law import Confirmed, Kind, Parameter, Source, Version
from goldenthread.rules.lifecycle.step_rules.moves_and_disputes import DISPUTES, MOVES
from goldenthread.rules.lifecycle.step_rules.plan_in_force import (
    CEASING,
    REASSESSMENT,
    REVIEW_AND_AMENDMENT,
)
from goldenthread.rules.lifecycle.step_rules.request_to_plan import REQUEST_TO_PLAN
from goldenthread.rules.lifecycle.step_rules.rule import StepRule
from goldenthread.rules.lifecycle.steps import Step
from goldenthread.rules.sources import COMMENCEMENT

RULES: tuple[StepRule, ...] = (
    *REQUEST_TO_PLAN,
    *REVIEW_AND_AMENDMENT,
    *REASSESSMENT,
    *CEASING,
    *MOVES,
    *DISPUTES,
)

Table = Mapping[Step, StepRule]

LIFE_CYCLE: Parameter[Table] = Parameter(
    "what may follow what",
    (
        Version(
            COMMENCEMENT,
            MappingProxyType({rule.step: rule for rule in RULES}),
            Source(
                Kind.STATUTE,
                "Children and Families Act 2014",
                "Part 3",
                "https://www.legislation.gov.uk/ukpga/2014/6/part/3",
                Confirmed.INTERPRETATION,
            ),
        ),
    ),
)
"""The table in force by day; each rule in it carries its own source."""
