"""What the forum and those who answer for a promise wrote beside it. Whoever sees the promise sees this."""

from collections.abc import Collection

from goldenthread.audit.scope import Scope
from goldenthread.improvement.models import Commentary, ForumWord
from goldenthread.improvement.permissions import level_of


def forum_words(scope: Scope, promise_ids: Collection[int]) -> dict[int, list[ForumWord]]:
    """What the forum wrote beside each promise, the newest first; empty where it wrote nothing.

    The newest stands. Without words, the forum took back what it had written.
    """
    level_of(scope)
    found: dict[int, list[ForumWord]] = {number: [] for number in promise_ids}
    for word in ForumWord.objects.filter(promise__in=promise_ids).order_by("-pk"):
        found[word.promise_id].append(word)
    return found


def commentaries(scope: Scope, promise_ids: Collection[int]) -> dict[int, list[Commentary]]:
    """What those who answer for each promise wrote, the newest first; empty where they wrote nothing."""
    level_of(scope)
    found: dict[int, list[Commentary]] = {number: [] for number in promise_ids}
    for row in Commentary.objects.filter(promise__in=promise_ids).order_by("-pk"):
        found[row.promise_id].append(row)
    return found
