"""Whether a person can make a decision: presumed, and found otherwise only decision by decision."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from goldenthread.rules.law import Confirmed, Kind, Source

MENTAL_CAPACITY_ACT = Source(
    Kind.STATUTE,
    "Mental Capacity Act 2005",
    "sections 1 to 3",
    "https://www.legislation.gov.uk/ukpga/2005/9/part/1",
    Confirmed.SECONDARY,
)


class Matter(Enum):
    """What there is to decide. Capacity for one says nothing about another."""

    ASK_FOR_ASSESSMENT = "asking for an assessment or re-assessment"
    GIVE_VIEWS = "giving views on a draft or on proposed changes"
    ASK_FOR_SETTING = "asking for a school or college"
    REVIEW = "taking part in a review"
    PERSONAL_BUDGET = "asking for a personal budget or direct payment"
    DISCLOSURE = "agreeing that the plan may be shown to others"
    MEDIATION = "mediation"
    APPEAL = "an appeal"


@dataclass(frozen=True, slots=True)
class CapacityFinding:
    """What an assessor found about one matter on one day. `evidence` says where the record of it is."""

    matter: Matter
    has_capacity: bool
    assessed_on: date
    assessed_by: str
    evidence: str

    def __post_init__(self) -> None:
        if not (self.assessed_by.strip() and self.evidence.strip()):
            raise ValueError("a finding about capacity names its assessor and its evidence")


def lacks_capacity(findings: Iterable[CapacityFinding], matter: Matter, on: date) -> CapacityFinding | None:
    """The finding by which the person could not decide this matter on this day; None: capacity is presumed.

    The latest finding about the matter counts; of two on one day, the later in the order given.
    """
    known = [one for one in findings if one.matter is matter and one.assessed_on <= on]
    if not known:
        return None
    latest = max(enumerate(known), key=lambda numbered: (numbered[1].assessed_on, numbered[0]))[1]
    return None if latest.has_capacity else latest
