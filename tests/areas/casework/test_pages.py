"""The pages about cases, as a coordinator, a manager or an analyst gets them."""

from datetime import date
from uuid import uuid4

import pytest
from lxml import html

import factories
from builders import a_case
from goldenthread.accounts.roles import Role
from goldenthread.audit.models import AuditEvent
from goldenthread.casework.acts import every_act
from goldenthread.casework.models import Case, Entry
from goldenthread.organisations.models import Setting
from goldenthread.rules.lifecycle import Step

pytestmark = pytest.mark.django_db

TODAY = date(2025, 2, 3)
AT_MOST = 18
"""Queries of a page, whatever it shows."""

REQUESTED = a_case().requested_on("2025-01-20").family_consulted_on("2025-01-21")
ASSESSING = (
    a_case()
    .requested_on("2024-10-07")
    .family_consulted_on("2024-10-09")
    .decided_to_assess_on("2024-11-11")
    .asked_everyone_for_advice_on("2024-11-11")
)
DRAFTED = ASSESSING.decided_to_issue_on("2025-01-10").draft_sent_on("2025-01-24")
DECLARED = a_case().declared(
    "2025-01-16",
    request={"received_on": "2024-09-02", "outcome": "Y", "outcome_on": "2024-10-11"},
    assessment={"outcome": "A"},
    plan_details=[{"urn": "123456"}],
    needs=[{"need": "SLCN", "rank": 2}, {"need": "ASD", "rank": 1}],
)


@pytest.fixture(autouse=True)
def _on_the_third_of_february(always_on):
    always_on(TODAY)


@pytest.fixture
def team():
    return factories.team("West")


@pytest.fixture
def ros(team):
    return factories.user(Role.COORDINATOR, name="Ros Tilley", of=team)


@pytest.fixture
def desk(client, ros):
    """The browser of a coordinator who is signed in."""
    client.force_login(ros)
    return client


@pytest.fixture
def managers_desk(client, team):
    client.force_login(factories.user(Role.TEAM_MANAGER, name="Kemi Bright", of=team))
    return client


def tree(response):
    return html.fromstring(response.content)


def words(response, path="//main"):
    return " ".join(" ".join(element.text_content() for element in tree(response).xpath(path)).split())


def links(response):
    return {" ".join(link.text_content().split()): link.get("href") for link in tree(response).xpath("//a")}


def day(name, value):
    return {f"{name}-day": value.day, f"{name}-month": value.month, f"{name}-year": value.year}


def test_the_worklist_says_who_why_by_which_law_and_what_next(desk, ros):
    case = REQUESTED.in_the_journal(factories.person("Isla", "Fenwick"), coordinator=ros)
    page = desk.get("/work/")
    said = words(page)
    assert "Isla Fenwick GT-" in said
    assert "Decide by Mon 3 March 2025 whether to assess. SEND Regulations 2014, reg 5(1)" in said
    next_step = links(page)["Next step for Isla Fenwick: Decide whether to assess"]
    assert next_step == f"/cases/{case.reference}/record/decide-whether-to-assess/"


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (a_case().requested_on("2024-11-01"), "7 weeks past the 6 weeks to decide whether to assess."),
        (a_case().requested_on("2024-12-16"), "7 days past the 6 weeks to decide whether to assess."),
        (
            REQUESTED.step(Step.DECIDED_NOT_TO_ASSESS, "2025-01-30"),
            "Tell the family by Mon 3 March 2025 of the decision not to assess.",
        ),
        (ASSESSING, "Too late to say no in time since Mon 27 January 2025. It is not yet decided."),
        (
            a_case().requested_on("2024-08-05").decided_to_assess_on("2024-09-02"),
            "6 weeks past the 20 weeks to send the final plan. It is not yet decided whether to issue one. "
            "SEND Regulations 2014, reg 13(2)",
        ),
        (DRAFTED, "Send the final plan by Mon 24 February 2025."),
        (
            a_case().requested_on("2024-08-05").draft_sent_on("2025-01-06"),
            "6 weeks past the 20 weeks to send the final plan. The draft was sent on Mon 6 January 2025.",
        ),
        (
            a_case().step(Step.PLAN_RECEIVED, "2022-09-01").step(Step.REVIEW_MEETING_HELD, "2024-12-02"),
            "5 weeks past the 4 weeks to decide after the review meeting. The meeting was held on",
        ),
        (
            a_case().step(Step.PLAN_RECEIVED, "2022-09-01"),
            "Nobody is waiting for you.",  # a plan in force is no work until something is owed
        ),
    ],
)
def test_each_row_gives_its_reason_in_words(desk, ros, told, said):
    told.in_the_journal(coordinator=ros)
    assert said in words(desk.get("/work/"))


