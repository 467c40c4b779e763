"""Charts say their finding aloud, draw values to scale, and hold nothing that a page may not."""

from itertools import pairwise
from typing import Any

import pytest
from lxml import html

from areas.ui.gallery import figures, statistics
from areas.ui.reading import component, one, parsed, words
from goldenthread.ui import palette
from goldenthread.ui.charts.letters import width_of, wrapped
from goldenthread.ui.charts.pen import Drawn
from goldenthread.ui.charts.scale import COUNT, nice_ticks, spread, tick_words
from goldenthread.ui.charts.sparkline import Noise, sparkline
from goldenthread.ui.charts.stacked_bars import Bar, stacked_bars
from goldenthread.ui.charts.strip import Place, Reference, strip
from goldenthread.ui.charts.time_series import Band, Series, time_series

HOSTILE = '<script>alert(1)</script>" onload="x'
YEARS = ["2019", "2020", "2021", "2022"]


def svg_of(drawn: str) -> html.HtmlElement:
    return one(parsed(drawn), "./svg")


def texts(drawn: str) -> list[str]:
    return [text.text for text in svg_of(drawn).xpath("./text[not(@aria-hidden)]")]


def series(**changes: Any) -> Drawn:
    values: dict[str, Any] = {
        "others": [Series("England", [58.0, 55.0, 57.0, 47.0])],
        "title": "It rose, then fell",
    }
    return time_series(YEARS, Series("Suffolk", [33.8, 80.1, 88.3, 22.7]), **(values | changes))


def every_drawing() -> list[str]:
    charts = [*figures.MEASURE["charts"], figures.PUBLIC["chart"]]  # type: ignore[misc]
    charts += [*statistics.STATISTICS["full"], *statistics.STATISTICS["charts"]]
    return [drawn for chart in charts for drawn in (chart.drawing.wide, chart.drawing.narrow)]


@pytest.mark.parametrize("drawn", every_drawing())
def test_a_chart_is_one_image_whose_name_is_its_finding(drawn: str) -> None:
    svg = svg_of(drawn)
    assert svg.get("role") == "img"
    assert svg[0].tag == "title"
    assert words(svg[0])


@pytest.mark.parametrize("drawn", every_drawing())
def test_a_chart_holds_no_style_no_script_and_no_address(drawn: str) -> None:
    for element in svg_of(drawn).iter():
        assert element.tag in {"svg", "title", "path", "rect", "circle", "text"}
        assert not {"style", "class", "href", "id"} & set(element.attrib)
        assert not [name for name in element.attrib if name.startswith("on")]


@pytest.mark.parametrize("drawn", every_drawing())
def test_words_stay_inside_the_drawing(drawn: str) -> None:
    svg = svg_of(drawn)
    for text in svg.xpath("./text"):
        span = width_of(text.text, float(svg.get("font-size")), bold=text.get("font-weight") == "650")
        start = (
            float(text.get("x"))
            - {"start": 0, "middle": span / 2, "end": span}[text.get("text-anchor", "start")]
        )
        assert start >= -1, text.text
        assert start + span <= float(svg.get("width")) + 1, text.text
        assert 10 <= float(text.get("y")) <= float(svg.get("height")), text.text


@pytest.mark.parametrize("drawn", [series(title=HOSTILE), series(others=[Series(HOSTILE, [1, 2, 3, 4])])])
def test_hostile_names_are_words_in_a_chart(drawn: Drawn) -> None:
    for each in (drawn.wide, drawn.narrow):
        assert not parsed(each).xpath("//script")
        assert "onload" not in svg_of(each).attrib
        assert "<script>" in "".join(svg_of(each).itertext())


def test_a_share_stands_at_its_height_between_nought_and_a_hundred() -> None:
    svg = svg_of(series().wide)
    ys = {text.text: float(text.get("y")) - 5 for text in svg.xpath("./text[@text-anchor='end']")}
    dots = [float(dot.get("cy")) for dot in svg.xpath("./circle")]
    for value, y in zip([33.8, 80.1, 88.3, 22.7], dots, strict=True):
        assert y == pytest.approx(ys["0"] + (ys["100"] - ys["0"]) * value / 100, abs=0.2)


