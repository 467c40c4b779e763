"""The agenda of a meeting and its papers."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import F

from goldenthread.accounts.roles import Permission
from goldenthread.audit.actions import record
from goldenthread.audit.errors import NotPossibleNow
from goldenthread.audit.scope import Scope
from goldenthread.documents import actions as documents
from goldenthread.documents.models import Version
from goldenthread.governance.models import AgendaItem, Meeting, Paper
from goldenthread.governance.policies import check_is_not_cancelled, check_minutes_are_open
from goldenthread.improvement.models import Promise


@dataclass(frozen=True, slots=True)
class ItemDetails:
    """An item: its place on the agenda (1 is first), what for, what is asked, and who presents it."""

    place: int
    title: str
    purpose: AgendaItem.Purpose
    asked: str = ""
    presenter_role: str = ""
    minutes_given: int | None = None
    promise: Promise | None = None
    is_example: bool = False


@dataclass(frozen=True, slots=True)
class PaperDetails:
    """What a paper is called, on which item it is, and who may see it; for a restricted one, why."""

    title: str
    visibility: Paper.Visibility
    restricted_because: str = ""
    item: AgendaItem | None = None
    is_example: bool = False


@transaction.atomic
def add_item(meeting: Meeting, details: ItemDetails, *, by: Scope) -> AgendaItem:
    """Puts an item in its place; those at and after it move down."""
    by.require(Permission.KEEP_GOVERNANCE)
    _check_agenda_is_open(meeting)
    place = _make_room(meeting, details.place)
    item = AgendaItem.objects.create(
        meeting=meeting,
        place=place,
        title=details.title,
        purpose=details.purpose,
        asked=details.asked,
        presenter_role=details.presenter_role,
        minutes_given=details.minutes_given,
        promise=details.promise,
        is_example=details.is_example,
    )
    record("added an item to an agenda", item, by=by)
    return item


def _check_agenda_is_open(meeting: Meeting) -> None:
    check_is_not_cancelled(meeting)
    if meeting.is_held:
        check_minutes_are_open(meeting)


def _make_room(meeting: Meeting, place: int) -> int:
    there = meeting.items.count()
    place = max(1, min(place, there + 1))
    meeting.items.filter(place__gte=place).update(place=F("place") + 1)
    return place


@transaction.atomic
def change_item(item: AgendaItem, details: ItemDetails, *, by: Scope) -> AgendaItem:
    """Changes an item or its place. The audit keeps what was there before."""
    by.require(Permission.KEEP_GOVERNANCE)
    _check_agenda_is_open(item.meeting)
    before = {"place": item.place, "title": item.title, "purpose": item.purpose, "asked": item.asked}
    others = [one for one in item.meeting.items.order_by("place", "pk") if one.pk != item.pk]
    others.insert(max(1, min(details.place, len(others) + 1)) - 1, item)
    for place, one in enumerate(others, start=1):
        AgendaItem.objects.filter(pk=one.pk).update(place=place)
    item.refresh_from_db(fields=["place"])
    item.title, item.purpose, item.asked = details.title, details.purpose, details.asked
    item.presenter_role, item.minutes_given = details.presenter_role, details.minutes_given
    item.promise = details.promise
    item.save()
    record("changed an item of an agenda", item, by=by, details={"before": before})
    return item


@transaction.atomic
def remove_item(item: AgendaItem, *, because: str, by: Scope) -> None:
    """Takes an item off the agenda. Raises `NotPossibleNow` where something rests on it."""
    by.require(Permission.KEEP_GOVERNANCE)
    _check_agenda_is_open(item.meeting)
    rests = (item.papers, item.decisions, item.actions, item.conflicts)
    if any(rows.exists() for rows in rests):
        raise NotPossibleNow("Papers, decisions, actions or interests stand under this item. It stays.")
    record("took an item off an agenda", item, by=by, because=because, details={"title": item.title})
    meeting, place = item.meeting, item.place
    item.delete()
    meeting.items.filter(place__gt=place).update(place=F("place") - 1)


def add_paper(meeting: Meeting, brought: documents.Brought, details: PaperDetails, *, by: Scope) -> Paper:
    """Keeps a paper with its file. Raises `documents.checking.Refused` for a file that is not safe."""
    by.require(Permission.KEEP_GOVERNANCE)
    check_is_not_cancelled(meeting)
    version = documents.keep(
        brought, kind="board paper", title=details.title, under=Permission.KEEP_GOVERNANCE, by=by
    )
    with transaction.atomic():
        paper, is_new = Paper.objects.get_or_create(
            document=version.document,
            defaults={
                "meeting": meeting,
                "item": details.item,
                "title": details.title,
                "visibility": details.visibility,
                "restricted_because": details.restricted_because,
                "is_example": details.is_example,
            },
        )
        if is_new:
            record("added a paper", paper, by=by, details={"visibility": paper.visibility})
    return paper


def replace_paper(paper: Paper, brought: documents.Brought, *, because: str, by: Scope) -> Version:
    """Brings a newer version of a paper; the older ones stay. Raises `documents.checking.Refused`."""
    by.require(Permission.KEEP_GOVERNANCE)
    check_is_not_cancelled(paper.meeting)
    version = documents.add_version(paper.document, brought, under=Permission.KEEP_GOVERNANCE, by=by)
    with transaction.atomic():
        record("replaced a paper", paper, by=by, because=because, details={"number": version.number})
    return version


@transaction.atomic
def say_who_sees(
    paper: Paper, *, visibility: Paper.Visibility, restricted_because: str, because: str, by: Scope
) -> Paper:
    """Changes who may see a paper. What a public release holds already stays in that release."""
    by.require(Permission.KEEP_GOVERNANCE)
    before = paper.visibility
    paper.visibility, paper.restricted_because = visibility, restricted_because
    paper.save(update_fields=["visibility", "restricted_because"])
    record("changed who sees a paper", paper, by=by, because=because, details={"before": before})
    return paper
