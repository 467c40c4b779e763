"""Where a case stands, and that writing it down adds nothing."""

from datetime import date

import pytest
from django.core.management import call_command

import factories
from builders import a_case
from goldenthread.accounts.roles import Role
from goldenthread.casework.duties import DutyKind, Stage, duties_of, stage_of
from goldenthread.casework.flags import flags
from goldenthread.casework.history import CaseHistory
from goldenthread.casework.models import Standing
from goldenthread.casework.standing import rebuild_every_standing, rebuild_standing
from goldenthread.rules.lifecycle import Details, Step

REQUESTED = a_case().requested_on("2024-09-16").family_consulted_on("2024-09-18")
ASSESSING = REQUESTED.decided_to_assess_on("2024-10-20").asked_everyone_for_advice_on("2024-10-21")
AGREED = ASSESSING.decided_to_issue_on("2024-12-20")
DRAFTED = AGREED.draft_sent_on("2025-01-06")

A_PLAN = {"assessment": {"outcome": "H"}, "named_plan": {"started_on": "2021-01-04"}}


def due(told):
    return [(duty.kind, duty.deadline.due_on) for duty in duties_of(told.history())]


@pytest.mark.parametrize(
    ("told", "stage"),
    [
        (a_case(), Stage.NOTHING),
        (REQUESTED, Stage.CONSIDERING),
        (ASSESSING, Stage.ASSESSING),
        (AGREED, Stage.WRITING),
        (DRAFTED, Stage.DRAFT),
        (DRAFTED.final_plan_sent_on("2025-01-30"), Stage.PLAN),
        (REQUESTED.decided_not_to_assess_on("2024-10-20"), Stage.NOT_ASSESSED),
        (ASSESSING.step(Step.DECIDED_NOT_TO_ISSUE, "2024-12-20"), Stage.NOT_ISSUED),
        (REQUESTED.step(Step.REQUEST_WITHDRAWN, "2024-09-20"), Stage.WITHDRAWN),
        (
            a_case().declared("2025-01-16", request={"outcome": "W", "received_on": "2024-03-01"}),
            Stage.WITHDRAWN,
        ),
        (a_case().declared("2025-01-16", active_plan={}, **A_PLAN), Stage.PLAN),
        (
            a_case().declared(
                "2025-01-16",
                assessment={"outcome": "H"},
                named_plan={"started_on": "2021-01-04", "ceased_on": "2024-07-31"},
            ),
            Stage.CEASED,
        ),
        (
            a_case().declared("2025-01-16", active_plan={"review_meeting_on": "2025-01-07"}, **A_PLAN),
            Stage.REVIEW,
        ),
        (
            a_case().declared(
                "2025-01-16",
                active_plan={"review_meeting_on": "2025-01-07", "review_outcome": "M"},
                **A_PLAN,
            ),
            Stage.PLAN,
        ),
        (
            a_case().declared(
                "2025-01-16",
                active_plan={"review_meeting_on": "2024-12-07", "last_review_on": "2025-01-07"},
                **A_PLAN,
            ),
            Stage.PLAN,
        ),
    ],
)
def test_the_stage_follows_from_what_happened(told, stage):
    assert stage_of(told.history()) is stage


def test_the_decision_whether_to_assess_is_due_six_weeks_after_the_request():
    assert due(REQUESTED) == [(DutyKind.DECIDE_WHETHER_TO_ASSESS, date(2024, 10, 28))]


def test_while_assessing_the_sixteen_weeks_for_a_refusal_come_next():
    assert due(ASSESSING) == [(DutyKind.DECIDE_WHETHER_TO_ISSUE, date(2025, 1, 6))]


def test_the_final_plan_is_due_twenty_weeks_after_the_request():
    assert due(AGREED) == due(DRAFTED) == [(DutyKind.SEND_FINAL_PLAN, date(2025, 2, 3))]


def test_a_decision_that_the_family_was_not_told_of_is_still_owed():
    told = REQUESTED.step(Step.DECIDED_NOT_TO_ASSESS, "2024-10-20")
    assert due(told) == [(DutyKind.TELL_OF_DECISION, date(2024, 10, 28))]


def test_the_decision_after_a_declared_review_meeting_is_due_four_weeks_later():
    told = a_case().declared("2025-01-16", active_plan={"review_meeting_on": "2025-01-07"}, **A_PLAN)
    assert due(told) == [(DutyKind.DECIDE_AFTER_REVIEW, date(2025, 2, 4))]


def test_correcting_the_request_moves_every_date_that_rests_on_it():
    told = REQUESTED.corrected(1, on="2024-09-09")
    assert due(told) == [(DutyKind.DECIDE_WHETHER_TO_ASSESS, date(2024, 10, 21))]


