"""A lead sees which promises lack evidence, attaches a measure, and reads why a test says what it says."""

from datetime import date

import pytest
from playwright.sync_api import expect

import factories
from goldenthread.accounts.roles import Role
from goldenthread.audit.scope import Scope
from goldenthread.demo.story import judging, plans, said_of_us, voice

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _on_the_third_of_february(always_on):
    always_on(date(2025, 2, 3))


@pytest.fixture
def lead(measured_set):
    by = Scope.system("the story of the demonstration is told")
    voice.keep_voices(by)
    said_of_us.keep_documents(by)
    plans.begin_plans(by)
    judging.attach_and_judge(by)
    return factories.user(Role.IMPROVEMENT_LEAD, name="Edda Thornham")


def look(page, axe, fits_its_width, picture, name):
    axe(page)
    fits_its_width(page)
    picture(page, name)


def test_from_a_promise_without_evidence_to_its_history(
    page, narrow_page, sign_in, axe, fits_its_width, picture, lead
):
    for each, size in ((page, ""), (narrow_page, "-on-a-phone")):
        sign_in(each, lead)
        each.goto("/improvement/plans/promises/")
        expect(each.get_by_text("1 has neither a measure nor a voice of families.")).to_be_visible()
        look(each, axe, fits_its_width, picture, f"promises{size}")
        each.get_by_role("link", name="1: When we ask for help").click()
        expect(each.get_by_text("A decision came when we were told it would").first).to_be_visible()
        look(each, axe, fits_its_width, picture, f"promise-judged{size}")
        each.get_by_role("link", name="How it was judged before, and why").click()
        look(each, axe, fits_its_width, picture, f"judgements{size}")
        each.get_by_role("link", name="The promise").click()
        each.get_by_role("link", name="Attach a voice of families").click()
        look(each, axe, fits_its_width, picture, f"attach-voice{size}")
        each.get_by_role("link", name="The promise").click()
        each.get_by_role("link", name="Attach a measure").click()
        each.get_by_role("button", name="Attach it").click()
        expect(each.get_by_text("Choose the measure").first).to_be_visible()
        look(each, axe, fits_its_width, picture, f"attach-measure{size}")
    page.get_by_label("Which measure?").select_option("backlog")
    page.get_by_label("Where did it stand?").fill("40")
    page.get_by_label("Who says so?").fill("The board’s paper")
    page.get_by_label("Where will it stand?").fill("0")
    for name, parts in (("baseline_on", ("31", "12", "2023")), ("target_on", ("31", "12", "2025"))):
        for part, typed in zip(("day", "month", "year"), parts, strict=True):
            page.locator(f"[name={name}-{part}]").fill(typed)
    page.get_by_role("button", name="Attach it").click()
    expect(page.get_by_text("Attached. The tests were worked out again.")).to_be_visible()
    expect(page.get_by_text("40 children on 31 December 2023").first).to_be_visible()