def test_the_worklist_shows_ten_of_a_group_and_leads_to_the_rest(desk, ros):
    for number in range(12):
        a_case().requested_on(date(2024, 8, 1 + number)).in_the_journal(
            factories.person(f"Child{number}", "Poole"), coordinator=ros
        )
    page = desk.get("/work/")
    assert len(tree(page).xpath("//ol[@class='gt-work']/li")) == 10
    assert "12 children are past a date in law" in words(page)
    rest = desk.get(links(page)["Show the other 2 past a date"])
    names = [name.text for name in tree(rest).xpath("//div[@class='gt-work__who']/a")]
    assert names == ["Child10 Poole", "Child11 Poole"]


def test_the_worklist_says_so_when_nobody_waits(desk):
    assert "Nobody is waiting for you." in words(desk.get("/work/"))


def test_the_worklist_can_be_narrowed_to_one_step(desk, ros):
    REQUESTED.in_the_journal(factories.person("Isla", "Fenwick"), coordinator=ros)
    DRAFTED.in_the_journal(factories.person("Maya", "Denholm"), coordinator=ros)
    said = words(desk.get("/work/?duty=send_final_plan"))
    assert "Maya Denholm" in said
    assert "Isla Fenwick" not in said


@pytest.mark.parametrize(
    "address", ["?duty=nonsense", "?coordinator=x", "later/?after=x", "later/?after=2025-99-01.3"]
)
def test_an_address_that_makes_no_sense_is_read_as_far_as_it_does(desk, ros, address):
    REQUESTED.in_the_journal(coordinator=ros)
    page = desk.get(f"/work/{address}")
    assert page.status_code == 200
    assert "Maya Denholm" in words(page)


def test_a_group_that_is_empty_leads_back_to_the_list(desk):
    assert "Nobody is on this list." in words(desk.get("/work/soon/"))


def test_a_list_that_does_not_exist_is_not_found(desk):
    assert desk.get("/work/nonsense/").status_code == 404


def test_a_manager_sees_the_teams_work_and_who_holds_it(managers_desk, ros):
    REQUESTED.in_the_journal(coordinator=ros)
    said = words(managers_desk.get("/work/"))
    assert "age 5 · Ros Tilley" in said


def test_a_manager_can_look_at_one_coordinators_work(managers_desk, ros, team):
    REQUESTED.in_the_journal(coordinator=ros)
    other = factories.user(Role.COORDINATOR, name="Sam Ferris", of=team)
    assert "Maya Denholm" in words(managers_desk.get(f"/work/?coordinator={ros.pk}"))
    assert "Maya Denholm" not in words(managers_desk.get(f"/work/?coordinator={other.pk}"))


def test_the_team_page_says_who_holds_how_much(managers_desk, ros, team):
    a_case().requested_on("2024-08-05").in_the_journal(coordinator=ros)
    REQUESTED.in_the_journal(coordinator=ros)
    REQUESTED.in_the_journal(team=team)
    rows = [
        " ".join(row.text_content().split()) for row in tree(managers_desk.get("/team/")).xpath("//tbody/tr")
    ]
    assert rows == ["Ros Tilley 2 1 0", "Nobody yet 1 0 0"]


