"""One thread: an entry on a child's record moves a promise, a paper cites it, the public reads it, and it is
walked back to the entry."""

from datetime import date

import pytest
from playwright.sync_api import expect
from procrastinate.contrib.django.models import ProcrastinateJob

import factories
from goldenthread.accounts.roles import Role
from goldenthread.casework.models import Case
from goldenthread.figures.jobs import work_out_figures_nightly, work_out_measures
from goldenthread.governance.models import Board, Meeting
from goldenthread.governance.packs.jobs import make_pack
from goldenthread.improvement.jobs import judge_promises

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

RUBY = "Ruby Kerridge"
"""Of the sixty the last child in the backlog: asked in July, and without a plan in December."""
OF_RUBY = dict(zip(("person__forename", "person__surname"), RUBY.split(), strict=True))
MARCH = date(2024, 3, 1)
BACKLOG = "Children waiting more than 20 weeks for a decision or a plan"


@pytest.fixture(autouse=True)
def _on_the_third_of_february(always_on):
    always_on(date(2025, 2, 3))


@pytest.fixture
def coordinator(loaded):
    user = factories.user(Role.COORDINATOR, name="Amira Khalid", of=factories.team("Northern team"))
    Case.objects.filter(**OF_RUBY).update(coordinator=user, team=factories.team_of(user))
    return user


@pytest.fixture
def promise():
    return factories.promise("1", words="When we ask for help, the answer comes in time")


@pytest.fixture
def meeting():
    board = Board.objects.create(
        kind=Board.Kind.BOARD,
        name="SEND Improvement Board",
        purpose="It looks after the plan",
        started_on=MARCH,
    )
    on = date(2025, 2, 12)
    return Meeting.objects.create(board=board, on=on, first_called_for=on, status=Meeting.Status.PLANNED)


def run(task):
    """Does now what a worker would do in the background."""
    task(**ProcrastinateJob.objects.filter(task_name=task.name).latest("id").args)


def fill_day(page, name, value):
    for part in ("day", "month", "year"):
        page.locator(f"[name='{name}-{part}']").fill(str(getattr(value, part)))


def test_an_entry_on_a_record_becomes_a_claim_and_is_walked_back(
    coordinator, promise, meeting, open_page, sign_in, picture
):
    work_out_figures_nightly(0)
    lead = open_page()
    sign_in(lead, factories.user(Role.IMPROVEMENT_LEAD, name="Esther Walsham"))
    attach(lead, promise, BACKLOG, was="3", will="0.7")
    expect(working(lead)).to_contain_text("1 child in Oct 2024 to Dec 2024")

    analyst = open_page(java_script_enabled=False)
    sign_in(analyst, factories.user(Role.ANALYST, name="Priya Sandhurst"))
    cite_december(analyst)

    # Given that Ruby's plan was sent late in December, and nobody had recorded it
    page = open_page(java_script_enabled=False)
    sign_in(page, coordinator)
    page.goto(f"/cases/{Case.objects.get(**OF_RUBY).reference}/record/send-final-plan/")
    page.locator("[name='choice'][value='final_plan_sent_without_setting']").check()
    fill_day(page, "happened_on", date(2024, 12, 20))
    page.get_by_role("button", name="Record it").click()
    expect(page.get_by_text("Recorded.")).to_be_visible()

    # When the measures are worked out again
    analyst.goto("/figures/")
    analyst.get_by_role("button", name="Work out our measures again").click()
    run(work_out_measures)
    run(judge_promises)

    # Then the promise says what moved, and keeps what it said before
    lead.reload()
    expect(working(lead)).to_contain_text("0.7 children in Oct 2024 to Dec 2024, more than noise")
    expect(working(lead)).to_contain_text("reached")
    picture(lead, "promise-that-moved")
    lead.goto(f"/improvement/plans/promises/{promise.pk}/judgements/")
    expect(lead.get_by_text("1 child in Oct 2024 to Dec 2024")).to_be_visible()
    expect(lead.get_by_text("0.7 children in Oct 2024 to Dec 2024")).to_be_visible()

    # And the board's pack cites the figure as it is now
    lead.goto(f"/boards/meetings/{meeting.pk}/")
    lead.get_by_role("button", name="Make the board pack").click()
    run(make_pack)
    lead.goto("/boards/packs/")
    lead.get_by_role("link", name="Board pack").first.click()
    lead.get_by_role("button", name="Issue it").click()
    paper = lead.request.get(f"{lead.url.rstrip('/')}/pack.html").text()
    assert f"{BACKLOG}: 3 children on 31 January 2024, 0.7 children in Oct 2024 to Dec 2024" in paper
    assert "Citation 2, journal position" in paper

    # And what two people released says the same to the public, which needs no cookie
    release(lead, promise, open_page, sign_in)
    public = open_page(java_script_enabled=False)
    public.goto("/")
    public.get_by_role("link", name=promise.words).click()
    expect(working(public)).to_contain_text("0.7 children in Oct 2024 to Dec 2024, more than noise")
    assert public.context.cookies() == []
    picture(public, "promise-in-public")

    # And the cited figure says that it would come out otherwise, why, and leads to the entry
    analyst.goto("/figures/cited/")
    analyst.get_by_role("link", name=BACKLOG).last.click()
    expect(analyst.get_by_text("With what is known now it comes out otherwise.")).to_be_visible()
    picture(analyst, "cited-before-and-now")
    analyst.get_by_role("link", name="the cases and the entries behind them").click()
    analyst.get_by_role("link", name=RUBY).click()
    expect(analyst.get_by_text("20 December 2024").first).to_be_visible()


def release(lead, promise, open_page, sign_in):
    lead.goto(f"/release/public/plan/{promise.theme.plan_id}/")
    lead.get_by_label("Yes: it enters the next release").check()
    lead.get_by_role("button", name="Keep this").click()
    lead.goto("/release/")
    lead.get_by_role("checkbox").check()
    lead.get_by_role("button", name="Prepare it").click()
    director = open_page(java_script_enabled=False)
    sign_in(director, factories.user(Role.DIRECTOR, name="Helen Marchbanks"))
    director.goto("/release/approve/")
    director.get_by_role("checkbox").check()
    director.get_by_role("button", name="Release it to the public").click()
    expect(director.get_by_text("It is public now.")).to_be_visible()


def cite_december(page):
    page.goto("/figures/measures/backlog/")
    page.get_by_role("link", name="Cite the newest figure").click()
    page.get_by_label("Where is it cited?").fill("Paper 4 of the board’s meeting on 12 February 2025")
    page.get_by_role("button", name="Cite it").click()
    expect(page.get_by_text("It comes out the same with what is known now.")).to_be_visible()


def attach(page, promise, measure, *, was, will):
    page.goto(f"/improvement/plans/promises/{promise.pk}/measure/")
    page.get_by_label("Which measure?").select_option(label=measure)
    page.get_by_label("Where did it stand?").fill(was)
    fill_day(page, "baseline_on", date(2024, 1, 31))
    page.get_by_label("Who says so?").fill("The board’s paper of March 2024")
    page.get_by_label("Where will it stand?").fill(will)
    fill_day(page, "target_on", date(2025, 6, 30))
    page.locator("form.gt-form button").click()
    expect(page.get_by_role("heading", name="The five tests")).to_be_visible()


def working(page):
    return page.locator("ol.gt-tests > li").filter(has=page.get_by_role("heading", name="Working"))