def test_a_request_from_before_the_act_has_no_date_in_this_law():
    told = a_case().declared("2025-01-16", request={"received_on": "2013-05-01", "outcome": "A"})
    assert due(told) == []


def late(told):
    history = told.history()
    return [
        (history.facts[place].step, flag.late.days_late if flag.late else flag.because)
        for place, found in sorted(flags(history).items())
        for flag in found
    ]


def test_a_case_in_time_and_in_order_carries_no_flag():
    assert late(DRAFTED.final_plan_sent_on("2025-01-30")) == []


def test_a_late_final_plan_is_flagged_at_its_entry_with_the_days():
    told = AGREED.draft_sent_on("2025-01-20").final_plan_sent_on("2025-03-01")
    assert late(told) == [(Step.FINAL_PLAN_SENT, 26)]


def test_a_final_plan_inside_the_time_for_views_is_recorded_and_flagged():
    told = AGREED.draft_sent_on("2025-01-20").final_plan_sent_on("2025-01-27")
    assert late(told) == [
        (Step.FINAL_PLAN_SENT, "The family may give views on the draft until Monday 3 February 2025.")
    ]


def test_a_decision_is_judged_once_by_the_day_on_which_the_family_was_told():
    told = REQUESTED.step(Step.DECIDED_TO_ASSESS, "2024-10-20").step(
        Step.DECISION_NOTIFIED, "2024-10-30", Details(about=Step.DECIDED_TO_ASSESS)
    )
    assert late(told) == [(Step.DECISION_NOTIFIED, 2)]


def test_what_happened_before_the_request_is_flagged():
    told = a_case().requested_on("2024-09-16").draft_sent_on("2024-09-02")
    ((step, because),) = late(told)
    assert step is Step.DRAFT_SENT
    assert "no request is open" in because


def test_steps_that_a_return_leaves_out_are_not_held_against_the_case():
    told = a_case().declared(
        "2025-01-16",
        request={"received_on": "2024-09-16", "outcome": "Y", "outcome_on": "2024-10-20"},
        assessment={"outcome": "Y"},
    )
    assert late(told.final_plan_sent_on("2025-02-03")) == []


def test_a_plan_settled_before_the_year_of_the_return_is_not_judged_by_this_request():
    told = a_case().declared(
        "2025-01-16",
        request={"received_on": "2018-02-04", "outcome": "H"},
        assessment={"outcome": "H"},
        named_plan={"started_on": "2023-09-01"},
    )
    assert late(told) == []


def standings():
    return list(Standing.objects.order_by("case").values())


@pytest.mark.django_db
def test_rebuilding_every_standing_changes_nothing():
    coordinator = factories.user(Role.COORDINATOR, of=factories.team())
    for told in (REQUESTED, ASSESSING, DRAFTED, a_case().declared("2025-01-16", active_plan={}, **A_PLAN)):
        told.in_the_journal(coordinator=coordinator)
    before = standings()
    assert rebuild_every_standing() == 4
    assert standings() == before
    assert {row["coordinator_id"] for row in before} == {coordinator.pk}


@pytest.mark.django_db
def test_a_lost_standing_comes_back_the_same():
    case = DRAFTED.in_the_journal()
    before = standings()
    Standing.objects.all().delete()
    rebuild_standing([case.pk])
    assert standings() == before


@pytest.mark.django_db
def test_many_cases_are_worked_out_in_few_statements(django_assert_max_num_queries):
    cases = [REQUESTED.in_the_journal().pk for _ in range(20)]
    with django_assert_max_num_queries(6):
        rebuild_standing(cases)


def test_an_empty_history_stands_nowhere():
    assert stage_of(CaseHistory()) is Stage.NOTHING


@pytest.mark.django_db
def test_the_command_rebuilds_every_standing_and_says_how_many(capsys):
    REQUESTED.in_the_journal()
    Standing.objects.all().delete()
    call_command("rebuild_standing")
    assert capsys.readouterr().out == "Worked out where 1 case stood.\n"
    assert Standing.objects.count() == 1


def test_a_plan_settled_before_the_return_leaves_no_letter_owed():
    """The return leaves out what was decided earlier, and the telling of it: neither is work to be done."""
    settled = {
        "request": {"outcome": "H", "received_on": "2014-10-15"},
        "assessment": {"outcome": "H"},
        "named_plan": {"started_on": "2015-04-24"},
        "active_plan": {},
    }
    told = a_case().declared("2025-01-16", **settled)
    assert due(told) == []
    assert stage_of(told.history()) is Stage.PLAN
