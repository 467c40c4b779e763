"""Every measure by chapter, found by words, with its newest figure or that it has no source yet."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse

from goldenthread.analysis.catalogue import Topic
from goldenthread.figures.measured.queries import Listed
from goldenthread.insight.measured.presenters.words import when, with_unit
from goldenthread.ui.values import Cell, Column, Filter, Option, Table
from goldenthread.ui.words import plural

SOURCES = {"": "All", "yes": "With figures", "no": "No source yet"}


def catalogue_page(found: Sequence[Listed], wanted: dict[str, str]) -> dict[str, Any]:
    """The measures that fit what was asked for, by chapter."""
    fitting = [one for one in found if fits(one, wanted)]
    return {
        "stands": stands(found),
        "wanted": wanted,
        "counted": f"{plural(len(fitting), 'measure')} found." if any(wanted.values()) else "",
        "filters": filters(wanted),
        "chapters": [
            {"title": topic.value, "table": table(topic.value, here)}
            for topic in Topic
            if (here := [one for one in fitting if one.measure.topic is topic])
        ],
    }


def stands(found: Sequence[Listed]) -> str:
    """How many there are, and how many have figures."""
    with_figures = sum(one.has_source for one in found)
    none = len(found) - with_figures
    return (
        f"{plural(len(found), 'measure')}: {with_figures} with figures, {none} without a source yet. "
        "A measure without "
        "a source is named here so that nobody takes silence for nought."
    )


def fits(one: Listed, wanted: dict[str, str]) -> bool:
    """Do all the words stand in its text, and is it of the chapter and kind that was asked for?"""
    measure = one.measure
    text = " ".join(
        (measure.title, measure.why, measure.numerator, measure.denominator, measure.name)
    ).lower()
    return (
        all(word in text for word in wanted["q"].lower().split())
        and wanted["topic"] in ("", measure.topic.name.lower())
        and (wanted["source"] == "" or (wanted["source"] == "yes") == one.has_source)
    )


def filters(wanted: dict[str, str]) -> list[Filter]:
    """Chapter, and whether there are figures."""
    topics = [Option("", "All", not wanted["topic"])]
    topics += [Option(one.name.lower(), one.value, one.name.lower() == wanted["topic"]) for one in Topic]
    sources = [Option(key, words, key == wanted["source"]) for key, words in SOURCES.items()]
    return [Filter("topic", "Chapter", topics), Filter("source", "Figures", sources)]


def table(title: str, found: Sequence[Listed]) -> Table:
    """The measures of a chapter."""
    rows: list[list[Cell | str | int | float | None]] = []
    for one in found:
        name = Cell(one.measure.title, href=reverse("measure", args=[one.measure.name]))
        rows.append([name, *newest(one), one.measure.why])
    columns = [Column("Measure"), Column("Latest"), Column("Why it matters")]
    return Table(columns, rows, caption=title, caption_shown=False, missing="none")


def newest(one: Listed) -> list[Cell]:
    """The newest figure, or why there is none."""
    if not one.has_source:
        return [Cell("No source yet", note=one.why_none)]
    if one.newest is None:
        return [Cell("Nothing counted")]
    return [Cell(with_unit(one.measure, one.newest), note=when(one.newest))]
