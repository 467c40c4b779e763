"""Keeping documents, deciding what their sentences say, and tying points over the years."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock
from goldenthread.audit.actions import record
from goldenthread.audit.errors import NotPossibleNow
from goldenthread.audit.scope import Scope
from goldenthread.improvement.letters import Says, propose, sentences
from goldenthread.improvement.models import Origin, Point, PointKind, PointTie, Sentence
from goldenthread.organisations.models import Organisation


@dataclass(frozen=True, slots=True)
class OriginDetails:
    """What is known of a document. `letter` holds its words, where they are at hand."""

    kind: Origin.Kind
    title: str
    speaker: str
    happened_on: date
    precision: Origin.Precision = Origin.Precision.DAY
    source: str = ""
    summary: str = ""
    letter: str = ""
    is_example: bool = False


@dataclass(frozen=True, slots=True)
class PointDetails:
    """What a point says, the name that the document gives it, who must act, and by when."""

    kind: PointKind
    words: str
    code: str = ""
    due_on: date | None = None
    responsible: Sequence[Organisation] = ()


@transaction.atomic
def add_origin(details: OriginDetails, *, by: Scope) -> Origin:
    """Keeps a document; the sentences of its letter wait to be decided.

    Raises `NotPossibleNow` where a document of that kind, title and day is here already.
    """
    by.require(Permission.KEEP_IMPROVEMENT)
    if Origin.objects.filter(
        kind=details.kind, title=details.title, happened_on=details.happened_on
    ).exists():
        raise NotPossibleNow(f"“{details.title}” of that day is here already. Open it from the list.")
    origin = Origin.objects.create(
        kind=details.kind,
        title=details.title,
        speaker=details.speaker,
        happened_on=details.happened_on,
        precision=details.precision,
        source=details.source,
        summary=details.summary,
        letter=details.letter,
        is_example=details.is_example,
        added_at=clock.now(),
        added_by_id=by.actor_id,
        added_by_name=by.actor_name,
    )
    found = _sentences_of(origin)
    Sentence.objects.bulk_create(found)
    record("kept a document that judges the partnership", origin, by=by, details={"sentences": len(found)})
    return origin


def _sentences_of(origin: Origin) -> list[Sentence]:
    rows = []
    for number, sentence in enumerate(sentences(origin.letter), start=1):
        proposal = propose(sentence, written_on=origin.happened_on)
        row = Sentence(
            origin=origin,
            number=number,
            words=sentence.words,
            heading=sentence.heading,
            seems=proposal.says,
            because=proposal.because,
            seems_due_on=proposal.due_on,
        )
        rows.append(row)
    return rows


@transaction.atomic
def decide_sentences(decisions: dict[int, tuple[Says, date | None]], *, origin: Origin, by: Scope) -> int:
    """Says what sentences of a document are (by their number); how many decisions were new.

    A sentence may be decided anew. Raises `NotPossibleNow` where what came of it before is tied to another
    point: that tie was made for a reason, and has to be undone first.
    """
    by.require(Permission.KEEP_IMPROVEMENT)
    rows = origin.sentences.select_for_update().filter(number__in=decisions)
    changed = 0
    for row in rows:
        says, due_on = decisions[row.number]
        if row.decided_as == says and (row.point is None or row.point.due_on == due_on):
            continue
        _decide(row, says, due_on)
        changed += 1
    record("decided what a letter says", origin, by=by, details={"sentences": changed})
    return changed


def _decide(row: Sentence, says: Says, due_on: date | None) -> None:
    if row.point is not None and row.decided_as == says:
        row.point.due_on = due_on
        row.point.save(update_fields=["due_on"])
        return
    before = row.point
    if before is not None and (before.ties_back.exists() or before.ties_forward.exists()):
        raise NotPossibleNow(
            f"Sentence {row.number} is tied to another point. Undo that tie, then decide it anew."
        )
    row.decided_as = says
    row.point = None
    if says is not Says.NOTHING:
        day = due_on if says is Says.REQUIREMENT else None
        row.point = Point.objects.create(
            origin_id=row.origin_id, kind=says.value, words=row.words, due_on=day
        )
    row.save(update_fields=["decided_as", "point"])
    if before is not None:
        before.responsible.clear()
        before.delete()


@transaction.atomic
def add_point(origin: Origin, details: PointDetails, *, by: Scope) -> Point:
    """Adds a point by hand: where only a summary is at hand, or a table that holds no sentences."""
    by.require(Permission.KEEP_IMPROVEMENT)
    _check_code(origin, details.code)
    point = Point.objects.create(
        origin=origin,
        kind=details.kind,
        code=details.code,
        words=details.words,
        due_on=details.due_on if details.kind == PointKind.REQUIREMENT else None,
    )
    point.responsible.set(details.responsible)
    record("added what a document says", point, by=by)
    return point


@transaction.atomic
def complete_point(
    point: Point, *, code: str, due_on: date | None, responsible: Sequence[Organisation], by: Scope
) -> Point:
    """Gives a point the name that its document uses, who must act, and for a requirement the day."""
    by.require(Permission.KEEP_IMPROVEMENT)
    if code != point.code:
        _check_code(point.origin, code)
    point.code = code
    if point.kind == PointKind.REQUIREMENT:
        point.due_on = due_on
    point.save(update_fields=["code", "due_on"])
    point.responsible.set(responsible)
    record("completed what a document says", point, by=by, details={"due_on": str(point.due_on or "")})
    return point


def _check_code(origin: Origin, code: str) -> None:
    if code and origin.points.filter(code=code).exists():
        raise NotPossibleNow(f"{code} stands in this document already.")


@transaction.atomic
def tie_points(later: Point, earlier: Point, *, how: PointTie.How, because: str, by: Scope) -> PointTie:
    """Says that a point repeats, sharpens or closes an earlier one of another document.

    Raises `NotPossibleNow` for two points of one document, or where the earlier one is not earlier.
    """
    by.require(Permission.KEEP_IMPROVEMENT)
    if later.origin_id == earlier.origin_id:
        raise NotPossibleNow("Both stand in one document. Tie points of different documents.")
    if earlier.origin.happened_on > later.origin.happened_on:
        raise NotPossibleNow(f"{earlier.origin} is the later document. Open its point and tie from there.")
    if PointTie.objects.filter(later=later, earlier=earlier).exists():
        raise NotPossibleNow("These two are tied already.")
    tie = PointTie.objects.create(
        later=later,
        earlier=earlier,
        how=how,
        because=because,
        tied_at=clock.now(),
        tied_by_name=by.actor_name,
    )
    record("tied a point to an earlier one", later, by=by, because=because, details={"how": how})
    return tie


@transaction.atomic
def untie_points(tie: PointTie, *, because: str, by: Scope) -> None:
    """Takes a tie back; the audit keeps that it was there, and why it went."""
    by.require(Permission.KEEP_IMPROVEMENT)
    record(
        "untied a point from an earlier one",
        tie.later,
        by=by,
        because=because,
        details={"earlier": tie.earlier_id, "how": tie.how},
    )
    tie.delete()
