"""From a request to a final plan: what may follow what."""

from __future__ import annotations

import pytest

from goldenthread.rules.law import NotInForce
from goldenthread.rules.lifecycle import (
    Adviser,
    Details,
    Happening,
    Invariant,
    Step,
    breaches_found,
    may_issue,
    next_steps,
    notices_owed,
)
from life_cycle_histories import (
    ADVISED,
    AGREED,
    ASSESSING,
    DRAFTED,
    PLANNED,
    REQUESTED,
    advice_sought,
    day,
    on,
    told,
)


def _steps(history: tuple[Happening, ...], text: str) -> set[Step]:
    return {one.step for one in next_steps(history, day(text))}


def test_a_lawful_case_from_request_to_final_plan_holds_no_breach() -> None:
    assert breaches_found(PLANNED) == ()


def test_the_family_is_consulted_before_the_decision_whether_to_assess() -> None:
    asked_for = REQUESTED[:1]
    answer = may_issue(asked_for, Step.DECIDED_TO_ASSESS, day("2026-01-06"))
    assert not answer
    assert "has not yet been asked for its views" in answer.because
    assert may_issue(REQUESTED, Step.DECIDED_TO_ASSESS, day("2026-01-08"))


def test_a_refusal_to_assess_may_be_changed_and_the_assessment_begins() -> None:
    refused = (
        *REQUESTED,
        on("2026-02-16", Step.DECIDED_NOT_TO_ASSESS),
        told("2026-02-16", Step.DECIDED_NOT_TO_ASSESS),
    )
    assert may_issue(refused, Step.DECIDED_TO_ASSESS, day("2026-03-20"))
    assert not may_issue(refused, Step.DECIDED_TO_ISSUE, day("2026-03-20"))


def test_advice_is_asked_of_all_five_before_a_decision_about_a_plan() -> None:
    some = (*ASSESSING, *advice_sought("2026-02-16", (Adviser.FAMILY, Adviser.EDUCATION)))
    answer = may_issue(some, Step.DECIDED_NOT_TO_ISSUE, day("2026-04-01"))
    assert answer.because == (
        "Advice has not been asked of a health care professional, an educational psychologist "
        "and social care."
    )
    assert answer.source.provision == "regulation 6(1)"
    assert may_issue(ADVISED, Step.DECIDED_NOT_TO_ISSUE, day("2026-04-01"))


def test_earlier_advice_that_all_agree_on_counts_as_asked() -> None:
    health = Details(adviser=Adviser.HEALTH)
    others = [one for one in ADVISED[len(ASSESSING) :] if one.details != health]
    reused = (*ASSESSING, *others, on("2026-02-20", Step.ADVICE_REUSED, health))
    assert may_issue(reused, Step.DECIDED_TO_ISSUE, day("2026-04-01"))


def test_advice_asked_in_an_earlier_assessment_does_not_count() -> None:
    again = (
        *PLANNED,
        on("2027-03-01", Step.DECIDED_TO_REASSESS),
        told("2027-03-01", Step.DECIDED_TO_REASSESS),
    )
    assert (
        may_issue(again, Step.DRAFT_SENT, day("2027-05-01")).objections[0].invariant is Invariant.ADVICE_ASKED
    )


def test_nothing_further_is_decided_before_the_family_is_told_of_the_last_decision() -> None:
    untold = tuple(one for one in ADVISED if one.kind is not Step.DECISION_NOTIFIED)
    answer = may_issue(untold, Step.DECIDED_TO_ISSUE, day("2026-04-15"))
    assert answer.because == (
        "On Monday 16 February 2026 the authority decided to assess, and the family has not been told so in "
        "writing."
    )
    assert [one.kind for one in notices_owed(untold)] == [Step.DECIDED_TO_ASSESS]
    assert notices_owed(ADVISED) == ()


def test_a_notice_tells_only_of_a_decision_that_was_taken_and_not_yet_told() -> None:
    about = Details(about=Step.DECIDED_NOT_TO_ASSESS)
    assert not may_issue(ASSESSING, Step.DECISION_NOTIFIED, day("2026-02-17"), about)
    again = Details(about=Step.DECIDED_TO_ASSESS)
    assert not may_issue(ASSESSING, Step.DECISION_NOTIFIED, day("2026-02-17"), again)


def test_t23_earliest_final_plan_is_the_day_after_the_fifteenth() -> None:
    assert may_issue(DRAFTED, Step.FINAL_PLAN_SENT, day("2026-05-05"))


def test_t26_final_plan_on_the_last_day_for_views_is_refused_with_the_day_and_the_provision() -> None:
    answer = may_issue(DRAFTED, Step.FINAL_PLAN_SENT, day("2026-05-04"))
    assert not answer
    assert answer.because == (
        "The family may give views on the draft until Monday 4 May 2026. "
        "This may be done from Tuesday 5 May 2026."
    )
    assert answer.source.provision == "regulation 13(1)(a)"
    assert answer.not_before == day("2026-05-05")


def test_t26_final_plan_inside_the_window_is_recorded_as_a_breach_and_the_plan_is_in_force() -> None:
    early = (*DRAFTED, on("2026-05-04", Step.FINAL_PLAN_SENT))
    (breach,) = breaches_found(early)
    assert breach.invariant is Invariant.VIEWS_ON_DRAFT
    assert Step.REVIEW_CALLED in _steps(early, "2026-06-01")


