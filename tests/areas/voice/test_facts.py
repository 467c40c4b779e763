"""What families said as facts: rows that add up to everyone, and name nobody."""

from datetime import date

import pytest

import factories
from goldenthread.accounts.roles import Role
from goldenthread.analysis.further_facts import FURTHER
from goldenthread.audit.errors import NotPermitted
from goldenthread.voice.facts import facts

pytestmark = pytest.mark.django_db

NOVEMBER = date(2024, 11, 1)


@pytest.fixture
def analyst():
    return factories.scope(Role.ANALYST)


def rows(table):
    return [{name: row[name] for name in row if row[name] is not None} for row in table.to_pylist()]


def test_districts_and_what_is_left_add_up_to_everyone(analyst):
    answered = factories.count_series("complaints answered")
    in_time = factories.count_series("complaints answered in time")
    for series, everyone, ipswich in ((answered, 40, 20), (in_time, 30, 18)):
        factories.period_count(series, NOVEMBER, everyone)
        factories.period_count(series, NOVEMBER, ipswich, dimension="district", group="Ipswich")
        factories.period_count(series, NOVEMBER, everyone, dimension="need", group="ASD")
    end = date(2024, 11, 30)
    assert rows(facts(analyst)["complaints"]) == [
        {"request_key": -1, "on_day": end, "district": "Ipswich", "answered": 20, "in_time": 18},
        {"request_key": -2, "on_day": end, "answered": 20, "in_time": 12},
    ]


def test_a_district_of_which_only_one_count_is_known_goes_with_everyone(analyst):
    answered = factories.count_series("complaints answered")
    factories.period_count(answered, NOVEMBER, 40)
    factories.period_count(answered, NOVEMBER, 20, dimension="district", group="Ipswich")
    factories.period_count(factories.count_series("complaints upheld"), NOVEMBER, 30)
    (row,) = rows(facts(analyst)["complaints"])
    assert (row["answered"], row["upheld"], "district" in row) == (40, 30, False)


def test_months_count_where_years_are_counted_too(analyst):
    factories.period_count(factories.count_series("complaints answered", every="year"), date(2023, 4, 1), 600)
    factories.period_count(factories.count_series("complaints answered"), NOVEMBER, 40)
    assert [row["answered"] for row in rows(facts(analyst)["complaints"])] == [40]


def test_the_ombudsman_s_year_stands_where_it_ends(analyst):
    for counts, number in (("ombudsman investigations", 58), ("ombudsman investigations upheld", 50)):
        factories.period_count(factories.count_series(counts, every="year"), date(2023, 4, 1), number)
    assert rows(facts(analyst)["ombudsman"]) == [
        {"request_key": -1, "on_day": date(2024, 3, 31), "investigated": 58, "upheld": 50}
    ]


def test_each_answered_message_is_a_row(analyst):
    answered = factories.count_series("messages answered")
    for days, number in ((0, 2), (7, 1)):
        factories.period_count(answered, NOVEMBER, number, working_days=days)
    assert [row["working_days"] for row in rows(facts(analyst)["messages"])] == [0, 0, 7]


def test_only_the_question_on_the_whole_is_a_fact(analyst):
    survey = factories.survey(closed_on=date(2024, 10, 18))
    factories.answer(factories.question(survey), 100, 100)
    overall = factories.question(survey, is_overall=True)
    factories.answer(overall, 161, 66)
    factories.answer(overall, 60, 20, dimension="district", group="Ipswich")
    assert rows(facts(analyst)["surveys"]) == [
        {
            "request_key": -1,
            "on_day": date(2024, 10, 18),
            "district": "Ipswich",
            "answered": 80,
            "favourable": 60,
        },
        {"request_key": -2, "on_day": date(2024, 10, 18), "answered": 147, "favourable": 101},
    ]


def test_what_was_corrected_later_was_not_known_then(analyst, seal_now):
    answered = factories.count_series("complaints answered")
    factories.period_count(answered, NOVEMBER, 40)
    then = seal_now()
    factories.period_count(answered, NOVEMBER, 43)
    seal_now()
    assert [row["answered"] for row in rows(facts(analyst)["complaints"])] == [43]
    assert [row["answered"] for row in rows(facts(analyst, known_at=then)["complaints"])] == [40]


def test_without_any_voice_the_tables_are_empty_and_whole(analyst):
    for name, table in facts(analyst).items():
        assert (table.num_rows, table.schema) == (0, FURTHER[name])


def test_keys_are_below_nought_and_never_twice(analyst):
    factories.period_count(factories.count_series("complaints answered"), NOVEMBER, 40)
    factories.period_count(factories.count_series("messages answered"), NOVEMBER, 3, working_days=1)
    keys = [row["request_key"] for table in facts(analyst).values() for row in table.to_pylist()]
    assert len(set(keys)) == len(keys) == 4
    assert max(keys) < 0


def test_facts_are_for_those_who_work_out_figures():
    with pytest.raises(NotPermitted):
        facts(factories.scope(Role.IMPROVEMENT_LEAD))
