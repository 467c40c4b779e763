"""What the room shows its readers, and what of it they opened."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchRank, SearchVector
from django.db.models import OuterRef, QuerySet, Subquery

from goldenthread.accounts.models import Appointment, User
from goldenthread.accounts.queries import holders_of
from goldenthread.accounts.roles import Permission, Role
from goldenthread.analysis.catalogue import Measure
from goldenthread.audit import clock
from goldenthread.audit.errors import NotFound, NotPermitted
from goldenthread.audit.scope import Scope
from goldenthread.evidence_room.models import Deeper, Opened, Opening
from goldenthread.evidence_room.permissions import in_force, lent, lent_deeper, may_see_deeper
from goldenthread.figures.measured import queries as measured
from goldenthread.figures.measured.values import FigureKey, Measured
from goldenthread.improvement.judging.values import FiveTests
from goldenthread.improvement.models import Commentary, Evidence, ForumWord, Origin, Point, Promise, SeenBy
from goldenthread.improvement.queries import evidence, judged, said
from goldenthread.improvement.queries.evidence import CountedEvidence
from goldenthread.improvement.queries.matrix import Matrix, matrix
from goldenthread.improvement.queries.origins import PointPage, point_page
from goldenthread.improvement.queries.plans import PromiseWork, promise_page

FOUND_AT_MOST = 100
OPENED_AT_MOST = 500


@dataclass(frozen=True, slots=True)
class Front:
    """Every thing that was asked, with its promises and evidence; and the five tests of each promise."""

    matrix: Matrix
    tests: Mapping[int, FiveTests]


def front(scope: Scope, *, origin_id: int | None = None) -> Front:
    """The index of the room: everything asked of the partnership, gaps first."""
    reader = lent(scope)
    found = matrix(reader, origin_id=origin_id, audience=SeenBy.ROOM)
    numbers = {promise.pk for row in found.rows for promise in row.promises}
    return Front(found, judged.five_tests(reader, numbers))


def point(scope: Scope, point_id: int) -> PointPage:
    """One thing that was asked, with its chain over the years. Raises `NotFound`."""
    return point_page(lent(scope), point_id)


@dataclass(frozen=True, slots=True)
class RoomPromise:
    """A promise with its work, tests, evidence for the room, and what the forum and owners say."""

    work: PromiseWork
    five: FiveTests
    items: Sequence[CountedEvidence]
    words: Sequence[ForumWord]
    commentaries: Sequence[Commentary]


def promise(scope: Scope, promise_id: int) -> RoomPromise:
    """All of one promise that the room shows. Raises `NotFound`."""
    reader = lent(scope)
    work, number = promise_page(reader, promise_id), promise_id
    return RoomPromise(
        work,
        judged.five_tests(reader, [number])[number],
        evidence.of_promises(reader, [number], audience=SeenBy.ROOM)[number],
        said.forum_words(reader, [number])[number],
        said.commentaries(reader, [number])[number],
    )


def item(scope: Scope, evidence_id: int) -> CountedEvidence:
    """One item that is marked for the room. Raises `NotFound`."""
    return evidence.item(lent(scope), evidence_id, audience=SeenBy.ROOM)


def figures(scope: Scope) -> list[measured.Listed]:
    """Every measure with its newest figure."""
    return measured.catalogue(lent(scope))


def figure_series(scope: Scope, name: str) -> tuple[Measure, list[Measured]]:
    """A measure, and its figures for everyone by month, oldest first. Raises `NotFound`."""
    reader = lent(scope)
    return measured.measure_named(reader, name), measured.series(reader, name, "month")


def records_behind(scope: Scope, key: FigureKey) -> measured.Walk:
    """The records behind a figure of everyone, for whom a lawful basis is recorded, agreed to and in force.

    Raises `NotPermitted` without one, `NotFound` for a figure that is not there.
    """
    reader = lent_deeper(scope)
    if not may_see_deeper(scope, key.measure, clock.today()):
        raise NotPermitted(
            "Figures are aggregate here. The records behind them are opened under a recorded lawful basis: "
            "ask whoever opened the room for you."
        )
    return measured.records_behind(reader, key)


@dataclass(frozen=True, slots=True)
class Found:
    """Something that a search found: what kind of thing, its words, and its number for its page."""

    kind: str
    words: str
    where: str
    number: int
    rank: float


def search(scope: Scope, words: str) -> list[Found]:
    """What holds these words, the best first: of what the room shows and nothing else. Six questions."""
    lent(scope)
    query = SearchQuery(words, search_type="websearch", config="english")
    found = [hit for look in (_points, _promises, _evidence, _said) for hit in look(query)]
    return sorted(found, key=lambda one: (-one.rank, one.kind, one.number))[:FOUND_AT_MOST]


def _ranked(rows: QuerySet[Any], query: SearchQuery, *fields: str) -> QuerySet[Any]:
    vector = SearchVector(*fields, config="english")
    matching: QuerySet[Any] = rows.annotate(vector=vector, rank=SearchRank(vector, query))
    return matching.filter(vector=query).order_by("-rank", "pk")[:FOUND_AT_MOST]


def _points(query: SearchQuery) -> Iterator[Found]:
    for row in _ranked(Point.objects.select_related("origin"), query, "code", "words"):
        yield Found(row.get_kind_display(), f"{row} ({row.origin})", "room-point", row.pk, row.rank)
    for row in _ranked(Origin.objects.all(), query, "title", "speaker", "summary", "letter"):
        yield Found("document", str(row), "evidence-room", row.pk, row.rank)


def _promises(query: SearchQuery) -> Iterator[Found]:
    for row in _ranked(Promise.objects.all(), query, "code", "words", "accountable_role"):
        yield Found("promise", str(row), "room-promise", row.pk, row.rank)


def _evidence(query: SearchQuery) -> Iterator[Found]:
    """As the room lists it: marked for it, neither replaced nor withdrawn."""
    rows = Evidence.objects.filter(
        seen_by__gte=SeenBy.ROOM, withdrawal__isnull=True, replaced_by__isnull=True
    )
    for row in _ranked(rows, query, "title", "shows", "provenance"):
        yield Found("evidence", row.title, "room-item", row.pk, row.rank)


def _said(query: SearchQuery) -> Iterator[Found]:
    """What the forum and owners say now: words that were taken back or written over are not found."""
    tables: tuple[tuple[type[ForumWord] | type[Commentary], str], ...] = (
        (ForumWord, "the forum’s words"),
        (Commentary, "commentary"),
    )
    for table, kind in tables:
        newest = table.objects.filter(promise=OuterRef("promise")).order_by("-pk").values("pk")[:1]
        rows = table.objects.filter(pk=Subquery(newest)).select_related("promise")
        for row in _ranked(rows, query, "words"):
            yield Found(kind, f"{row.promise}", "room-promise", row.promise_id, row.rank)


def opened(scope: Scope) -> list[Opened]:
    """What was opened in the room, newest first: one's own, or everyone's for whoever opens the room."""
    rows = Opened.objects.order_by("-pk")
    if not scope.may(Permission.OPEN_EVIDENCE_ROOM):
        scope.require(Permission.SEE_EVIDENCE_ROOM)
        rows = rows.filter(by_id_number=scope.actor_id or 0)
    return list(rows[:OPENED_AT_MOST])


def openings(scope: Scope) -> list[Opening]:
    """To whom the room was ever opened, the newest first."""
    scope.require(Permission.OPEN_EVIDENCE_ROOM)
    return list(Opening.objects.select_related("invitation").order_by("-pk"))


def opening(scope: Scope, opening_id: int) -> Opening:
    """One of them. Raises `NotFound`."""
    scope.require(Permission.OPEN_EVIDENCE_ROOM)
    found = Opening.objects.select_related("invitation__accepted_by").filter(pk=opening_id).first()
    if found is None:
        raise NotFound("The room was not opened so.")
    return found


def readers(scope: Scope) -> list[User]:
    """Who holds the role of adviser or inspector today."""
    scope.require(Permission.OPEN_EVIDENCE_ROOM)
    return holders_of(Role.INSPECTOR)


def deeper(scope: Scope) -> list[Deeper]:
    """Every recorded lawful basis to see deeper, the newest first: for who opens the room, and guardians."""
    if not scope.may(Permission.GUARD_RECORDS):
        scope.require(Permission.OPEN_EVIDENCE_ROOM)
    return list(Deeper.objects.select_related("reader").order_by("-pk"))


def deeper_numbered(scope: Scope, number: int) -> Deeper:
    """One of them. Raises `NotFound`."""
    found = next((one for one in deeper(scope) if one.pk == number), None)
    if found is None:
        raise NotFound("No such basis is recorded.")
    return found


def mine(scope: Scope) -> list[Deeper]:
    """What this reader may see deeper today."""
    scope.require(Permission.SEE_EVIDENCE_ROOM)
    return list(in_force(clock.today()).filter(reader=scope.actor_id).order_by("pk"))


def until(scope: Scope) -> date | None:
    """The first day on which this reader no longer gets in; None for who is here without such a day."""
    scope.require(Permission.SEE_EVIDENCE_ROOM)
    held = Appointment.in_force(clock.today()).filter(user=scope.actor_id, role=Role.INSPECTOR)
    return max((one.ends_on for one in held if one.ends_on is not None), default=None)
