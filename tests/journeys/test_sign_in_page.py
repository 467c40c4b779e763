"""The first page that anyone sees works for everyone: with a keyboard, on a phone, without JavaScript."""

import re

import pytest
from playwright.sync_api import expect

import factories
from goldenthread.accounts.roles import Role

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def analyst():
    return factories.user(Role.ANALYST, name="Asha Example")


def test_someone_can_choose_who_to_be_without_javascript(analyst, page_without_javascript):
    page = page_without_javascript
    page.goto("/choose-who-to-be/")
    page.get_by_text("Asha Example").click()
    page.get_by_role("button").first.click()
    expect(page).not_to_have_url(re.compile("choose-who"))


def test_axe_finds_nothing_on_the_sign_in_page(analyst, page, axe):
    page.goto("/choose-who-to-be/")
    axe(page)


def test_the_sign_in_page_fits_a_phone(analyst, narrow_page, fits_its_width):
    narrow_page.goto("/choose-who-to-be/")
    fits_its_width(narrow_page)
