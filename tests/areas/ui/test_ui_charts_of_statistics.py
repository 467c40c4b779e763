"""Charts of change, of places and of children who asked: colour on a signal only, limits at their height."""

import pytest
from lxml import html

from areas.ui.gallery import statistics
from areas.ui.reading import one, parsed
from goldenthread.ui import palette
from goldenthread.ui.charts.funnel import Funnel, Spot, funnel
from goldenthread.ui.charts.incidence import Incidence, Outcome, incidence
from goldenthread.ui.charts.intervals import Interval, Overall, intervals
from goldenthread.ui.charts.process import Limits, Process, Step, process
from goldenthread.ui.charts.scale import COUNT, ticks_between
from goldenthread.ui.values import Chart

COLOURS = (palette.YES, palette.NO)
WEEKS = [0.0, 10.0, 20.0, 30.0]


def svg_of(drawn: str) -> html.HtmlElement:
    return one(parsed(drawn), "./svg")


def texts(drawn: str) -> list[str]:
    return [text.text for text in svg_of(drawn).xpath("./text[not(@aria-hidden)]")]


def coloured(drawn: str) -> list[str]:
    return [each.get("fill") for each in svg_of(drawn).iter() if each.get("fill") in COLOURS]


def corners(path: html.HtmlElement) -> list[tuple[float, float]]:
    pairs = path.get("d").strip("MZ").split("L")
    return [(float(x), float(y)) for x, y in (pair.split() for pair in pairs)]


def height_of(svg: html.HtmlElement, words: str) -> float:
    """The height at which an axis names a number: its baseline is 5 pixels below."""
    return float(one(svg, f"./text[@text-anchor='end' and text()='{words}']").get("y")) - 5


def test_a_process_without_a_signal_has_no_colour() -> None:
    drawn = process(
        Process(["a", "b", "c"], [30, 31, 29], [Limits.level(0, 2, centre=30, low=25, high=35)]), title="x"
    ).wide
    assert coloured(drawn) == []
    assert len(svg_of(drawn).xpath(f"./circle[@fill='{palette.PAPER}']")) == 3


@pytest.mark.parametrize(
    ("mark", "colour"), [("better", palette.YES), ("worse", palette.NO), ("changed", palette.SPRUCE)]
)
def test_a_signal_stands_in_the_mark_of_its_meaning(mark: str, colour: str) -> None:
    chart = Process(["a", "b"], [30, 80], [Limits.level(0, 1, centre=30, low=25, high=35)], {1: mark})  # type: ignore[dict-item]
    drawn = svg_of(process(chart, title="x").wide)
    assert len([each for each in drawn.iter() if each.get("fill") == colour and each.tag != "text"]) == 1


def test_the_band_lies_between_the_limits_at_their_height() -> None:
    chart = Process(["a", "b"], [30, 31], [Limits.level(0, 1, centre=40, low=20, high=60)])
    svg = svg_of(process(chart, title="x").wide)
    heights = sorted({y for _, y in corners(one(svg, f"./path[@fill='{palette.SPRUCE_TINT}']"))})
    assert heights == pytest.approx([height_of(svg, "60"), height_of(svg, "20")], abs=0.2)


def test_limits_are_wider_at_a_point_that_rests_on_few() -> None:
    chart = Process(["a", "b"], [30, 31], [Limits(0, 1, 40, [30, 20], [50, 60])])
    svg = svg_of(process(chart, title="x").wide)
    band = corners(one(svg, f"./path[@fill='{palette.SPRUCE_TINT}']"))
    assert min(y for _, y in band) == pytest.approx(height_of(svg, "60"), abs=0.2)
    assert len({y for _, y in band}) == 4


def test_limits_and_average_are_written_with_their_values_and_no_legend() -> None:
    drawn = process(
        Process(["a", "b"], [30, 31], [Limits.level(0, 1, centre=40, low=20, high=60)]), title="x"
    ).wide
    assert {"upper limit 60.0", "average 40.0", "lower limit 20.0"} <= set(texts(drawn))


def test_new_limits_begin_at_a_declared_step_with_its_reason() -> None:
    steps = [Limits.level(0, 1, centre=30, low=25, high=35), Limits.level(2, 3, centre=70, low=65, high=75)]
    chart = Process(list("abcd"), [30, 31, 70, 71], steps, steps=[Step(2, "A new team began")])
    drawn = process(chart, title="x").wide
    assert "A new team began" in texts(drawn)
    first, second = (corners(band) for band in svg_of(drawn).xpath(f"./path[@fill='{palette.SPRUCE_TINT}']"))
    assert max(x for x, _ in first) <= min(x for x, _ in second) + 0.2


def test_too_few_points_have_an_average_and_no_limits() -> None:
    drawn = process(Process(["a", "b"], [30, 31], [Limits(0, 1, 30.5)]), title="x").wide
    assert not svg_of(drawn).xpath(f"./path[@fill='{palette.SPRUCE_TINT}']")
    assert [words for words in texts(drawn) if "limit" in words] == []


