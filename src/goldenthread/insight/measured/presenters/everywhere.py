"""Who waits longest, by how much, is it more than chance? Words, funnel, intervals, table."""

from collections.abc import Sequence
from typing import Any

from goldenthread.analysis.catalogue import Measure
from goldenthread.analysis.dimensions import Dimension
from goldenthread.analysis.statistics.equity import Compared, Equity
from goldenthread.analysis.statistics.funnel import Allowance, Place, Standing
from goldenthread.analysis.statistics.funnel import Funnel as Judged
from goldenthread.analysis.statistics.polarity import Polarity
from goldenthread.insight.measured.everywhere import ASKED, WAITS, Everywhere
from goldenthread.ui.charts.funnel import Funnel, Spot, funnel
from goldenthread.ui.charts.intervals import Interval, intervals
from goldenthread.ui.charts.marks import Mark
from goldenthread.ui.charts.scale import SHARE, Unit
from goldenthread.ui.values import Cell, Chart, Column, Filter, Option, Row, Signal, Table
from goldenthread.ui.words import day, listed, rounded

SECOND_CLOCK = "Of 100 who asked, a plan by 20 weeks"
STEPS = 40


def everywhere_page(
    found: Everywhere, offered: Sequence[Measure], ways: Sequence[Dimension]
) -> dict[str, Any]:
    """Everything on the page."""
    return {
        "title": title_of(found),
        "caption": f"By {found.dimension.title.lower()}",
        "finding": found.why_none or (found.equity.words if found.equity else "There is only one group."),
        "as_at": f"As at {day(found.of.as_at)}." if found.of else "",
        "filters": filters(found, offered, ways),
        "charts": [chart for chart in (intervals_chart(found), funnel_chart(found)) if chart],
        "table": groups_table(found),
        "rows": how(found),
    }


def title_of(found: Everywhere) -> str:
    """The measure, or the second clock."""
    return found.measure.title if found.measure else SECOND_CLOCK


def filters(found: Everywhere, offered: Sequence[Measure], ways: Sequence[Dimension]) -> list[Filter]:
    """Which share, and by what."""
    name = found.measure.name if found.measure else ASKED
    measures = [Option(ASKED, SECOND_CLOCK, name == ASKED)]
    measures += [Option(one.name, one.title, one.name == name) for one in offered]
    dimensions = [Option(one.name, one.title, one.name == found.dimension.name) for one in ways]
    if found.dimension.name not in {one.name for one in ways}:
        dimensions.append(
            Option(found.dimension.name, f"{found.dimension.title} (no source yet)", chosen=True)
        )
    return [Filter("measure", "Measure", measures), Filter("dimension", "By", dimensions)]


def mark_of(one: Compared, polarity: Polarity) -> Mark | None:
    """A mark only where the difference is more than chance."""
    if not one.is_more_than_chance:
        return None
    if polarity is Polarity.NEITHER:
        return "changed"
    better = (one.difference.estimate > 0) == (polarity is Polarity.HIGHER_IS_BETTER)
    return "better" if better else "worse"


def intervals_chart(found: Everywhere) -> Chart | None:
    """Every group with its interval, worst first."""
    judged = found.equity
    if judged is None or not judged.groups:
        return None
    ends = [end for one in judged.groups for end in (one.own.high, one.own.estimate) if end is not None]
    widest = max(ends) if is_of_waits(found) else 100.0
    rows = [
        Interval(
            one.group,
            one.own.estimate,
            one.own.low if one.own.low is not None else 0.0,
            one.own.high if one.own.high is not None else widest,
            mark_of(one, judged.polarity),
        )
        for one in judged.groups
    ]
    finding = headline(judged)
    shows = "Each group with its 95% interval, worst first. A mark stands only on what is more than chance."
    if is_of_waits(found):
        shows = f"The middle wait in days of each group, among {WAITS[found.measure.name]}. {shows}"  # type: ignore[union-attr]
    return Chart(finding, shows, intervals(rows, title=finding, unit=unit_of(found)))


def is_of_waits(found: Everywhere) -> bool:
    """Is it of days waited, not of a share?"""
    return found.measure is not None and found.measure.name in WAITS


def unit_of(found: Everywhere) -> Unit:
    """Days of their own, or shares of a hundred."""
    return Unit(share=False, written=lambda days: rounded(days, 0)) if is_of_waits(found) else SHARE


def headline(judged: Equity) -> str:
    """Who is worse off, or that nobody is by more than chance."""
    worse = judged.worse_off
    if not worse:
        return "No group differs for the worse by more than chance"
    names = listed(one.group for one in worse)
    return f"{names}: worse than everybody else by more than chance"


