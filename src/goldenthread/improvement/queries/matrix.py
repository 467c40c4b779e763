"""The evidence matrix: what was asked of the partnership, by the evidence that it is met; gaps first.

An item that names points speaks for those. One that names none speaks for all that its promise answers.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.accounts.roles import Permission
from goldenthread.audit.scope import Scope
from goldenthread.improvement.models import Evidence, Origin, Point, PointKind, Promise, SeenBy
from goldenthread.improvement.queries.evidence import CountedEvidence, of_promises

ASKED = (PointKind.REQUIREMENT, PointKind.FINDING, PointKind.CONCERN)
"""What needs an answer; praise needs none."""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A point, the promises that answer it, and the evidence for it, what counts first."""

    point: Point
    promises: Sequence[Promise]
    items: Sequence[CountedEvidence]

    @property
    def counting(self) -> list[CountedEvidence]:
        return [one for one in self.items if one.counts]

    @property
    def waiting(self) -> list[CountedEvidence]:
        """Items that say nothing yet: nobody outside has checked them, or they did not hold."""
        return [one for one in self.items if not one.counts]

    @property
    def is_gap(self) -> bool:
        return not self.counting

    @property
    def strongest(self) -> int:
        """The greatest strength among what counts; 0 without any."""
        return max((one.strength.value for one in self.counting), default=0)

    def of_kind(self, kind: Evidence.Kind) -> int:
        """How many items of this kind count."""
        return sum(one.row.kind == kind for one in self.counting)


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows with gaps first, and the documents that it can be narrowed to."""

    rows: Sequence[MatrixRow]
    origins: Sequence[Origin]
    chosen: Origin | None

    @property
    def gaps(self) -> int:
        return sum(row.is_gap for row in self.rows)


def matrix(scope: Scope, *, origin_id: int | None = None, audience: SeenBy = SeenBy.KEEPERS) -> Matrix:
    """Every point that asks for an answer, or those of one document: seven questions, however many there are.

    A document that is not there is as no choice.
    """
    scope.require(Permission.SEE_IMPROVEMENT)
    origins = list(Origin.objects.order_by("-happened_on", "pk"))
    chosen = next((one for one in origins if one.pk == origin_id), None)
    points = Point.objects.filter(kind__in=ASKED).select_related("origin")
    points = points.prefetch_related("answered_by", "responsible")
    if chosen is not None:
        points = points.filter(origin=chosen)
    asked = list(points)
    numbers = {promise.pk for point in asked for promise in point.answered_by.all()}
    everything = of_promises(scope, numbers, audience=audience)
    rows = [_row(point, everything) for point in asked]
    return Matrix(sorted(rows, key=_gaps_first), origins, chosen)


def _row(point: Point, everything: dict[int, list[CountedEvidence]]) -> MatrixRow:
    promises = sorted(point.answered_by.all(), key=lambda promise: promise.code)
    items = [one for promise in promises for one in everything[promise.pk] if _speaks_for(one, point)]
    return MatrixRow(point, promises, items)


def _speaks_for(one: CountedEvidence, point: Point) -> bool:
    named = {answered.pk for answered in one.row.answers.all()}
    return not named or point.pk in named


def _gaps_first(row: MatrixRow) -> tuple[int, int, int, int, int, int]:
    """Nothing promised, nothing that counts, then the weakest; requirements and newer documents first."""
    return (
        bool(row.promises),
        not row.is_gap,
        row.strongest,
        ASKED.index(PointKind(row.point.kind)),
        -row.point.origin.happened_on.toordinal(),
        row.point.pk,
    )
