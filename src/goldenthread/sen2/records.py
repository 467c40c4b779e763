"""One person as the return has them: the request, its assessment, the plan, the placements, nested as in
the file.

The fields are the columns of the facts, less the keys and the law applied. These values are what is
written to a file, and what is loaded from one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """Who made the return, for which area, year and census day."""

    year: int
    census_day: date
    area: str
    collection: str | None = None
    source_level: str | None = None
    software_code: str | None = None
    release: str | None = None
    serial_number: str | None = None
    made_at: str | None = None
    dmo: str | None = None
    dco: str | None = None
    dsco: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A type of need; rank 1 is the primary one."""

    need: str | None = None
    rank: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDetail:
    """A setting that the plan names in Section I."""

    urn: str | None = None
    ukprn: str | None = None
    sen_setting: str | None = None
    sen_setting_other: str | None = None
    placement_rank: int | None = None
    sen_unit: bool | None = None
    resourced_provision: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """A setting that the person attended, from one day to another."""

    urn: str | None = None
    ukprn: str | None = None
    sen_setting: str | None = None
    sen_setting_other: str | None = None
    placement_rank: int | None = None
    entered_on: date | None = None
    left_on: date | None = None
    attendance_pattern: str | None = None
    sen_unit: bool | None = None
    resourced_provision: bool | None = None
    residential: str | None = None
    work_based: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivePlan:
    """The plan in force: where it came from, its last review, placements and needs."""

    transferred_from: str | None = None
    residential: str | None = None
    work_based: str | None = None
    review_meeting_on: date | None = None
    review_outcome: str | None = None
    review_draft_on: date | None = None
    phase_transfer_due_on: date | None = None
    phase_transfer_final_on: date | None = None
    last_review_on: date | None = None
    placements: tuple[Placement, ...] = ()
    needs: tuple[Need, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPlan:
    """What the plan itself says, and when it started and ceased."""

    started_on: date | None = None
    residential: str | None = None
    work_based: str | None = None
    personal_budget: bool | None = None
    organised_arrangement: bool | None = None
    direct_payment: str | None = None
    ceased_on: date | None = None
    cease_reason: str | None = None
    plan_details: tuple[PlanDetail, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """The assessment and the decision whether to issue a plan."""

    outcome: str | None = None
    outcome_on: date | None = None
    mediation: bool | None = None
    tribunal: bool | None = None
    other_mediation: bool | None = None
    other_tribunal: bool | None = None
    exception: bool | None = None
    named_plan: NamedPlan | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A request for an assessment and what came of it."""

    received_on: date | None = None
    source: str | None = None
    rya: bool | None = None
    outcome_on: date | None = None
    outcome: str | None = None
    mediation: bool | None = None
    tribunal: bool | None = None
    exported: str | None = None
    assessment: Assessment | None = None
    active_plan: ActivePlan | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A child or young person with every request made for them."""

    surname: str | None = None
    forename: str | None = None
    birth_date: date | None = None
    sex: str | None = None
    ethnicity: str | None = None
    postcode: str | None = None
    upn: str | None = None
    uln: str | None = None
    upn_unknown: str | None = None
    requests: tuple[Request, ...] = ()


RECORDS: dict[str, type] = {
    "return": Header,
    "people": Person,
    "requests": Request,
    "assessments": Assessment,
    "named_plans": NamedPlan,
    "plan_details": PlanDetail,
    "active_plans": ActivePlan,
    "placements": Placement,
    "needs": Need,
}
"""Table of the facts to the record that one of its rows is."""

NESTED: dict[str, tuple[str, ...]] = {
    "people": ("requests",),
    "requests": ("assessment", "active_plan"),
    "assessments": ("named_plan",),
    "named_plans": ("plan_details",),
    "active_plans": ("placements", "needs"),
}
"""Table to the fields that hold the records inside its own, in file order."""
