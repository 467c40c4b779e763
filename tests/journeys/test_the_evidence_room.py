"""An adviser reads the evidence room, at a desk and on a phone; a chair checks an item of evidence."""

from datetime import date

import pytest
from playwright.sync_api import expect

from goldenthread.accounts.models import User
from goldenthread.audit.scope import Scope
from goldenthread.demo import people
from goldenthread.demo.story import evidence, plans, said_of_us

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _the_story_on_the_third_of_february(always_on):
    always_on(date(2025, 2, 3))
    by = Scope.system("the story of the demonstration is told")
    people.add_people(by)
    said_of_us.keep_documents(by)
    plans.begin_plans(by)
    evidence.keep_evidence(by)


def looked_at(page, axe, fits_its_width, picture, name):
    axe(page)
    fits_its_width(page)
    picture(page, name)


def test_an_adviser_walks_from_what_was_asked_to_an_item(
    page, narrow_page, sign_in, axe, fits_its_width, picture
):
    for each, size in ((page, ""), (narrow_page, "-on-a-phone")):
        sign_in(each, User.objects.get(name="Jo Lavenham"))
        each.goto("/evidence-room/")
        expect(each.get_by_role("heading", level=1)).to_have_text("Evidence room")
        looked_at(each, axe, fits_its_width, picture, f"evidence-room{size}")
        each.get_by_role("link", name="1", exact=True).first.click()
        expect(each.get_by_text("Please do not call this done.")).to_be_visible()
        looked_at(each, axe, fits_its_width, picture, f"room-promise{size}")
        each.get_by_role("link", name="Thirty letters that named the day").click()
        expect(each.get_by_text("It counts: someone outside checked it")).to_be_visible()
        looked_at(each, axe, fits_its_width, picture, f"room-item{size}")
        each.goto("/evidence-room/search/?words=letters")
        looked_at(each, axe, fits_its_width, picture, f"room-search{size}")
        each.goto("/evidence-room/opened/")
        looked_at(each, axe, fits_its_width, picture, f"room-log{size}")


def test_a_chair_reads_the_matrix_and_checks_an_item(
    page, narrow_page, sign_in, axe, fits_its_width, picture
):
    for each, size in ((page, ""), (narrow_page, "-on-a-phone")):
        sign_in(each, User.objects.get(name="Sir Alan Redgrave"))
        each.goto("/improvement/evidence/")
        looked_at(each, axe, fits_its_width, picture, f"evidence-matrix{size}")
        each.get_by_role("link", name="Evidence to check").click()
        looked_at(each, axe, fits_its_width, picture, f"evidence-to-check{size}")
        each.get_by_role("link", name="Check it").first.click()
        each.get_by_label("No, it does not").check()
        each.get_by_label("How do you know?").fill("I asked the team, and it is told of one family.")
        looked_at(each, axe, fits_its_width, picture, f"check-evidence{size}")
        each.get_by_role("button", name="Keep this").click()
        expect(each.get_by_text("It counts for nothing: someone outside checked it")).to_be_visible()
    page.get_by_role("link", name="Promise").first.click()
    looked_at(page, axe, fits_its_width, picture, "promise-with-evidence")
