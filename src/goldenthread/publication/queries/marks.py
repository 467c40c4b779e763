"""What of other areas may be public at all: the newest mark of each row counts, and no mark means no."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.accounts.roles import Permission
from goldenthread.audit.scope import Scope
from goldenthread.improvement.queries.origins import origins
from goldenthread.improvement.queries.plans import plans
from goldenthread.publication.models import PublicMark
from goldenthread.voice.queries import heard, surveys


def marked(scope: Scope, kind: PublicMark.Kind) -> frozenset[int]:
    """The numbers of rows of that kind that may be public."""
    scope.require(Permission.PREPARE_RELEASE)
    newest = PublicMark.objects.filter(kind=kind).order_by("row_id", "-pk").distinct("row_id")
    return frozenset(mark.row_id for mark in newest if mark.is_public)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that can be marked: what it is called, and whether it may be public."""

    kind: PublicMark.Kind
    row_id: int
    title: str
    is_public: bool


def candidates(scope: Scope) -> list[Candidate]:
    """Everything that can be marked, by kind."""
    found = {
        PublicMark.Kind.PLAN: [(each.plan.pk, each.plan.title) for each in plans(scope)],
        PublicMark.Kind.DOCUMENT: [(each.origin.pk, each.origin.title) for each in origins(scope)],
        PublicMark.Kind.SURVEY: [(each.survey.pk, each.survey.title) for each in surveys(scope)],
        PublicMark.Kind.SAID: [(each.pk, each.said) for each in heard(scope)],
    }
    return [
        Candidate(kind, row_id, title, row_id in public)
        for kind, rows in found.items()
        for public in [marked(scope, kind)]
        for row_id, title in rows
    ]


def candidate(scope: Scope, kind: str, row_id: int) -> Candidate | None:
    """One of them; None where there is no such row."""
    rows: Sequence[Candidate] = candidates(scope)
    return next((one for one in rows if (one.kind, one.row_id) == (kind, row_id)), None)