def test_the_team_page_without_records_says_what_would_be_there(managers_desk):
    assert "Nobody holds an open record yet." in words(managers_desk.get("/team/"))


@pytest.mark.parametrize("typed", ["Denh", "maya denholm", "GT-", "A123456789012"])
def test_a_record_is_found_by_name_reference_or_pupil_number(desk, ros, typed):
    case = DRAFTED.in_the_journal(coordinator=ros)
    case.person.identifiers.create(kind="UPN", value="A123456789012")
    if typed == "GT-":
        typed = case.reference.lower()
    said = words(desk.get("/find/", {"words": typed}))
    assert "1 record found" in said
    assert "Draft plan with the family" in said


def test_a_search_finds_nobody_out_of_reach(desk):
    DRAFTED.in_the_journal(coordinator=factories.user())
    assert "Nobody is found." in words(desk.get("/find/?words=Denholm"))


def test_the_case_page_opens_with_how_it_stands_and_the_next_step(desk, ros):
    case = DRAFTED.in_the_journal(coordinator=ros)
    page = desk.get(f"/cases/{case.reference}/")
    said = words(page)
    assert f"{case.reference} · born 3 May 2019, age 5 Maya Denholm Day 119 of 140." in said
    assert "The final plan is due on Monday 24 February 2025, in 21 days." in said
    assert "Next: send the final plan, from Saturday 8 February 2025" in said
    assert links(page)["Record that the final plan was sent"].endswith("/record/send-final-plan/")


def test_each_date_on_the_case_page_is_tied_to_its_law(desk, ros):
    case = DRAFTED.in_the_journal(coordinator=ros)
    page = desk.get(f"/cases/{case.reference}/")
    said = words(page, "//dl")
    assert "Send the final plan Mon 24 February 2025 SEND Regulations 2014, reg 13(2)" in said
    assert (
        "Earliest day to send the final plan Sat 8 February 2025 SEND Regulations 2014, reg 13(1)(a)" in said
    )
    assert links(page)["SEND Regulations 2014, reg 13(2)"].startswith(
        "https://www.legislation.gov.uk/uksi/2014/1530"
    )


def test_the_thread_runs_from_what_is_ahead_to_the_request(desk, ros):
    case = DRAFTED.in_the_journal(coordinator=ros)
    what = tree(desk.get(f"/cases/{case.reference}/")).xpath("//*[@class='gt-line__what']/text()")
    assert what == [
        "Send the final plan",
        "Draft plan with the family",
        "Draft plan sent",
        "Decided to issue a plan",
        "Asked for advice",
        "Told the family of the decision to assess",
        "Decided to assess",
        "Told the family it is being considered, and asked for its views",
        "Request for an assessment received",
    ]


def test_a_breach_is_flagged_once_at_its_entry_with_its_law(desk, ros):
    told = DRAFTED.final_plan_sent_on("2025-01-30")
    late = a_case().requested_on("2024-08-05").final_plan_sent_on("2025-01-20")
    said = words(desk.get(f"/cases/{told.in_the_journal(coordinator=ros).reference}/"))
    assert "Out of order. The family may give views on the draft until Friday 7 February 2025." in said
    said = words(desk.get(f"/cases/{late.in_the_journal(coordinator=ros).reference}/"))
    assert "The final plan was sent on Monday 20 January 2025, day 168 of 140: 28 days late." in said
    assert said.count("28 days late. It was due on Mon 23 December 2024.") == 1


def test_a_corrected_entry_says_what_it_said_and_leads_to_both_versions(desk, ros):
    told = REQUESTED.corrected(1, on="2025-01-17")
    page = desk.get(f"/cases/{told.in_the_journal(coordinator=ros).reference}/")
    assert "Corrected by Ros Tilley on 3 June 2024 at 10:40: it said Mon 20 January 2025." in words(page)
    versions = desk.get(links(page)["See both versions"])
    assert "Version 1 Mon 20 January 2025" in words(versions)
    assert "Version 2 Fri 17 January 2025" in words(versions)
    assert "Correct the newest version" in links(versions)


