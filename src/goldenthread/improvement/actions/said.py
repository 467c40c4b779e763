"""Writing beside a promise: the forum in its own box, and those who answer for it. Tests stay as they are."""

from django.db import transaction

from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock, journal
from goldenthread.audit.actions import record
from goldenthread.audit.errors import NotPossibleNow
from goldenthread.audit.scope import Scope
from goldenthread.improvement.models import Commentary, ForumWord, Promise


@transaction.atomic
def write_for_the_forum(promise: Promise, *, words: str, is_example: bool = False, by: Scope) -> ForumWord:
    """Writes in the forum's box. What it wrote before is kept, and nobody else can change either.

    Raises `NotPossibleNow` without words.
    """
    by.require(Permission.SPEAK_FOR_FORUM)
    if not words.strip():
        raise NotPossibleNow("Write something, or take back what is there.")
    row = _forum(promise, words.strip(), is_example, by)
    record("wrote for the forum", row, by=by, details={"promise": promise.pk})
    return row


@transaction.atomic
def take_back_for_the_forum(promise: Promise, *, by: Scope) -> ForumWord:
    """Empties the forum's box. What it wrote is kept as earlier words.

    Raises `NotPossibleNow` where the box is empty.
    """
    by.require(Permission.SPEAK_FOR_FORUM)
    newest = promise.forum_words.order_by("-pk").first()
    if newest is None or not newest.words:
        raise NotPossibleNow("The box is empty.")
    row = _forum(promise, "", newest.is_example, by)
    record("took back the forum's words", row, by=by, details={"promise": promise.pk})
    return row


def _forum(promise: Promise, words: str, is_example: bool, by: Scope) -> ForumWord:
    return journal.append(
        ForumWord(
            promise=promise,
            words=words,
            written_at=clock.now(),
            is_example=is_example,
            by_id_number=by.actor_id,
            by_name=by.actor_name,
        )
    )


@transaction.atomic
def comment(promise: Promise, *, words: str, role: str, is_example: bool = False, by: Scope) -> Commentary:
    """Says beside the tests what a role that answers for a promise has to say. It changes no test.

    Raises `NotPossibleNow` without words.
    """
    by.require(Permission.COMMENT_ON_PROMISES)
    if not words.strip():
        raise NotPossibleNow("Write something.")
    row = journal.append(
        Commentary(
            promise=promise,
            words=words.strip(),
            role=role.strip(),
            written_at=clock.now(),
            is_example=is_example,
            by_id_number=by.actor_id,
            by_name=by.actor_name,
        )
    )
    record("commented on a promise", row, by=by, details={"promise": promise.pk})
    return row
