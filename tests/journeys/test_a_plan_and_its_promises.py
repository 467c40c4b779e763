"""The forum reads what the partnership promised, at a desk and on a phone."""

from datetime import date

import pytest
from playwright.sync_api import expect

import factories
from goldenthread.accounts.roles import Role
from goldenthread.audit.scope import Scope
from goldenthread.demo.story import plans, said_of_us

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _on_the_third_of_february(always_on):
    always_on(date(2025, 2, 3))


@pytest.fixture
def member():
    by = Scope.system("the story of the demonstration is told")
    said_of_us.keep_documents(by)
    plans.begin_plans(by)
    return factories.user(Role.FORUM_MEMBER, name="Carol Wetherden")


def walk(page, axe, fits_its_width, picture, size):
    page.goto("/improvement/plans/")
    for name, link in [
        ("plans", "Priority action plan"),
        ("plan", "1: When we ask for help"),
        ("promise", "No assessment is open for more than a year"),
    ]:
        axe(page)
        fits_its_width(page)
        picture(page, f"{name}{size}")
        page.get_by_role("link", name=link).click()
    expect(page.get_by_text("psychologists’ advice took longer than planned")).to_be_visible()
    expect(page.get_by_text("Moved once, 92 days later than first promised")).to_be_visible()
    axe(page)
    fits_its_width(page)
    picture(page, f"milestone{size}")


def test_the_forum_walks_from_the_plans_to_a_day_that_moved(
    page, narrow_page, sign_in, axe, fits_its_width, picture, member
):
    for each, size in ((page, ""), (narrow_page, "-on-a-phone")):
        sign_in(each, member)
        walk(each, axe, fits_its_width, picture, size)
