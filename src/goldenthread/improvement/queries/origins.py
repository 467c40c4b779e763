"""Documents, what they say, and which of it is still open. No child is in them: reach is by permission."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q

from goldenthread.accounts.roles import Permission
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Scope
from goldenthread.improvement.chains import Chain, Knot, chains
from goldenthread.improvement.models import Origin, Point, PointKind, PointTie, Sentence
from goldenthread.organisations.models import Organisation

BATCH = 10
"""Sentences on one page: as many as a person decides before looking up."""


@dataclass(frozen=True, slots=True)
class CountedOrigin:
    """A document, how much it says and asks, and how many of its sentences wait to be decided."""

    origin: Origin
    points: int
    requirements: int
    waiting: int


def origins(scope: Scope) -> list[CountedOrigin]:
    """Every document, newest first."""
    scope.require(Permission.SEE_IMPROVEMENT)
    requirement = Q(points__kind=PointKind.REQUIREMENT)
    rows = Origin.objects.annotate(
        all_points=Count("points", distinct=True),
        requirements=Count("points", filter=requirement, distinct=True),
        waiting=Count("sentences", filter=Q(sentences__decided_as=""), distinct=True),
    )
    return [
        CountedOrigin(row, row.all_points, row.requirements, row.waiting)
        for row in rows.order_by("-happened_on", "-pk")
    ]


def origin(scope: Scope, origin_id: int) -> Origin:
    """One document. Raises `NotFound`."""
    scope.require(Permission.SEE_IMPROVEMENT)
    found = Origin.objects.filter(pk=origin_id).first()
    if found is None:
        raise NotFound("There is no such document.")
    return found


@dataclass(frozen=True, slots=True)
class OriginPage:
    """A document, what it says with the chain of each point, and how much of its letter was decided."""

    origin: Origin
    points: Sequence["ChainedPoint"]
    sentences: int
    waiting: int


@dataclass(frozen=True, slots=True)
class ChainedPoint:
    """A point, and all that was ever said of the same thing."""

    point: Point
    chain: "Chain[Placed]"


@dataclass(frozen=True, slots=True)
class Placed:
    """A point as a chain orders it: by the day of its document."""

    row: Point

    @property
    def pk(self) -> int:
        return self.row.pk

    @property
    def origin_id(self) -> int:
        return self.row.origin_id

    @property
    def order(self) -> tuple[str, int]:
        return (self.row.origin.happened_on.isoformat(), self.row.pk)


def origin_page(scope: Scope, origin_id: int) -> OriginPage:
    """All that the page of a document shows. Raises `NotFound`."""
    found = origin(scope, origin_id)
    counted = found.sentences.aggregate(all=Count("pk"), waiting=Count("pk", filter=Q(decided_as="")))
    points = [each for each in chained_points(scope) if each.point.origin_id == found.pk]
    return OriginPage(found, points, counted["all"], counted["waiting"])


def chained_points(scope: Scope) -> list[ChainedPoint]:
    """Every point with its chain, in the order of documents. Some thousands at most over many years."""
    scope.require(Permission.SEE_IMPROVEMENT)
    rows = Point.objects.select_related("origin").prefetch_related("responsible")
    points = sorted((Placed(row) for row in rows), key=lambda placed: placed.order)
    knots = [Knot(*tie) for tie in PointTie.objects.values_list("later_id", "earlier_id", "how")]
    found = chains(points, knots)
    return [ChainedPoint(placed.row, found[placed.pk]) for placed in points]


def sentences_to_decide(scope: Scope, letter: Origin, *, after: int = 0) -> list[Sentence]:
    """The next sentences of a letter after number `after`, the decided ones among them too."""
    scope.require(Permission.KEEP_IMPROVEMENT)
    return list(letter.sentences.filter(number__gt=after).select_related("point").order_by("number")[:BATCH])


def first_undecided(scope: Scope, letter: Origin) -> int | None:
    """The number of the first sentence that nobody decided; None when all are."""
    scope.require(Permission.KEEP_IMPROVEMENT)
    return letter.sentences.filter(decided_as="").order_by("number").values_list("number", flat=True).first()


def sentences_of(scope: Scope, letter: Origin) -> int:
    """How many sentences a letter has."""
    scope.require(Permission.SEE_IMPROVEMENT)
    return letter.sentences.count()


@dataclass(frozen=True, slots=True)
class PointPage:
    """A point, its chain, and its own ties."""

    point: Point
    chain: "Chain[Placed]"
    ties: Sequence[PointTie]


def point_page(scope: Scope, point_id: int) -> PointPage:
    """All that the page of a point shows. Raises `NotFound`."""
    found = next((each for each in chained_points(scope) if each.point.pk == point_id), None)
    if found is None:
        raise NotFound("There is no such point.")
    ties = PointTie.objects.filter(Q(later_id=point_id) | Q(earlier_id=point_id))
    ties = ties.select_related("later__origin", "earlier__origin").order_by("pk")
    return PointPage(found.point, found.chain, list(ties))


def earlier_points(scope: Scope, point: Point) -> list[Point]:
    """Points of documents no later than the point's own, newest first: what it can be tied to."""
    scope.require(Permission.KEEP_IMPROVEMENT)
    rows = Point.objects.filter(origin__happened_on__lte=point.origin.happened_on)
    rows = rows.exclude(origin_id=point.origin_id).exclude(ties_forward__later=point)
    return list(rows.select_related("origin").order_by("-origin__happened_on", "pk"))


def tie(scope: Scope, tie_id: int) -> PointTie:
    """One tie. Raises `NotFound`."""
    scope.require(Permission.KEEP_IMPROVEMENT)
    found = PointTie.objects.select_related("later__origin", "earlier__origin").filter(pk=tie_id).first()
    if found is None:
        raise NotFound("There is no such tie.")
    return found


@dataclass(frozen=True, slots=True)
class Brief:
    """What the next review will ask: one line a chain, requirements first by their day."""

    requirements: Sequence[ChainedPoint]
    findings: Sequence[ChainedPoint]
    concerns: Sequence[ChainedPoint]
    praise: Sequence[ChainedPoint]
    unread: Sequence[tuple[Origin, int]]
    """Documents whose letter waits, with how many sentences."""


def brief(scope: Scope) -> Brief:
    """Everything that is open, each thing once as its newest document says it, and what was praised."""
    newest = [
        each
        for each in chained_points(scope)
        if each.chain.closed_by is None and each.chain.newest.pk == each.point.pk
    ]

    def of(kind: PointKind) -> list[ChainedPoint]:
        return [each for each in newest if each.point.kind == kind]

    asked = sorted(
        of(PointKind.REQUIREMENT),
        key=lambda each: (each.point.due_on is None, each.point.due_on or each.point.origin.happened_on),
    )
    return Brief(
        requirements=asked,
        findings=sorted(of(PointKind.FINDING), key=_often),
        concerns=sorted(of(PointKind.CONCERN), key=_often),
        praise=of(PointKind.PRAISE)[::-1],
        unread=[(row.origin, row.waiting) for row in origins(scope) if row.waiting],
    )


def _often(each: ChainedPoint) -> int:
    """What was raised most often comes first."""
    return -each.chain.times


def responsible_bodies(scope: Scope) -> list[Organisation]:
    """Bodies that can be given a point."""
    scope.require(Permission.KEEP_IMPROVEMENT)
    return list(Organisation.objects.order_by("name"))
