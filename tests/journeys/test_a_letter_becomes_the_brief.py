"""An improvement lead pastes a letter and is ready for the next review."""

from datetime import date

import pytest
from playwright.sync_api import expect

import factories
from goldenthread.accounts.roles import Role
from goldenthread.audit.scope import Scope
from goldenthread.demo.story import said_of_us

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

LETTER = """Dear colleagues,

We are pleased to see that governance has improved. However, too many families still do not feel it.

Next steps:
- The partnership must publish its inclusion plan by 30 May 2025.
- Preparing for adulthood"""


N7 = "2024, First six-month review under the improvement notice: N7: Not every family has the same experience"


@pytest.fixture(autouse=True)
def _on_the_third_of_february(always_on):
    always_on(date(2025, 2, 3))


@pytest.fixture
def lead():
    said_of_us.keep_documents(Scope.system("the story of the demonstration is told"))
    return factories.user(Role.IMPROVEMENT_LEAD, name="Esther Walsham")


def test_a_letter_becomes_the_brief(page, sign_in, axe, picture, lead):
    sign_in(page, lead)
    page.goto("/start/")
    page.get_by_role("link", name="Promises", exact=True).click()
    page.get_by_role("link", name="Said of us").click()
    expect(page.get_by_text("Area SEND inspection").first).to_be_visible()
    picture(page, "said-of-us")
    axe(page)
    page.get_by_role("link", name="Keep a document").click()
    page.get_by_label("What is it?").select_option("review")
    page.get_by_label("Title").fill("Letter after the winter visit")
    page.get_by_label("Who speaks?").fill("An example body")
    for part, value in (("Day", "20"), ("Month", "January"), ("Year", "2025")):
        page.get_by_label(part, exact=True).fill(value)
    page.get_by_label("The words of the letter").fill(LETTER)
    picture(page, "keep-a-document")
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("group", name="The partnership must publish")).to_contain_text("it says “must”")
    picture(page, "read-a-letter")
    axe(page)
    page.get_by_role("button", name="Keep and go on").click()
    expect(page.get_by_text("The letter is read to its end")).to_be_visible()
    axe(page)
    page.get_by_role("link", name="However, too many families").click()
    page.get_by_role("link", name="Tie it to an earlier point").click()
    page.get_by_label("Which earlier point?").select_option(label=N7)
    page.get_by_label("says it again").check()
    page.get_by_role("button", name="Tie them").click()
    expect(page.get_by_text("times since")).to_be_visible()
    picture(page, "a-point-over-the-years")
    axe(page)
    page.get_by_role("link", name="Said of us").click()
    page.get_by_role("link", name="The brief for the next review").click()
    expect(page.get_by_role("row", name="The partnership must publish")).to_contain_text("30 May 2025")
    picture(page, "the-brief")
    axe(page)


@pytest.mark.parametrize("address", ["/improvement/said-of-us/", "/improvement/said-of-us/brief/"])
def test_what_was_said_fits_a_phone(narrow_page, sign_in, axe, fits_its_width, picture, lead, address):
    sign_in(narrow_page, lead)
    narrow_page.goto(address)
    picture(narrow_page, f"phone{address.replace('/', '-').rstrip('-')}")
    fits_its_width(narrow_page)
    axe(narrow_page)
