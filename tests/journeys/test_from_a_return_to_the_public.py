"""From a return to the public page: an analyst brings and counts, a director releases, everyone sees."""

import gzip

import pytest
from playwright.sync_api import expect
from procrastinate.contrib.django.models import ProcrastinateJob

import factories
from areas.publication.releasing import release
from fixtures.loaded_area import SIXTY
from goldenthread.accounts.roles import Role
from goldenthread.audit.scope import Scope
from goldenthread.casework.loading.jobs import load_return
from goldenthread.figures.jobs import work_out_figures
from goldenthread.organisations.actions import bring_settings
from goldenthread.organisations.settings_file import read_settings

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

SYSTEM = Scope.system("a test")
SHARE = "/figures/published/timeliness_20_week_totals/PC_plans_issued_20_weeks_ex/"
COUNT = "/figures/published/caseload_totals/ehcplans/"
FIRST_LOAD = 100_000
"""Octets, as production sends them: the most that the public page may ask of a phone, images aside."""


@pytest.fixture
def analyst(transactional_db):
    return factories.user(Role.ANALYST, name="Priya Example")


@pytest.fixture
def director(transactional_db):
    return factories.user(Role.DIRECTOR, name="Helen Example")


@pytest.fixture
def settings_known(folders_of_its_own, transactional_db):
    bring_settings(read_settings((SIXTY / "settings.csv").read_bytes()), by=SYSTEM)


@pytest.fixture
def return_with_a_bad_day(tmp_path):
    """The sixty with one day that is none."""
    text = (SIXTY / "sixty.xml").read_text(encoding="utf-8")
    path = tmp_path / "return.xml"
    path.write_text(text.replace("2024-02-06</ReceivedDate>", "soon</ReceivedDate>", 1), encoding="utf-8")
    return path


@pytest.fixture
def released(worked_out):
    return release()


def run(task):
    """Does now what a worker would do in the background."""
    task(**ProcrastinateJob.objects.filter(task_name=task.name).latest("id").args)


@pytest.mark.usefixtures("settings_known")
def test_a_return_becomes_figures_that_the_public_sees(
    analyst, director, return_with_a_bad_day, open_page, sign_in
):
    # Given an analyst with a return of which one record cannot be understood, and no JavaScript
    page = open_page(java_script_enabled=False)
    sign_in(page, analyst)
    page.goto("/returns/")
    page.get_by_role("link", name="Bring a return").click()
    page.get_by_label("The return").set_input_files(return_with_a_bad_day)
    page.get_by_role("button", name="Read it").click()
    run(load_return)
    page.reload()
    # When they set the record aside
    expect(page.get_by_text("1 record needs you")).to_be_visible()
    page.get_by_role("button", name="Load 59, keep 1 aside").click()
    run(load_return)
    page.reload()
    # Then the report says what was loaded, and figures can be worked out
    expect(page.get_by_role("main")).to_contain_text("59")
    page.get_by_role("link", name="Figures", exact=True).click()
    page.get_by_role("link", name="Published tables").click()
    page.get_by_role("button", name="Work out our figures").click()
    expect(page.get_by_text("Figures are being worked out.")).to_be_visible()
    run(work_out_figures)
    page.reload()
    expect(page.get_by_text("Our own figures are of the 2025 return")).to_be_visible()
    # And a figure stands beside others
    page.locator(f'a[href="{SHARE}"]').click()
    expect(page.get_by_text("Suffolk: 25.4% in 2024, 122nd highest of 151 areas.").first).to_be_visible()
    expect(page.get_by_role("rowheader", name="Somerset").first).to_be_visible()
    # And one person prepares what a director releases; everyone then sees it, without being signed in
    other = open_page(java_script_enabled=False)
    sign_in(other, factories.user(Role.IMPROVEMENT_LEAD, name="Lena Example"))
    other.goto("/release/")
    other.get_by_role("checkbox").check()
    other.get_by_role("button", name="Prepare it").click()
    expect(other.get_by_text("Another person has to approve it.")).to_be_visible()
    third = open_page(java_script_enabled=False)
    sign_in(third, director)
    third.goto("/release/approve/")
    third.get_by_role("checkbox").check()
    third.get_by_role("button", name="Release it to the public").click()
    expect(third.get_by_text("It is public now.")).to_be_visible()
    public = open_page(java_script_enabled=False)
    public.goto("/")
    expect(public.get_by_role("heading", level=1)).to_contain_text("What we promised")
    expect(public.get_by_text("Plans that came in time")).to_be_visible()
    assert public.context.cookies() == []


@pytest.mark.parametrize("width", [1280, 320])
def test_pages_of_figures_work_for_everyone_at_both_widths(
    width, analyst, worked_out, open_page, sign_in, axe, fits_its_width, picture
):
    page = open_page(viewport={"width": width, "height": 900})
    sign_in(page, analyst)
    for name, address in (("figures", "/figures/published/"), ("figure", SHARE), ("count", COUNT)):
        page.goto(address)
        axe(page)
        fits_its_width(page)
        if name == "figure":
            picture(page, f"{name}-{width}")


@pytest.mark.parametrize("width", [1280, 320])
def test_the_release_and_the_public_page_work_for_everyone_at_both_widths(
    width, director, released, open_page, sign_in, axe, fits_its_width, picture
):
    page = open_page(viewport={"width": width, "height": 900})
    page.goto("/")
    axe(page)
    fits_its_width(page)
    picture(page, f"public-{width}")
    sign_in(page, director)
    for address in ("/release/approve/", "/release/take-down/"):
        page.goto(address)
        axe(page)
        fits_its_width(page)


def test_a_figure_is_reached_and_its_numbers_are_opened_by_keyboard(analyst, worked_out, page, sign_in):
    sign_in(page, analyst)
    page.goto("/figures/published/")
    page.locator(f'a[href="{SHARE}"]').focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{SHARE}")
    page.locator("summary").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Highest like us")).to_be_visible()


def test_the_public_page_is_small_enough_for_a_poor_connection(released, page):
    sizes = {}

    def weigh(answer):
        kind, body = answer.request.resource_type, answer.body()
        if kind != "image":  # production's store of static files keeps style sheets compressed
            sizes[answer.url] = len(gzip.compress(body) if kind == "stylesheet" else body)

    page.on("response", weigh)
    page.goto("/", wait_until="networkidle")
    assert len(sizes) >= 2
    assert sum(sizes.values()) < FIRST_LOAD, sizes
