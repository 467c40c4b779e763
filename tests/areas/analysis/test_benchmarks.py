"""Is an area set beside others as the published tables have it?"""

from decimal import Decimal

import pytest

from goldenthread.analysis.benchmarks import Neighbours, Observation, mean, spread, standing, standings
from goldenthread.figures.open_data.comparing import compared, observations
from goldenthread.figures.open_data.published import NotPublished

ENGLAND, EAST = "E92000001", "E12000006"
WITHIN = ("timeliness_20_week_totals", "pc_plans_issued_within_20_weeks")


def seen(code: str, value: str, region: str = EAST) -> Observation:
    if value == "x":
        return Observation(code, region, "2024", None, "x")
    return Observation(code, region, "2024", Decimal(value))


FIVE = [
    seen(ENGLAND, "50", ""),
    seen(EAST, "40"),
    seen("1", "10"),
    seen("2", "30"),
    seen("3", "30"),
    seen("4", "x"),
    seen("5", "20"),
]


def test_an_area_is_ranked_among_areas_that_publish_a_figure_and_equals_share_a_place() -> None:
    like = Neighbours(2025, ("2", "4", "5", "9"))
    assert (standing(FIVE, "1", like).rank, standing(FIVE, "1", like).areas) == (4, 4)
    assert [standing(FIVE, code, like).rank for code in ("2", "3", "5")] == [1, 1, 3]
    assert standing(FIVE, "4", like).rank is None


def test_england_and_regions_are_beside_the_area_and_not_among_areas() -> None:
    own = standing(FIVE, "1", Neighbours(2025, ()))
    assert own.england is not None
    assert own.region is not None
    assert (own.england.value, own.region.value) == (50, 40)
    assert own.spread is not None
    assert (own.spread.lowest, own.spread.highest) == (10, 30)


def test_the_mean_of_neighbours_leaves_out_and_names_those_without_a_figure() -> None:
    own = standing(FIVE, "1", Neighbours(2025, ("2", "4", "5", "9")))
    assert own.neighbour_mean == Decimal("25.0")
    assert own.neighbours_without == ("4", "9")
    assert [one.code for one in own.neighbours] == ["2", "4", "5"]
    assert own.neighbour_rank == 3
    assert own.neighbour_model == 2025


def test_the_mean_is_rounded_half_up_and_there_is_none_of_nothing() -> None:
    assert mean([Decimal("0.1"), Decimal("0.2")]) == Decimal("0.2")
    assert mean([]) is None


def test_the_spread_gives_figures_that_were_published() -> None:
    values = [Decimal(n) for n in range(1, 9)]
    found = spread(values)
    assert found is not None
    assert (found.lower_quarter, found.middle, found.upper_quarter) == (2, 4, 6)
    one = spread([Decimal(7)])
    assert one is not None
    assert {one.lowest, one.lower_quarter, one.middle, one.upper_quarter, one.highest} == {7}
    assert spread([]) is None


def test_suffolk_stands_beside_its_ten_neighbours_for_every_published_year() -> None:
    years = compared(*WITHIN, "935")
    assert [one.period for one in years] == ["2019", "2020", "2021", "2022", "2023", "2024"]
    assert [str(one.area.value) for one in years] == ["33.8", "80.1", "88.3", "22.7", "3.9", "25.4"]
    last = years[-1]
    assert last.england is not None
    assert last.region is not None
    assert (last.england.value, last.region.code) == (Decimal("45.9"), EAST)
    assert (len(last.neighbours), last.neighbour_model, last.neighbours_without) == (10, 2025, ())
    figures = [one.value for one in last.neighbours if one.value is not None]
    assert last.neighbour_mean == mean(figures)


def test_a_neighbour_that_published_a_symbol_is_left_out_and_named() -> None:
    (year,) = [one for one in compared(*WITHIN, "935") if one.period == "2022"]
    assert "926" in year.neighbours_without
    assert all(one.value is not None for one in year.neighbours if one.code not in year.neighbours_without)


def test_the_older_model_of_neighbours_can_be_asked_for_and_is_named() -> None:
    newer, older = compared(*WITHIN, "935")[-1], compared(*WITHIN, "935", 2021)[-1]
    assert (newer.neighbour_model, older.neighbour_model) == (2025, 2021)
    assert newer.neighbour_mean != older.neighbour_mean


def test_a_london_area_stands_beside_the_part_of_london_that_the_table_names() -> None:
    (needs,) = compared("sen_need_newplans_totals", "asd_pc", "202")
    assert needs.region is not None
    assert needs.region.code == "E13000001"
    assert compared(*WITHIN, "202")[-1].region is not None


def test_every_area_has_a_rank_in_the_newest_year_or_publishes_a_symbol() -> None:
    newest = [one for one in observations(*WITHIN) if one.period == "2024"]
    areas = [one for one in newest if one.is_area]
    assert len(areas) == 153
    for one in areas:
        own = standing(newest, one.code, Neighbours(2025, ()))
        assert (own.rank is None) == (one.value is None)


def test_an_area_without_a_row_stands_nowhere_and_a_strange_column_is_refused() -> None:
    assert standings(observations(*WITHIN), "000", Neighbours(2025, ())) == ()
    with pytest.raises(NotPublished, match="no figures in a column la_name"):
        observations(WITHIN[0], "la_name")
