"""Counts as a spreadsheet: taken whole or not at all, and each row says why."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factories
from goldenthread.accounts.roles import Role
from goldenthread.audit.errors import NotPermitted
from goldenthread.documents import spreadsheets
from goldenthread.voice import count_file
from goldenthread.voice.actions.count_files import bring_counts
from goldenthread.voice.actions.survey_files import FileRefused
from goldenthread.voice.models import CountSeries, PeriodCount
from goldenthread.voice.queries.counted import one_series

TODAY = date(2025, 2, 3)


def row(counts, period, count, *, group="", dimension="", days=""):
    return [counts, period, dimension or ("district" if group else ""), group, str(days), str(count)]


def read(*rows, columns=count_file.COLUMNS):
    return count_file.read("counts.csv", spreadsheets.as_csv(columns, rows), today=TODAY)


def problems(*rows):
    return [(one.row, one.column) for one in read(*rows)[1]]


@pytest.mark.parametrize(
    ("text", "first", "every"),
    [
        ("2024-11", date(2024, 11, 1), "month"),
        ("2023/24", date(2023, 4, 1), "year"),
        ("1999/00", date(1999, 4, 1), "year"),
        ("2024", date(2024, 1, 1), "year"),
    ],
)
def test_months_and_both_kinds_of_year_are_told_apart(text, first, every):
    found = count_file.period_of(text)
    assert (found.first_day, found.every) == (first, every)
    assert count_file.period_words(first, every) == text


@pytest.mark.parametrize("text", ["", "2024-13", "2023/25", "November", "2024-1", "0000", "24"])
def test_what_is_no_period_is_none(text):
    assert count_file.period_of(text) is None


@given(st.integers(1, 9998), st.sampled_from([None, *range(1, 13)]))
def test_a_period_ends_the_day_before_the_next_begins(year, month):
    text = f"{year:04}" if month is None else f"{year:04}-{month:02}"
    found = count_file.period_of(text)
    assert (found.last_day - found.first_day).days in ((364, 365) if month is None else (27, 28, 29, 30))


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([row("grumbles", "2024-11", 4)], [(2, "counts")]),
        ([row("", "2024-11", 4)], [(2, "counts")]),
        ([row("complaints received", "lately", 4)], [(2, "period")]),
        ([row("complaints received", "2025-02", 4)], [(2, "period")]),
        ([row("complaints received", "2024/25", 4)], [(2, "period")]),
        ([row("complaints received", "2024-11", "four")], [(2, "count")]),
        ([row("complaints received", "2024-11", "")], [(2, "count")]),
        ([row("complaints received", "2024-11", 4, days=2)], [(2, "working_days")]),
        ([row("messages answered", "2024-11", 4)], [(2, "working_days")]),
        ([row("messages answered", "2024-11", 4, days="soon")], [(2, "working_days")]),
        ([row("complaints received", "2024-11", 4, group="Leo", dimension="star sign")], [(2, "dimension")]),
        ([["complaints received", "2024-11", "", "Ipswich", "", "4"]], [(2, "group")]),
        (
            [row("complaints received", "2024-11", 4), row("Complaints received", "2024-11", 5)],
            [(3, "count")],
        ),
    ],
)
def test_each_fault_is_named_by_row_and_column(rows, found):
    assert problems(*rows) == found


def test_names_and_references_are_refused():
    columns = (*count_file.COLUMNS, "complainant")
    _, (found,) = read([*row("complaints received", "2024-11", 4), "A. Parent"], columns=columns)
    assert found.column == "complainant"
    assert "personal data" in found.fix


@pytest.fixture
def bring():
    lead = factories.scope(Role.ANALYST)

    def act(*rows):
        taken, found = read(*rows)
        assert not found
        return [one.says for one in bring_counts(taken, source="The complaints team", by=lead)]

    return act


def told(key):
    return one_series(factories.scope(Role.DIRECTOR), key)


@pytest.mark.django_db
def test_brought_counts_make_their_series(bring):
    assert bring(row("complaints received", "2024-11", 41), row("complaints received", "2023/24", 626)) == [
        "Added.",
        "Added.",
    ]
    assert told("complaints-received").points[0].count == 41
    assert told("complaints-received-by-year").points[0].first_day == date(2023, 4, 1)
    assert CountSeries.objects.first().source == "The complaints team"


@pytest.mark.django_db
def test_a_corrected_count_says_what_it_was(bring):
    bring(row("complaints received", "2024-11", 41))
    assert bring(row("complaints received", "2024-11", 43)) == ["Changed: it was 41."]
    assert bring(row("complaints received", "2024-11", 43)) == ["As it was."]
    assert (told("complaints-received").points[0].count, PeriodCount.objects.count()) == (43, 2)


@pytest.mark.django_db
def test_answer_times_of_a_month_are_taken_whole(bring):
    bring(*(row("messages answered", "2024-11", 5, days=days) for days in (0, 1, 9)))
    bring(row("messages answered", "2024-11", 6, days=0), row("messages answered", "2024-11", 8, days=1))
    found = told("messages-answered")
    assert found.points[0].count == 14
    assert found.days[date(2024, 11, 1)] == {0: 6, 1: 8}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([row("complaints received", "2024-11", 4, group="Ipswich")], (2, "group")),
        ([row("complaints received", "2024-12", 5, group="Ipswich")], (2, "count")),
        ([row("complaints answered", "2024-12", 4), row("complaints upheld", "2024-12", 5)], (2, "count")),
        ([row("complaints received", "2023", 9)], (2, "period")),
    ],
)
def test_what_would_not_hold_is_refused_and_nothing_is_taken(bring, rows, found):
    bring(row("complaints received", "2024-12", 4), row("complaints received", "2022/23", 500))
    kept = PeriodCount.objects.count()
    with pytest.raises(FileRefused) as refused:
        bring(*rows)
    assert (refused.value.problems[0].row, refused.value.problems[0].column) == found
    assert PeriodCount.objects.count() == kept


@pytest.mark.django_db
def test_whoever_only_reads_brings_nothing():
    with pytest.raises(NotPermitted):
        bring_counts([], source="Nobody", by=factories.scope(Role.DIRECTOR))
