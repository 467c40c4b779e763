"""Published figures side by side: the series, the rank, the neighbours; symbols stay missing."""

from decimal import Decimal

import pytest

from goldenthread.figures.benchmarks import ENGLAND, benchmark
from goldenthread.figures.open_data.published import TABLES, NotPublished, figure_columns, row

SHARE = ("timeliness_20_week_totals", "PC_plans_issued_20_weeks_ex")


def test_the_series_are_the_published_cells_of_every_year():
    mark = benchmark(*SHARE, "935")
    assert mark.periods == ("2019", "2020", "2021", "2022", "2023", "2024")
    assert [cell.text for cell in mark.ours] == ["34.6", "81.1", "89.2", "22.8", "3.9", "25.4"]
    assert mark.england[-1] == row(SHARE[0], ENGLAND, "2024")[SHARE[1]]


def test_the_rank_counts_only_areas_that_published_a_value():
    mark = benchmark(*SHARE, "935")
    values = sorted((place.value for place in mark.everyone if place.value is not None), reverse=True)
    assert mark.rank.of == len(values) < len(mark.everyone)
    assert values[mark.rank.place - 1] == mark.ours[-1].value


def test_ten_areas_are_like_ours_and_the_nearest_is_first():
    mark = benchmark(*SHARE, "935")
    assert [place.name for place in mark.like_us][:2] == ["Somerset", "Norfolk"]
    assert len(mark.like_us) == 10
    low, high = mark.spread_of_neighbours()
    values = [place.value for place in mark.like_us if place.value is not None]
    assert (low[-1], high[-1]) == (min(values), max(values))


def test_a_symbol_is_missing_and_never_nought():
    mark = benchmark(*SHARE, "935")
    missing = [place for place in mark.everyone if place.cell.symbol]
    assert missing
    assert all(place.value is None for place in missing)
    assert Decimal(0) not in [place.value for place in missing]


def test_every_published_column_has_a_benchmark():
    for table in TABLES:
        for column in figure_columns(table):
            assert benchmark(table, column, "935").periods


@pytest.mark.parametrize(
    ("table", "column", "area"),
    [
        ("no_such_table", "x", "935"),
        ("caseload_totals", "no_such_column", "935"),
        ("caseload_totals", "ehcplans", "999"),
    ],
)
def test_what_was_never_published_is_said_to_be_so(table, column, area):
    with pytest.raises(NotPublished):
        benchmark(table, column, area)
