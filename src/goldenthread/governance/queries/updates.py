"""The chair's update: as it is being written, for the chair alone; and as it was published."""

from goldenthread.accounts.roles import Permission
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Scope
from goldenthread.governance.models import ChairUpdate, ChairUpdateItem, PublishedUpdate


def draft(scope: Scope, meeting_id: int) -> ChairUpdate | None:
    """The update of a meeting as it is being written; None before it is begun."""
    scope.require(Permission.CHAIR_MEETINGS)
    return ChairUpdate.objects.select_related("meeting__board").filter(meeting=meeting_id).first()


def items_of(scope: Scope, update: ChairUpdate) -> list[ChairUpdateItem]:
    """What is in it, in the order in which it was added."""
    scope.require(Permission.CHAIR_MEETINGS)
    return list(update.items.order_by("pk"))


def item(scope: Scope, item_id: int) -> ChairUpdateItem:
    """One thing in it. Raises `NotFound`."""
    scope.require(Permission.CHAIR_MEETINGS)
    found = ChairUpdateItem.objects.select_related("update__meeting").filter(pk=item_id).first()
    if found is None:
        raise NotFound("There is no such part of an update.")
    return found


def published_updates(scope: Scope, meeting_id: int) -> list[PublishedUpdate]:
    """Every version that was published, newest first: the newest stands."""
    scope.require(Permission.SEE_GOVERNANCE)
    return list(PublishedUpdate.objects.filter(meeting=meeting_id).order_by("-number"))
