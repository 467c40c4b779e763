"""When may a release be approved? Never by the person who prepared it, and only on what is public now."""

from goldenthread.audit.errors import NotPossibleNow
from goldenthread.audit.scope import Scope
from goldenthread.publication.models import PreparedRelease, Release


def check_can_answer(prepared: PreparedRelease, public: Release | None, by: Scope) -> None:
    """Raises `NotPossibleNow` where what was prepared can no longer be approved, or not by this person."""
    if hasattr(prepared, "release"):
        raise NotPossibleNow("This release is public already.")
    if hasattr(prepared, "sent_back"):
        raise NotPossibleNow("This release was sent back. It has to be prepared again.")
    if prepared.follows_id != (public.pk if public else None):
        raise NotPossibleNow("Another release became public since. This one has to be prepared again.")
    if by.actor_id is None or prepared.prepared_by_id is None or by.actor_id == prepared.prepared_by_id:
        raise NotPossibleNow("You prepared this release, so another person has to approve it.")
