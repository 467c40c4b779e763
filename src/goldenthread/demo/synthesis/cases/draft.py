"""One case on its way to a record: what will be said of a request, its assessment and its plan."""

from dataclasses import dataclass
from datetime import date


@dataclass(slots=True)
class Draft:
    """A request and what came of it. Fields that stay None are left out of the file."""

    received_on: date
    outcome: str
    kind: str
    """Which part of the cohort it is: new, older, open … Only the making of the case looks at it."""
    outcome_on: date | None = None
    mediation: bool | None = None
    tribunal: bool | None = None
    youth_accommodation: bool = False
    assessment: str | None = None
    assessment_on: date | None = None
    assessment_mediation: bool = False
    assessment_tribunal: bool = False
    other_mediation: bool = False
    other_tribunal: bool = False
    exception: bool = False
    started_on: date | None = None
    ceased_on: date | None = None
    cease_reason: str | None = None
    placement: str | None = None
    need: str | None = None
    born_on: date | None = None
    personal_budget: bool = False
    organised: bool = False
    budget_kind: str | None = None
    residential: str | None = None
    work_based: str | None = None
    meeting_on: date | None = None
    review_outcome: str | None = None
    draft_on: date | None = None
    decision_on: date | None = None
    follows: "Draft | None" = None
    """An earlier request for the same person."""

    @property
    def in_force(self) -> bool:
        """Is there a plan that has not ceased?"""
        return self.started_on is not None and self.ceased_on is None
