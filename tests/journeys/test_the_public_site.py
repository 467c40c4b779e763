"""Everyone reads what was promised and how it is going: on desk and phone, with JavaScript and without."""

import pytest
from django.db import transaction
from playwright.sync_api import expect

import factories
from areas.publication.partnership import a_partnership
from areas.publication.releasing import release
from goldenthread.accounts.roles import Role

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def partnership(transactional_db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"
    with transaction.atomic():
        return a_partnership(factories.scope(Role.IMPROVEMENT_LEAD, name="Lena Example"))


@pytest.fixture
def released(partnership, worked_out):
    return release()


def pages(promise, content):
    """One page of each kind."""
    keys = {one["kind"]: one["key"].partition("-")[2] for one in content["parts"]}
    return {
        "home": "/",
        "promises": "/progress/promises/",
        "promise": f"/progress/promises/{promise.pk}/",
        "promise-easy": f"/progress/promises/{promise.pk}/easy/",
        "figures": "/progress/figures/",
        "inspections": "/progress/inspections/",
        "inspection": f"/progress/inspections/{keys['document']}/",
        "letter": f"/progress/letters/{keys['letter']}/",
        "meetings": "/progress/meetings/",
        "meeting": f"/progress/meetings/{keys['meeting']}/",
        "you-said": "/progress/you-said/",
        "survey": f"/progress/surveys/{keys['survey']}/",
        "changes": "/progress/changes/",
        "how-we-judge": "/progress/how-we-judge/",
        "search": "/progress/search/?q=letter",
        "accessibility": "/progress/accessibility/",
    }


@pytest.mark.parametrize("width", [1280, 320])
def test_every_kind_of_page_works_for_everyone(
    width,
    partnership,
    released,
    open_page,
    axe,
    fits_its_width,
    picture,
):
    page = open_page(viewport={"width": width, "height": 900})
    for name, address in pages(partnership, released.content).items():
        answer = page.goto(address)
        assert answer.status == 200, address
        axe(page)
        fits_its_width(page)
        picture(page, f"site-{name}-{width}")
    assert page.context.cookies() == []


def test_a_parent_finds_what_was_promised_without_javascript(partnership, released, open_page):
    # Given a parent with an old phone that runs no scripts
    page = open_page(java_script_enabled=False, viewport={"width": 320, "height": 640})
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/")
    # When they open a promise from the first page
    page.get_by_role("link", name="We know when the answer comes").click()
    # Then the forum's words stand there as they were written, beside the five tests
    expect(page.get_by_text("We still wait, and nobody calls.")).to_be_visible()
    expect(page.get_by_role("heading", name="Felt")).to_be_visible()
    # And they read it in short sentences
    page.get_by_role("link", name="Easy read").click()
    expect(page.get_by_text("Do families feel it?")).to_be_visible()
    # And they find what the partnership wrote to them
    page.get_by_role("link", name="Find").click()
    page.get_by_label("Words to look for").fill("sorry")
    page.get_by_role("button", name="Find").click()
    page.get_by_role("link", name="We are sorry").click()
    expect(page.get_by_text("Some of you wait too long.")).to_be_visible()
    # And nobody else was asked for anything, and nothing was left with them
    here = page.url.split("/progress/")[0]
    assert [url for url in asked if not url.startswith(here)] == []
    assert page.context.cookies() == []


@pytest.mark.parametrize("width", [1280, 320])
def test_those_who_release_work_at_both_widths(
    width,
    partnership,
    released,
    open_page,
    sign_in,
    axe,
    fits_its_width,
    picture,
):
    page = open_page(viewport={"width": width, "height": 900})
    sign_in(page, factories.user(Role.IMPROVEMENT_LEAD))
    addresses = ("release/", "release/public/", "release/letters/", "release/letters/new/", "release/easy/")
    for address in addresses:
        page.goto(f"/{address}")
        axe(page)
        fits_its_width(page)
        picture(page, f"staff-{address.strip('/').replace('/', '-')}-{width}")
