"""What each section must hold, by age and stage, with where that is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from goldenthread.rules.law import Confirmed, Kind, Source
from goldenthread.rules.plan_content.plan import Circumstances, Plan, PlanStage
from goldenthread.rules.plan_content.sections import SEPARATE, Section
from goldenthread.rules.plan_content.specificity import SPECIFIC, missing_details
from goldenthread.rules.sources import act, send_regulation

ADULTHOOD_FROM_YEAR = 9
ADULT = 18


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing that a section must hold (statute, regulations) or should hold (guidance).

    `section` is a `Section` for an EHC plan; another kind of plan may have sections of its own.

    `applies` says whether it is asked in these circumstances, and `is_met` whether the plan has it.
    """

    section: Enum
    words: str
    source: Source
    is_met: Callable[[Plan, Circumstances], bool]
    applies: Callable[[Circumstances], bool] = lambda _: True
    when: str = "always"

    @property
    def is_duty(self) -> bool:
        """Whether it must be so; otherwise it should."""
        return self.source.kind is not Kind.GUIDANCE


def _text(section: Section) -> Callable[[Plan, Circumstances], bool]:
    return lambda plan, _: bool(plan.texts.get(section, "").strip())


def _is_final(circumstances: Circumstances) -> bool:
    return circumstances.stage is PlanStage.FINAL


def _is_draft(circumstances: Circumstances) -> bool:
    return circumstances.stage is PlanStage.DRAFT


def _from_year_9(circumstances: Circumstances) -> bool:
    return circumstances.year_group >= ADULTHOOD_FROM_YEAR


def _is_adult(circumstances: Circumstances) -> bool:
    return circumstances.age >= ADULT


def _section_i_is_blank(plan: Plan, _: Circumstances) -> bool:
    return not (plan.setting.strip() or plan.setting_type.strip() or plan.texts.get(Section.I, "").strip())


def _every_need_has_provision(plan: Plan, _: Circumstances) -> bool:
    met = {need for provision in plan.provisions for need in provision.for_needs}
    return all(need.reference in met for need in plan.needs)


def _every_provision_has_a_need(plan: Plan, _: Circumstances) -> bool:
    known = {need.reference for need in plan.needs}
    return all(provision.for_needs and known.issuperset(provision.for_needs) for provision in plan.provisions)


def _health_is_agreed(plan: Plan, _: Circumstances) -> bool:
    return not plan.texts.get(Section.G, "").strip() or bool(plan.health_agreed_by.strip())


def _payments_say_what_they_meet(plan: Plan, _: Circumstances) -> bool:
    return bool(plan.direct_payments) and all(
        payment.needs and payment.outcomes for payment in plan.direct_payments
    )


def _each_promise_is_specific(plan: Plan, _: Circumstances) -> bool:
    return not any(missing_details(provision) for provision in plan.provisions)


_SECTIONS = send_regulation("12(1)", Confirmed.READ)
_BLANK_IS_UNCLEAR = send_regulation("12(1)", Confirmed.INTERPRETATION)
_EDUCATED_OTHERWISE = Source(
    Kind.CASE,
    "NN v Cheshire East Council (2021), with Derbyshire County Council v EM and DM (2019)",
    "where no school or college is appropriate, Section I is left blank",
    "https://edyourself.org/eotas-case-law-leaving-section-i-blank/",
    Confirmed.SECONDARY,
)


def _labelled(section: Section) -> Requirement:
    return Requirement(
        section, "is there, under its own label", SEPARATE, lambda plan, _: section in plan.texts
    )


def _says_what_or_none(section: Section, words: str) -> Requirement:
    return Requirement(section, f"{words}, or says that there is none", _BLANK_IS_UNCLEAR, _text(section))


EHC_PLAN_CONTENT: tuple[Requirement, ...] = (
    *(_labelled(section) for section in Section),
    Requirement(
        Section.A,
        "gives the views, interests and aspirations of the child and parents, or of the young person",
        _SECTIONS,
        _text(Section.A),
    ),
    Requirement(
        Section.B, "gives every special educational need", _SECTIONS, lambda plan, _: bool(plan.needs)
    ),
    _says_what_or_none(Section.C, "gives the health needs related to the special educational needs"),
    _says_what_or_none(Section.D, "gives the related social care needs"),
    Requirement(Section.E, "gives the outcomes sought", _SECTIONS, lambda plan, _: bool(plan.outcomes)),
    Requirement(
        Section.F,
        "gives the special educational provision",
        _SECTIONS,
        lambda plan, _: bool(plan.provisions),
    ),
    Requirement(
        Section.F,
        "includes provision to prepare for adulthood and independent living",
        send_regulation("12", Confirmed.READ),
        lambda plan, _: any(provision.for_adulthood for provision in plan.provisions),
        _from_year_9,
        "from Year 9",
    ),
    Requirement(
        Section.F,
        "has provision for each need in Section B",
        SPECIFIC,
        _every_need_has_provision,
    ),
    Requirement(
        Section.F,
        "says for each promise which need in Section B it meets",
        SPECIFIC,
        _every_provision_has_a_need,
    ),
    Requirement(
        Section.F,
        "says for each promise who, how often and for how long",
        SPECIFIC,
        _each_promise_is_specific,
    ),
    _says_what_or_none(Section.G, "gives the health provision reasonably required"),
    Requirement(
        Section.G,
        "is agreed by the health commissioner",
        send_regulation("12(2)", Confirmed.READ),
        _health_is_agreed,
    ),
    Requirement(
        Section.H1,
        "gives the social care that must be made under the 1970 Act, or says that there is none",
        _BLANK_IS_UNCLEAR,
        _text(Section.H1),
        lambda circumstances: not _is_adult(circumstances),
        "under 18",
    ),
    Requirement(
        Section.H1,
        "promises nothing to an adult, whose social care belongs in Section H2",
        send_regulation("12(1)", Confirmed.INTERPRETATION),
        lambda plan, _: not plan.texts.get(Section.H1, "").strip(),
        _is_adult,
        "from 18",
    ),
    _says_what_or_none(Section.H2, "gives any other social care reasonably required"),
    Requirement(
        Section.I,
        "is left blank in a draft",
        act("38", Confirmed.READ),
        _section_i_is_blank,
        _is_draft,
        "in a draft",
    ),
    Requirement(
        Section.I,
        "names a school or college and its type, or a type only",
        _SECTIONS,
        lambda plan, _: bool(plan.setting_type.strip()),
        lambda circumstances: _is_final(circumstances) and not circumstances.educated_otherwise,
        "in a final plan",
    ),
    Requirement(
        Section.I,
        "is left blank where all provision is made outside a school or college",
        _EDUCATED_OTHERWISE,
        _section_i_is_blank,
        lambda circumstances: _is_final(circumstances) and circumstances.educated_otherwise,
        "in a final plan, with provision under section 61",
    ),
    Requirement(
        Section.J,
        "says which needs and outcomes each direct payment meets",
        send_regulation("12(1)(j)", Confirmed.READ),
        _payments_say_what_they_meet,
        lambda circumstances: circumstances.has_direct_payments,
        "with direct payments",
    ),
    Requirement(
        Section.K,
        "holds all the advice and information that was gathered",
        _SECTIONS,
        lambda plan, _: plan.advice_gathered <= plan.advice_appended,
    ),
)
