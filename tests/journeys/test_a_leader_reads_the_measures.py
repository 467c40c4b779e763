"""A leader reads every page of measures, at a desk and on a phone, and takes the numbers along."""

import csv
import re

import pytest
from playwright.sync_api import expect

import factories
from goldenthread.accounts.roles import Role

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

SHARE = "plans_in_20_weeks"
PAGES = {
    "overview": "/figures/",
    "measure": f"/figures/measures/{SHARE}/",
    "everywhere": f"/figures/everywhere/?measure={SHARE}&dimension=district",
    "explore": f"/figures/explore/?measure={SHARE}&dimension=district&by=year",
    "clearing": "/figures/clearing/",
    "catalogue": "/figures/catalogue/",
    "watches": "/figures/watches/",
}


@pytest.fixture
def leader(measured_by_district):
    measured_by_district(SHARE, {"Aford": 3, "Beford": 90, "Ceford": 130, "Deford": 60, "Eford": 75})
    return factories.user(Role.DIRECTOR, name="Ruth Wickham")


def test_every_page_of_measures_is_accessible_at_a_desk_and_on_a_phone(
    page, narrow_page, sign_in, axe, fits_its_width, picture, leader
):
    for each, size in ((page, ""), (narrow_page, "-on-a-phone")):
        sign_in(each, leader)
        for name, address in PAGES.items():
            each.goto(address)
            expect(each.get_by_role("heading", level=1)).to_be_visible()
            axe(each)
            fits_its_width(each)
            picture(each, f"measures-{name}{size}")
    page.emulate_media(media="print")
    for name in ("overview", "everywhere"):
        page.goto(PAGES[name])
        expect(page.get_by_role("navigation").first).to_be_hidden()
        picture(page, f"measures-{name}-in-print")


def test_what_is_taken_along_holds_what_the_page_shows(page, sign_in, leader):
    sign_in(page, leader)
    page.goto(PAGES["explore"])
    for kind, begins in (("SVG", b"<svg"), ("PNG", b"\x89PNG"), ("CSV", b"time_period")):
        with page.expect_download() as waited:
            page.get_by_role("link", name=f"Download {kind}").click()
        content = waited.value.path().read_bytes()
        assert content.startswith(begins)
    rows = {row["breakdown"]: row["value"] for row in csv.DictReader(content.decode().splitlines())}
    assert rows["Aford"] == "c"
    table = page.get_by_role("table", name="Every group, 2024")
    for name, value in rows.items():
        if name != "Total":
            said = "not shown" if value == "c" else f"{float(value):.1f}%"
            expect(table.get_by_role("row", name=re.compile(f"^{name} "))).to_contain_text(said)
