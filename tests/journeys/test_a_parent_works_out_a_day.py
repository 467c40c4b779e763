"""A parent finds a duty, works out its day, and puts it in a calendar, with whatever they have at hand."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

FINAL_PLAN = "/law/final_plan/"


def type_day(page, name, day, month, year):
    for part, value in (("day", day), ("month", month), ("year", year)):
        page.locator(f'[name="{name}-{part}"]').fill(value)


def test_a_parent_works_out_a_day_and_gets_it_for_a_calendar_without_javascript(page_without_javascript):
    # Given a parent who looks for the final plan
    page = page_without_javascript
    page.goto("/law/")
    page.get_by_label("Find a duty").fill("final plan 13(2)")
    page.get_by_role("button", name="Find").click()
    page.get_by_role("link", name="Send the final plan", exact=True).click()
    # When they say when the council got the request
    type_day(page, "request_received_on", "5", "1", "2026")
    page.get_by_role("button", name="Work it out").click()
    # Then the day is there with its law, and can be put in a calendar
    expect(page.get_by_role("heading", name="Monday 25 May 2026")).to_be_visible()
    expect(page.get_by_role("link", name="Read regulation 13(2)").first).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Get this day for your calendar").click()
    assert "DTSTART;VALUE=DATE:20260525" in Path(download.value.path()).read_text()
    assert page.context.cookies() == []


def test_a_day_that_is_none_is_mended_by_keyboard(page):
    # Given a day that is none
    page.goto(FINAL_PLAN)
    page.locator('[name="request_received_on-day"]').focus()
    for text in ("31", "2", "2026"):
        page.keyboard.type(text)
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator('[name="request_received_on-year"]').press("Enter")
    # When they follow the problem to its box
    expect(page.get_by_role("alert")).to_contain_text("must be a real date")
    page.get_by_role("alert").get_by_role("link").press("Enter")
    expect(page.locator('[name="request_received_on-day"]')).to_be_focused()
    # Then mending it gives the day
    page.keyboard.press("Control+A")
    page.keyboard.type("3")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Tuesday 23 June 2026")).to_be_visible()


@pytest.mark.parametrize("width", [1280, 320])
def test_pages_of_the_law_work_for_everyone_at_both_widths(width, open_page, axe, fits_its_width, picture):
    page = open_page(viewport={"width": width, "height": 900})
    page.goto("/law/")
    axe(page)
    fits_its_width(page)
    page.goto(FINAL_PLAN)
    page.get_by_role("button", name="Work it out").click()
    expect(page.get_by_role("alert")).to_be_visible()
    axe(page)
    fits_its_width(page)
    type_day(page, "request_received_on", "5", "1", "2026")
    page.get_by_role("button", name="Work it out").click()
    axe(page)
    fits_its_width(page)
    picture(page, f"law-{width}")
