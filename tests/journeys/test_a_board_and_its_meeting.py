"""The forum reads its board and the next meeting, at a desk and on a phone, and sees whose seat is empty."""

from datetime import date

import pytest
from playwright.sync_api import expect

import factories
from goldenthread.accounts.roles import Role
from goldenthread.audit.scope import Scope
from goldenthread.demo.story import governance, plans, said_of_us

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

EMPTY = "The seat of young people is empty: nobody holds it."


@pytest.fixture(autouse=True)
def _on_the_third_of_february(always_on, settings, tmp_path):
    always_on(date(2025, 2, 3))
    settings.MEDIA_ROOT = tmp_path / "files"


@pytest.fixture
def member():
    by = Scope.system("the story of the demonstration is told")
    said_of_us.keep_documents(by)
    plans.begin_plans(by)
    governance.set_up_boards(by)
    return factories.user(Role.FORUM_MEMBER, name="Carol Wetherden")


@pytest.fixture
def look(axe, fits_its_width, picture):
    def at(page, name):
        axe(page)
        fits_its_width(page)
        picture(page, name)

    return at


def walk(page, look, size):
    page.goto("/boards/")
    look(page, f"boards{size}")
    page.get_by_role("link", name="Local Area Partnership SEND Improvement Board").click()
    expect(page.locator(".gt-banner")).to_contain_text(EMPTY)
    expect(page.get_by_text("Decide: pay for two psychologist posts")).to_be_visible()
    look(page, f"board{size}")
    page.get_by_role("link", name="Open the next meeting").click()
    expect(page.locator(".gt-banner")).to_contain_text(EMPTY)
    look(page, f"meeting{size}")
    page.go_back()
    page.get_by_role("link", name="18 December 2024").first.click()
    expect(page.get_by_text("Draft minutes, to be agreed on 12 February 2025.")).to_be_visible()
    look(page, f"meeting-held{size}")
    page.get_by_role("link", name="Read it").click()
    expect(page.get_by_text("What we will do: Agree one way to answer every family")).to_be_visible()
    look(page, f"chairs-update{size}")
    page.goto("/boards/")
    page.get_by_role("link", name="Local Area Partnership SEND Improvement Board").click()
    page.get_by_role("link", name="Meetings", exact=True).click()
    expect(page.get_by_text("Cancelled: The public record gives no reason.")).to_be_visible()
    look(page, f"meetings{size}")


def test_the_forum_walks_from_its_board_to_what_the_chair_said(page, narrow_page, sign_in, look, member):
    for each, size in ((page, ""), (narrow_page, "-on-a-phone")):
        sign_in(each, member)
        walk(each, look, size)


def test_the_office_keeps_a_meeting_and_the_chair_writes(page, sign_in, look, member):
    sign_in(page, factories.user(Role.IMPROVEMENT_LEAD, name="Esther Walsham"))
    page.goto("/boards/")
    page.get_by_role("link", name="Local Area Partnership SEND Improvement Board").click()
    page.get_by_role("link", name="Seats", exact=True).click()
    look(page, "board-seats-kept")
    page.go_back()
    page.get_by_role("link", name="Open the next meeting").click()
    look(page, "meeting-kept")
    page.get_by_role("link", name="Add an item").click()
    page.get_by_label("What is the item about?").fill("Transport")
    page.get_by_label("To decide", exact=False).first.check()
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_role("link", name="Enter what the board is to decide")).to_be_visible()
    expect(page.get_by_label("What is the item about?")).to_have_value("Transport")
    look(page, "item-refused")
    page.get_by_label("What is the board asked?").fill("Decide: one number to call")
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_text("7. Transport")).to_be_visible()
    sign_in(page, factories.user(Role.CHAIR, name="Sir Alan Redgrave"))
    page.goto("/boards/")
    page.get_by_role("link", name="Local Area Partnership SEND Improvement Board").click()
    page.get_by_role("link", name="18 December 2024").first.click()
    page.get_by_role("link", name="Write the chair’s update").click()
    expect(page.get_by_role("button", name="Publish the update")).to_be_visible()
    look(page, "update-draft")