def test_a_withdrawn_entry_stays_to_be_read(desk, ros):
    told = REQUESTED.draft_sent_on("2025-01-30").withdrawn(3, on="2025-01-31")
    page = desk.get(f"/cases/{told.in_the_journal(coordinator=ros).reference}/")
    assert "Withdrawn: draft plan sent This did not happen." in words(page)
    versions = desk.get(links(page)["See both versions"])
    assert "It did not happen" in words(versions)
    assert "Correct the newest version" not in links(versions)


def test_every_entry_can_be_read_and_the_newest_versions_corrected(desk, ros):
    told = REQUESTED.corrected(1, on="2025-01-17")
    page = desk.get(f"/cases/{told.in_the_journal(coordinator=ros).reference}/entries/")
    rows = [" ".join(row.text_content().split()) for row in tree(page).xpath("//tbody/tr")]
    assert [row.endswith("Correct this") for row in rows] == [True, True, False]


def test_what_a_return_declared_is_said_to_be_declared(desk, ros):
    Setting.objects.create(name="Abbots Green Academy", urn="123456", type_of_establishment="Academy")
    case = DECLARED.in_the_journal(coordinator=ros)
    page = desk.get(f"/cases/{case.reference}/")
    said = words(page)
    assert "Declared in the 2025 return, as at 16 January 2025. A return is a snapshot" in said
    assert "Decided to assess In time: day 39, due by Mon 14 October 2024." in said
    assert "Needs Autistic spectrum disorder and speech, language and communication needs" in said
    assert "Plan names Abbots Green Academy" in said
    assert links(page)["Record it here"].startswith(f"/cases/{case.reference}/record/")


def test_a_day_that_a_return_leaves_out_is_not_made_up(desk, ros):
    told = a_case().declared(
        "2025-01-16", request={"received_on": "2024-06-03", "outcome": "Y"}, assessment={"outcome": "Y"}
    )
    said = words(desk.get(f"/cases/{told.in_the_journal(coordinator=ros).reference}/"))
    assert "By 16 January 2025, on a day the return leaves out Decided to issue a plan" in said


def test_an_exception_that_a_return_declares_is_a_claim(desk, ros):
    told = a_case().declared(
        "2025-01-16",
        request={"received_on": "2024-06-03", "outcome": "Y", "outcome_on": "2024-07-01"},
        assessment={"outcome": "Y", "outcome_on": "2024-12-02", "exception": True},
        named_plan={"started_on": "2024-12-02"},
    )
    said = words(desk.get(f"/cases/{told.in_the_journal(coordinator=ros).reference}/"))
    assert (
        "42 days late. It was due on Mon 21 October 2024. The return says that an exception applies" in said
    )


def test_opening_a_record_is_kept_and_out_of_reach_there_is_none(desk, ros):
    mine = REQUESTED.in_the_journal(coordinator=ros)
    other = REQUESTED.in_the_journal(coordinator=factories.user())
    assert desk.get(f"/cases/{mine.reference}/").status_code == 200
    assert desk.get(f"/cases/{other.reference}/").status_code == 404
    opened = AuditEvent.objects.filter(way="read")
    assert [event.subject_id for event in opened] == [str(mine.pk)]


@pytest.mark.parametrize("act", list(every_act()), ids=lambda act: act.slug)
def test_each_act_has_a_form_that_says_what_it_changes(desk, ros, act):
    case = DRAFTED.in_the_journal(coordinator=ros)
    page = desk.get(f"/cases/{case.reference}/record/{act.slug}/")
    assert page.status_code == 200
    assert act.title in words(page)
    assert act.day in words(page)


def test_the_list_of_acts_leads_to_each_of_them(desk, ros):
    case = REQUESTED.in_the_journal(coordinator=ros)
    found = links(desk.get(f"/cases/{case.reference}/record/"))
    assert {act.title for act in every_act()} <= set(found)


def test_a_form_that_does_not_exist_is_not_found(desk, ros):
    case = REQUESTED.in_the_journal(coordinator=ros)
    assert desk.get(f"/cases/{case.reference}/record/nonsense/").status_code == 404