def test_ours_is_solid_with_filled_dots_and_the_others_dashed_with_hollow_squares() -> None:
    svg = svg_of(series().wide)
    assert one(svg, f"./path[@stroke='{palette.SPRUCE}']").get("stroke-dasharray") is None
    assert one(svg, "./path[@stroke-dasharray]").get("stroke") == palette.INK_SOFT
    assert len(svg.xpath(f"./circle[@fill='{palette.SPRUCE}']")) == 4
    assert len(svg.xpath(f"./rect[@fill='{palette.PAPER}']")) == 4


def test_lines_are_named_at_their_ends_with_their_last_value_and_no_legend() -> None:
    assert "Suffolk 22.7" in texts(series().wide)
    assert "England 47.0" in texts(series().wide)


def test_a_missing_year_is_a_gap_and_not_a_line_across() -> None:
    drawn = time_series(YEARS, Series("Suffolk", [10, None, 30, 40]), title="x").wide
    lines = svg_of(drawn).xpath(f"./path[@stroke='{palette.SPRUCE}']")
    assert [line.get("d").count("L") for line in lines] == [0, 1]
    assert len(svg_of(drawn).xpath("./circle")) == 3


def test_no_line_crosses_into_another_way_of_counting() -> None:
    drawn = time_series(YEARS, Series("Suffolk", [10, 20, 30, 40], breaks=[2]), title="x").wide
    lines = svg_of(drawn).xpath(f"./path[@stroke='{palette.SPRUCE}']")
    assert [line.get("d").count("L") for line in lines] == [1, 1]
    assert len(svg_of(drawn).xpath("./path[@stroke-dasharray='2 3']")) == 1


def test_a_series_without_any_value_is_left_out_with_its_name() -> None:
    drawn = series(others=[Series("England", [None] * 4)]).wide
    assert not [text for text in texts(drawn) if text.startswith("England")]


def test_the_band_of_neighbours_lies_beneath_the_lines() -> None:
    svg = svg_of(series(band=Band("Ten neighbours", [20, 30, 25, 15], [80, 85, 90, 77])).wide)
    kinds = [each.get("fill") == palette.SPRUCE_TINT for each in svg.xpath("./path")]
    last_hairline = max(
        index for index, each in enumerate(svg.xpath("./path")) if each.get("stroke") == palette.RULE
    )
    assert kinds.index(True) == last_hairline + 1
    assert "Ten neighbours" in texts(str(series(band=Band("Ten neighbours", [20] * 4, [80] * 4)).wide))


def test_a_phone_shortens_years_after_the_first() -> None:
    assert [text for text in texts(series().narrow) if "’" in text] == ["’20", "’21", "’22"]
    assert "2019" in texts(series().narrow)


def test_counts_have_a_scale_of_their_own_with_thousands() -> None:
    drawn = time_series(YEARS, Series("Suffolk", [5412, 6011, 7400, 8837]), title="x", unit=COUNT).wide
    assert {"0", "2,500", "10,000", "Suffolk 8,837"} <= set(texts(drawn))


def test_the_same_values_give_the_same_drawing() -> None:
    assert series() == series()


def test_every_place_is_one_dot_ours_largest_and_named() -> None:
    places = [Place(f"a{each}", each) for each in range(0, 100, 2)] + [Place("n", 51.0, "alike")]
    svg = svg_of(
        strip([*places, Place("Suffolk", 25.4, "ours")], title="x", reference=Reference("England", 45.9)).wide
    )
    assert len(svg.xpath("./circle")) == 52
    ours = one(svg, f"./circle[@fill='{palette.SPRUCE}']")
    assert float(ours.get("r")) > max(float(dot.get("r")) for dot in svg.xpath("./circle") if dot is not ours)
    assert {"Suffolk 25.4", "England 45.9"} <= {text.text for text in svg.xpath("./text")}


