"""What clearing the backlog does to each clock, month by month, and those who asked by month."""

from typing import Any

from goldenthread.insight.measured.clocks import Clearing, Clocks
from goldenthread.insight.measured.presenters.clocks import chart_of, explained, waits
from goldenthread.ui.charts.scale import COUNT
from goldenthread.ui.charts.time_series import Series, time_series
from goldenthread.ui.values import Chart, Column, Filter, Option, Row, Table
from goldenthread.ui.words import in_words, month, plural, rounded

CHOICES = (25, 50, 100)


def clearing_page(found: Clearing | None, clocks: Clocks | None, more: int) -> dict[str, Any]:
    """Everything on the page."""
    return {
        "finding": finding(found, more),
        "filters": filters(more) if found else [],
        "chart": both_chart(found) if found else None,
        "late_chart": late_chart(found) if found else None,
        "assumed": assumed(found) if found else [],
        "months": months_table(clocks) if clocks and clocks.months else None,
        "asked_chart": chart_of(clocks) if clocks else None,
        "rows": [*explained(), *waits(clocks)] if clocks else [],
    }


def finding(found: Clearing | None, more: int) -> str:
    """What happens to each clock, in three sentences."""
    if found is None:
        return "There is too little to reckon with yet."
    published = [one.issued_in_time for one in found.months if one.issued_in_time is not None]
    families = [one.asked_in_time for one in found.months if one.asked_in_time is not None]
    if not published or not families:
        return "The reckoning ends before anything is known."
    cleared = next((one.number for one in found.months if one.late == 0), None)
    late = found.months[-1].late
    end = (
        f"no child waits past 20 weeks after month {cleared}"
        if cleared
        else f"{plural(late, 'child', 'children')} still wait past 20 weeks after "
        f"{in_words(len(found.months) // 12)} years"
    )
    moves = "falls" if published[0] < found.in_time_of_late else "goes"
    return (
        f"With {more} in 100 more plans a month, {end}. The published clock first {moves} from "
        f"{share(found.in_time_of_late)}% to {share(published[0])}%, because late plans come out, "
        "and stands at "
        f"{share(published[-1])}% in the end. For children who ask it goes from {share(families[0])} to "
        f"{share(families[-1])} of 100."
    )


def filters(more: int) -> list[Filter]:
    """How many more plans."""
    options = [Option(str(one), f"{one} in 100 more", one == more) for one in CHOICES]
    return [Filter("more", "More plans a month than of late", options)]


def both_chart(found: Clearing) -> Chart:
    """The two clocks over the months to come."""
    names = [str(one.number) for one in found.months]
    issued = [None if one.issued_in_time is None else 100 * one.issued_in_time for one in found.months]
    asked = [None if one.asked_in_time is None else 100 * one.asked_in_time for one in found.months]
    title = "Both clocks while the backlog is cleared"
    drawing = time_series(
        names, Series("For children who asked", asked), [Series("Among plans issued", issued)], title=title
    )
    rows: list[list[str | float | None]] = [
        [str(one.number), share(one.issued_in_time), share(one.asked_in_time), one.issued, one.late]
        for one in found.months
    ]
    columns = [
        Column("Month"),
        *(
            Column(head, number=True)
            for head in (
                "Among plans issued",
                "For children who asked",
                "Plans issued",
                "Waiting past 20 weeks",
            )
        ),
    ]
    table = Table(
        columns, rows, caption=title, missing="not known before the end", narrow="scroll", plain_names=True
    )
    return Chart(
        title,
        "Of 100, in each of the months to come. A reckoning without chance, not a forecast.",
        drawing,
        table=table,
    )


def share(value: float | None) -> str | None:
    """In a hundred."""
    return None if value is None else rounded(100 * value, 0)


def late_chart(found: Clearing) -> Chart:
    """How many wait past 20 weeks at the end of each month."""
    title = "Children waiting past 20 weeks, at the end of each month"
    series = Series("children", [float(one.late) for one in found.months])
    drawing = time_series([str(one.number) for one in found.months], series, title=title, unit=COUNT)
    return Chart(title, "Every one of them is a family who was promised an answer by then.", drawing)


def assumed(found: Clearing) -> list[Row]:
    """What the reckoning starts from."""
    return [
        Row(
            "Waiting today",
            f"{plural(found.waiting, 'child', 'children')}, {found.late} of them past 20 weeks",
        ),
        Row("Asking each month", f"{plural(found.requests, 'family', 'families')}, as in the last year"),
        Row(
            "Plans each month",
            f"{found.plans}, of which {found.for_late} for those past 20 weeks, the longest wait first",
        ),
        Row("Refusals", "As many in 100 as in the last year"),
        Row("Left out", "Chance, holidays, and work that takes longer for some children than for others"),
    ]


def months_table(clocks: Clocks) -> Table:
    """Those who asked, by month: how many, what became of them, and how many had a plan by 20 weeks."""
    rows: list[list[str | float | None]] = []
    for first, one in reversed(clocks.months):
        known = one.in_time()
        rows.append(
            [
                month(first),
                one.count,
                one.still_open,
                None if known is None else f"{rounded(100 * known.estimate, 0)}",
                one.waiting(0.5).words,
                one.waiting(0.9).words,
            ]
        )
    heads = ("Asked", "Still open", "Of 100, a plan by 20 weeks")
    columns = [Column("Month of request"), *(Column(head, number=True) for head in heads)]
    columns += [Column("Half have a plan after"), Column("Nine in ten after")]
    return Table(
        columns,
        rows,
        caption="Those who asked, by month",
        caption_shown=False,
        missing="not known yet",
        narrow="scroll",
    )
