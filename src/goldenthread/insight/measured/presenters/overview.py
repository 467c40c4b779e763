"""The area on one screen: the sentence, both clocks, ten measures by signal."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse

from goldenthread.figures.models import MeasuredSet
from goldenthread.insight.measured.clocks import ISSUED, Clocks
from goldenthread.insight.measured.presenters import clocks as clock_words
from goldenthread.insight.measured.presenters.charts import small
from goldenthread.insight.measured.presenters.watches import whose
from goldenthread.insight.measured.presenters.words import (
    beside_words,
    qualified,
    value_words,
    when,
)
from goldenthread.insight.measured.queries import MeasurePage, Overview
from goldenthread.ui.values import Cell, Column, Link, Table
from goldenthread.ui.words import day, in_words, listed, moment, percent

SHOWN_BESIDE = 2
ORDER = {"worse": 0, "changed": 1, "better": 2, "steady": 3, "few": 4}


def overview_page(found: Overview, clocks: Clocks | None) -> dict[str, Any]:
    """Everything on the overview. Worst first, then better, then unchanged, then too few to say."""
    rows = sorted(found.rows, key=lambda row: ORDER[kind_of(row)])
    return {
        "stands": stands(rows),
        "as_at": as_at(found.of),
        "making": found.in_the_making,
        "clocks": pair(found.rows, clocks),
        "expect": clocks.expect if clocks else "",
        "table": table(rows),
        "notices": [
            {
                "words": one.words,
                "about": one.watch.about_words,
                "link": Link(
                    "See the chart", reverse("measure", args=[one.watch.measure], query=whose(one.watch))
                ),
                "read": reverse("notice-read", args=[one.pk]),
            }
            for one in found.notices
        ],
    }


def kind_of(row: MeasurePage) -> str:
    """The kind of the chip."""
    signal = qualified(row.reading)
    return signal.kind if signal else "few"


def stands(rows: Sequence[MeasurePage]) -> list[tuple[str, str]]:
    """How it stands, in bold beginnings and the rest: a leader reads this and stops."""
    if not rows:
        return [("", "Measures were not worked out yet. They are, each night, once a return is loaded.")]
    parts = []
    for kind, word in (("worse", "worse"), ("changed", "changed"), ("better", "better")):
        names = [short(row.reading.measure.title) for row in rows if kind_of(row) == kind]
        if names:
            verb = "is" if len(names) == 1 else "are"
            verb = {"changed": "has" if len(names) == 1 else "have"}.get(kind, verb)
            parts.append((f"{in_words(len(names)).capitalize()} {verb} {word}:", f"{listed(names)}."))
    steady = sum(kind_of(row) == "steady" for row in rows)
    few = sum(kind_of(row) == "few" for row in rows)
    said = [f"{in_words(steady)} of {in_words(len(rows))} did not move by more than noise"] if steady else []
    said += [f"of {in_words(few)} too little is known to say"] if few else []
    if said:
        words = listed(said)
        parts.append(("", f"{words[0].upper()}{words[1:]}."))
    return parts


def short(title: str) -> str:
    """A title inside a sentence."""
    return f"{title[0].lower()}{title[1:]}"


def as_at(of: MeasuredSet | None) -> str:
    """Which day it is of, and when it was worked out."""
    if of is None or of.ready_at is None:
        return ""
    return f"As at {day(of.as_at)}. Worked out on {moment(of.ready_at)}."


def pair(rows: Sequence[MeasurePage], clocks: Clocks | None) -> Any:
    """Both clocks, with the signal of the first and England beside it."""
    if clocks is None:
        return None
    issued = next((row for row in rows if row.reading.measure.name == ISSUED), None)
    signal = qualified(issued.reading) if issued else None
    england = ""
    if issued and issued.benchmark and issued.benchmark.england is not None:
        england = f"{percent(issued.benchmark.england)} in {issued.benchmark.period}"
    return clock_words.pair(clocks, signal, england=england)


def table(rows: Sequence[MeasurePage]) -> Table | None:
    """Ten rows: value, line, signal, England, and the measure to read it beside."""
    if not rows:
        return None
    return Table(
        [
            Column("Measure"),
            Column("Latest"),
            Column("Each month"),
            Column("Signal"),
            Column("England", number=True),
            Column("Read it beside"),
        ],
        [cells(row) for row in rows],
        caption="Ten measures" if len(rows) == 10 else f"{in_words(len(rows)).capitalize()} measures",
        missing="none",
    )


def cells(row: MeasurePage) -> list[Cell | str | int | float | None]:
    """One measure."""
    found, newest = row.reading, row.reading.newest
    line, signal = small(found), qualified(found)
    england = row.benchmark.england if row.benchmark else None
    unit = "" if found.measure.unit == "%" else found.measure.unit
    return [
        Cell(found.measure.title, href=reverse("measure", args=[found.measure.name])),
        Cell(
            value_words(found.measure, newest) or "none",
            note=f"{unit} {when(newest)}".strip() if newest else "",
            big=True,
        ),
        Cell(drawing=line) if line else None,
        Cell(signal=signal) if signal else None,
        Cell(percent(england), note=row.benchmark.period) if england is not None and row.benchmark else None,
        "; ".join(beside_words(other) for other in row.balancing[:SHOWN_BESIDE]) or None,
    ]
