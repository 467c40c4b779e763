"""The documents that judge the partnership, as the public may read them: newest first, older ones kept."""

from goldenthread.audit.scope import Scope
from goldenthread.improvement.models import Origin, PointKind
from goldenthread.improvement.queries.origins import ChainedPoint, chained_points, origins
from goldenthread.publication.models import PublicMark
from goldenthread.publication.parts import Part, part
from goldenthread.publication.queries.marks import marked
from goldenthread.ui.words import day, in_words, month

CALLED = {
    PointKind.FINDING: "They found",
    PointKind.REQUIREMENT: "They asked for",
    PointKind.PRAISE: "They praised",
    PointKind.CONCERN: "They worried about",
}


def documents(scope: Scope) -> list[Part]:
    """Every document that is marked for the public."""
    public = marked(scope, PublicMark.Kind.DOCUMENT)
    rows = [row.origin for row in origins(scope) if row.origin.pk in public]
    points: dict[int, list[ChainedPoint]] = {}
    for each in chained_points(scope) if rows else []:
        points.setdefault(each.point.origin_id, []).append(each)
    return [
        part(
            f"document-{row.pk}",
            row.title,
            says=row.summary,
            on=row.happened_on,
            is_example=row.is_example,
            body={
                "what": row.get_kind_display(),
                "speaker": row.speaker,
                "when": when(row),
                "source": row.source,
                "points": [_point(each, public) for each in points.get(row.pk, ())],
                "letter": row.letter,
            },
        )
        for row in rows
    ]


def when(origin: Origin) -> str:
    """The day of a document as far as it is known."""
    if origin.precision == Origin.Precision.YEAR:
        return str(origin.happened_on.year)
    is_month = origin.precision == Origin.Precision.MONTH
    return month(origin.happened_on) if is_month else day(origin.happened_on)


def _point(each: ChainedPoint, public: frozenset[int]) -> dict[str, str]:
    """A point, and how often public documents raised it: what others said is not to be learned from this."""
    row = each.point
    raised = sorted(
        {knot.row.origin_id: knot.row.origin.happened_on for knot in each.chain.raised}.items(),
        key=lambda one: one[1],
    )
    years = [on.year for origin_id, on in raised if origin_id in public]
    return {
        "what": CALLED[PointKind(row.kind)],
        "words": row.words,
        "by": f"By {day(row.due_on)}." if row.due_on else "",
        "again": f"Raised {in_words(len(years))} times since {years[0]}." if len(years) > 1 else "",
    }
