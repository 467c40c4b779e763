"""Section 45(4): a plan is kept while an appeal is open or may still be brought."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from goldenthread.rules.lifecycle import Happening, Invariant, Step, breaches_found, may_issue, next_steps
from life_cycle_histories import CEASING_DECIDED, CEASING_TOLD, DRAFTED, PLANNED, about, day, on

CEASE = Step.DECIDED_TO_CEASE


def _may_cease(history: tuple[Happening, ...], text: str) -> bool:
    return may_issue(history, Step.PLAN_CEASED, day(text)).yes


def test_ceasing_is_decided_only_after_consulting() -> None:
    assert not may_issue(PLANNED, CEASE, day("2026-07-20"))
    assert breaches_found(CEASING_TOLD) == ()


def test_t88_plan_is_kept_until_the_appeal_is_determined() -> None:
    appealed = (*CEASING_TOLD, about("2026-09-01", Step.APPEAL_LODGED, CEASE))
    answer = may_issue(appealed, Step.PLAN_CEASED, day("2027-09-01"))
    assert not answer
    assert answer.objections[0].invariant is Invariant.HELD_FOR_APPEAL
    assert answer.not_before is None


def test_plan_is_kept_while_an_appeal_may_still_be_brought() -> None:
    answer = may_issue(CEASING_TOLD, Step.PLAN_CEASED, day("2026-09-20"))
    assert answer.because == (
        "The family may appeal against the decision to cease until Monday 21 September 2026, and the plan is "
        "kept meanwhile. This may be done from Tuesday 22 September 2026."
    )
    assert not _may_cease(CEASING_TOLD, "2026-09-21")
    assert _may_cease(CEASING_TOLD, "2026-09-22")


def test_a_later_certificate_gives_a_further_month() -> None:
    certified = (*CEASING_TOLD, about("2026-09-10", Step.MEDIATION_CERTIFICATE_ISSUED, CEASE))
    assert not _may_cease(certified, "2026-10-12")
    assert _may_cease(certified, "2026-10-13")


def test_mediation_without_a_certificate_holds_the_plan() -> None:
    mediating = (*CEASING_TOLD, about("2026-09-10", Step.MEDIATION_ASKED_FOR, CEASE))
    assert not _may_cease(mediating, "2027-09-10")


def test_time_does_not_run_before_the_family_is_told() -> None:
    assert not _may_cease(CEASING_DECIDED, "2028-01-10")


def test_t85_plan_ceases_at_once_when_the_appeal_is_dismissed() -> None:
    dismissed = (
        *CEASING_TOLD,
        about("2026-08-03", Step.APPEAL_LODGED, CEASE),
        about("2026-09-18", Step.APPEAL_DISMISSED, CEASE),
    )
    assert _may_cease(dismissed, "2026-09-18")


def test_another_appeal_that_is_dismissed_does_not_end_the_hold() -> None:
    other = (
        *CEASING_TOLD,
        about("2026-08-03", Step.APPEAL_LODGED, Step.FINAL_PLAN_SENT),
        about("2026-09-18", Step.APPEAL_DISMISSED, Step.FINAL_PLAN_SENT),
    )
    assert not _may_cease(other, "2026-09-18")


def test_a_withdrawn_appeal_leaves_the_rest_of_the_time_to_appeal() -> None:
    withdrawn = (
        *CEASING_TOLD,
        about("2026-08-03", Step.APPEAL_LODGED, CEASE),
        about("2026-08-20", Step.APPEAL_WITHDRAWN, CEASE),
    )
    assert not _may_cease(withdrawn, "2026-08-21")
    assert _may_cease(withdrawn, "2026-09-22")


def test_an_allowed_appeal_ends_the_ceasing() -> None:
    allowed = (
        *CEASING_TOLD,
        about("2026-08-03", Step.APPEAL_LODGED, CEASE),
        about("2026-11-18", Step.APPEAL_ALLOWED, CEASE),
    )
    assert not _may_cease(allowed, "2028-01-01")
    assert may_issue(allowed, Step.ORDERED_PLAN_SENT, day("2026-12-01"))
    assert may_issue(allowed, Step.CEASING_PROPOSED, day("2026-12-01"))


def test_an_appeal_about_something_else_does_not_hold_the_ceasing() -> None:
    other = (*CEASING_TOLD, about("2026-08-03", Step.APPEAL_LODGED, Step.FINAL_PLAN_SENT))
    assert _may_cease(other, "2026-09-22")


def test_ceasing_that_happened_during_an_appeal_is_a_breach_and_the_plan_has_ceased() -> None:
    ceased = (
        *CEASING_TOLD,
        about("2026-09-01", Step.APPEAL_LODGED, CEASE),
        on("2026-09-22", Step.PLAN_CEASED),
    )
    (breach,) = breaches_found(ceased)
    assert breach.invariant is Invariant.HELD_FOR_APPEAL
    assert Step.REVIEW_CALLED not in {one.step for one in next_steps(ceased, day("2026-10-01"))}


def test_a_draft_or_a_decision_from_before_the_act_holds_nothing_by_its_rules() -> None:
    early = tuple(replace(one, happened_on=one.happened_on - timedelta(days=4345)) for one in CEASING_TOLD)
    after = (*early, on("2014-10-15", Step.PLAN_CEASED))
    assert early[-1].happened_on < day("2014-09-01")
    assert breaches_found(after) == ()


def test_mediation_asked_for_after_its_two_months_holds_nothing() -> None:
    in_time = (*CEASING_TOLD, about("2026-09-20", Step.MEDIATION_ASKED_FOR, CEASE))
    late = (*CEASING_TOLD, about("2026-09-21", Step.MEDIATION_ASKED_FOR, CEASE))
    assert not _may_cease(in_time, "2026-12-01")
    assert _may_cease(late, "2026-12-01")


def test_a_draft_from_before_the_act_has_no_window_by_its_rules() -> None:
    early = tuple(replace(one, happened_on=day("2014-08-31")) for one in DRAFTED)
    assert may_issue(early, Step.FINAL_PLAN_SENT, day("2014-09-01"))
    noticed = tuple(replace(one, happened_on=day("2014-08-30")) for one in PLANNED)
    noticed = (*noticed, on("2014-08-31", Step.AMENDMENT_NOTICE_SENT))
    assert may_issue(noticed, Step.AMENDED_PLAN_SENT, day("2014-09-01"))
