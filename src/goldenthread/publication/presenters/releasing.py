"""Pages of those who prepare, approve and take down: what will change, what waits, what was released."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.urls import reverse

from goldenthread.publication.changes import Change, How
from goldenthread.publication.models import OpenLetter, PreparedRelease, Release, Takedown
from goldenthread.publication.parts import Part
from goldenthread.publication.queries.drafting import Waiting
from goldenthread.publication.queries.marks import Candidate
from goldenthread.ui.fields import start_upper
from goldenthread.ui.values import Cell, Column, Table
from goldenthread.ui.words import day, in_london, listed, moment, plural

MOST_LINES = 40
"""Lines of a change that stand on the page at once; the preview shows all."""


def change_rows(changes: Sequence[Change]) -> list[dict[str, Any]]:
    """Each change with its lines."""
    return [
        {
            "how": start_upper(one.how.value),
            "is_gone": one.how is How.GONE,
            "title": one.title,
            "goes": one.goes[:MOST_LINES],
            "comes": one.comes[:MOST_LINES],
            "more": max(len(one.goes) - MOST_LINES, 0) + max(len(one.comes) - MOST_LINES, 0),
        }
        for one in changes
    ]


def in_short(changes: Sequence[Change]) -> str:
    """How much changes: "3 parts are new, 1 part is changed"."""
    counts = Counter(one.how for one in changes)
    said = [f"{plural(counts[how], 'part')} {how.value}" for how in How if counts[how]]
    return f"{listed(said)}." if said else "Nothing changes: the public sees just this already."


def released_rows(releases: Sequence[Release]) -> list[str]:
    """One line a release: when, and who prepared and approved it."""
    return [
        f"{moment(one.released_at)}: prepared by {one.prepared_by_name}, approved by {one.released_by_name}."
        if one.prepared_id
        else f"{moment(one.released_at)}: released by {one.released_by_name}."
        for one in releases
    ]


def prepared_words(row: PreparedRelease) -> str:
    return f"Prepared by {row.prepared_by_name} on {moment(row.prepared_at)}."


def sent_back_words(row: PreparedRelease) -> str:
    back = row.sent_back
    return f"What was prepared on {moment(row.prepared_at)} was sent back by {back.by_name}: {back.because}"


def taken_rows(rows: Sequence[Takedown]) -> list[str]:
    return [f"{row.key}, since {moment(row.at)}, by {row.by_name}: {row.because}" for row in rows]


def letters_table(rows: Sequence[OpenLetter]) -> Table:
    """Every letter and update with its state."""
    return Table(
        columns=[Column("Title"), Column("What"), Column("Date"), Column("State")],
        rows=[
            [
                Cell(row.title, href=reverse("edit-letter", args=[row.pk])),
                row.get_kind_display(),
                day(row.dated_on),
                "Ready for the next release" if row.is_ready else "Draft",
            ]
            for row in rows
        ],
        caption="Letters and updates",
        caption_shown=False,
    )


def marks_table(rows: Sequence[Candidate]) -> Table:
    """Everything that may be let into a release."""
    return Table(
        columns=[Column("What"), Column("Kind"), Column("May it be public?")],
        rows=[
            [
                Cell(row.title, href=reverse("mark-for-public", args=[row.kind.value, row.row_id])),
                start_upper(str(row.kind.label)),
                "Yes" if row.is_public else "No",
            ]
            for row in rows
        ],
        caption="What may be public",
        caption_shown=False,
    )


def easy_table(parts: Sequence[Part]) -> Table:
    """Every part of the next release, and who makes its easy words."""
    return Table(
        columns=[Column("Part"), Column("Its easy words")],
        rows=[
            [
                Cell(one["title"], href=reverse("write-easily", args=[one["key"]])),
                "Written by a person" if one["easy"] else "Made by the page",
            ]
            for one in parts
        ],
        caption="Easy words",
        caption_shown=False,
    )


def new_corrections(found: Waiting) -> list[str]:
    """What the release says that was wrong before it."""
    on = in_london(found.prepared.prepared_at).date().isoformat()
    titles = {one["key"]: one["title"] for one in found.prepared.content["parts"]}
    return [
        f"{titles.get(one['key'], one['key'])}: {one['says']}"
        for one in found.prepared.content["corrections"]
        if one["on"] == on
    ]