def test_only_the_cited_point_has_a_gold_ring() -> None:
    chart = Process(list("abc"), [1, 2, 3], cited=1)
    rings = svg_of(process(chart, title="x").wide).xpath(f"./circle[@stroke='{palette.THREAD}']")
    assert len(rings) == 1


def test_a_share_begins_at_nought_and_a_large_count_need_not() -> None:
    assert "0" in texts(process(Process(list("ab"), [90, 91]), title="x").wide)
    assert "0" not in texts(process(Process(list("ab"), [900, 910], unit=COUNT), title="x").wide)
    assert ticks_between(830, 905)[0] <= 830
    assert ticks_between(830, 905)[-1] >= 905
    assert ticks_between(5, 5)[0] < 5 < ticks_between(5, 5)[-1]
    assert ticks_between(1, 100)[0] == 0


def test_a_process_of_nothing_still_draws() -> None:
    for values in ([], [None], [0]):
        drawn = process(Process(["a"] * len(values), values), title="Nothing yet")
        assert svg_of(drawn.wide)[0].text == "Nothing yet"


def test_outcomes_of_children_who_asked_make_a_hundred() -> None:
    chart = Incidence(
        WEEKS, Outcome("plan", [0, 10, 44, 60]), [Outcome("not agreed", [0, 5, 10, 12])], limit=20
    )
    drawn = incidence(chart, title="x").wide
    assert {"plan 60", "not agreed 12", "still waiting 28"} <= set(texts(drawn))
    assert "44 have a plan" in texts(drawn)


def test_the_limit_of_the_law_is_thread_on_a_white_edge() -> None:
    chart = Incidence(WEEKS, Outcome("plan", [0, 10, 44, 60]), [], limit=20, limit_name="20 weeks")
    lines = svg_of(incidence(chart, title="x").wide).xpath("./path[@stroke]")
    gold = [number for number, line in enumerate(lines) if line.get("stroke") == palette.THREAD]
    assert len(gold) == 1
    assert lines[gold[0] - 1].get("stroke") == palette.PAPER
    assert lines[gold[0] - 1].get("d") == lines[gold[0]].get("d")


def test_a_curve_holds_its_value_until_the_next_week() -> None:
    chart = Incidence(WEEKS, Outcome("plan", [0, 10, 44, 60]), [])
    assert [chart.plan_by(week) for week in (0, 9.9, 10, 19, 20, 99)] == [0, 0, 10, 10, 44, 60]


def test_more_competing_outcomes_than_can_be_told_apart_are_refused() -> None:
    others = [Outcome(name, [0, 1, 1, 1]) for name in "abcd"]
    with pytest.raises(ValueError, match="3 is the most"):
        incidence(Incidence(WEEKS, Outcome("plan", [0, 1, 2, 3]), others), title="x")


def test_only_places_outside_the_limits_are_coloured_and_on_a_phone_only_they_are_named() -> None:
    drawn = statistics.places().drawing
    assert coloured(drawn.wide) == [palette.NO]
    assert {"Lowestoft", "Ipswich", "Babergh"} <= set(texts(drawn.wide))
    assert "Lowestoft" in texts(drawn.narrow)
    assert "Ipswich" not in texts(drawn.narrow)


def test_of_many_places_only_those_outside_are_named() -> None:
    limits = Funnel(50, [10, 400], [20, 45], [80, 55], [5, 42], [95, 58])
    spots = [Spot(f"Place {number}", 10 + 3 * number, 50) for number in range(100)]
    drawn = funnel([*spots, Spot("Far away", 200, 10, "worse")], limits, title="x", of="plans").wide
    assert [words for words in texts(drawn) if words.startswith(("Place", "Far"))] == ["Far away"]


def test_an_interval_reaches_from_its_low_to_its_high_end() -> None:
    drawn = intervals([Interval("a", 50, 25, 75), Interval("b", 50, 0, 100)], title="x").wide
    lines = svg_of(drawn).xpath("./path[@stroke-width='2.4']")
    (short, long) = [[float(each.split()[0]) for each in line.get("d")[1:].split("L")] for line in lines]
    assert short[1] - short[0] == pytest.approx((long[1] - long[0]) / 2, abs=0.2)


def test_the_area_as_a_whole_is_a_line_across_all_groups() -> None:
    drawn = intervals([Interval("a", 50, 25, 75)], title="x", overall=Overall("Suffolk", 46.2)).wide
    assert "Suffolk 46.2" in texts(drawn)


@pytest.mark.parametrize("chart", [*statistics.STATISTICS["full"], *statistics.STATISTICS["charts"]])
def test_the_same_numbers_give_the_same_drawing_at_two_widths(chart: Chart) -> None:
    assert float(svg_of(chart.drawing.narrow).get("width")) == 288
    assert float(svg_of(chart.drawing.wide).get("width")) >= 576
