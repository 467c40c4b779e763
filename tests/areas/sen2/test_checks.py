"""Each check finds what it is for, and nothing else: one person broken in one way, one rule."""

from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from goldenthread.sen2.checks import ALL
from goldenthread.sen2.checks.inspection import inspect, odd_findings, unreadable_findings
from goldenthread.sen2.checks.page import page
from goldenthread.sen2.checks.rule import Census, Level
from goldenthread.sen2.facts import facts_of
from goldenthread.sen2.findings import HEADINGS
from goldenthread.sen2.reading import open_return
from goldenthread.sen2.records import Need, PlanDetail
from made_up_returns import (
    a_header,
    a_named_plan,
    a_person,
    a_placement,
    a_request,
    an_active_plan,
    an_assessment,
    as_xml,
    with_active_plan,
    with_assessment,
    with_named_plan,
    with_request,
)

ROOT = Path(__file__).resolve().parents[3]
A = a_person()
DETAIL = A.requests[0].assessment.named_plan.plan_details[0]
LATER = date(2025, 1, 17)


@pytest.fixture
def findings(tmp_path):
    """What is found in a return of these people."""

    def found(*people, header=None, edit=lambda content: content):
        path = tmp_path / "return.xml"
        path.write_bytes(edit(as_xml(*people, header=header or a_header())))
        with closing(open_return(path)) as reading:
            (batch,) = reading.batches()
            census = Census(reading.layout, reading.header().census_day, reading.header().area)
        facts, unreadable = facts_of(batch)
        return [
            *odd_findings(batch.oddities),
            *unreadable_findings(facts, unreadable, reading.layout),
            *inspect(facts, census),
        ]

    return found


def refused(**values):
    return with_request(
        A, **{"outcome": "N", "assessment": None, "active_plan": None, "mediation": False, **values}
    )


def not_issued(**values):
    return replace(
        A, requests=(a_request(assessment=an_assessment(outcome="N", **values), active_plan=None),)
    )


