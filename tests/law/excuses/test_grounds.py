"""Grounds that excuse lateness, tested on facts and evidence; none moves a day."""

from datetime import date

import pytest

from goldenthread.rules.answers import answer
from goldenthread.rules.excuses import Claim, Finding
from goldenthread.rules.grounds import NEVER
from goldenthread.rules.lateness import Verdict
from goldenthread.rules.register import duty_called
from goldenthread.rules.standing import grounds_for, status

PROOF = {"evidence": "a dated letter", "impractical_because": "nobody could be asked"}
SUMMER = {"closed_from": date(2026, 7, 22), "reopens_on": date(2026, 9, 3)}


def judged(duty, asked_with, claim, done_on=date(2030, 1, 1)):
    asked = answer(duty_called(duty), asked_with)
    return status(asked, done_on=done_on, today=done_on, claims=[claim])


def final_plan(claim, request_received_on=date(2026, 6, 15), done_on=date(2026, 11, 20)):
    return judged("final_plan", {"request_received_on": request_received_on}, claim, done_on)


def advice(claim):
    return judged("advice", {"advice_request_received_on": date(2026, 11, 2)}, claim)


def closure(asked_on, **facts):
    return Claim("school_closure", {"advice_requested_on": asked_on, **(facts or SUMMER)}, **PROOF)


def test_advice_asked_for_eight_days_before_a_long_closure_is_too_early_to_excuse():
    found = final_plan(closure(date(2026, 7, 14)))
    assert found.verdict is Verdict.LATE
    assert "before Wednesday 15 July 2026" in found.refused[0].reason


@pytest.mark.parametrize("asked_on", [date(2026, 7, 15), date(2026, 7, 22), date(2026, 8, 27)])
def test_advice_asked_for_inside_the_window_excuses(asked_on):
    found = final_plan(closure(asked_on))
    assert found.verdict is Verdict.LATE_EXCUSED
    assert found.excused_by.because.provision == "regulation 10(4)(a)"


def test_advice_asked_for_in_the_last_week_of_a_closure_does_not_excuse():
    found = final_plan(closure(date(2026, 8, 28)))
    assert found.verdict is Verdict.LATE
    assert "after Thursday 27 August 2026" in found.refused[0].reason


def test_a_christmas_closure_is_too_short_whatever_else_is_known():
    claim = Claim("school_closure", {"closed_from": date(2026, 12, 19), "reopens_on": date(2027, 1, 4)})
    found = final_plan(claim)
    assert found.verdict is Verdict.LATE
    assert "closed for 16 days" in found.refused[0].reason


def test_a_closure_of_exactly_four_weeks_is_long_enough():
    facts = {"closed_from": date(2026, 7, 20), "reopens_on": date(2026, 8, 17)}
    assert final_plan(closure(date(2026, 7, 20), **facts)).verdict is Verdict.LATE_EXCUSED


def test_a_closure_of_a_day_less_is_not():
    facts = {"closed_from": date(2026, 7, 20), "reopens_on": date(2026, 8, 16)}
    assert final_plan(closure(date(2026, 7, 20), **facts)).verdict is Verdict.LATE


def test_an_early_years_closure_is_tested_alike():
    claim = Claim("early_years_closure", {"advice_requested_on": date(2026, 7, 15), **SUMMER}, **PROOF)
    assert final_plan(claim).excused_by.because.provision == "regulation 10(4)(b)"


def test_a_plan_sent_late_with_an_evidenced_ground_is_late_and_excused_and_its_day_stays():
    found = final_plan(closure(date(2026, 7, 20)))
    assert (found.verdict, found.due_on, found.days_late) == (
        Verdict.LATE_EXCUSED,
        date(2026, 11, 2),
        18,
    )


@pytest.mark.parametrize("lacking", ["evidence", "impractical_because"])
def test_a_ground_without_proof_is_only_claimed_and_says_what_is_needed(lacking):
    proof = {**PROOF, lacking: "  "}
    claim = Claim("school_closure", {"advice_requested_on": date(2026, 7, 15), **SUMMER}, **proof)
    found = final_plan(claim)
    assert found.verdict is Verdict.LATE_EXCUSE_CLAIMED
    assert lacking in found.excused_by.reason