def funnel_chart(found: Everywhere) -> Chart | None:
    """Every group against its size, with limits that narrow."""
    judged, polarity = found.funnel, found.equity.polarity if found.equity else Polarity.NEITHER
    if judged is None or len(judged.units) < 3:
        return None
    scale = 1.0 if is_of_waits(found) else 100.0
    spots = [Spot(one.name, one.size, scale * one.value, funnel_mark(one, polarity)) for one in judged.units]
    what = "a group’s mean wait in days" if is_of_waits(found) else "a group"
    finding = judged.words.split(". ")[0]
    allowed = (
        ""
        if judged.allowance is Allowance.CHANCE_ONLY
        else " The limits allow for groups that vary by more than chance."
    )
    return Chart(
        finding,
        f"Each mark is {what}. 95 of 100 groups that differ by chance alone lie in the tinted "
        "funnel, 998 of 1,000 "
        f"between the dashed lines.{allowed}",
        funnel(
            spots,
            limits_of(judged, max(spot.size for spot in spots), scale),
            title=finding,
            of="children",
            unit=unit_of(found),
        ),
    )


def funnel_mark(one: Standing, polarity: Polarity) -> Mark | None:
    """A mark only outside the limits once all comparisons are allowed for."""
    if one.place is Place.AS_EXPECTED:
        return None
    if polarity is Polarity.NEITHER:
        return "changed"
    return "better" if (one.place is Place.HIGHER) == (polarity is Polarity.HIGHER_IS_BETTER) else "worse"


def limits_of(judged: Judged, most: float, scale: float) -> Funnel:
    """The limits at rising sizes; of a share, in a hundred. A wait cannot be below nought."""
    sizes = [max(1.0, 1.25 * most * (step / STEPS) ** 2) for step in range(1, STEPS + 1)]
    both = [judged.limits_at(size) for size in sizes]
    inner, outer = [each[0] for each in both], [each[-1] for each in both]
    return Funnel(
        scale * judged.target,
        sizes,
        [max(scale * each.lower, 0.0) for each in inner],
        [scale * each.upper for each in inner],
        [max(scale * each.lower, 0.0) for each in outer],
        [scale * each.upper for each in outer],
    )


def groups_table(found: Everywhere) -> Table | None:
    """Each group beside everybody else: value, interval, difference, and whether it is more than chance."""
    judged = found.equity
    if judged is None or not judged.groups:
        return None
    rows: list[list[Cell | str | int | float | None]] = []
    for one in judged.groups:
        rows.append(
            [
                one.group,
                one.count,
                rounded(one.own.estimate),
                rounded(one.others.estimate),
                f"{signed(one.difference.estimate)} ({between(one)})",
                Cell(signal=signal_of(one, judged.polarity)),
            ]
        )
    columns = [
        Column(found.dimension.title),
        *(
            Column(head, number=True)
            for head in (
                "Children",
                "Days" if is_of_waits(found) else "Of 100",
                "Everybody else",
                "Difference, 95% interval",
            )
        ),
        Column("More than chance?"),
    ]
    return Table(
        columns, rows, caption="Each group beside everybody else", missing="not shown", narrow="scroll"
    )


def signed(value: float) -> str:
    """A difference with its sign."""
    return f"+{rounded(value)}" if value > 0 else rounded(value)


def between(one: Compared) -> str:
    """The ends of the interval; an open end says so."""
    low, high = (None if end is None else signed(end) for end in (one.difference.low, one.difference.high))
    return f"{low or 'open'} to {high or 'open'}"


def signal_of(one: Compared, polarity: Polarity) -> Signal:
    """The chip of a group."""
    mark = mark_of(one, polarity)
    if mark is None:
        return Signal("steady", "Within chance")
    words = {"better": "Better off", "worse": "Worse off", "changed": "Differs"}
    return Signal(mark, words[mark])


def how(found: Everywhere) -> list[Row]:
    """How luck was allowed for, how alike the places are, and who was left out."""
    rows = []
    if found.equity:
        rows.append(Row("Many comparisons", found.equity.comparisons.words))
        if found.equity.not_compared:
            names = listed(found.equity.not_compared)
            rows.append(Row("Not compared", f"{names}: too few children to say anything."))
    if found.withheld:
        names = listed(found.withheld)
        rows.append(
            Row("Not shown", f"{names}: so few children that they, or others like them, could be known.")
        )
    if found.consistency:
        score = found.consistency.score
        low, high = rounded(score.low or 0, 0), rounded(score.high or 0, 0)
        rows.append(
            Row(
                "Consistency",
                f"{rounded(score.estimate, 0)} of 100 ({low} to {high}). {found.consistency.words}",
                note="100 means that groups differ by no more than chance.",
            )
        )
    if found.funnel:
        rows.append(Row("The funnel", found.funnel.words))
    return rows
