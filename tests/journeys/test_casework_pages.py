"""A coordinator's day: a request becomes a plan, a mistake is corrected, with whatever they have at hand."""

from datetime import date

import pytest
from playwright.sync_api import expect

import factories
from builders import a_case
from goldenthread.accounts.roles import Role
from goldenthread.casework.models import Case, Entry
from goldenthread.rules.lifecycle import Step

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

TODAY = date(2025, 2, 3)
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
    request={"received_on": "2024-09-02", "outcome": "Y", "outcome_on": "2024-10-18"},
    assessment={"outcome": "A"},
    needs=[{"need": "ASD", "rank": 1}],
)


LAID_OUT_IN_COLUMNS = ("worklist", "case", "entries", "team")
"""Pages that a wide screen draws otherwise than a phone."""


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
def caseload(ros):
    """Five invented children at different places, by name."""
    told = {
        ("Maya", "Denholm"): DRAFTED.step(Step.SETTING_CONSULTED, "2025-01-24"),
        ("Theo", "Marlowe"): DECLARED,
        ("Freddie", "Poole"): a_case().requested_on("2024-08-05").decided_to_assess_on("2024-09-30"),
        ("Isla", "Fenwick"): a_case().requested_on("2024-12-23").family_consulted_on("2024-12-27"),
        ("Zara", "Quint"): ASSESSING.decided_to_issue_on("2025-01-10")
        .draft_sent_on("2025-01-13")
        .final_plan_sent_on("2025-01-30")
        .corrected(12, on="2025-01-31"),
    }
    return {
        forename: case.in_the_journal(factories.person(forename, surname), coordinator=ros)
        for (forename, surname), case in told.items()
    }


def fill_day(page, name, day):
    for part in ("day", "month", "year"):
        page.fill(f"[name='{name}-{part}']", str(getattr(day, part)))


def record(page, link, day, *choices, told=None):
    """Follows the next step on the case page and records it."""
    page.get_by_role("link", name=link, exact=True).click()
    for choice in choices:
        page.get_by_label(choice, exact=True).check()
    fill_day(page, "happened_on", day)
    if told is not None:
        fill_day(page, "told_on", told)
    page.get_by_role("button", name="Record it").click()
    expect(page.get_by_text("Recorded.")).to_be_visible()


def test_from_request_to_final_plan_with_a_correction_and_without_javascript(
    page_without_javascript, sign_in, ros
):
    page = page_without_javascript
    sign_in(page, ros)
    page.goto("/find/")
    page.get_by_role("link", name="Record a new request for an assessment").click()
    page.get_by_label("First name").fill("Isla")
    page.get_by_label("Last name").fill("Fenwick")
    fill_day(page, "birth_date", date(2019, 5, 3))
    fill_day(page, "received_on", date(2024, 9, 16))
    page.get_by_role("button", name="Record the request").click()
    expect(page.get_by_role("heading", name="Isla Fenwick")).to_be_visible()
    expect(page.get_by_text("Day 140 of 140.")).to_be_visible()

    record(page, "Record that the family was told and asked for its views", date(2024, 9, 18))
    decided = date(2024, 10, 14)
    record(page, "Record the decision whether to assess", decided, "We will assess", told=decided)
    advisers = (
        "The parent or young person",
        "The head, principal or early years provider",
        "A health care professional",
        "An educational psychologist",
        "Social care",
    )
    record(page, "Record that advice was asked for", date(2024, 10, 15), *advisers)
    record(page, "Record that advice was received", date(2024, 11, 26), *advisers)
    issue = date(2024, 12, 9)
    record(page, "Record the decision whether to issue a plan", issue, "We will issue a plan")
    record(page, "Record that the draft plan was sent", date(2024, 12, 16))
    expect(page.get_by_role("heading", name="Next: send the final plan")).to_be_visible()
    record(page, "Record that the final plan was sent", date(2025, 2, 3), "No")
    expect(page.get_by_text("day 140 of 140: in time.")).to_be_visible()

    page.get_by_role("listitem").filter(has_text="Request for an assessment received").get_by_role(
        "link", name="Correct this"
    ).click()
    page.get_by_label("It happened on another day").check()
    fill_day(page, "happened_on", date(2024, 9, 9))
    page.get_by_label("Why is it corrected?").fill("The letter was stamped a week earlier.")
    page.get_by_role("button", name="Correct it").click()
    expect(page.get_by_text("day 147 of 140: 7 days late.")).to_be_visible()
    expect(page.get_by_text("it said Mon 16 September 2024.")).to_be_visible()
    assert Entry.objects.filter(case=Case.objects.get()).count() == 18