CASES = {
    "nothing wrong": (A, set()),
    "no surname": (replace(A, surname=None), {"D-02"}),
    "no birth date": (replace(A, birth_date=None), {"D-02"}),
    "nobody": (replace(A, surname=None, forename=None, birth_date=None, upn=None), {"D-02", "D-03", "D-88"}),
    "no identifier": (replace(A, upn=None), {"D-03"}),
    "reason for no identifier": (replace(A, upn=None, upn_unknown="UN8"), set()),
    "unknown reason": (replace(A, upn=None, upn_unknown="UN4"), {"D-04"}),
    "needless reason": (replace(A, upn_unknown="UN8"), {"D-04"}),
    "not yet born": (replace(A, birth_date=LATER), {"D-08"}),
    "born on census day": (replace(A, birth_date=date(2025, 1, 16)), set()),
    "25 on 31 August": (replace(A, birth_date=date(1999, 8, 31)), {"D-08"}),
    "25 a day later": (replace(A, birth_date=date(1999, 9, 1)), set()),
    "no request": (replace(A, requests=()), {"D-09"}),
    "unknown ethnicity": (replace(A, ethnicity="XXXX"), {"D-86"}),
    "extended ethnicity": (replace(A, ethnicity="WROR"), set()),
    "unknown sex": (replace(A, sex="X"), {"D-87"}),
    "never received": (with_request(A, received_on=None), {"D-84"}),
    "never received, historical": (with_request(A, received_on=None, outcome="H"), set()),
    "no outcome of request": (with_request(A, outcome=None), {"D-10"}),
    "unknown outcome of request": (with_request(A, outcome="y"), {"D-10"}),
    "decided on no day": (with_request(A, outcome_on=None), {"D-11"}),
    "undecided on no day": (
        with_request(A, outcome="A", outcome_on=None, assessment=None, active_plan=None),
        set(),
    ),
    "decided before received": (with_request(A, outcome_on=date(2024, 2, 5)), {"D-13"}),
    "decided on the day of receipt": (with_request(A, outcome_on=date(2024, 2, 6)), set()),
    "decided after census day": (with_request(A, outcome_on=LATER), {"D-13", "D-23"}),
    "assessed though refused": (with_request(A, outcome="N"), {"D-15"}),
    "assessed after tribunal": (with_request(A, outcome="N", tribunal=True), set()),
    "assessed though withdrawn": (with_request(A, outcome="W", tribunal=True), {"D-15"}),
    "refused": (refused(), set()),
    "never assessed": (with_request(A, assessment=None, active_plan=None), {"D-16"}),
    "source missing": (with_request(A, source=None), {"D-17"}),
    "source unknown": (with_request(A, source="6"), {"D-17"}),
    "no outcome of assessment": (with_assessment(A, outcome=None), {"D-20"}),
    "unknown outcome of assessment": (with_assessment(A, outcome="S"), {"D-20"}),
    "not issued": (not_issued(named_plan=None), set()),
    "not issued on no day": (not_issued(named_plan=None, outcome_on=None), {"D-21"}),
    "issued on no day": (with_assessment(A, outcome_on=None), {"D-22"}),
    "to be issued": (
        with_request(A, assessment=an_assessment(outcome_on=None, named_plan=None), active_plan=None),
        set(),
    ),
    "assessed before asked": (with_assessment(A, outcome_on=date(2024, 2, 5)), {"D-23"}),
    "assessed before decided": (with_assessment(A, outcome_on=date(2024, 3, 11)), {"D-23"}),
    "plan though not issued": (not_issued(), {"D-24"}),
    "plan after mediation": (not_issued(mediation=True), set()),
    "issued after census day": (with_assessment(A, outcome_on=LATER), {"D-13"}),
    "never started": (with_named_plan(A, started_on=None), {"D-30"}),
    "started after census day": (with_named_plan(A, started_on=LATER), {"D-13"}),
    "names no setting": (with_named_plan(A, plan_details=()), {"D-30"}),
    "names three settings": (with_named_plan(A, plan_details=(DETAIL, DETAIL, DETAIL)), {"D-30"}),
    "ceased without reason": (with_named_plan(A, ceased_on=date(2024, 12, 1)), {"D-31"}),
    "reason without ceasing": (with_named_plan(A, cease_reason="5"), {"D-31"}),
    "ceased": (with_named_plan(A, ceased_on=date(2024, 12, 1), cease_reason="5"), set()),
    "ceased for reason 10": (with_named_plan(A, ceased_on=date(2024, 12, 1), cease_reason="10"), {"D-31"}),
    "ceased before start": (with_named_plan(A, ceased_on=date(2024, 6, 1), cease_reason="5"), {"D-31"}),
    "ceased after census day": (with_named_plan(A, ceased_on=LATER, cease_reason="5"), {"D-13"}),
    "names nowhere": (with_named_plan(A, plan_details=(replace(DETAIL, urn=None),)), {"D-40"}),
    "placed nowhere known": (with_active_plan(A, placements=(a_placement(urn=None),)), {"D-40"}),
    "unknown setting named": (
        with_named_plan(A, plan_details=(PlanDetail(sen_setting="ZOO", placement_rank=1),)),
        {"D-42"},
    ),
    "unknown setting attended": (
        with_active_plan(A, placements=(a_placement(urn=None, sen_setting="ZOO"),)),
        {"D-42"},
    ),
    "unexplained other named": (
        with_named_plan(A, plan_details=(PlanDetail(sen_setting="OTH", placement_rank=1),)),
        {"D-43"},
    ),
    "unexplained other attended": (
        with_active_plan(A, placements=(a_placement(urn=None, sen_setting="NIEO"),)),
        {"D-43"},
    ),
    "explained other": (
        with_active_plan(
            A, placements=(a_placement(urn=None, sen_setting="NIEO", sen_setting_other="awaits a place"),)
        ),
        set(),
    ),
    "third rank named": (with_named_plan(A, plan_details=(replace(DETAIL, placement_rank=3),)), {"D-48"}),
    "no rank attended": (with_active_plan(A, placements=(a_placement(placement_rank=None),)), {"D-48"}),
    "placed after census day": (
        with_active_plan(A, placements=(a_placement(entered_on=LATER),)),
        {"D-13", "D-50"},
    ),
    "left before census day": (
        with_active_plan(A, placements=(a_placement(left_on=date(2025, 1, 15)),)),
        {"D-50"},
    ),
    "left on census day": (with_active_plan(A, placements=(a_placement(left_on=date(2025, 1, 16)),)), set()),
    "will leave next year": (with_active_plan(A, placements=(a_placement(left_on=date(2026, 7, 1)),)), set()),
    "left with the plan": (
        with_request(
            A,
            assessment=an_assessment(named_plan=a_named_plan(ceased_on=date(2024, 12, 1), cease_reason="5")),
            active_plan=an_active_plan(placements=(a_placement(left_on=date(2024, 12, 1)),)),
        ),
        set(),
    ),
    "left before entry": (
        with_active_plan(A, placements=(a_placement(), a_placement(left_on=date(2022, 9, 4)))),
        {"D-55"},
    ),
    "no need": (with_active_plan(A, needs=()), {"D-51"}),
    "three needs": (
        with_active_plan(A, needs=tuple(Need(need=n, rank=r) for r, n in enumerate(("ASD", "HI", "VI"), 1))),
        {"D-51"},
    ),
    "the same need twice": (
        with_active_plan(A, needs=(Need(need="HI", rank=1), Need(need="HI", rank=2))),
        {"D-51"},
    ),
    "no primary need": (with_active_plan(A, needs=(Need(need="HI", rank=2),)), {"D-51"}),
    "unknown need": (with_active_plan(A, needs=(Need(need="NSA", rank=1),)), {"D-52"}),
    "unknown outcome of review": (
        with_active_plan(A, review_meeting_on=date(2024, 12, 2), review_outcome="X"),
        {"D-60"},
    ),
    "outcome without meeting": (with_active_plan(A, review_outcome="M"), {"D-61"}),
    "decision before meeting": (
        with_active_plan(A, review_meeting_on=date(2024, 12, 2), last_review_on=date(2024, 12, 1)),
        {"D-62"},
    ),
    **{
        f"{column} after census day": (
            with_active_plan(A, **{"review_meeting_on": date(2024, 1, 1), column: LATER}),
            {"D-66"},
        )
        for column in ("review_meeting_on", "review_draft_on", "phase_transfer_final_on", "last_review_on")
    },
    **{
        f"{column} after the year": (
            with_active_plan(A, **{"review_meeting_on": date(2024, 1, 1), column: date(2026, 1, 1)}),
            {"D-13"},
        )
        for column in ("review_meeting_on", "review_draft_on", "phase_transfer_final_on", "last_review_on")
    },
    "phase transfer due next year": (with_active_plan(A, phase_transfer_due_on=date(2026, 2, 15)), set()),
}


