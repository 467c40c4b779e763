"""A plan as a value to be checked: needs, outcomes and provision as rows, the rest as text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from goldenthread.rules.lifecycle import Adviser
from goldenthread.rules.plan_content.sections import Section
from goldenthread.rules.rights import age_on, year_group


class PlanStage(Enum):
    """How far the document has come: the law asks different things of each."""

    DRAFT = "draft"
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What the required content depends on.

    `year_group`: the year in which the person is taught (9 for Year 9; it goes on rising after school).
    `educated_otherwise`: the authority arranges all provision outside a school or college (section 61).
    """

    stage: PlanStage
    age: int
    year_group: int
    educated_otherwise: bool = False
    has_direct_payments: bool = False


def circumstances_of(born_on: date, on: date, stage: PlanStage) -> Circumstances:
    """The circumstances of someone taught with their age; use `dataclasses.replace` to add what is known."""
    return Circumstances(stage, age_on(born_on, on), year_group(born_on, on))


@dataclass(frozen=True, slots=True)
class Need:
    """One special educational need of Section B."""

    reference: str
    words: str


@dataclass(frozen=True, slots=True)
class Provision:
    """One promise of Section F. What is not given is an empty string."""

    words: str
    for_needs: tuple[str, ...] = ()
    who: str = ""
    qualification: str = ""
    group_size: str = ""
    frequency: str = ""
    duration: str = ""
    place: str = ""
    reviewed: str = ""
    for_adulthood: bool = False


@dataclass(frozen=True, slots=True)
class DirectPayment:
    """One direct payment of Section J, with the needs and the outcomes that it meets."""

    needs: tuple[str, ...]
    outcomes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan to be checked.

    `texts` holds each labelled section that the document has, with its words ("" where there are none); B, E,
    F, J and K are given as rows besides. `setting` is the name and `setting_type` the type in Section I.
    """

    texts: Mapping[Section, str] | Mapping[Enum, str]
    needs: tuple[Need, ...] = ()
    outcomes: tuple[str, ...] = ()
    provisions: tuple[Provision, ...] = ()
    setting: str = ""
    setting_type: str = ""
    health_agreed_by: str = ""
    direct_payments: tuple[DirectPayment, ...] = ()
    advice_gathered: frozenset[Adviser] = frozenset()
    advice_appended: frozenset[Adviser] = frozenset()