def test_the_next_step_is_recorded_with_the_keyboard_alone(page, sign_in, ros, caseload):
    sign_in(page, ros)
    page.goto("/work/")
    link = page.get_by_role("link", name="Next step for Isla Fenwick: Decide whether to assess")
    tab_to(page, link)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Record the decision whether to assess")).to_be_visible()
    tab_to(page, page.get_by_label("We will assess"))
    page.keyboard.press("Space")
    for part in ("3", "2", "2025"):
        page.keyboard.press("Tab")
        page.keyboard.type(part)
    tab_to(page, page.get_by_role("button", name="Record it"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("Recorded.")).to_be_visible()
    assert Entry.objects.filter(case=caseload["Isla"], kind="decided_to_assess").exists()


def tab_to(page, element):
    for _ in range(60):
        if element.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail("The keyboard does not reach it.")


def test_a_mistake_leads_from_the_summary_to_its_box(page_without_javascript, sign_in, ros, caseload):
    page = page_without_javascript
    sign_in(page, ros)
    page.goto(f"/cases/{caseload['Freddie'].reference}/record/send-draft-plan/")
    fill_day(page, "happened_on", date(2025, 2, 4))
    page.get_by_role("button", name="Record it").click()
    page.get_by_role("link", name="The day it was sent must be today or earlier").click()
    assert page.evaluate("document.activeElement.name || location.hash.slice(1)").endswith("happened_on-day")
    expect(page.locator("[name='happened_on-day']")).to_have_value("4")


def addresses(caseload):
    """Every page about cases, in each of its states."""
    maya, theo, zara = (caseload[name].reference for name in ("Maya", "Theo", "Zara"))
    corrected = Entry.objects.filter(case=caseload["Zara"]).order_by("-pk").first()
    return {
        "worklist": "/work/",
        "one-group": "/work/past/",
        "no-group": "/work/soon/?duty=decide_after_review",
        "case": f"/cases/{maya}/",
        "case-declared": f"/cases/{theo}/",
        "case-with-plan": f"/cases/{zara}/",
        "record": f"/cases/{maya}/record/",
        "record-step": f"/cases/{maya}/record/send-final-plan/",
        "seek-advice": f"/cases/{maya}/record/seek-advice/",
        "entries": f"/cases/{zara}/entries/",
        "entry": f"/cases/{zara}/entries/{corrected.pk}/",
        "correct-entry": f"/cases/{zara}/entries/{corrected.pk}/correct/",
        "find-a-case": "/find/?words=Denholm",
        "find-nobody": "/find/?words=Nobody",
        "new-request": "/cases/new/",
        "team": "/team/",
        "allocate": f"/cases/{maya}/allocate/",
    }


def test_axe_finds_nothing_and_every_page_fits_a_phone(
    page, narrow_page, sign_in, caseload, team, axe, fits_its_width
):
    manager = factories.user(Role.TEAM_MANAGER, name="Kemi Bright", of=team)
    for each in (page, narrow_page):
        sign_in(each, manager)
    for name, address in addresses(caseload).items():
        narrow_page.goto(address)
        fits_its_width(narrow_page)
        axe(narrow_page)
        if name in LAID_OUT_IN_COLUMNS:
            page.goto(address)
            axe(page)


def test_axe_finds_nothing_on_a_form_that_comes_back(
    page, narrow_page, sign_in, ros, caseload, axe, fits_its_width
):
    for each in (page, narrow_page):
        sign_in(each, ros)
        each.goto(f"/cases/{caseload['Isla'].reference}/record/decide-whether-to-assess/")
        each.get_by_role("button", name="Record it").click()
        expect(each.get_by_text("There is a problem")).to_be_visible()
        axe(each)
        fits_its_width(each)


@pytest.mark.parametrize("name", ["worklist", "case", "case-declared", "record-step"])
def test_pictures_of_the_pages_of_a_working_day(page, narrow_page, sign_in, ros, caseload, picture, name):
    for each, size in ((page, ""), (narrow_page, "-on-a-phone")):
        sign_in(each, ros)
        each.goto(addresses(caseload)[name])
        assert picture(each, f"{name}{size}").stat().st_size > 10_000
