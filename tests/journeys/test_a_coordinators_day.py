"""A coordinator opens what is due: on a desk, on a phone, with a keyboard. README's picture is taken here."""

import pytest
from playwright.sync_api import expect

import factories
from builders import a_case
from goldenthread.accounts.roles import Role

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

CHILDREN = [
    ("Maya", "Denholm", a_case().requested_on("2024-09-02").decided_to_assess_on("2024-10-11")),
    ("Oliver", "Marsh", a_case().requested_on("2024-09-16").decided_to_assess_on("2024-10-25")),
    ("Zofia", "Brandt", a_case().requested_on("2024-12-20")),
    ("Isaac", "Fennimore", a_case().requested_on("2024-12-30")),
    ("Aisha", "Rowntree", a_case().requested_on("2025-01-06")),
    ("Leo", "Ashcombe", a_case().requested_on("2025-01-20")),
]


@pytest.fixture
def amira():
    """A coordinator with six children: some late, some due this week."""
    coordinator = factories.user(Role.COORDINATOR, name="Amira Khalid", of=factories.team("Northern team"))
    for forename, surname, told in CHILDREN:
        told.in_the_journal(
            factories.person(forename, surname), coordinator=coordinator, team=factories.team_of(coordinator)
        )
    return coordinator


def test_her_worklist_leads_to_a_record_and_axe_finds_nothing_on_either(amira, page, sign_in, axe, picture):
    sign_in(page, amira)
    page.goto("/start/")
    expect(page.get_by_role("link", name="Maya Denholm", exact=True)).to_be_visible()
    axe(page)
    picture(page, "worklist")
    page.get_by_role("link", name="Maya Denholm", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Maya Denholm")
    axe(page)
    picture(page, "record")


def test_her_worklist_fits_a_phone(amira, narrow_page, sign_in, fits_its_width):
    sign_in(narrow_page, amira)
    narrow_page.goto("/start/")
    expect(narrow_page.get_by_role("link", name="Maya Denholm", exact=True)).to_be_visible()
    fits_its_width(narrow_page)


def test_the_keyboard_alone_reaches_the_first_record(amira, page, sign_in):
    sign_in(page, amira)
    page.goto("/start/")
    wanted = page.get_by_role("link", name="Maya Denholm", exact=True).first.get_attribute("href")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('href')") == wanted:
            break
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Maya Denholm")
