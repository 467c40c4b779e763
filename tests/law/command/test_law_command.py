"""`./gt law`, as a person and a machine use it."""

import json
from datetime import date

import pytest

from goldenthread.rules import commands
from goldenthread.rules.register import ENGLAND


@pytest.fixture
def law(capsys):
    def run(*arguments):
        code = commands.main(list(arguments))
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def test_list_names_every_duty_and_what_it_is_asked_with(law):
    code, out, _ = law("list")
    assert code == 0
    assert "  final_plan: Send the final plan\n      request_received_on=DATE\n" in out
    assert "certificate_issued_on=[DATE]" in out
    assert "[derived planning date, not a legal limit]" in out
    assert "behind the flag detained_persons" in out
    assert all(f"  {name}: " in out for name in ENGLAND.duties)


def test_list_as_json_gives_types_choices_and_sources(law):
    duties = {duty["name"]: duty for duty in json.loads(law("list", "--json")[1])}
    assert duties.keys() == ENGLAND.duties.keys()
    phase = duties["phase_transfer"]["inputs"][0]
    assert (phase["type"], phase["required"]) == ("choice", True)
    assert "primary to secondary" in phase["choices"]
    assert duties["phase_transfer"]["inputs"][1]["type"] == "number"
    assert duties["appeal"]["inputs"][2] | {"meaning": ""} == {
        "name": "section_i_only",
        "type": "yes/no",
        "required": False,
        "meaning": "",
        "choices": [],
    }
    assert duties["latest_draft"]["derived"] is True
    assert duties["final_plan"]["derived"] is False
    assert duties["final_plan"]["limits"] == ["20 weeks"]
    assert [ground["name"] for ground in duties["advice"]["grounds"]] == [
        "exceptional_circumstances",
        "absence",
        "missed_appointment",
    ]
    assert "waiting_list" in duties["advice"]["never_grounds"]


def test_due_answers_in_words(law):
    code, out, err = law("due", "final_plan", "request_received_on=2026-01-05")
    assert code == 0
    assert err == ""
    assert out.startswith("Send the final plan: 2026-05-25\n")
    assert "For a family\n  You should have the final plan by Monday 25 May 2026." in out
    assert "For an officer\n  Special Educational Needs" in out


def test_due_as_json_has_the_promised_keys(law):
    data = json.loads(law("due", "final_plan", "request_received_on=2026-01-05", "--json")[1])
    assert data["due_on"] == data["raw_on"] == "2026-05-25"
    assert data["alternative_on"] == "2026-05-24"
    assert data["counting"].startswith("C1: ")
    assert data["source"].endswith("regulation 13(2)")
    assert data["explanation"].startswith("You should have the final plan by Monday 25 May 2026.")
    assert data["derived"] is False


def test_a_day_that_was_moved_keeps_its_raw_day(law):
    data = json.loads(law("due", "appeal", "decision_sent_on=2026-06-15", "--json")[1])
    assert (data["raw_on"], data["due_on"], data["alternative_on"]) == ("2026-08-15", "2026-09-01", None)


def test_a_window_says_when_it_opens(law):
    data = json.loads(
        law("due", "early_years_review", "plan_made_or_last_reviewed_on=2026-03-02", "--json")[1]
    )
    assert (data["opens_on"], data["due_on"]) == ("2026-06-02", "2026-09-02")


@pytest.mark.parametrize("typed", ["primary to secondary", "PRIMARY_TO_SECONDARY", "primary-to-secondary"])
def test_a_choice_is_read_however_it_is_joined(law, typed):
    data = json.loads(law("due", "phase-transfer", f"phase={typed}", "transfer-year=2027", "--json")[1])
    assert data["due_on"] == "2027-02-14"


@pytest.mark.parametrize("typed", ["yes", "True", "1"])
def test_yes_is_read(law, typed):
    given = ("decision_sent_on=2026-03-02", "certificate_issued_on=2026-04-20", f"section_i_only={typed}")
    assert json.loads(law("due", "appeal", *given, "--json")[1])["raw_on"] == "2026-05-02"


def test_no_is_read(law):
    given = ("decision_sent_on=2026-03-02", "certificate_issued_on=2026-04-20", "section_i_only=no")
    assert json.loads(law("due", "appeal", *given, "--json")[1])["raw_on"] == "2026-05-20"


def test_text_is_read(law):
    given = ("last_reviewed_on=2026-02-10", "plan_kind=EHC plan")
    assert json.loads(law("due", "next_review", *given, "--json")[1])["due_on"] == "2027-02-09"


