"""While a plan is in force: review, amendment, re-assessment, moves and orders."""

from __future__ import annotations

import pytest

from goldenthread.rules.lifecycle import (
    Details,
    Happening,
    Invariant,
    Step,
    breaches_found,
    may_issue,
    next_steps,
)
from life_cycle_histories import (
    CEASING_TOLD,
    DRAFTED,
    PLANNED,
    REQUESTED,
    about,
    advice_sought,
    day,
    on,
    told,
)

MET = (*PLANNED, on("2026-10-20", Step.REVIEW_CALLED), on("2026-11-05", Step.REVIEW_MEETING_HELD))
NOTICED = (*MET, on("2026-12-03", Step.AMENDMENT_NOTICE_SENT))
REASSESSING = (
    *PLANNED,
    on("2027-03-01", Step.REASSESSMENT_REQUESTED),
    on("2027-03-10", Step.DECIDED_TO_REASSESS),
    told("2027-03-10", Step.DECIDED_TO_REASSESS),
    *advice_sought("2027-03-11"),
)
PLAN_STEPS = (
    Step.REVIEW_CALLED,
    Step.DECIDED_TO_AMEND,
    Step.AMENDMENT_NOTICE_SENT,
    Step.DECIDED_TO_REASSESS,
    Step.CEASING_PROPOSED,
)


def _steps(history: tuple[Happening, ...], text: str) -> set[Step]:
    return {one.step for one in next_steps(history, day(text))}


@pytest.mark.parametrize("step", PLAN_STEPS, ids=lambda step: step.value)
def test_a_step_about_a_plan_needs_a_plan_in_force(step: Step) -> None:
    assert "a plan is in force" in may_issue(REQUESTED, step, day("2026-02-01")).because
    assert may_issue(PLANNED, step, day("2026-06-01"))


def test_a_review_is_decided_after_its_meeting_and_the_meeting_comes_after_its_notice() -> None:
    assert not may_issue(PLANNED, Step.REVIEW_MEETING_HELD, day("2026-11-05"))
    assert not may_issue(MET[:-1], Step.DECIDED_TO_MAINTAIN, day("2026-11-05"))
    assert may_issue(MET, Step.DECIDED_TO_MAINTAIN, day("2026-12-01"))


def test_a_review_ends_with_a_decision_and_the_decision_is_told() -> None:
    kept = (*MET, on("2026-12-01", Step.DECIDED_TO_MAINTAIN))
    assert next_steps(kept, day("2026-12-01"))[0].step is Step.DECISION_NOTIFIED
    assert not may_issue(kept, Step.DECIDED_TO_MAINTAIN, day("2026-12-02"))


@pytest.mark.parametrize("step", [Step.AMENDED_PLAN_SENT, Step.DECIDED_NOT_TO_AMEND])
def test_an_amendment_does_not_end_inside_the_fifteen_days_for_views(step: Step) -> None:
    answer = may_issue(NOTICED, step, day("2026-12-17"))
    assert answer.objections[0].invariant is Invariant.VIEWS_ON_CHANGES
    assert answer.not_before == day("2026-12-18")
    assert may_issue(NOTICED, step, day("2026-12-18"))


def test_an_amended_plan_needs_notice_of_the_changes_even_when_amending_is_decided() -> None:
    decided = (*MET, on("2026-12-01", Step.DECIDED_TO_AMEND))
    assert (
        "notice of proposed changes" in may_issue(decided, Step.AMENDED_PLAN_SENT, day("2027-01-20")).because
    )
    assert may_issue(decided, Step.AMENDMENT_NOTICE_SENT, day("2026-12-01"))


def test_a_plan_may_be_amended_without_a_review_but_not_without_notice() -> None:
    assert may_issue(PLANNED, Step.AMENDMENT_NOTICE_SENT, day("2026-07-01"))
    assert not may_issue(PLANNED, Step.AMENDED_PLAN_SENT, day("2026-07-01"))


def test_the_next_review_may_be_called_while_an_amendment_is_open() -> None:
    assert may_issue(NOTICED, Step.REVIEW_CALLED, day("2026-12-10"))


def test_a_reassessment_takes_advice_a_draft_and_a_window_again() -> None:
    assert may_issue(REASSESSING, Step.DRAFT_SENT, day("2027-05-01"))
    drafted = (*REASSESSING, on("2027-05-01", Step.DRAFT_SENT))
    assert may_issue(drafted, Step.FINAL_PLAN_SENT, day("2027-05-15")).not_before == day("2027-05-16")
    assert breaches_found((*drafted, on("2027-05-16", Step.FINAL_PLAN_SENT))) == ()


def test_a_child_with_a_plan_is_reassessed_not_assessed() -> None:
    asked = (*PLANNED, on("2026-09-01", Step.REQUEST_RECEIVED))
    assert not may_issue(asked, Step.DECIDED_TO_ASSESS, day("2026-09-10"))
    assert may_issue(asked, Step.DECIDED_TO_REASSESS, day("2026-09-10"))


def test_a_plan_is_transferred_only_after_a_move_and_then_is_not_ours() -> None:
    assert not may_issue(PLANNED, Step.PLAN_TRANSFERRED, day("2026-06-01"))
    moved = (*PLANNED, on("2026-06-01", Step.MOVED_AWAY))
    assert may_issue(moved, Step.PLAN_TRANSFERRED, day("2026-06-01"))
    assert not may_issue(moved, Step.CEASING_PROPOSED, day("2026-06-01"))
    gone = (*moved, on("2026-06-01", Step.PLAN_TRANSFERRED))
    assert not may_issue(gone, Step.REVIEW_CALLED, day("2027-04-01"))


