"""Sections A to K: what each must hold, by age and stage."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from goldenthread.rules.law import NotInForce
from goldenthread.rules.lifecycle import Adviser
from goldenthread.rules.plan_content import (
    SECTIONS,
    Circumstances,
    DirectPayment,
    Need,
    Plan,
    PlanStage,
    Provision,
    Section,
    circumstances_of,
    missing_from_plan,
    must_hold,
)
from goldenthread.rules.plan_content.document import plan_content_document
from goldenthread.rules.sources import COMMENCEMENT

TODAY = date(2026, 10, 15)
SEVEN_YEAR_OLD = Circumstances(PlanStage.FINAL, age=7, year_group=3)
TEXTS = {
    **{section: "None identified." for section in Section},
    Section.A: "Sam likes trains.",
    Section.G: "Occupational therapy, one hour each week.",
    Section.I: "",
}
READING = Provision(
    "One-to-one teaching of reading",
    for_needs=("B1",),
    who="a specialist teacher",
    frequency="three times a week",
    duration="30 minutes",
)
COMPLETE = Plan(
    TEXTS,
    needs=(Need("B1", "Sam reads at the level of a five-year-old."),),
    outcomes=("Sam reads a short book alone by July 2027.",),
    provisions=(READING,),
    setting="Example Primary School",
    setting_type="mainstream primary school",
    health_agreed_by="the health commissioner, 1 October 2026",
    advice_gathered=frozenset({Adviser.FAMILY, Adviser.HEALTH}),
    advice_appended=frozenset({Adviser.FAMILY, Adviser.HEALTH}),
)


def _sections(plan: Plan, circumstances: Circumstances = SEVEN_YEAR_OLD) -> list[Section]:
    return [gap.section for gap in missing_from_plan(plan, circumstances, TODAY)]


def _without(section: Section) -> dict[Section, str]:
    return {one: words for one, words in TEXTS.items() if one is not section}


def test_a_complete_plan_has_no_gap() -> None:
    assert missing_from_plan(COMPLETE, SEVEN_YEAR_OLD, TODAY) == ()


@pytest.mark.parametrize("section", list(Section), ids=lambda section: section.value)
def test_each_section_stands_under_its_own_label_and_its_absence_is_one_gap(section: Section) -> None:
    gaps = missing_from_plan(replace(COMPLETE, texts=_without(section)), SEVEN_YEAR_OLD, TODAY)
    assert [gap.section for gap in gaps] == [section]
    assert gaps[0].because == (
        f"Section {section.value} is there, under its own label: this must be so and is not."
    )
    assert gaps[0].source.provision == "regulation 12(1)"


@pytest.mark.parametrize("section", [Section.A, Section.C, Section.D, Section.G, Section.H1, Section.H2])
def test_a_blank_section_says_neither_what_nor_none(section: Section) -> None:
    assert _sections(replace(COMPLETE, texts={**TEXTS, section: " "})) == [section]


def test_needs_outcomes_and_provision_are_given() -> None:
    assert _sections(replace(COMPLETE, needs=(), provisions=())) == [Section.B, Section.F]
    assert _sections(replace(COMPLETE, outcomes=())) == [Section.E]


def test_every_need_has_provision_and_every_provision_a_need() -> None:
    second = replace(COMPLETE, needs=(*COMPLETE.needs, Need("B2", "Sam is anxious in groups.")))
    (gap,) = missing_from_plan(second, SEVEN_YEAR_OLD, TODAY)
    assert gap.section is Section.F
    assert not gap.is_duty
    assert "has provision for each need" in gap.because
    for needs in ((), ("B9",), ("B1", "B9")):
        loose = replace(COMPLETE, provisions=(READING, replace(READING, for_needs=needs)))
        (gap,) = missing_from_plan(loose, SEVEN_YEAR_OLD, TODAY)
        assert "which need in Section B" in gap.because


def test_t94_provision_for_adulthood_is_a_duty_from_year_9() -> None:
    born_on = date(2012, 10, 10)
    year_9 = circumstances_of(born_on, date(2026, 10, 15), PlanStage.FINAL)
    (gap,) = missing_from_plan(COMPLETE, year_9, TODAY)
    assert gap.section is Section.F
    assert gap.is_duty
    assert "adulthood" in gap.because
    prepared = replace(COMPLETE, provisions=(replace(READING, for_adulthood=True),))
    assert missing_from_plan(prepared, year_9, TODAY) == ()
    year_8 = circumstances_of(born_on, date(2026, 8, 31), PlanStage.FINAL)
    assert missing_from_plan(COMPLETE, year_8, TODAY) == ()


def test_a_draft_names_no_school_and_no_type() -> None:
    draft = replace(SEVEN_YEAR_OLD, stage=PlanStage.DRAFT)
    blank = replace(COMPLETE, setting="", setting_type="")
    assert _sections(COMPLETE, draft) == [Section.I]
    assert _sections(blank, draft) == []
    assert _sections(replace(blank, texts={**TEXTS, Section.I: "Example School"}), draft) == [Section.I]
    assert _sections(replace(blank, setting_type="special school"), draft) == [Section.I]


def test_a_final_plan_names_a_school_and_type_or_a_type_only() -> None:
    assert _sections(replace(COMPLETE, setting="")) == []
    assert _sections(replace(COMPLETE, setting_type="")) == [Section.I]


def test_section_i_is_blank_where_all_provision_is_outside_a_school() -> None:
    otherwise = replace(SEVEN_YEAR_OLD, educated_otherwise=True)
    assert _sections(COMPLETE, otherwise) == [Section.I]
    assert _sections(replace(COMPLETE, setting="", setting_type=""), otherwise) == []


def test_health_provision_is_agreed_by_the_commissioner() -> None:
    (gap,) = missing_from_plan(replace(COMPLETE, health_agreed_by=""), SEVEN_YEAR_OLD, TODAY)
    assert (gap.section, gap.source.provision) == (Section.G, "regulation 12(2)")


def test_an_adults_social_care_is_not_in_section_h1() -> None:
    adult = Circumstances(PlanStage.FINAL, age=18, year_group=13)
    ready = replace(COMPLETE, provisions=(replace(READING, for_adulthood=True),))
    assert _sections(ready, adult) == [Section.H1]
    assert _sections(replace(ready, texts={**TEXTS, Section.H1: ""}), adult) == []
    assert _sections(ready, replace(adult, age=17)) == []


def test_each_direct_payment_says_which_needs_and_outcomes_it_meets() -> None:
    paid = replace(SEVEN_YEAR_OLD, has_direct_payments=True)
    payment = DirectPayment(needs=("B1",), outcomes=("Reads alone",))
    assert _sections(COMPLETE, paid) == [Section.J]
    assert _sections(replace(COMPLETE, direct_payments=(payment,)), paid) == []
    for short in (replace(payment, needs=()), replace(payment, outcomes=())):
        assert _sections(replace(COMPLETE, direct_payments=(payment, short)), paid) == [Section.J]


def test_all_advice_that_was_gathered_is_appended() -> None:
    assert _sections(replace(COMPLETE, advice_appended=frozenset({Adviser.FAMILY}))) == [Section.K]


def test_what_a_section_must_hold_depends_on_the_circumstances() -> None:
    young = [one.words for one in must_hold(Section.F, SEVEN_YEAR_OLD, TODAY)]
    older = [one.words for one in must_hold(Section.F, replace(SEVEN_YEAR_OLD, year_group=9), TODAY)]
    assert [words for words in older if words not in young] == [
        "includes provision to prepare for adulthood and independent living"
    ]


def test_every_section_has_a_title_an_owner_and_a_route() -> None:
    assert list(SECTIONS) == list(Section)


def test_content_is_not_asked_about_before_the_act() -> None:
    with pytest.raises(NotInForce):
        missing_from_plan(COMPLETE, SEVEN_YEAR_OLD, date(2014, 8, 31))


PAGE = Path(__file__).parents[3] / "docs" / "law" / "plan-content.md"


def test_the_page_in_the_repository_is_what_the_requirements_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == plan_content_document(COMMENCEMENT), "run ./gt register"
