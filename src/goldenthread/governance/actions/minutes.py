"""Minutes from the first draft until a later meeting agrees them, and the chair's update."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock, journal
from goldenthread.audit.actions import record
from goldenthread.audit.errors import NotPossibleNow
from goldenthread.audit.scope import Scope
from goldenthread.governance.models import (
    ChairUpdate,
    ChairUpdateItem,
    Meeting,
    Minutes,
    PublishedUpdate,
    Ratification,
)
from goldenthread.governance.policies import (
    check_can_agree_minutes,
    check_minutes_are_open,
    check_was_held,
)


@dataclass(frozen=True, slots=True)
class UpdateItemDetails:
    """One thing in the chair's update: what was said, what we will do, who does it and by when."""

    about: str
    said: str
    will_do: str
    who: str
    by_when: date | None = None


@transaction.atomic
def write_minutes(
    meeting: Meeting, *, words: str, shared: bool, because: str = "", is_example: bool = False, by: Scope
) -> Minutes:
    """Keeps another version of the minutes; `shared` sends it to the board. The older versions stay.

    Raises `NotPossibleNow` before the meeting was held, once its minutes were agreed, and where a version
    the board has seen is corrected without saying what.
    """
    by.require(Permission.KEEP_GOVERNANCE)
    locked = Meeting.objects.select_for_update().get(pk=meeting.pk)
    check_minutes_are_open(locked)
    if not because and locked.minutes.filter(shared=True).exists():
        raise NotPossibleNow("The board has seen a version of these minutes. Say what you corrected.")
    version = journal.append(
        Minutes(
            meeting=locked,
            number=locked.minutes.count() + 1,
            words=words,
            shared=shared,
            because=because,
            is_example=is_example,
            recorded_at=clock.now(),
            by_id_number=by.actor_id,
            by_name=by.actor_name,
        )
    )
    record("wrote minutes", version, by=by, because=because, details={"number": version.number})
    return version


@transaction.atomic
def ratify_minutes(version: Minutes, *, at: Meeting, by: Scope) -> Ratification:
    """Says that a later meeting agreed a version of the minutes. From then on the public may read it.

    Raises `NotPossibleNow` for a version that is not the newest or that the board has not seen.
    """
    by.require(Permission.KEEP_GOVERNANCE)
    meeting = Meeting.objects.select_for_update().get(pk=version.meeting_id)
    check_can_agree_minutes(meeting, at)
    newest = meeting.minutes.order_by("-number").first()
    if newest is None or newest.pk != version.pk:
        raise NotPossibleNow("There is a newer version of these minutes. Agree that one, or correct it.")
    if not version.shared:
        raise NotPossibleNow("The board has not seen this version. Share it first.")
    row = journal.append(
        Ratification(
            meeting=meeting,
            minutes=version,
            at_meeting=at,
            recorded_at=clock.now(),
            by_id_number=by.actor_id,
            by_name=by.actor_name,
        )
    )
    record("kept that minutes were agreed", version, by=by, details={"at": at.pk})
    return row


@transaction.atomic
def write_update(meeting: Meeting, *, opening: str, is_example: bool = False, by: Scope) -> ChairUpdate:
    """Begins the chair's update, or changes how it opens. Nobody else reads it until it is published."""
    by.require(Permission.CHAIR_MEETINGS)
    check_was_held(meeting)
    update, _ = ChairUpdate.objects.update_or_create(
        meeting=meeting, defaults={"opening": opening, "is_example": is_example}
    )
    record("wrote the chair's update", update, by=by)
    return update


@transaction.atomic
def add_update_item(update: ChairUpdate, details: UpdateItemDetails, *, by: Scope) -> ChairUpdateItem:
    """Adds one thing to the update."""
    by.require(Permission.CHAIR_MEETINGS)
    item = ChairUpdateItem.objects.create(
        update=update,
        about=details.about,
        said=details.said,
        will_do=details.will_do,
        who=details.who,
        by_when=details.by_when,
    )
    record("added to the chair's update", item, by=by)
    return item


@transaction.atomic
def change_update_item(item: ChairUpdateItem, details: UpdateItemDetails, *, by: Scope) -> ChairUpdateItem:
    """Changes one thing in the update as it is being written. What was published stays as it was."""
    by.require(Permission.CHAIR_MEETINGS)
    item.about, item.said, item.will_do = details.about, details.said, details.will_do
    item.who, item.by_when = details.who, details.by_when
    item.save()
    record("changed the chair's update", item, by=by)
    return item


@transaction.atomic
def remove_update_item(item: ChairUpdateItem, *, by: Scope) -> None:
    """Takes one thing out of the update as it is being written."""
    by.require(Permission.CHAIR_MEETINGS)
    record("took something out of the chair's update", item, by=by, details={"about": item.about})
    item.delete()


@transaction.atomic
def publish_update(update: ChairUpdate, *, by: Scope) -> PublishedUpdate:
    """Publishes the update as it stands; minutes need not be agreed for that. Earlier ones are kept.

    Raises `NotPossibleNow` where it says nothing, or nothing new.
    """
    by.require(Permission.CHAIR_MEETINGS)
    meeting = Meeting.objects.select_for_update().get(pk=update.meeting_id)
    items = [_as_published(item) for item in update.items.order_by("pk")]
    if not items:
        raise NotPossibleNow("Add at least one thing that was said and what will be done about it.")
    newest = meeting.published_updates.order_by("-number").first()
    if newest is not None and (newest.opening, newest.items) == (update.opening, items):
        raise NotPossibleNow("This is published already, word for word.")
    row = journal.append(
        PublishedUpdate(
            meeting=meeting,
            number=newest.number + 1 if newest else 1,
            opening=update.opening,
            items=items,
            is_example=update.is_example,
            recorded_at=clock.now(),
            by_id_number=by.actor_id,
            by_name=by.actor_name,
        )
    )
    record("published the chair's update", row, by=by, details={"number": row.number})
    return row


def _as_published(item: ChairUpdateItem) -> dict[str, Any]:
    return {
        "about": item.about,
        "said": item.said,
        "will_do": item.will_do,
        "who": item.who,
        "by_when": item.by_when.isoformat() if item.by_when else None,
    }
