"""What is known of a case: declared first, local entries win, corrections applied."""

from datetime import date

from builders import a_case
from goldenthread.rules.lifecycle import Step

REQUEST = {"received_on": "2024-09-16", "outcome": "Y", "outcome_on": "2024-10-25"}


def days(history, *steps):
    return [(fact.step, fact.day) for fact in history.facts if not steps or fact.step in steps]


def test_what_was_recorded_stands_in_the_order_of_its_days():
    told = a_case().decided_to_issue_on("2024-12-02").requested_on("2024-09-16")
    assert [step for step, _ in days(told.history())] == [Step.REQUEST_RECEIVED, Step.DECIDED_TO_ISSUE]


def test_a_correction_replaces_what_it_corrects_and_keeps_both_versions():
    fact = a_case().requested_on("2024-09-16").corrected(1, on="2024-09-13").history().facts[0]
    assert (fact.day, fact.entry_id, fact.versions) == (date(2024, 9, 13), 2, (1,))


def test_a_correction_of_a_correction_keeps_every_version():
    told = a_case().requested_on("2024-09-16").corrected(1, on="2024-09-13").corrected(2, on="2024-09-12")
    fact = told.history().facts[0]
    assert (fact.day, fact.versions) == (date(2024, 9, 12), (1, 2))


def test_a_withdrawn_entry_is_out_and_remembered():
    told = a_case().requested_on("2024-09-16").draft_sent_on("2024-10-01").withdrawn(2, on="2024-10-02")
    history = told.history()
    assert days(history) == [(Step.REQUEST_RECEIVED, date(2024, 9, 16))]
    assert [(gone.entry_id, gone.withdrawal_id) for gone in history.withdrawn] == [(2, 3)]


def test_what_a_return_declares_names_the_return_and_its_census_day():
    history = a_case().declared("2025-01-16", request=REQUEST).history()
    assert days(history) == [
        (Step.REQUEST_RECEIVED, date(2024, 9, 16)),
        (Step.DECIDED_TO_ASSESS, date(2024, 10, 25)),
        (Step.DECISION_NOTIFIED, date(2024, 10, 25)),
    ]
    assert {fact.declared.as_at for fact in history.facts} == {date(2025, 1, 16)}
    assert history.began_in_a_return


def test_what_was_recorded_here_wins_over_a_return_loaded_later():
    told = a_case().decided_to_assess_on("2024-10-28").declared("2025-01-16", request=REQUEST)
    assert days(told.history(), Step.DECIDED_TO_ASSESS) == [(Step.DECIDED_TO_ASSESS, date(2024, 10, 28))]


def test_the_opposite_decision_recorded_here_before_census_day_wins_over_the_return():
    told = a_case().declared("2025-01-16", request=REQUEST).decided_not_to_assess_on("2024-10-28")
    decisions = days(told.history(), Step.DECIDED_TO_ASSESS, Step.DECIDED_NOT_TO_ASSESS)
    assert decisions == [(Step.DECIDED_NOT_TO_ASSESS, date(2024, 10, 28))]


def test_a_change_of_mind_after_census_day_leaves_what_the_return_declared():
    refused = {"received_on": "2024-09-16", "outcome": "N", "outcome_on": "2024-10-25"}
    told = a_case().declared("2025-01-16", request=refused).decided_to_assess_on("2025-03-03")
    decisions = days(told.history(), Step.DECIDED_TO_ASSESS, Step.DECIDED_NOT_TO_ASSESS)
    assert [step for step, _ in decisions] == [Step.DECIDED_NOT_TO_ASSESS, Step.DECIDED_TO_ASSESS]


def test_a_newer_return_replaces_what_an_older_one_declared():
    told = (
        a_case()
        .declared("2024-01-18", request={"received_on": "2023-11-06", "outcome": "A"})
        .declared("2025-01-16", request=REQUEST | {"received_on": "2023-11-07", "outcome_on": "2024-02-01"})
    )
    assert days(told.history(), Step.REQUEST_RECEIVED, Step.DECIDED_TO_ASSESS) == [
        (Step.REQUEST_RECEIVED, date(2023, 11, 7)),
        (Step.DECIDED_TO_ASSESS, date(2024, 2, 1)),
    ]