def test_a_fresh_draft_starts_a_fresh_window() -> None:
    redrafted = (*DRAFTED, on("2026-05-01", Step.DRAFT_SENT))
    assert may_issue(redrafted, Step.FINAL_PLAN_SENT, day("2026-05-10")).not_before == day("2026-05-16")


def test_views_given_early_do_not_close_the_window() -> None:
    heard = (*DRAFTED, on("2026-04-22", Step.REPRESENTATIONS_RECEIVED))
    assert not may_issue(heard, Step.FINAL_PLAN_SENT, day("2026-04-23"))


def test_a_final_plan_needs_a_draft_even_when_a_plan_is_agreed() -> None:
    answer = may_issue(AGREED, Step.FINAL_PLAN_SENT, day("2026-05-25"))
    assert "a draft plan has been served" in answer.because


def test_a_plan_that_names_a_school_needs_a_consultation() -> None:
    names = Details(names_setting=True)
    assert not may_issue(DRAFTED, Step.FINAL_PLAN_SENT, day("2026-05-05"), names)
    consulted = (*DRAFTED, on("2026-04-21", Step.SETTING_CONSULTED))
    assert may_issue(consulted, Step.FINAL_PLAN_SENT, day("2026-05-05"), names)
    type_only = Details(names_setting=False)
    assert may_issue(DRAFTED, Step.FINAL_PLAN_SENT, day("2026-05-05"), type_only)


def test_a_withdrawn_request_leaves_nothing_to_decide() -> None:
    withdrawn = (*DRAFTED, on("2026-04-25", Step.REQUEST_WITHDRAWN))
    assert not may_issue(withdrawn, Step.FINAL_PLAN_SENT, day("2026-05-25"))
    assert Step.REQUEST_RECEIVED in _steps(withdrawn, "2026-05-25")


def test_a_move_ends_an_assessment_without_a_plan() -> None:
    moved = (*DRAFTED, on("2026-04-25", Step.MOVED_AWAY))
    assert not may_issue(moved, Step.FINAL_PLAN_SENT, day("2026-05-25"))
    assert _steps(moved, "2026-05-25") == {Step.REQUEST_RECEIVED, Step.BECAME_RESPONSIBLE}


def test_what_others_do_is_recorded_and_never_refused() -> None:
    assert may_issue((), Step.ADVICE_RECEIVED, day("2026-01-05"), Details(adviser=Adviser.HEALTH))
    assert breaches_found((on("2026-01-05", Step.REQUEST_WITHDRAWN),)) == ()


def test_entries_are_read_by_the_day_on_which_they_happened_not_as_recorded() -> None:
    assert breaches_found(tuple(reversed(REQUESTED))) == ()


def test_the_act_is_not_asked_about_before_it_began() -> None:
    with pytest.raises(NotInForce):
        may_issue((), Step.DECIDED_TO_ASSESS, day("2014-08-31"))
    with pytest.raises(NotInForce):
        next_steps((), day("2014-08-31"))
    assert breaches_found((on("2014-08-31", Step.DECIDED_TO_ASSESS),)) == ()


def test_what_a_step_is_about_is_part_of_it() -> None:
    with pytest.raises(ValueError, match="adviser"):
        on("2026-01-05", Step.ADVICE_SOUGHT)
    with pytest.raises(ValueError, match="which decision"):
        on("2026-01-05", Step.APPEAL_LODGED)


def test_the_first_next_step_after_a_decision_is_to_tell_the_family() -> None:
    untold = tuple(one for one in ASSESSING if one.kind is not Step.DECISION_NOTIFIED)
    first = next_steps(untold, day("2026-02-16"))[0]
    assert first.step is Step.DECISION_NOTIFIED
    assert first.details.about is Step.DECIDED_TO_ASSESS
    assert first.source.provision == "regulation 5(1)"


def test_a_draft_sent_out_of_order_is_one_breach_and_the_final_plan_after_it_is_none() -> None:
    undecided = (*ADVISED, on("2026-04-20", Step.DRAFT_SENT), on("2026-05-05", Step.FINAL_PLAN_SENT))
    assert [breach.happening.kind for breach in breaches_found(undecided)] == [Step.DRAFT_SENT]


def test_a_refusal_that_time_alone_does_not_cure_names_no_day() -> None:
    answer = may_issue(DRAFTED, Step.FINAL_PLAN_SENT, day("2026-05-04"), Details(names_setting=True))
    assert [one.invariant for one in answer.objections] == [
        Invariant.VIEWS_ON_DRAFT,
        Invariant.SETTING_CONSULTED,
    ]
    assert answer.not_before is None
    assert "may be done from" not in answer.because


def test_advice_is_awaited_until_it_is_received() -> None:
    health = Details(adviser=Adviser.HEALTH)
    received = (*ADVISED, on("2026-03-20", Step.ADVICE_RECEIVED, health))
    awaited = [
        one.details.adviser
        for one in next_steps(received, day("2026-03-21"))
        if one.step is Step.ADVICE_RECEIVED
    ]
    assert Adviser.HEALTH not in awaited
    assert len(awaited) == 4