def test_a_plan_that_moves_in_is_in_force_at_once_and_the_family_is_told_once() -> None:
    received = (on("2026-06-01", Step.PLAN_RECEIVED),)
    assert may_issue(received, Step.REVIEW_CALLED, day("2026-06-02"))
    assert may_issue(received, Step.TOLD_OF_TRANSFER, day("2026-06-02"))
    done = (*received, on("2026-06-02", Step.TOLD_OF_TRANSFER))
    assert not may_issue(done, Step.TOLD_OF_TRANSFER, day("2026-06-03"))
    assert not may_issue(PLANNED, Step.TOLD_OF_TRANSFER, day("2026-06-03"))


def test_a_plan_goes_out_as_ordered_only_after_an_order_or_a_concession() -> None:
    assert not may_issue(PLANNED, Step.ORDERED_PLAN_SENT, day("2026-09-18"))
    for ending in (Step.APPEAL_ALLOWED, Step.APPEAL_CONCEDED):
        won = (
            *PLANNED,
            about("2026-06-10", Step.APPEAL_LODGED, Step.FINAL_PLAN_SENT),
            about("2026-09-18", ending, Step.FINAL_PLAN_SENT),
        )
        assert may_issue(won, Step.ORDERED_PLAN_SENT, day("2026-10-01"))
        done = (*won, on("2026-10-01", Step.ORDERED_PLAN_SENT))
        assert not may_issue(done, Step.ORDERED_PLAN_SENT, day("2026-10-02"))


def test_an_open_appeal_may_end_in_each_way_and_a_closed_one_in_none() -> None:
    endings = {
        Step.APPEAL_WITHDRAWN,
        Step.APPEAL_CONCEDED,
        Step.APPEAL_DISMISSED,
        Step.APPEAL_ALLOWED,
    }
    appealed = (*PLANNED, about("2026-06-10", Step.APPEAL_LODGED, Step.FINAL_PLAN_SENT))
    assert endings <= _steps(appealed, "2026-06-11")
    closed = (*appealed, about("2026-06-12", Step.APPEAL_DISMISSED, Step.FINAL_PLAN_SENT))
    assert not endings & _steps(closed, "2026-06-13")


def test_an_appeal_is_offered_until_its_time_has_passed() -> None:
    assert Step.APPEAL_LODGED in _steps(PLANNED, "2026-07-06")
    assert Step.APPEAL_LODGED not in _steps(PLANNED, "2026-07-07")
    certified = (*PLANNED, about("2026-07-01", Step.MEDIATION_CERTIFICATE_ISSUED, Step.FINAL_PLAN_SENT))
    assert Step.APPEAL_LODGED in _steps(certified, "2026-07-31")


def test_a_kept_plan_waits_for_release() -> None:
    detained = (*PLANNED, on("2026-08-01", Step.DETAINED))
    assert not may_issue(detained, Step.PLAN_CEASED, day("2026-09-01"))
    released = (*detained, on("2026-12-01", Step.RELEASED))
    assert may_issue(released, Step.REVIEW_CALLED, day("2026-12-02"))


def test_nothing_follows_a_death() -> None:
    died = (*CEASING_TOLD, on("2026-08-01", Step.PERSON_DIED))
    assert next_steps(died, day("2026-08-02")) == ()
    told_late = may_issue(
        died, Step.DECISION_NOTIFIED, day("2026-08-02"), Details(about=Step.DECIDED_TO_CEASE)
    )
    assert "has died" in told_late.because


def test_a_dropped_ceasing_owes_no_notice_of_the_decision() -> None:
    dropped = (*CEASING_TOLD[:-1], on("2026-07-25", Step.CEASING_DROPPED))
    assert Step.DECISION_NOTIFIED not in _steps(dropped, "2026-07-26")
    assert not may_issue(dropped, Step.PLAN_CEASED, day("2027-01-04"))


def test_a_final_plan_without_a_draft_is_a_breach_that_leaves_a_plan_in_force() -> None:
    bare = (*REQUESTED, on("2026-05-01", Step.FINAL_PLAN_SENT))
    (breach,) = breaches_found(bare)
    assert breach.invariant is Invariant.ORDER
    assert may_issue(bare, Step.REVIEW_CALLED, day("2027-01-01"))


def test_setting_replies_and_views_are_offered_when_they_are_called_for() -> None:
    assert Step.REPRESENTATIONS_RECEIVED in _steps(DRAFTED, "2026-04-21")
    assert Step.REPRESENTATIONS_RECEIVED not in _steps(REQUESTED, "2026-04-21")
    assert Step.SETTING_REPLIED not in _steps(DRAFTED, "2026-04-21")
    consulted = (*DRAFTED, on("2026-04-21", Step.SETTING_CONSULTED))
    assert Step.SETTING_REPLIED in _steps(consulted, "2026-04-22")


def test_a_certificate_is_offered_while_mediation_is_open_and_no_mediation_after_it() -> None:
    mediating = (*PLANNED, about("2026-06-10", Step.MEDIATION_ASKED_FOR, Step.FINAL_PLAN_SENT))
    offered = _steps(mediating, "2026-09-01")
    assert Step.MEDIATION_CERTIFICATE_ISSUED in offered
    assert Step.MEDIATION_ASKED_FOR not in offered
    certified = (*mediating, about("2026-06-20", Step.MEDIATION_CERTIFICATE_ISSUED, Step.FINAL_PLAN_SENT))
    assert not {Step.MEDIATION_ASKED_FOR, Step.MEDIATION_CERTIFICATE_ISSUED} & _steps(certified, "2026-06-21")