def test_where_the_law_gives_no_date_it_says_what_must_happen_first(law):
    given = ("plan_held_until", "decision_sent_on=2026-07-20", "appeal_lodged_on=2026-09-01")
    code, out, _ = law("due", *given, "--json")
    data = json.loads(out)
    assert (code, data["due_on"]) == (0, None)
    assert "until the appeal is determined" in data["explanation"]
    assert data["source"].endswith("section 45(4)")
    assert "until the appeal is determined" in law("due", *given)[1]
    assert json.loads(law("status", *given, "--json")[1])["due_on"] is None


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["due", "final_plna", "x=1"], 2, "there is no duty called final_plna. Did you mean: final_plan,"),
        (["due", "xyzzy"], 2, "there is no duty called xyzzy. See `law list`."),
        (["due"], 2, "say which duty"),
        (["due", "final_plan"], 2, "final_plan needs request_received_on: the day the council received"),
        (["due", "final_plan", "2026-01-05"], 2, "'2026-01-05' is not of the form name=value"),
        (
            ["due", "final_plan", "request_received_on=5/1/2026"],
            2,
            "request_received_on must be a date like 2026-01-05, not '5/1/2026'",
        ),
        (["due", "final_plan", "request_received_on=2026-02-30"], 2, "there is no day 2026-02-30"),
        (["due", "final_plan", "request_received_on=20260105"], 2, "must be a date like"),
        (
            ["due", "final_plan", "asked_on=2026-01-05"],
            2,
            "final_plan has no input called asked_on. It is asked with: request_received_on",
        ),
        (
            ["due", "phase_transfer", "phase=college", "transfer_year=2027"],
            2,
            "phase is one of: early years to school;",
        ),
        (
            ["due", "phase_transfer", "phase=infant to junior", "transfer_year=soon"],
            2,
            "transfer_year must be a whole number, not 'soon'",
        ),
        (
            ["due", "phase_transfer", "phase=infant to junior", "transfer_year=0"],
            2,
            "no calendar goes that far",
        ),
        (
            ["due", "appeal", "decision_sent_on=2026-01-05", "section_i_only=maybe"],
            2,
            "section_i_only must be yes or no",
        ),
        (
            ["due", "concession", "order=sing", "tribunal_notified_on=2026-01-05"],
            2,
            "order is one of:",
        ),
        (
            ["due", "concession", "order=RECONSIDER", "tribunal_notified_on=2026-01-05"],
            2,
            "no limit is set here for 'think again'",
        ),
        (["due", "final_plan", "request_received_on=9999-12-01"], 2, "no calendar goes that far"),
        (
            ["due", "final_plan", "request_received_on=2014-08-31"],
            1,
            "time to send the final plan began on 1 September 2014, after 31 August 2014",
        ),
        (
            ["due", "compulsory_school_age_ends", "born_on=1990-01-05"],
            1,
            "was reached on Friday 30 June 2006, before the law began on Monday 1 September 2014",
        ),
        (["due", "appeal", "decision_sent_on=2028-12-31"], 1, "bank holidays are known from 2012-01-01"),
        (["list", "everything"], 2, "list takes nothing more"),
        (
            ["status", "final_plan", "request_received_on=2026-01-05", "evidence=x"],
            2,
            "there is no input called evidence. A fact of an excuse comes after ground=NAME",
        ),
    ],
)
def test_what_cannot_be_answered_is_refused_with_a_sentence(law, arguments, code, sentence):
    said = law(*arguments)
    assert (said[0], said[1]) == (code, "")
    assert sentence in said[2]


def test_a_refusal_as_json_is_json(law):
    code, out, err = law("due", "final_plan", "request_received_on=2014-08-31", "--json")
    assert code == 1
    assert json.loads(out)["error"] == "not in force"
    assert "1 September 2014" in err


@pytest.mark.parametrize("arguments", [[], ["dew"]])
def test_without_a_verb_it_says_how_to_ask(law, arguments):
    code, out, err = law(*arguments)
    assert (code, out) == (2, "")
    assert "law due DUTY name=value" in err


def test_help_is_not_an_error(law):
    code, out, _ = law("--help")
    assert code == 0
    assert "law status DUTY" in out


EXCUSED = (
    "final_plan",
    "request_received_on=2026-06-15",
    "done_on=2026-11-20",
    "today=2026-12-01",
    "ground=staff-shortage",
    "ground=school_closure",
    "closed_from=2026-07-22",
    "reopens_on=2026-09-03",
    "advice_requested_on=2026-07-15",
    "evidence=term dates",
)


def test_status_tests_every_ground_that_is_claimed(law):
    data = json.loads(law("status", *EXCUSED, "impractical_because=the head was away", "--json")[1])
    assert (data["status"], data["due_on"], data["days_late"]) == ("late, excused", "2026-11-02", 18)
    assert data["excused_by"] == "school_closure"
    assert [(one["ground"], one["finding"]) for one in data["excuses"]] == [
        ("school_closure", "made out"),
        ("staff_shortage", "refused"),
    ]


def test_status_says_what_a_claim_still_needs(law):
    data = json.loads(law("status", *EXCUSED, "--json")[1])
    assert (data["status"], data["excused_by"]) == ("late, excuse claimed", None)
    assert "impractical_because" in data["excuses"][0]["reason"]


def test_status_in_words(law):
    code, out, _ = law("status", *EXCUSED)
    assert code == 0
    assert out.startswith("Send the final plan: late by 18 days, excuse claimed: school_closure\n")
    assert "staff_shortage, refused: Too few staff is never a ground" in out


def test_status_while_it_runs(law):
    given = ("final_plan", "request_received_on=2026-01-05", "today=2026-05-01", "--json")
    data = json.loads(law("status", *given)[1])
    assert (data["status"], data["days_left"], data["done_on"]) == ("running", 24, None)
    assert "as soon as practicable" in data["explanation"]


def test_status_without_today_asks_the_clock(law, monkeypatch):
    monkeypatch.setattr(commands, "_today", lambda: date(2026, 8, 7))
    given = ("decision_after_review", "meeting_held_on=2026-07-09", "--json")
    data = json.loads(law("status", *given)[1])
    assert (data["status"], data["today"], data["days_late"]) == ("late", "2026-08-07", 1)


def test_due_warns_when_the_known_calendar_nears_its_end(law, monkeypatch):
    monkeypatch.setattr(commands, "_today", lambda: date(2028, 6, 1))
    assert "known only until 2028-12-31" in law("due", "final_plan", "request_received_on=2028-01-05")[2]