def test_a_limit_set_by_law_is_thread_on_a_white_edge_and_england_is_not() -> None:
    place = [Place("Suffolk", 25.4, "ours")]
    law = strip(place, title="x", reference=Reference("the law", 100, law=True)).wide
    assert svg_of(law).xpath(f"./path[@stroke='{palette.THREAD}']")
    assert not svg_of(strip(place, title="x", reference=Reference("England", 45.9)).wide).xpath(
        f"./path[@stroke='{palette.THREAD}']"
    )


def test_bars_fill_their_row_in_proportion_and_small_parts_go_without_a_number() -> None:
    drawn = stacked_bars(
        ["a", "b"], [Bar("Suffolk", [3, 1]), Bar("Nobody", [0, 0]), Bar("England", [99, 1])], title="x"
    ).wide
    svg = svg_of(drawn)
    bars = [box for box in svg.xpath("./rect") if float(box.get("height")) > 20]
    assert len(bars) == 4
    assert float(bars[0].get("width")) / float(bars[1].get("width")) == pytest.approx(3, abs=0.1)
    numbers = [text.text for text in svg.xpath("./text[@font-weight]")]
    assert numbers == ["75", "25", "99"]


def test_more_parts_than_can_be_told_apart_are_refused() -> None:
    with pytest.raises(ValueError, match="5 is the most"):
        stacked_bars(list("abcdef"), [], title="x")


@pytest.mark.parametrize(
    ("signal", "mark"), [("better", palette.YES), ("worse", palette.NO), ("steady", palette.SPRUCE)]
)
def test_a_sparkline_ends_in_the_mark_of_its_signal(signal: Any, mark: str) -> None:
    last = svg_of(sparkline([1, 2, 3], label="x", signal=signal))[-1]
    assert mark in (last.get("fill"), last.get("stroke"))


def test_a_sparkline_of_fewer_than_ten_points_has_no_band() -> None:
    noise = Noise(mean=5, low=4, high=6)
    assert not svg_of(sparkline(list(range(9)), label="x", noise=noise)).xpath("./rect")
    assert svg_of(sparkline(list(range(10)), label="x", noise=noise)).xpath("./rect")


def test_a_sparkline_of_nothing_or_of_one_value_still_draws() -> None:
    for values in ([], [None], [5], [5, 5]):
        assert svg_of(sparkline(values, label="Nothing yet")).get("width") == "150"


@pytest.mark.parametrize(
    ("most", "ticks"),
    [
        (0, ["0", "1"]),
        (0.3, ["0.0", "0.1", "0.2", "0.3"]),
        (3, ["0", "1", "2", "3"]),
        (12, ["0", "5", "10", "15"]),
        (8837, ["0", "2,500", "5,000", "7,500", "10,000"]),
    ],
)
def test_axes_name_round_numbers_that_reach_the_largest_value(most: float, ticks: list[str]) -> None:
    assert tick_words(nice_ticks(most)) == ticks
    assert nice_ticks(most)[-1] >= most


def test_labels_that_would_touch_are_moved_apart_and_kept_inside() -> None:
    tops = spread([100, 101, 99, 195], [20, 20, 20, 20], 0, 200)
    ordered = sorted(tops)
    assert all(after - before >= 20 for before, after in pairwise(ordered))
    assert ordered[0] >= 0
    assert ordered[-1] + 20 <= 200
    assert spread([10, 100], [20, 20], 0, 200) == [10, 100]


def test_words_are_measured_and_wrapped() -> None:
    assert width_of("East of England 36.0", 15) == pytest.approx(132.3, abs=0.1)
    assert width_of("Suffolk", 15, bold=True) > width_of("Suffolk", 15)
    assert wrapped("East of England 36.0", 76, 14) == ["East of", "England", "36.0"]
    assert wrapped("Northamptonshire", 20, 14) == ["Northamptonshire"]


def test_a_chart_stands_with_its_caption_source_and_table() -> None:
    drawn = component("chart", figures.yearly())
    assert words(one(drawn, ".//figcaption")).startswith(
        "Plans sent within 20 weeks, each year Of 100 plans issued."
    )
    assert words(one(drawn, ".//details//caption")) == "Of 100 plans issued, sent within 20 weeks"
    assert len(drawn.xpath(".//svg")) == 2
    assert "Source Department for Education" in words(drawn)
