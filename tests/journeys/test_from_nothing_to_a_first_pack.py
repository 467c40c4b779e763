"""From an empty area, by pages alone: a letter that nobody has seen becomes the first paper of a board."""

from datetime import date

import pytest
from playwright.sync_api import expect
from procrastinate.contrib.django.models import ProcrastinateJob

import factories
from goldenthread.accounts.roles import Role
from goldenthread.governance.packs.jobs import make_pack

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

LETTER = """Dear colleagues,

Families told us that they wait too long and hear nothing.

The partnership must tell every family the day of its answer by 30 May 2025.
We were pleased by the work of the forum."""
ASKED = "The partnership must tell every family the day of its answer"
PROMISE = "We know the day of our answer, and it holds"


@pytest.fixture(autouse=True)
def _on_the_third_of_february(always_on):
    always_on(date(2025, 2, 3))


def fill_day(page, name, value):
    for part in ("day", "month", "year"):
        page.locator(f"[name='{name}-{part}']").fill(str(getattr(value, part)))


def test_a_letter_leads_to_a_first_pack(page, sign_in, picture, transactional_db):
    sign_in(page, factories.user(Role.ADMINISTRATOR, name="Mina Thrandeston"))
    name_the_council(page)
    sign_in(page, factories.user(Role.IMPROVEMENT_LEAD, name="Esther Walsham"))
    read_the_letter(page)
    promise_something(page)
    call_a_board(page)
    picture(page, "first-meeting")
    page.get_by_role("button", name="Make the board pack").click()
    make_pack(**ProcrastinateJob.objects.filter(task_name=make_pack.name).latest("id").args)
    page.goto("/start/")
    page.get_by_role("link", name="Boards", exact=True).click()
    page.get_by_role("link", name="Packs", exact=True).click()
    page.get_by_role("link", name="Board pack").first.click()
    picture(page, "first-pack")
    paper = page.request.get(f"{page.url.rstrip('/')}/pack.html").text()
    assert PROMISE in paper
    assert "No evidence" in paper


def name_the_council(page):
    page.goto("/start/")
    page.get_by_role("link", name="Add a body").click()
    page.get_by_label("What is it called?").fill("Gipping County Council")
    page.get_by_label("Local authority").check()
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_text("Gipping County Council is part of the partnership.")).to_be_visible()


def read_the_letter(page):
    page.goto("/start/")
    page.get_by_role("link", name="Promises", exact=True).click()
    page.get_by_role("link", name="Said of us").click()
    page.get_by_role("link", name="Keep a document").click()
    page.get_by_label("What is it?").select_option("review")
    page.get_by_label("Title").fill("Letter after a first visit")
    page.get_by_label("Who speaks?").fill("An example body")
    for part, value in (("Day", "20"), ("Month", "January"), ("Year", "2025")):
        page.get_by_label(part, exact=True).fill(value)
    page.get_by_label("The words of the letter").fill(LETTER)
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("group", name=ASKED)).to_contain_text("it says “must”")
    page.get_by_role("button", name="Keep and go on").click()
    expect(page.get_by_text("The letter is read to its end")).to_be_visible()


def promise_something(page):
    page.get_by_role("link", name="Plans", exact=True).click()
    page.get_by_role("link", name="Begin a plan").or_(page.get_by_role("button", name="Begin a plan")).click()
    page.get_by_label("What is it?").select_option(label="priority action plan")
    page.get_by_label("Title").fill("Our first plan")
    fill_day(page, "starts_on", date(2025, 1, 27))
    page.get_by_role("button", name="Begin it").click()
    page.get_by_role("link", name="Add a theme").click()
    page.get_by_label("What is the theme called?").fill("Answers in time")
    page.get_by_role("button", name="Add it").click()
    page.get_by_role("link", name="Make a promise").click()
    page.get_by_label("What is promised?").fill(PROMISE)
    page.get_by_label("Its number in the plan").fill("1")
    page.get_by_label("Which role answers for it?").fill("head of SEND")
    page.get_by_label("In which body?").select_option(label="Gipping County Council")
    page.get_by_label(ASKED).check()
    page.get_by_role("button", name="Make it").click()
    expect(page.get_by_text(PROMISE).first).to_be_visible()


def call_a_board(page):
    page.get_by_role("link", name="Boards", exact=True).click()
    page.get_by_role("link", name="Set up a board").or_(
        page.get_by_role("button", name="Set up a board")
    ).click()
    page.get_by_label("Board", exact=True).first.check()
    page.get_by_label("Name", exact=True).fill("Improvement Board")
    page.get_by_label("What is it for?").fill("It looks after the plan")
    page.get_by_role("button", name="Set it up").click()
    expect(page.get_by_text("This board has no seat for the parent carer forum.")).to_be_visible()
    page.get_by_role("link", name="Improvement Board").click()
    page.get_by_role("link", name="Call a meeting").click()
    fill_day(page, "on", date(2025, 2, 12))
    page.get_by_role("button", name="Call it").click()
    expect(page.get_by_role("button", name="Make the board pack")).to_be_visible()
