"""Example charts of change, of places and of children who asked, with numbers chosen for the eye."""

from goldenthread.ui.charts.funnel import Funnel, Spot, funnel
from goldenthread.ui.charts.incidence import Incidence, Outcome, incidence
from goldenthread.ui.charts.intervals import Interval, Overall, intervals
from goldenthread.ui.charts.process import Limits, Process, Step, process
from goldenthread.ui.charts.scale import COUNT
from goldenthread.ui.values import Chart, Column, Table

MONTHS = [
    f"{name} {year}"
    for year in (2024, 2025, 2026)
    for name in ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
][10:34]
SHARES = [24, 27, 22, 26, 24, 29, 25, 23, 27, 25, 28, 24, 26, 23, 27, 30, 41, 43, 46, 44, 47, 49, 48, 51.3]


def monthly() -> Chart:
    """An XmR chart with a declared step and three signals before it."""
    chart = Process(
        MONTHS,
        SHARES,
        [
            Limits.level(0, 15, centre=25.6, low=16.8, high=34.5),
            Limits.level(16, 23, centre=46.2, low=40.0, high=52.4),
        ],
        {16: "better", 17: "better", 18: "better"},
        [Step(16, "Step from March 2026: backlog cleared")],
        cited=23,
    )
    finding = "Among plans issued: 51.3% in October, better since March"
    rows = [[month, value] for month, value in zip(MONTHS, SHARES, strict=True)]
    table = Table([Column("Month"), Column("Share", number=True)], rows, caption="Plans in time each month")
    shows = "Share of the month’s plans that were sent within 20 weeks. Tinted: the process’s own noise."
    return Chart(finding, shows, process(chart, title=finding, full=True), table=table)


def neither_good_nor_bad() -> Chart:
    """Counts that need no nought, a signal without a direction, and a gap."""
    values = [830, 842, None, 826, 840, 835, 829, 838, 905, 832]
    chart = Process(
        MONTHS[:10],
        values,
        [Limits.level(0, 9, centre=842.0, low=801.5, high=882.4)],
        {8: "changed"},
        unit=COUNT,
    )
    finding = "Requests in July were more than chance would give"
    return Chart(
        finding, "Requests each month; neither more nor fewer is better.", process(chart, title=finding)
    )


def rare() -> Chart:
    """A t chart: days between events, high is good."""
    days = [14, 3, 22, 9, 31, 12, 5, 18, 40, 7, 11, 96]
    names = [str(number) for number in range(1, 13)]
    chart = Process(
        names,
        days,
        [Limits.level(0, 11, centre=14.3, low=0.4, high=71.0)],
        {11: "better"},
        unit=COUNT,
        centre_name="middle",
    )
    finding = "96 days without a permanent exclusion: longer than chance allows"
    return Chart(finding, "Days between exclusions, one point each.", process(chart, title=finding))


def places() -> Chart:
    """A funnel plot with one place outside."""
    centre, sizes = 46.0, [5, 10, 20, 40, 60, 80, 100, 150, 200, 300, 400]
    inner = [1.96 * (centre * (100 - centre) / size) ** 0.5 for size in sizes]
    limits = Funnel(
        centre,
        sizes,
        [max(centre - each, 0) for each in inner],
        [min(centre + each, 100) for each in inner],
        [max(centre - 1.58 * each, 0) for each in inner],
        [min(centre + 1.58 * each, 100) for each in inner],
    )
    spots = [
        Spot("Babergh", 176, 47),
        Spot("East Suffolk, rest", 301, 45),
        Spot("Ipswich", 388, 49),
        Spot("Lowestoft", 148, 24, "worse"),
        Spot("Mid Suffolk", 162, 56),
        Spot("West Suffolk", 231, 52),
    ]
    finding = "Lowestoft is lower than chance allows"
    drawing = funnel(spots, limits, title=finding, of="plans issued")
    return Chart(finding, "Each mark is a place. Outside the dashed line is a signal.", drawing)


def asked() -> Chart:
    """What became of 100 requests."""
    weeks = list(range(53))
    plan = [0.0 if week < 12 else min(76.0, (week - 11) * 4.9) for week in weeks]
    chart = Incidence(
        weeks,
        Outcome("plan issued", plan),
        [
            Outcome("not agreed", [0.0 if week < 5 else min(15.0, week * 0.9) for week in weeks]),
            Outcome("withdrawn or moved", [min(3.0, week * 0.1) for week in weeks]),
        ],
        low=[max(value - 3, 0) for value in plan],
        high=[min(value + 3, 80) if value else 0.0 for value in plan],
        limit=20,
        limit_name="20 weeks: reg 13(2)",
    )
    finding = "For children who asked: 44 of 100 have a plan by 20 weeks"
    return Chart(finding, "What became of 100 requests, week by week.", incidence(chart, title=finding))


def groups() -> Chart:
    """Groups with intervals, one of them outside."""
    rows = [
        Interval("Lowestoft", 24, 17.5, 31.8, "worse"),
        Interval("East Suffolk without Lowestoft", 45, 39.2, 50.9),
        Interval("Babergh", 47, 39.6, 54.6),
        Interval("Ipswich", 49, 43.9, 54.0),
        Interval("West Suffolk", 52, 45.3, 58.4),
        Interval("Mid Suffolk", 56, 48.2, 63.6),
    ]
    finding = "Families in Lowestoft wait longest"
    drawing = intervals(rows, title=finding, overall=Overall("Suffolk", 46.2))
    return Chart(finding, "Share in 20 weeks with its 95% interval.", drawing)


STATISTICS = {
    "full": [monthly()],
    "charts": [asked(), places(), groups(), neither_good_nor_bad(), rare()],
}
