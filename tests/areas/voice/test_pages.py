"""The pages of what families said, as an improvement lead keeps them and the forum reads them."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

import factories
from goldenthread.accounts.roles import Role
from goldenthread.documents import spreadsheets
from goldenthread.voice import count_file, survey_file
from goldenthread.voice.models import CountSeries, Heard, PeriodCount, Survey, ThemeResponse

pytestmark = pytest.mark.django_db

SURVEY = {"title": "Autumn survey", "run_by": "The forum", "replies": "230"}


@pytest.fixture(autouse=True)
def _on_the_third_of_february(always_on):
    always_on(date(2025, 2, 3))


@pytest.fixture
def at_work(client):
    client.force_login(factories.user(Role.IMPROVEMENT_LEAD))
    return client


@pytest.fixture
def reading(client):
    client.force_login(factories.user(Role.FORUM_MEMBER))
    return client


def text(answer):
    return " ".join(answer.content.decode().split())


def day(name, value):
    return {f"{name}-day": value.day, f"{name}-month": value.month, f"{name}-year": value.year}


def between(opened, closed):
    return {**day("opened_on", opened), **day("closed_on", closed)}


def file(columns, *rows):
    return SimpleUploadedFile("brought.csv", spreadsheets.as_csv(columns, rows))


def test_from_no_survey_to_a_theme_that_is_answered(at_work):
    assert "No survey is here yet" in text(at_work.get(reverse("surveys")))
    given = {**SURVEY, **between(date(2024, 9, 2), date(2024, 10, 11))}
    page = text(at_work.post(reverse("add-survey"), given, follow=True))
    assert "230 replied. Nobody knows how many were asked." in page
    assert "No answers are here yet" in page
    survey = Survey.objects.get()
    rows = [
        ["Communication", "Are you kept informed?", "yes", "", "", "60", "150", "20"],
        ["Communication", "Are you kept informed?", "", "district", "Ipswich", "40", "80", "10"],
        ["Communication", "Are you kept informed?", "", "district", "Babergh", "3", "60", "2"],
    ]
    brought = {"file": file(survey_file.COLUMNS, *rows)}
    assert "The spreadsheet is taken" in text(
        at_work.post(reverse("bring-answers", args=[survey.pk]), brought)
    )
    page = text(at_work.get(reverse("survey", args=[survey.pk])))
    assert "60 of 230" in page
    assert "26%" in page
    assert "not shown" in page
    assert "3 of 65" not in page
    address = reverse("answer-theme", args=[survey.pk, "communication"])
    assert "26% (60 of 230)" in text(at_work.get(address))
    answer = {"families_rating": "2", "our_rating": "3", "what_was_done": "A phone line"}
    page = text(at_work.post(address, answer, follow=True))
    assert "A little" in page
    assert "We rate this better than families do." in page
    assert ThemeResponse.objects.get().what_was_done == "A phone line"


def test_few_replies_of_those_asked_say_what_that_means(reading):
    survey = factories.survey(invited=475, replies=19, did_not_answer="Families of young adults.")
    factories.answer(factories.question(survey), 15, 4)
    page = text(reading.get(reverse("survey", args=[survey.pk])))
    assert "19 of 475 who were asked replied: 4 of 100." in page
    assert "too few to say anything" in page
    assert "96 of 100 did not reply" in page
    assert "Families of young adults." in page
    assert "79%" not in page


def test_the_same_question_before_stands_beside(reading):
    before = factories.question(factories.survey("Survey of 2023"), "Are you kept informed?")
    factories.answer(before, 40, 150, 10)
    survey = factories.survey("Survey of 2024", before=before.survey)
    factories.answer(factories.question(survey, "Are you kept informed?", before=before), 90, 100, 10)
    page = text(reading.get(reverse("survey", args=[survey.pk])))
    assert "40 of 200, Survey of 2023" in page
    assert "Better" in page


def test_what_was_typed_of_a_survey_comes_back(at_work):
    given = {**SURVEY, **between(date(2024, 9, 2), date(2024, 8, 2)), "invited": "200"}
    answer = at_work.post(reverse("add-survey"), given)
    assert answer.status_code == 422
    assert "must be on or after the day it opened" in text(answer)
    assert "No more can reply than were asked" in text(answer)
    assert 'value="Autumn survey"' in text(answer)


def test_a_survey_of_a_title_that_is_here_is_refused_with_a_sentence(at_work):
    factories.survey("Autumn survey")
    given = {**SURVEY, **between(date(2024, 9, 2), date(2024, 10, 11))}
    answer = at_work.post(reverse("add-survey"), given)
    assert answer.status_code == 422
    assert "is here already" in text(answer)


def test_a_survey_is_corrected_with_a_reason(at_work):
    survey = factories.survey("Autumn survey", invited=None)
    address = reverse("correct-survey", args=[survey.pk])
    assert 'value="Autumn survey"' in text(at_work.get(address))
    given = {**SURVEY, **between(date(2024, 9, 2), date(2024, 10, 11)), "invited": "1150"}
    assert "Enter why it is corrected" in text(at_work.post(address, given))
    page = text(at_work.post(address, {**given, "because": "We counted letters"}, follow=True))
    assert "230 of 1,150 who were asked replied: 20 of 100." in page
    factories.answer(factories.question(survey), 100, 100, 30)
    answer = at_work.post(address, {**given, "replies": "200", "because": "A slip"})
    assert "230 answered one of its questions" in text(answer)


def test_a_file_with_a_fault_is_refused_whole_with_row_rule_and_fix(at_work):
    survey = factories.survey(replies=10)
    rows = [["Waiting", "Was it quick?", "", "", "", "9", "9", "9"]]
    answer = at_work.post(
        reverse("bring-answers", args=[survey.pk]), {"file": file(survey_file.COLUMNS, *rows)}
    )
    assert answer.status_code == 422
    for words in ("Nothing was taken", "Row 2", "27 answers, but 10 replied", "Check the counts"):
        assert words in text(answer)
    assert not survey.questions.exists()


def test_no_file_is_an_error_of_the_form(at_work):
    survey = factories.survey()
    for address in (reverse("bring-answers", args=[survey.pk]), reverse("bring-counts")):
        answer = at_work.post(address, {"sent": "yes"})
        assert answer.status_code == 422
        assert "Choose the spreadsheet" in text(answer)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_the_columns_can_be_had_and_brought_back(at_work, form):
    survey = factories.survey()
    factories.question(survey, "Are you kept informed?")
    found = at_work.get(reverse("survey-columns", args=[survey.pk, form]))
    rows, _ = spreadsheets.read(f"x.{form}", found.content, survey_file.SHAPE)
    assert rows[0]["question"] == "Are you kept informed?"
    found = at_work.get(reverse("count-columns", args=[form]))
    rows, _ = spreadsheets.read(f"x.{form}", found.content, count_file.SHAPE)
    assert rows[0]["counts"] == "complaints received"
    assert at_work.get(reverse("count-columns", args=["pdf"])).status_code == 404


def test_a_theme_that_is_not_in_the_survey_is_not_found(at_work):
    assert at_work.get(reverse("answer-theme", args=[factories.survey().pk, "transport"])).status_code == 404


def test_from_nothing_counted_to_a_chart(at_work):
    assert "Nothing is counted yet" in text(at_work.get(reverse("counts")))
    rows = [
        ["complaints received", f"2024-{month:02}", "", "", "", str(60 + month % 3)] for month in range(1, 13)
    ]
    brought = {"file": file(count_file.COLUMNS, *rows), "source": "The complaints team"}
    assert "Row by row" in text(at_work.post(reverse("bring-counts"), brought))
    assert "Dec 2024" in text(at_work.get(reverse("counts")))
    page = text(at_work.get(reverse("count-series", args=["complaints-received"])))
    assert "60 in Dec 2024." in page
    assert "No signal" in page
    assert "The complaints team" in page
    brought = {"file": file(count_file.COLUMNS, ["grumbles", "2024-12", "", "", "", "4"]), "source": "Us"}
    answer = at_work.post(reverse("bring-counts"), brought)
    assert (answer.status_code, PeriodCount.objects.count()) == (422, 12)


def test_answer_times_and_shares_are_said_in_words(reading):
    answered = factories.count_series("messages answered", key="answered")
    for days, number in ((0, 12), (1, 30), (7, 4)):
        factories.period_count(answered, date(2024, 12, 1), number, working_days=days)
    page = text(reading.get(reverse("count-series", args=["answered"])))
    assert "the middle answer took 1 working day; nine of ten took 1 working day or less" in page
    whole = factories.count_series("complaints answered", every="year")
    part = factories.count_series("complaints upheld", every="year", key="upheld")
    factories.period_count(whole, date(2023, 4, 1), 60)
    factories.period_count(part, date(2023, 4, 1), 45)
    for group, yes, of in (("Babergh", 3, 12), ("Ipswich", 42, 48)):
        factories.period_count(part, date(2023, 4, 1), yes, dimension="district", group=group)
        factories.period_count(whole, date(2023, 4, 1), of, dimension="district", group=group)
    page = text(reading.get(reverse("count-series", args=["upheld"])))
    assert "45 of 60 in 2023–24: 75%." in page
    assert "not shown" in page
    assert "Babergh" in page
    assert CountSeries.objects.count() == 3


def test_what_changed_is_open_until_it_is_known(at_work):
    assert "Nothing that was said is here yet" in text(at_work.get(reverse("heard")))
    said = {"said": "Nobody calls back", "said_by": "Families", "theme": "Communication"}
    page = text(
        at_work.post(reverse("add-heard"), {**said, **day("said_on", date(2024, 10, 11))}, follow=True)
    )
    assert "Nothing has been done yet." in page
    row = Heard.objects.get()
    done = reverse("say-what-was-done", args=[row.pk])
    answer = at_work.post(done, {"did": "A phone line", **day("did_on", date(2024, 10, 1))})
    assert answer.status_code == 422
    assert "before it was said" in text(answer)
    page = text(at_work.post(done, {"did": "A phone line", **day("did_on", date(2024, 11, 4))}, follow=True))
    assert "We do not know yet." in page
    changed = {"changed": "Calls are answered", "how_we_know": "The log"}
    address = reverse("say-what-changed", args=[row.pk])
    assert at_work.post(address, {**changed, **day("changed_on", date(2024, 11, 1))}).status_code == 422
    page = text(at_work.post(address, {**changed, **day("changed_on", date(2025, 1, 6))}, follow=True))
    assert "We know it from this: The log" in page
    assert "what changed is known of 1" in page
    back = reverse("take-back-what-changed", args=[row.pk])
    assert "Calls are answered" in text(at_work.get(back))
    page = text(at_work.post(back, {"because": "The log was of one week"}, follow=True))
    assert "We do not know yet." in page
    assert at_work.post(back, {"because": "Again"}).status_code == 422


def test_what_was_said_is_corrected_with_a_reason(at_work):
    row = factories.heard(did="It", did_on=date(2024, 11, 4))
    address = reverse("correct-heard", args=[row.pk])
    assert "Nobody answers our e-mails" in text(at_work.get(address))
    said = {"said": "Nobody rings back", "said_by": "Families", "theme": "Calls", "because": "Their words"}
    answer = at_work.post(address, {**said, **day("said_on", date(2024, 12, 1))})
    assert (answer.status_code, "before that day" in text(answer)) == (422, True)
    page = text(at_work.post(address, {**said, **day("said_on", date(2024, 10, 1))}, follow=True))
    assert "Nobody rings back (Families, 1 October 2024)" in page


def test_whoever_reads_is_offered_nothing_to_write(reading):
    survey = factories.survey()
    factories.answer(factories.question(survey), 100, 100)
    factories.heard()
    for address in (
        reverse("surveys"),
        reverse("survey", args=[survey.pk]),
        reverse("heard"),
        reverse("counts"),
    ):
        page = text(reading.get(address))
        for words in ("Add a survey", "Bring", "Answer this theme", "Say what"):
            assert words not in page


def test_a_whole_survey_is_few_queries(reading, django_assert_max_num_queries):
    before = factories.survey("Before")
    survey = factories.survey("Now", before=before)
    for number in range(20):
        earlier = factories.question(before, theme=f"Theme {number % 5}")
        factories.answer(earlier, 60, 90)
        asked = factories.question(survey, theme=f"Theme {number % 5}", before=earlier)
        factories.answer(asked, 100, 90)
        for group in ("Ipswich", "Babergh"):
            factories.answer(asked, 40, 40, dimension="district", group=group)
    with django_assert_max_num_queries(12):
        assert reading.get(reverse("survey", args=[survey.pk])).status_code == 200
    with django_assert_max_num_queries(8):
        reading.get(reverse("surveys"))