def test_before_it_is_sent_the_form_says_what_recording_it_today_would_leave(desk, ros):
    case = REQUESTED.in_the_journal(coordinator=ros)
    said = words(desk.get(f"/cases/{case.reference}/record/decide-whether-to-assess/"))
    assert (
        "“We will assess”, told today: say no to a plan, if that is the answer by Monday 12 May 2025." in said
    )
    assert "“We will not assess”, told today: no date in law runs on from it." in said
    case = ASSESSING.decided_to_issue_on("2025-01-10").in_the_journal(coordinator=ros)
    said = words(desk.get(f"/cases/{case.reference}/record/send-draft-plan/"))
    assert "The next step can be taken from Tuesday 18 February 2025." in said
    case = DRAFTED.in_the_journal(coordinator=ros)
    said = words(desk.get(f"/cases/{case.reference}/record/send-final-plan/"))
    assert (
        "“No”, done today: it is marked as out of order: the family may give views on the draft until" in said
    )


def test_a_decision_and_its_notice_are_recorded_with_one_form(desk, ros):
    case = REQUESTED.in_the_journal(coordinator=ros)
    answer = desk.post(
        f"/cases/{case.reference}/record/decide-whether-to-assess/",
        {
            "choice": "decided_to_assess",
            **day("happened_on", date(2025, 1, 30)),
            **day("told_on", date(2025, 1, 31)),
            "submission": str(uuid4()),
        },
        follow=True,
    )
    assert "Recorded." in words(answer)
    kinds = list(Entry.objects.filter(case=case).order_by("pk").values_list("kind", "happened_on"))
    assert kinds[2:] == [
        ("decided_to_assess", date(2025, 1, 30)),
        ("decision_notified", date(2025, 1, 31)),
    ]


def test_what_was_late_is_recorded_and_the_page_says_that_it_is_marked(desk, ros):
    case = (
        a_case().requested_on("2024-12-02").family_consulted_on("2024-12-03").in_the_journal(coordinator=ros)
    )
    answer = desk.post(
        f"/cases/{case.reference}/record/decide-whether-to-assess/",
        {"choice": "decided_not_to_assess", **day("happened_on", TODAY), **day("told_on", TODAY)},
        follow=True,
    )
    said = words(answer)
    assert "Recorded. It was 21 days late, and is marked so (SEND Regulations 2014, reg 5(1))." in said


def test_advice_is_recorded_for_each_adviser(desk, ros):
    case = ASSESSING.in_the_journal(coordinator=ros)
    desk.post(
        f"/cases/{case.reference}/record/receive-advice/",
        {"advisers": ["health", "psychologist"], **day("happened_on", TODAY)},
    )
    received = Entry.objects.filter(case=case, kind="advice_received")
    assert {entry.payload["adviser"] for entry in received} == {"health", "psychologist"}


def test_the_notice_form_offers_the_decisions_that_are_still_to_be_told(desk, ros):
    case = REQUESTED.step(Step.DECIDED_NOT_TO_ASSESS, "2025-01-30").in_the_journal(coordinator=ros)
    address = f"/cases/{case.reference}/record/tell-of-decision/"
    assert "Of which decision?" not in words(desk.get(address))
    desk.post(address, day("happened_on", TODAY))
    assert Entry.objects.get(kind="decision_notified").payload == {"about": "decided_not_to_assess"}


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        (day("happened_on", date(2025, 2, 4)), "The day it was decided must be today or earlier"),
        ({}, "Enter the day it was decided"),
        (
            {"happened_on-day": "31", "happened_on-month": "2", "happened_on-year": "2025"},
            "must be a real date",
        ),
        (
            {**day("happened_on", TODAY), **day("told_on", date(2025, 2, 1))},
            "The day the family was told must be the day it was decided or later",
        ),
    ],
)
def test_what_was_typed_comes_back_with_what_is_wrong(desk, ros, typed, problem):
    case = REQUESTED.in_the_journal(coordinator=ros)
    sent = {
        "choice": "decided_to_assess",
        "because": "Panel of 30 January",
        "submission": str(uuid4()),
        **typed,
    }
    page = desk.post(f"/cases/{case.reference}/record/decide-whether-to-assess/", sent)
    assert page.status_code == 422
    assert problem in words(page, "//*[contains(@class, 'govuk-error-summary')]")
    assert "Panel of 30 January" in words(page)
    assert sent["submission"] in page.content.decode()
    assert Entry.objects.filter(case=case).count() == 2