@pytest.mark.parametrize("lacking", ["advice_requested_on", "closed_from", "reopens_on"])
def test_a_ground_without_a_fact_is_only_claimed_and_names_it(lacking):
    facts = {"advice_requested_on": date(2026, 7, 15), **SUMMER}
    del facts[lacking]
    found = final_plan(Claim("school_closure", facts, **PROOF))
    assert found.verdict is Verdict.LATE_EXCUSE_CLAIMED
    assert f"{lacking} (" in found.excused_by.reason


def test_twenty_seven_days_away_are_not_four_weeks():
    away = {"away_from": date(2026, 11, 2), "away_until": date(2026, 11, 28)}
    found = advice(Claim("absence", away, **PROOF))
    assert found.verdict is Verdict.LATE
    assert "27 days" in found.refused[0].reason


def test_twenty_eight_days_away_both_ends_counted_are_four_weeks():
    away = {"away_from": date(2026, 11, 2), "away_until": date(2026, 11, 29)}
    assert advice(Claim("absence", away, **PROOF)).excused_by.because.provision == "regulation 8(2)(b)"


def test_days_away_outside_the_period_do_not_count():
    away = {"away_from": date(2026, 10, 1), "away_until": date(2026, 11, 28)}
    assert advice(Claim("absence", away, **PROOF)).verdict is Verdict.LATE


def test_days_away_wholly_outside_the_period_count_as_none():
    away = {"away_from": date(2026, 1, 1), "away_until": date(2026, 3, 28)}
    assert "covers 0 days" in advice(Claim("absence", away, **PROOF)).refused[0].reason


def test_an_absence_without_its_end_is_only_claimed():
    found = advice(Claim("absence", {"away_from": date(2026, 11, 2)}, **PROOF))
    assert found.verdict is Verdict.LATE_EXCUSE_CLAIMED


def test_two_weeks_away_are_enough_after_a_tribunal_order():
    asked = {
        "order": duty_called("tribunal_order").inputs[0].enum.AMEND_PLAN,
        "order_made_on": date(2026, 9, 18),
    }
    away = {"away_from": date(2026, 10, 1), "away_until": date(2026, 10, 14)}
    found = judged("tribunal_order", asked, Claim("absence", away, **PROOF))
    assert found.verdict is Verdict.LATE_EXCUSED
    away["away_until"] = date(2026, 10, 13)
    assert judged("tribunal_order", asked, Claim("absence", away, **PROOF)).verdict is Verdict.LATE


def test_exceptional_circumstances_in_the_period_excuse():
    claim = Claim("exceptional_circumstances", {"circumstances_from": date(2026, 8, 1)}, **PROOF)
    assert final_plan(claim).excused_by.because.provision == "regulation 10(4)(c)"


def test_circumstances_that_began_when_the_act_was_overdue_do_not():
    claim = Claim("exceptional_circumstances", {"circumstances_from": date(2026, 11, 3)}, **PROOF)
    assert "It began after Monday 2 November 2026" in final_plan(claim).refused[0].reason


def test_circumstances_that_began_on_the_last_day_do():
    claim = Claim("exceptional_circumstances", {"circumstances_from": date(2026, 11, 2)}, **PROOF)
    assert final_plan(claim).verdict is Verdict.LATE_EXCUSED


def test_circumstances_that_were_over_before_the_request_do_not():
    facts = {"circumstances_from": date(2026, 1, 1), "circumstances_until": date(2026, 6, 14)}
    found = final_plan(Claim("exceptional_circumstances", facts, **PROOF))
    assert "It ended before Monday 15 June 2026" in found.refused[0].reason


def test_circumstances_that_ended_on_the_day_of_the_request_do():
    facts = {"circumstances_from": date(2026, 1, 1), "circumstances_until": date(2026, 6, 15)}
    assert final_plan(Claim("exceptional_circumstances", facts, **PROOF)).verdict is Verdict.LATE_EXCUSED


