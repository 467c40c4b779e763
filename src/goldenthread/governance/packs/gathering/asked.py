"""What others asked of the partnership, and what happened to each of it: nothing is left out."""

from goldenthread.governance.packs.contents import Block, Paragraph, Table
from goldenthread.governance.packs.contents import Head as H
from goldenthread.governance.packs.gathering.promises import states_in_words
from goldenthread.governance.packs.gathering.telling import as_example
from goldenthread.governance.packs.gathering.view import View
from goldenthread.improvement.models import Point
from goldenthread.improvement.queries.matrix import Matrix, MatrixRow
from goldenthread.improvement.queries.origins import Brief, ChainedPoint
from goldenthread.ui.words import day, in_words, plural

KINDS = (
    ("Requirements", "requirements", "No requirement is open."),
    ("Findings", "findings", "No finding is open."),
    ("Concerns", "concerns", "No concern is open."),
)
NOT_PROMISED = "Nothing is promised for this."


def answered_points(view: View, brief: Brief, matrix: Matrix) -> list[Block]:
    """Each open point once, as its newest document says it: who asked, what is promised, how that stands."""
    rows = {row.point.pk: row for row in matrix.rows}
    gaps = sum(rows[one.point.pk].is_gap for one in _open(brief) if one.point.pk in rows)
    blocks: list[Block] = [Paragraph(_said(len(_open(brief)), gaps))]
    heads = (
        H("What was asked", share=5),
        H("By", share=3),
        H("Promised, and how it stands", share=5),
        H("Evidence that counts", share=4),
    )
    for caption, name, missing in KINDS:
        points = getattr(brief, name)
        table = tuple(_row(view, one, rows.get(one.point.pk)) for one in points)
        blocks.append(Table(caption, heads, table, missing))
    return blocks


def _open(brief: Brief) -> list[ChainedPoint]:
    return [*brief.requirements, *brief.findings, *brief.concerns]


def _said(points: int, gaps: int) -> str:
    if not points:
        return "Nothing that others asked is open."
    are = "is" if points == 1 else "are"
    known = f"{plural(points, 'point')} of letters and reports {are} open."
    return f"{known} For {in_words(gaps)} of them there is no evidence that counts."


def _row(view: View, one: ChainedPoint, row: MatrixRow | None) -> tuple[str, ...]:
    point = one.point
    due = f" Due {day(point.due_on)}." if point.due_on else ""
    again = f" Raised {one.chain.times} times." if one.chain.times > 1 else ""
    origin = f"{as_example(point.origin.title, point.origin.is_example)}, {day(point.origin.happened_on)}."
    return (f"{_name(point)}{due}", f"{origin}{again}", _promised(view, row), _evidence(row))


def _name(point: Point) -> str:
    return f"{point.code}: {point.words}" if point.code else point.words


def _promised(view: View, row: MatrixRow | None) -> str:
    if row is None or not row.promises:
        return NOT_PROMISED
    fives = {one.promise.pk: one.five for one in view.judged}
    return "\n".join(
        f"{promise.code}: {states_in_words(fives[promise.pk])}"
        if promise.pk in fives
        else f"{promise.code}: closed longer ago than it is watched."
        for promise in row.promises
    )


def _evidence(row: MatrixRow | None) -> str:
    if row is None or not row.counting:
        return "None."
    return "\n".join(
        f"{as_example(one.row.title, one.row.is_example)}: {one.row.get_kind_display()}, "
        f"{day(one.row.happened_on)}"
        for one in row.counting
    )


def praised(brief: Brief) -> list[Block]:
    """What reviewers said is good."""
    rows = tuple(
        (_name(one.point), f"{one.point.origin.title}, {day(one.point.origin.happened_on)}")
        for one in brief.praise
    )
    heads = (H("What was praised", share=5), H("By", share=3))
    return [Table("Praise", heads, rows, "No praise is recorded.")]


def unread(brief: Brief) -> list[Block]:
    """Letters of which nobody has decided yet what each sentence says."""
    return [
        Paragraph(
            f"{origin.title} is not read to its end: {plural(waiting, 'sentence')} of it may ask for "
            "something that does not stand here.",
            "missing",
        )
        for origin, waiting in brief.unread
    ]
