"""What others can ask of voice: only those who may, small groups never, and few questions to the database."""

from datetime import date

import pytest

import factories
from goldenthread.accounts.roles import Role
from goldenthread.audit.errors import NotFound, NotPermitted
from goldenthread.voice import queries
from goldenthread.voice.newest import newest_tallies
from goldenthread.voice.queries.asked import survey_page
from goldenthread.voice.queries.counted import one_series
from goldenthread.voice.tallies import Since, Tally

pytestmark = pytest.mark.django_db


@pytest.fixture
def scope():
    return factories.scope(Role.IMPROVEMENT_LEAD)


def test_nobody_reads_them_without_the_permission():
    stranger = factories.stranger()
    for ask in (
        lambda: queries.surveys(stranger),
        lambda: queries.answers(stranger, [1]),
        lambda: queries.series(stranger),
        lambda: queries.heard(stranger),
    ):
        with pytest.raises(NotPermitted):
            ask()


def test_a_survey_says_how_many_of_those_asked_replied(scope):
    factories.survey("Known", invited=1_269, replies=227)
    factories.survey("Unknown", invited=None, replies=230)
    rates = {one.survey.title: one.response_rate for one in queries.surveys(scope)}
    assert rates["Known"] == pytest.approx(0.179, abs=0.0005)
    assert rates["Unknown"] is None


def test_an_answer_stands_beside_the_same_question_before(scope):
    before = factories.question(factories.survey("2023"), "Are you kept informed?")
    factories.answer(before, 60, 120, 20)
    now = factories.question(factories.survey("2024"), "Are you kept informed?", before=before)
    factories.answer(now, 100, 80, 20)
    found = queries.answers(scope, [now.pk])[now.pk]
    assert (found.everyone, found.before) == (Tally(100, 80, 20), Tally(60, 120, 20))
    assert found.since is Since.BETTER
    assert queries.answers(scope, [before.pk])[before.pk].since is None


def test_the_newest_answer_holds_and_what_was_known_before_can_be_told(scope, seal_now):
    asked = factories.question(factories.survey())
    factories.answer(asked, 60, 120)
    position = seal_now()
    factories.answer(asked, 61, 119)
    assert queries.answers(scope, [asked.pk])[asked.pk].everyone == Tally(61, 119, 0)
    assert newest_tallies([asked.pk], position)[asked.pk, "", ""] == Tally(60, 120, 0)


def test_no_count_of_a_small_group_leaves_the_query(scope):
    asked = factories.question(factories.survey())
    factories.answer(asked, 92, 99)
    for group, yes, no in (("Babergh", 40, 30), ("Ipswich", 50, 60), ("Mid Suffolk", 2, 9)):
        factories.answer(asked, yes, no, dimension="district", group=group)
    rows = {one.group: one for one in queries.answers(scope, [asked.pk])[asked.pk].groups["district"]}
    assert rows["Mid Suffolk"].is_hidden
    assert rows["Mid Suffolk"].favourable is None
    assert sum(one.is_hidden for one in rows.values()) == 2


def test_a_part_stands_out_of_its_whole_by_period(scope):
    answered = factories.count_series("complaints answered")
    in_time = factories.count_series("complaints answered in time")
    for month, whole, part in ((1, 40, 30), (2, 50, 45)):
        factories.period_count(answered, date(2024, month, 1), whole)
        factories.period_count(in_time, date(2024, month, 1), part)
    factories.period_count(in_time, date(2024, 3, 1), 20)
    (found,) = queries.series(scope, [in_time.key])
    assert [(one.count, one.out_of) for one in found.points] == [(30, 40), (45, 50), (20, None)]


def test_a_part_of_a_whole_by_month_is_not_put_beside_a_whole_by_year(scope):
    factories.period_count(
        factories.count_series("ombudsman investigations", every="year"), date(2023, 4, 1), 58
    )
    upheld = factories.count_series("ombudsman investigations upheld")
    factories.period_count(upheld, date(2023, 4, 1), 5)
    assert one_series(scope, upheld.key).points[0].out_of is None


def test_small_groups_of_a_count_are_hidden_too(scope):
    received = factories.count_series()
    factories.period_count(received, date(2024, 1, 1), 60)
    for group, number in (("Babergh", 3), ("Ipswich", 30), ("West Suffolk", 27)):
        factories.period_count(received, date(2024, 1, 1), number, dimension="district", group=group)
    rows = {one.group: one.count for one in one_series(scope, received.key).groups["district"]}
    assert rows["Babergh"] is None
    assert list(rows.values()).count(None) == 2


def test_answer_times_add_up_to_the_count_of_the_month(scope):
    answered = factories.count_series("messages answered")
    for days, number in ((0, 12), (1, 30), (7, 4)):
        factories.period_count(answered, date(2024, 1, 1), number, working_days=days)
    found = one_series(scope, answered.key)
    assert found.points[0].count == 46
    assert found.days[date(2024, 1, 1)] == {0: 12, 1: 30, 7: 4}


def test_what_is_not_there_is_not_found(scope):
    with pytest.raises(NotFound):
        one_series(scope, "nothing")
    with pytest.raises(NotFound):
        survey_page(scope, 987_654)


def test_the_newest_that_was_heard_comes_first(scope):
    factories.heard("Old", said_on=date(2023, 1, 1))
    factories.heard("New", said_on=date(2024, 1, 1))
    assert [one.said for one in queries.heard(scope)] == ["New", "Old"]


def test_many_questions_and_groups_are_few_queries(scope, django_assert_max_num_queries):
    asked = [factories.question(factories.survey()) for _ in range(12)]
    for one in asked:
        factories.answer(one, 100, 90)
        factories.answer(one, 50, 45, dimension="district", group="Ipswich")
        factories.answer(one, 50, 45, dimension="district", group="Babergh")
    with django_assert_max_num_queries(2):
        assert len(queries.answers(scope, [one.pk for one in asked])) == 12
    received, upheld = factories.count_series(), factories.count_series("complaints upheld")
    for month in range(1, 13):
        factories.period_count(received, date(2024, month, 1), 9)
        factories.period_count(upheld, date(2024, month, 1), 5)
    with django_assert_max_num_queries(2):
        queries.series(scope)