@pytest.mark.parametrize("case", CASES)
def test_a_check_finds_what_it_is_for_and_nothing_else(case, findings):
    person, expected = CASES[case]
    assert {finding.rule for finding in findings(person)} == expected


@pytest.mark.parametrize("block", ["Assessment", "NamedPlan", "ActivePlans"])
def test_a_request_has_each_block_at_most_once(block, findings):
    def twice(content):
        start = content.index(b"<%s>" % block.encode())
        end = content.index(b"</%s>" % block.encode()) + len(block) + 3
        return content[:end] + content[start:end] + content[end:]

    found = findings(A, edit=twice)
    assert "D-85" in {finding.rule for finding in found}
    assert any(finding.stops for finding in found if finding.rule == "D-85")


def test_every_check_is_broken_by_a_case(findings):
    said = {(f.rule, f.says) for f in findings(*(person for person, _ in CASES.values()))}
    silent = {(rule.number, rule.says) for rule in ALL} - said
    assert {number for number, _ in silent} == {"D-85"}  # these need a file that our writer cannot write


def test_a_check_begins_with_its_year(findings):
    person = with_request(A, source=None)
    assert "D-17" in {finding.rule for finding in findings(person)}
    assert "D-17" not in {finding.rule for finding in findings(person, header=a_header(2024))}


def test_the_source_of_a_request_is_asked_for_in_2025_and_required_in_2026(findings):
    person = with_request(A, source=None)
    (query,) = findings(person)
    (error,) = findings(person, header=a_header(2026))
    assert (query.level, error.level) == (Level.QUERY, Level.ERROR)


def test_down_syndrome_is_a_need_from_2025(findings):
    person = with_active_plan(with_request(A, source=None), needs=(Need(need="DS", rank=1),))
    assert "D-52" not in {f.rule for f in findings(person)}
    assert "D-52" in {f.rule for f in findings(person, header=a_header(2024))}


def test_an_element_of_another_year_is_kept_and_found(findings):
    (found,) = findings(A, edit=lambda xml: xml.replace(b"<Sex>F</Sex>", b"<GenderCurrent>F</GenderCurrent>"))
    assert (found.rule, found.element, found.found, found.stops) == ("D-70", "GenderCurrent", "F", False)


def test_an_element_that_no_year_has_is_found_and_stops_nothing(findings):
    (found,) = findings(A, edit=lambda xml: xml.replace(b"<Sex>", b"<ShoeSize>3</ShoeSize><Sex>"))
    assert (found.rule, found.element, found.stops) == ("D-82", "ShoeSize", False)


def test_a_finding_names_record_element_and_what_was_found(findings):
    second = with_active_plan(a_person(2), needs=(Need(need="NSA", rank=1),))
    (found,) = findings(A, second)
    row = dict(zip(HEADINGS, found.row(), strict=True))
    assert (row["record"], row["element"]) == ("person 2, request 2", "SENtype")
    assert (row["rule"], row["level"], row["found"]) == ("D-52", "error", "NSA")


def test_the_page_of_checks_says_what_the_code_says():
    written = (ROOT / "docs" / "guides" / "checks-of-the-return.md").read_text(encoding="utf-8")
    assert written == page(), "run: ./gt sen2 checks > docs/guides/checks-of-the-return.md"


def test_no_two_checks_of_one_number_say_the_same():
    told = [(rule.number, rule.table, rule.column, rule.says) for rule in ALL]
    assert len(set(told)) == len(told)