def test_a_decision_to_issue_has_no_letter_but_the_draft(desk, ros):
    case = ASSESSING.in_the_journal(coordinator=ros)
    page = desk.post(
        f"/cases/{case.reference}/record/decide-whether-to-issue/",
        {"choice": "decided_to_issue", **day("happened_on", TODAY), **day("told_on", TODAY)},
    )
    assert "Leave this empty: the draft plan is the letter that tells the family" in words(page)


def test_the_same_form_sent_twice_is_recorded_once(desk, ros):
    case = DRAFTED.in_the_journal(coordinator=ros)
    sent = {**day("happened_on", TODAY), "submission": str(uuid4())}
    for _ in range(2):
        answer = desk.post(f"/cases/{case.reference}/record/receive-views/", sent)
        assert answer.status_code == 302
    assert Entry.objects.filter(kind="representations_received").count() == 1


def test_an_entry_is_corrected_with_what_was_recorded_with_it(desk, ros):
    case = REQUESTED.decided_to_assess_on("2025-01-30").in_the_journal(coordinator=ros)
    entry = Entry.objects.get(case=case, kind="decided_to_assess")
    address = f"/cases/{case.reference}/entries/{entry.pk}/correct/"
    page = desk.get(address)
    assert "It says: decided to assess, Thursday 30 January 2025." in words(page)
    assert "Told the family of the decision to assess" in words(page)
    notice = Entry.objects.get(case=case, kind="decision_notified")
    sent = {
        "wrong": "another-day",
        **day("happened_on", date(2025, 1, 29)),
        "because": "Misread.",
        "also": [notice.pk],
    }
    answer = desk.post(address, sent, follow=True)
    assert "Corrected. Every date that rests on it was worked out again." in words(answer)
    assert Entry.objects.filter(case=case, corrects__isnull=False).count() == 2


def test_an_entry_that_never_happened_is_withdrawn(desk, ros):
    case = REQUESTED.draft_sent_on("2025-01-30").in_the_journal(coordinator=ros)
    entry = Entry.objects.get(case=case, kind="draft_sent")
    sent = {"wrong": "did-not-happen", "because": "It was for another child."}
    desk.post(f"/cases/{case.reference}/entries/{entry.pk}/correct/", sent)
    assert Entry.objects.get(corrects=entry).kind == Entry.WITHDRAWN


def test_a_correction_needs_its_day_and_its_reason(desk, ros):
    case = REQUESTED.in_the_journal(coordinator=ros)
    entry = Entry.objects.filter(case=case).first()
    page = desk.post(f"/cases/{case.reference}/entries/{entry.pk}/correct/", {"wrong": "another-day"})
    said = words(page, "//*[contains(@class, 'govuk-error-summary')]")
    assert "Enter the day it happened" in said
    assert "Enter why it is corrected" in said


def test_a_version_that_is_not_the_newest_cannot_be_corrected(desk, ros):
    case = REQUESTED.corrected(1, on="2025-01-17").in_the_journal(coordinator=ros)
    oldest = Entry.objects.filter(case=case).order_by("pk").first()
    page = desk.get(f"/cases/{case.reference}/entries/{oldest.pk}/correct/")
    assert page.status_code == 409
    assert "Someone has corrected this entry already." in words(page)


