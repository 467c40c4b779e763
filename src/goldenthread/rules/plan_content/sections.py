"""Sections A to K of an EHC plan: what each is called, who owns it, and where it can be challenged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from goldenthread.rules.law import Confirmed, Kind, Source
from goldenthread.rules.sources import act, recommendations_regulation, send_regulation


class Section(Enum):
    """A section, by the label that the law gives it. Order may vary; labels may not."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"
    G = "G"
    H1 = "H1"
    H2 = "H2"
    I = "I"  # noqa: E741  the law's own label
    J = "J"
    K = "K"


class Owner(Enum):
    """Who answers for what a section says."""

    FAMILY = "the family"
    AUTHORITY = "the local authority"
    HEALTH = "the health commissioner"
    SOCIAL_CARE = "the local authority's social care"
    EVERYONE = "everyone together"


class Route(Enum):
    """Where a section can be challenged."""

    APPEAL = "by appeal to the tribunal"
    RECOMMENDATION = "by asking the tribunal for a recommendation in an appeal about something else"
    NONE = "by representations, mediation, disagreement resolution or complaint; there is no appeal"


@dataclass(frozen=True, slots=True)
class About:
    """What is fixed about a section: title, owner, where it is challenged, and what makes it happen."""

    title: str
    owner: Owner
    route: Route
    route_source: Source
    secured_by: str | None = None


_APPEAL = act("51(2)(c)", Confirmed.READ)
RECOMMENDATIONS = Source(
    Kind.REGULATION,
    recommendations_regulation("1", Confirmed.SECONDARY).instrument,
    "the power to recommend",
    "https://www.legislation.gov.uk/uksi/2017/1306",
    Confirmed.SECONDARY,
)
_NOT_ALONE = act("51(2)", Confirmed.READ)

SECTIONS: Mapping[Section, About] = MappingProxyType(
    {
        Section.A: About("Views, interests and aspirations", Owner.FAMILY, Route.NONE, _NOT_ALONE),
        Section.B: About("Special educational needs", Owner.AUTHORITY, Route.APPEAL, _APPEAL),
        Section.C: About(
            "Health needs related to the special educational needs",
            Owner.HEALTH,
            Route.RECOMMENDATION,
            RECOMMENDATIONS,
        ),
        Section.D: About(
            "Social care needs related to the special educational needs or disability",
            Owner.SOCIAL_CARE,
            Route.RECOMMENDATION,
            RECOMMENDATIONS,
        ),
        Section.E: About("Outcomes", Owner.EVERYONE, Route.NONE, _NOT_ALONE),
        Section.F: About(
            "Special educational provision",
            Owner.AUTHORITY,
            Route.APPEAL,
            _APPEAL,
            "the authority must secure it (section 42(2))",
        ),
        Section.G: About(
            "Health care provision",
            Owner.HEALTH,
            Route.RECOMMENDATION,
            RECOMMENDATIONS,
            "the health commissioner must arrange it (section 42(3))",
        ),
        Section.H1: About(
            "Social care provision under section 2 of the Chronically Sick and Disabled Persons Act 1970",
            Owner.SOCIAL_CARE,
            Route.RECOMMENDATION,
            RECOMMENDATIONS,
            "the authority must arrange it (section 2 of that Act)",
        ),
        Section.H2: About(
            "Other social care provision", Owner.SOCIAL_CARE, Route.RECOMMENDATION, RECOMMENDATIONS
        ),
        Section.I: About(
            "School, college or other institution",
            Owner.AUTHORITY,
            Route.APPEAL,
            _APPEAL,
            "a named school or college of the listed kinds must admit (section 43)",
        ),
        Section.J: About("Direct payments", Owner.AUTHORITY, Route.NONE, _NOT_ALONE),
        Section.K: About("Advice and information", Owner.AUTHORITY, Route.NONE, _NOT_ALONE),
    }
)

SEPARATE = send_regulation("12(1)", Confirmed.READ)
"""Every section is separately identified."""
