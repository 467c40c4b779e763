"""What families said, as the demonstration tells it: the public record, and examples that say so."""

from datetime import date

import pytest

from goldenthread.audit.scope import Scope
from goldenthread.demo.story import voice
from goldenthread.voice import queries
from goldenthread.voice.models import Answer, CountSeries, PeriodCount, Survey, ThemeResponse
from goldenthread.voice.queries.counted import one_series
from goldenthread.voice.tallies import Since

pytestmark = pytest.mark.django_db

BY = Scope.system("a test tells the story")


@pytest.fixture
def story(always_on):
    always_on(date(2025, 2, 3))
    voice.keep_voices(BY)


def test_the_public_record_stands_with_its_numbers_and_its_source(story):
    survey = Survey.objects.get(replies=729)
    assert (survey.invited, survey.is_example, bool(survey.source)) == (None, False, True)
    (question,) = survey.questions.all()
    assert queries.answers(BY, [question.pk])[question.pk].everyone.favourable == 84
    complaints = one_series(BY, "complaints-received-by-year")
    assert [(one.first_day.year, one.count) for one in complaints.points] == [(2022, 500), (2023, 626)]
    upheld = one_series(BY, "ombudsman-investigations-upheld-by-year")
    assert [(one.count, one.out_of) for one in upheld.points] == [(62, 75), (50, 58)]
    assert [round(100 * one.count / one.out_of) for one in upheld.points] == [83, 86]


def test_invented_months_add_up_to_the_published_year(story):
    months = one_series(BY, "complaints-received")
    assert months.series.is_example
    year = [one.count for one in months.points if date(2023, 4, 1) <= one.first_day < date(2024, 4, 1)]
    assert (len(year), sum(year)) == (12, 626)


def test_whatever_was_invented_says_so(story):
    for survey in Survey.objects.filter(is_example=True):
        assert "(example)" in survey.run_by
    assert not ThemeResponse.objects.filter(is_example=False).exists()
    assert set(CountSeries.objects.filter(every="month").values_list("is_example", flat=True)) == {True}
    for row in queries.heard(BY):
        assert row.is_example or row.source


def test_the_forum_s_two_surveys_stand_beside_each_other(story):
    survey = Survey.objects.get(title="Forum survey 2024 (example)")
    found = queries.answers(BY, survey.questions.values_list("pk", flat=True))
    since = {one.question.words: one.since for one in found.values()}
    assert since["When we write or call, somebody answers"] is Since.BETTER
    assert since["Our experience as a whole is good"] is Since.NO_CHANGE
    overall = next(one for one in found.values() if one.question.is_overall)
    assert any(group.is_hidden for group in overall.groups["district"])


def test_what_had_not_happened_by_the_day_is_not_told(always_on):
    always_on(date(2023, 12, 4))
    voice.keep_voices(BY)
    assert Survey.objects.count() == 2
    assert not PeriodCount.objects.filter(first_day__gt=date(2023, 11, 1)).exists()
    assert {row.changed for row in queries.heard(BY)} == {""}


def test_told_again_it_is_there_already(story):
    answers = Answer.objects.count()
    assert voice.is_kept(BY)
    assert Answer.objects.count() == answers