def test_an_entry_of_another_record_is_not_found_on_this_one(desk, ros):
    mine, other = (REQUESTED.in_the_journal(coordinator=ros) for _ in range(2))
    entry = Entry.objects.filter(case=other).first()
    assert desk.get(f"/cases/{mine.reference}/entries/{entry.pk}/").status_code == 404


def a_request(**changed):
    return {
        "forename": "Isla",
        "surname": "Fenwick",
        **day("birth_date", date(2020, 1, 2)),
        **day("received_on", date(2025, 1, 31)),
        "upn": "a123456789012",
        "submission": str(uuid4()),
    } | changed


def test_a_new_request_opens_a_record_once(desk, ros):
    assert "decide whether to assess by Monday 17 March 2025" in words(desk.get("/cases/new/"))
    sent = a_request()
    for _ in range(2):
        answer = desk.post("/cases/new/", sent, follow=True)
        assert "Isla Fenwick Day 3 of 140." in words(answer)
    case = Case.objects.get()
    assert case.coordinator == ros
    assert case.person.identifiers.get().value == "A123456789012"


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"upn": "12"}, "The pupil number must be a letter and 12 more characters"),
        (day("received_on", date(2025, 2, 4)), "The day we received it must be today or earlier"),
        (day("birth_date", date(2025, 2, 1)), "The day we received it must be after the date of birth"),
        ({"surname": ""}, "Enter the last name"),
    ],
)
def test_a_request_that_cannot_be_is_not_recorded(desk, changed, problem):
    page = desk.post("/cases/new/", a_request(**changed))
    assert page.status_code == 422
    assert problem in words(page, "//*[contains(@class, 'govuk-error-summary')]")
    assert not Case.objects.exists()


def test_a_manager_gives_a_record_to_someone_else(managers_desk, ros, team):
    sam = factories.user(Role.COORDINATOR, name="Sam Ferris", of=team)
    case = REQUESTED.in_the_journal(coordinator=ros)
    page = managers_desk.get(f"/cases/{case.reference}/")
    address = links(page)["Give this record to someone else"]
    assert "Ros Tilley holds it now." in words(managers_desk.get(address))
    answer = managers_desk.post(address, {"coordinator": sam.pk}, follow=True)
    assert "Sam Ferris now holds this record." in words(answer)
    assert "Coordinator Sam Ferris" in words(answer)


def test_an_analyst_reads_and_is_offered_nothing_to_record(client, ros):
    client.force_login(factories.user(Role.ANALYST))
    case = DRAFTED.in_the_journal(coordinator=ros)
    found = links(client.get(f"/cases/{case.reference}/"))
    assert not any("/record/" in href or "/correct/" in href for href in found.values())
    found = links(client.get("/work/"))
    assert found["Next step for Maya Denholm: Send the final plan"] == f"/cases/{case.reference}/"
    assert "Record a new request for an assessment" not in links(client.get("/find/"))


def test_no_page_asks_the_database_more_than_eighteen_things(
    managers_desk, ros, django_assert_max_num_queries
):
    Setting.objects.create(name="Abbots Green Academy", urn="123456", type_of_establishment="Academy")
    for number in range(15):
        for told in (DRAFTED, DECLARED, a_case().requested_on(date(2024, 8, 1 + number)), REQUESTED):
            case = told.in_the_journal(coordinator=ros)
    for address in (
        "/work/",
        f"/work/?coordinator={ros.pk}",
        "/work/past/",
        "/team/",
        "/find/?words=Denholm",
        f"/cases/{case.reference}/",
        f"/cases/{case.reference}/entries/",
        f"/cases/{case.reference}/record/",
        f"/cases/{case.reference}/record/send-final-plan/",
        f"/cases/{case.reference}/allocate/",
    ):
        with django_assert_max_num_queries(AT_MOST):
            assert managers_desk.get(address).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("words", ["\x00", "Den\x00holm", "%\x00%"])
def test_a_search_with_a_character_that_no_name_has_is_answered(client, words):
    client.force_login(factories.user(Role.TEAM_MANAGER, of=factories.team()))
    assert client.get("/find/", {"words": words}).status_code == 200
