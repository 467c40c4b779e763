"""The forum reads what families said and what was answered to it; an improvement lead brings a file."""

from datetime import date

import pytest
from playwright.sync_api import expect

import factories
from goldenthread.accounts.roles import Role
from goldenthread.audit.scope import Scope
from goldenthread.demo.story import voice
from goldenthread.documents import spreadsheets
from goldenthread.voice import survey_file

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _story(always_on):
    always_on(date(2025, 2, 3))
    voice.keep_voices(Scope.system("the story of the demonstration is told"))


def look(page, axe, fits_its_width, picture, name):
    axe(page)
    fits_its_width(page)
    picture(page, name)


def walk(page, axe, fits_its_width, picture, size):
    page.goto("/voice/surveys/")
    look(page, axe, fits_its_width, picture, f"surveys{size}")
    page.get_by_role("link", name="Forum survey 2024 (example)").click()
    expect(page.get_by_text("268 of 2,150 who were asked replied: 12 of 100.")).to_be_visible()
    expect(page.get_by_text("We rate this better than families do.").first).to_be_visible()
    look(page, axe, fits_its_width, picture, f"survey{size}")
    page.goto("/voice/counts/")
    look(page, axe, fits_its_width, picture, f"counts{size}")
    page.get_by_role("link", name="Complaints answered in time, by month").click()
    expect(page.get_by_text("47 of 74 in Jan 2025: 64%.", exact=True)).to_be_visible()
    look(page, axe, fits_its_width, picture, f"count-series{size}")
    page.goto("/voice/counts/messages-answered/")
    look(page, axe, fits_its_width, picture, f"answer-times{size}")
    page.goto("/voice/heard/")
    expect(page.get_by_text("We do not know yet").first).to_be_visible()
    look(page, axe, fits_its_width, picture, f"heard{size}")


def test_the_forum_reads_what_families_said(page, narrow_page, sign_in, axe, fits_its_width, picture):
    member = factories.user(Role.FORUM_MEMBER, name="Carol Wetherden")
    for each, size in ((page, ""), (narrow_page, "-on-a-phone")):
        sign_in(each, member)
        walk(each, axe, fits_its_width, picture, size)


def test_a_lead_brings_answers_and_mends_a_fault(page, sign_in, axe, fits_its_width, picture, tmp_path):
    sign_in(page, factories.user(Role.IMPROVEMENT_LEAD))
    page.goto("/voice/surveys/add/")
    page.get_by_label("What is the survey called?").fill("Survey of young people")
    page.get_by_label("Who ran it?").fill("Young people’s network (example)")
    for group, month in (("When did it open?", "11"), ("When did it close?", "12")):
        boxes = page.get_by_role("group", name=group)
        boxes.get_by_label("Day").fill("4")
        boxes.get_by_label("Month").fill(month)
        boxes.get_by_label("Year").fill("2024")
    page.get_by_label("How many replied?").fill("61")
    look(page, axe, fits_its_width, picture, "add-survey")
    page.get_by_role("button", name="Add it").click()
    page.get_by_role("link", name="Bring its answers").click()
    look(page, axe, fits_its_width, picture, "bring-answers")
    bring(page, tmp_path, "60", "9", "3")
    expect(page.get_by_role("heading", name="Nothing was taken")).to_be_visible()
    expect(page.get_by_text("72 answers, but 61 replied to the survey.")).to_be_visible()
    look(page, axe, fits_its_width, picture, "nothing-taken")
    page.get_by_role("link", name="Bring it again").click()
    bring(page, tmp_path, "40", "18", "3")
    expect(page.get_by_text("Added.")).to_be_visible()
    page.get_by_role("link", name="Survey of young people").click()
    expect(page.get_by_text("40 of 61")).to_be_visible()
    page.get_by_role("link", name="Answer this theme").click()
    look(page, axe, fits_its_width, picture, "answer-theme")


def bring(page, tmp_path, *counts):
    path = tmp_path / "answers.csv"
    row = ["Being asked", "Were you asked what you want?", "", "", "", *counts]
    path.write_bytes(spreadsheets.as_csv(survey_file.COLUMNS, [row]))
    page.get_by_label("The spreadsheet").set_input_files(path)
    page.get_by_role("button", name="Bring them").click()
