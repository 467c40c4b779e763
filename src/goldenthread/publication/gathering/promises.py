"""Promises of plans that are marked for the public: the five tests, the forum's words, the owners' comments.

A promise is told in the words in which families were given it.
"""

from typing import Any

from goldenthread.audit.scope import Scope
from goldenthread.improvement.models import Point, Promise
from goldenthread.improvement.queries.plans import plan_page, plans
from goldenthread.publication.gathering.documents import when
from goldenthread.publication.models import PublicMark
from goldenthread.publication.parts import Part, part
from goldenthread.publication.queries.marks import marked
from goldenthread.ui.words import day


def promises(scope: Scope) -> list[Part]:
    """Every promise that is not of a plan kept inside, newest plan first."""
    public = marked(scope, PublicMark.Kind.PLAN)
    documents = marked(scope, PublicMark.Kind.DOCUMENT)
    pages = [plan_page(scope, each.plan.pk) for each in plans(scope) if each.plan.pk in public]
    rows = [work.row for page in pages for _, works in page.themes for work in works]
    return [_part(row, documents) for row in rows]


def _part(row: Promise, documents: frozenset[int]) -> Part:
    body: dict[str, Any] = {
        "code": row.code,
        "plan": row.theme.plan.title,
        "theme": row.theme.title,
        "who": f"{row.accountable_role}, {row.accountable.name}",
        "answers": [_answer(point) for point in row.answers.all() if point.origin_id in documents],
        "closed": f"Closed on {day(row.closed_on)}: {row.closed_because}" if row.closed_on else "",
    }
    return part(f"promise-{row.pk}", row.words, is_example=row.is_example, body=body)


def _answer(point: Point) -> dict[str, str]:
    said = f"{point.origin.title}, {when(point.origin)}"
    return {"words": str(point), "document": f"document-{point.origin_id}", "title": said}
