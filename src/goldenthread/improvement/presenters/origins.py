"""Documents and their points in words: the timeline, one document, one point over the years, the brief."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse

from goldenthread.improvement.chains import Chain
from goldenthread.improvement.models import Origin, Point, PointKind, PointTie
from goldenthread.improvement.queries.origins import (
    Brief,
    ChainedPoint,
    CountedOrigin,
    OriginPage,
    Placed,
    PointPage,
)
from goldenthread.ui.fields import start_upper
from goldenthread.ui.values import Cell, Column, Entry, Link, Row, Table, Tie
from goldenthread.ui.words import day, in_words, listed, month, plural

TIMES = {1: "once", 2: "twice"}
HEADINGS = {
    PointKind.FINDING: "Findings",
    PointKind.REQUIREMENT: "Requirements",
    PointKind.CONCERN: "Concerns",
    PointKind.PRAISE: "Praise",
}
EXAMPLE = "Example: invented for the demonstration."


def when(origin: Origin) -> str:
    """The day as far as it is known."""
    if origin.precision == Origin.Precision.YEAR:
        return str(origin.happened_on.year)
    if origin.precision == Origin.Precision.MONTH:
        return month(origin.happened_on)
    return day(origin.happened_on)


def timeline(rows: Sequence[CountedOrigin]) -> list[Entry]:
    """Documents newest first, each with what it says in counts."""
    return [_on_timeline(row) for row in rows]


def _on_timeline(row: CountedOrigin) -> Entry:
    origin = row.origin
    what = f"{start_upper(origin.get_kind_display())}, {origin.speaker}."
    return Entry(
        what=origin.title,
        when=when(origin),
        more=" ".join(filter(None, [origin.summary, EXAMPLE if origin.is_example else ""])),
        ties=[Tie(_counts(row), reverse("origin", args=[origin.pk]), what)],
    )


def _counts(row: CountedOrigin) -> str:
    says = [plural(row.points, "point")]
    if row.requirements:
        says.append(f"{plural(row.requirements, 'requirement')} among them")
    if row.waiting:
        says.append(f"{plural(row.waiting, 'sentence')} still to be read")
    return ", ".join(says)


def origin_values(page: OriginPage, *, may_keep: bool) -> dict[str, Any]:
    """What the page of a document shows."""
    row = page.origin
    facts = [Row("What it is", start_upper(row.get_kind_display())), Row("Who speaks", row.speaker)]
    facts.append(Row("When", when(row)))
    if row.source:
        facts.append(Row("The original", row.source))
    return {
        "title": row.title,
        "example": EXAMPLE if row.is_example else "",
        "summary": row.summary,
        "facts": facts,
        "tables": [_points_table(page.points, kind) for kind in HEADINGS if _of(page.points, kind)],
        "reading": _reading(page),
        "above": Link("What was said of us", reverse("origins")),
        "links": [Link("Add a point by hand", reverse("add-point", args=[row.pk]))] if may_keep else [],
        "read": Link("Read the letter", reverse("read-origin", args=[row.pk]))
        if may_keep and page.sentences
        else None,
        "letter": row.letter.replace("\r\n", "\n").split("\n\n") if row.letter else [],
    }


def _reading(page: OriginPage) -> str:
    if not page.sentences:
        return ""
    if not page.waiting:
        return f"All {plural(page.sentences, 'sentence')} of the letter were read and decided."
    return f"{page.waiting} of {plural(page.sentences, 'sentence')} of the letter still wait for a decision."


def _of(points: Sequence[ChainedPoint], kind: PointKind) -> list[ChainedPoint]:
    return [each for each in points if each.point.kind == kind]


def _points_table(points: Sequence[ChainedPoint], kind: PointKind) -> Table:
    asked = kind is PointKind.REQUIREMENT
    columns = [Column(HEADINGS[kind]), Column("Who must act"), Column("Over the years")]
    if asked:
        columns.insert(2, Column("By when"))
    rows: list[list[Cell | str | int | float | None]] = []
    for each in _of(points, kind):
        cells: list[Cell | str | int | float | None] = [
            Cell(str(each.point), href=reverse("point", args=[each.point.pk])),
            bodies(each.point) or None,
            over_the_years(each.chain),
        ]
        if asked:
            cells.insert(2, day(each.point.due_on) if each.point.due_on else None)
        rows.append(cells)
    return Table(columns, rows, HEADINGS[kind], missing="not said")


def bodies(point: Point) -> str:
    return listed([body.name for body in point.responsible.all()])


def over_the_years(chain: Chain[Placed]) -> str:
    """Raised four times since 2017. Closed in 2024."""
    first = chain.raised[0].row.origin.happened_on.year
    newest = chain.newest.row.origin.happened_on.year
    times = TIMES.get(chain.times, f"{in_words(chain.times)} times")
    since = f", in {first}" if chain.times == 1 else f" since {first}" if newest != first else f" in {first}"
    closed = f" Closed in {chain.closed_by.row.origin.happened_on.year}." if chain.closed_by else ""
    return f"Raised {times}{since}.{closed}"


def point_values(page: PointPage, *, may_keep: bool) -> dict[str, Any]:
    """A point, and everything said of the same thing, newest first."""
    point = page.point
    facts = [Row("What it is", start_upper(point.get_kind_display()))]
    if point.kind == PointKind.REQUIREMENT:
        facts.append(Row("By when", day(point.due_on) if point.due_on else "The document gives no day"))
    facts.append(Row("Who must act", bodies(point) or "Nobody is named yet"))
    line = [*page.chain.raised, *([page.chain.closed_by] if page.chain.closed_by else [])]
    links = []
    if may_keep:
        links = [
            Link("Say who must act, and by when", reverse("complete-point", args=[point.pk])),
            Link("Tie it to an earlier point", reverse("tie-point", args=[point.pk])),
        ]
    return {
        "title": point.words,
        "caption": point.code or start_upper(point.get_kind_display()),
        "facts": facts,
        "years": over_the_years(page.chain),
        "line": [_said(each.row, page, here=each.row.pk == point.pk) for each in reversed(line)],
        "above": Link(point.origin.title, reverse("origin", args=[point.origin_id])),
        "links": links,
        "ties": _ties_table(page.ties) if may_keep and page.ties else None,
    }


def _said(row: Point, page: PointPage, *, here: bool) -> Entry:
    closes = page.chain.closed_by is not None and page.chain.closed_by.pk == row.pk
    return Entry(
        what=row.words,
        when=when(row.origin),
        kind="now" if here else "happened",
        more="This closes what was raised before." if closes else "",
        ties=[Tie(row.origin.title, reverse("origin", args=[row.origin_id]))],
    )


def _ties_table(ties: Sequence[PointTie]) -> Table:
    return Table(
        [Column("Later"), Column("How"), Column("Earlier"), Column("Undo")],
        [
            [
                f"{one.later} ({one.later.origin})",
                one.get_how_display(),
                f"{one.earlier} ({one.earlier.origin})",
                Cell("Untie", href=reverse("untie-points", args=[one.pk])),
            ]
            for one in ties
        ],
        "How it is tied",
    )


def tie_in_words(one: PointTie) -> str:
    """Both points with their documents, and how they are tied."""
    return f"{one.later} ({one.later.origin}) {one.get_how_display()}: {one.earlier} ({one.earlier.origin})."


def brief_values(brief: Brief, *, may_keep: bool) -> dict[str, Any]:
    """What the next review will ask, in the order in which it should be prepared."""
    return {
        "above": Link("What was said of us", reverse("origins")),
        "tables": [
            table
            for table in (
                _brief_table("What must be done", brief.requirements, by_day=True),
                _brief_table("What was found, the most often raised first", brief.findings),
                _brief_table("What they worry about", brief.concerns),
                _brief_table("What they praised: be ready to show that it lasts", brief.praise),
            )
            if table is not None
        ],
        "unread": [
            Link(
                f"{origin.title}: {plural(waiting, 'sentence')} still to be read",
                reverse("read-origin", args=[origin.pk]),
            )
            for origin, waiting in brief.unread
        ]
        if may_keep
        else [],
        "incomplete": bool(brief.unread),
    }


def _brief_table(caption: str, points: Sequence[ChainedPoint], *, by_day: bool = False) -> Table | None:
    if not points:
        return None
    rows: list[list[Cell | str | int | float | None]] = []
    for each in points:
        origin = each.point.origin
        row: list[Cell | str | int | float | None] = [
            Cell(str(each.point), href=reverse("point", args=[each.point.pk])),
            f"{origin.title}, {when(origin)}",
            over_the_years(each.chain),
        ]
        if by_day:
            row.insert(1, day(each.point.due_on) if each.point.due_on else None)
        rows.append(row)
    columns = [Column("Point"), Column("Newest document"), Column("Over the years")]
    if by_day:
        columns.insert(1, Column("By when"))
    return Table(columns, rows, caption, missing="no day given")