def test_the_order_in_which_returns_were_loaded_does_not_matter():
    older = {"request": {"received_on": "2023-11-06", "outcome": "A"}}
    newer = {"request": {"received_on": "2023-11-07", "outcome": "Y", "outcome_on": "2024-02-01"}}
    told = a_case().declared("2025-01-16", **newer).declared("2024-01-18", **older)
    assert days(told.history(), Step.REQUEST_RECEIVED) == [(Step.REQUEST_RECEIVED, date(2023, 11, 7))]


def test_settled_earlier_in_a_newer_return_keeps_the_days_that_the_older_return_gave():
    told = (
        a_case()
        .declared(
            "2024-01-18",
            request={"received_on": "2023-03-01", "outcome": "Y", "outcome_on": "2023-04-05"},
            assessment={"outcome": "Y", "outcome_on": "2023-07-10"},
            named_plan={"started_on": "2023-07-10"},
        )
        .declared(
            "2025-01-16",
            request={"received_on": "2023-03-01", "outcome": "H"},
            assessment={"outcome": "H"},
            named_plan={"started_on": "2023-07-10"},
            active_plan={"review_meeting_on": "2024-06-14"},
        )
    )
    assert days(told.history()) == [
        (Step.REQUEST_RECEIVED, date(2023, 3, 1)),
        (Step.DECIDED_TO_ASSESS, date(2023, 4, 5)),
        (Step.DECISION_NOTIFIED, date(2023, 4, 5)),
        (Step.FINAL_PLAN_SENT, date(2023, 7, 10)),
        (Step.REVIEW_MEETING_HELD, date(2024, 6, 14)),
    ]


def test_a_decision_without_a_day_had_happened_by_what_came_next():
    history = (
        a_case()
        .declared(
            "2025-01-16",
            request={"received_on": "2019-02-04", "outcome": "H"},
            assessment={"outcome": "H"},
            named_plan={"started_on": "2019-06-20"},
            active_plan={},
        )
        .history()
    )
    decided = history.last(Step.DECIDED_TO_ASSESS)
    assert (decided.day, decided.day_is_known) == (date(2019, 6, 20), False)
    assert history.last(Step.FINAL_PLAN_SENT).historical


def test_a_plan_from_another_area_has_no_request_here():
    history = (
        a_case()
        .declared(
            "2025-01-16",
            request={"received_on": "2022-02-04", "outcome": "H"},
            assessment={"outcome": "H"},
            named_plan={"started_on": "2022-06-20"},
            active_plan={"transferred_from": "886"},
        )
        .history()
    )
    assert [fact.step for fact in history.facts] == [Step.PLAN_RECEIVED]


def test_a_review_decision_recorded_here_after_census_day_is_a_further_one():
    active = {"review_meeting_on": "2024-12-02", "review_outcome": "M", "last_review_on": "2024-12-20"}
    told = a_case().declared(
        "2025-01-16",
        assessment={"outcome": "H"},
        named_plan={"started_on": "2021-01-04"},
        active_plan=active,
    )
    told = told.step(Step.REVIEW_MEETING_HELD, "2025-11-10").step(Step.DECIDED_TO_AMEND, "2025-11-24")
    assert days(
        told.history(), Step.REVIEW_MEETING_HELD, Step.DECIDED_TO_MAINTAIN, Step.DECIDED_TO_AMEND
    ) == [
        (Step.REVIEW_MEETING_HELD, date(2024, 12, 2)),
        (Step.DECIDED_TO_MAINTAIN, date(2024, 12, 20)),
        (Step.REVIEW_MEETING_HELD, date(2025, 11, 10)),
        (Step.DECIDED_TO_AMEND, date(2025, 11, 24)),
    ]