def test_a_missed_appointment_excuses_the_body_that_made_it():
    claim = Claim("missed_appointment", {"appointment_on": date(2026, 11, 20)}, **PROOF)
    found = advice(claim)
    assert found.verdict is Verdict.LATE_EXCUSED
    assert "as soon as practicable remains" in found.excused_by.reason


def test_a_missed_appointment_does_not_excuse_the_council():
    claim = Claim("missed_appointment", {"appointment_on": date(2026, 7, 20)}, **PROOF)
    found = final_plan(claim)
    assert found.verdict is Verdict.LATE
    assert "excuses only the body" in found.refused[0].reason


@pytest.mark.parametrize("never", [n for n in NEVER if n.name != "missed_appointment"], ids=lambda n: n.name)
@pytest.mark.parametrize("duty", ["final_plan", "advice", "decision_after_review"])
def test_reasons_the_law_refuses_are_refused_with_their_reason_everywhere(never, duty):
    name = duty_called(duty).inputs[0].name
    found = judged(duty, {name: date(2026, 6, 15)}, Claim(never.name, {}, **PROOF))
    assert found.verdict is Verdict.LATE
    assert found.refused[0].reason == never.reason


def test_an_unknown_ground_is_refused_and_the_known_ones_are_named():
    found = final_plan(Claim("it_rained"))
    assert found.refused[0].finding is Finding.REFUSED
    assert "school_closure, early_years_closure, exceptional_circumstances or absence" in (
        found.refused[0].reason
    )


def test_no_ground_excuses_a_late_decision_after_a_review():
    claim = Claim("absence", {"away_from": date(2026, 7, 1), "away_until": date(2026, 8, 28)}, **PROOF)
    found = judged("decision_after_review", {"meeting_held_on": date(2026, 7, 9)}, claim)
    assert found.verdict is Verdict.LATE
    assert "Here no ground can." in found.refused[0].reason


def test_of_several_claims_the_best_counts_and_the_refused_are_kept():
    asked = answer(duty_called("final_plan"), {"request_received_on": date(2026, 6, 15)})
    claims = [
        Claim("staff_shortage"),
        Claim("exceptional_circumstances"),
        closure(date(2026, 7, 20)),
    ]
    found = status(asked, done_on=date(2026, 11, 20), today=date(2026, 12, 1), claims=claims)
    assert found.verdict is Verdict.LATE_EXCUSED
    assert found.excused_by.ground == "school_closure"
    assert [excuse.ground for excuse in found.refused] == ["staff_shortage"]


CORONAVIRUS = Claim("coronavirus", {}, **PROOF)


@pytest.mark.parametrize(
    ("request_received_on", "verdict"),
    [
        (date(2019, 12, 12), Verdict.LATE),  # due 30 April 2020
        (date(2019, 12, 13), Verdict.LATE_EXCUSED),  # due 1 May 2020
        (date(2020, 5, 8), Verdict.LATE_EXCUSED),  # due 25 September 2020
        (date(2020, 5, 9), Verdict.LATE),  # due 26 September 2020
    ],
)
def test_coronavirus_excuses_only_limits_that_fell_in_its_period(request_received_on, verdict):
    assert final_plan(CORONAVIRUS, request_received_on, date(2021, 1, 4)).verdict is verdict


def test_the_grounds_of_2014_are_the_grounds_of_today():
    then = answer(duty_called("final_plan"), {"request_received_on": date(2014, 9, 1)})
    now = answer(duty_called("final_plan"), {"request_received_on": date(2026, 9, 1)})
    assert grounds_for(then) == grounds_for(now)


def test_a_detained_person_has_three_grounds():
    asked = answer(duty_called("detained_final_plan"), {"request_received_on": date(2026, 6, 15)})
    assert [ground.name for ground in grounds_for(asked)] == [
        "school_closure",
        "early_years_closure",
        "exceptional_circumstances",
    ]
