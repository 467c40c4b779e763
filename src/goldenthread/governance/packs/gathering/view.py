"""Which promises does a pack tell of, and what is known of each? Read once for all parts of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from goldenthread.audit.scope import Scope
from goldenthread.improvement.models import Commentary, ForumWord, Promise, SeenBy
from goldenthread.improvement.queries import said
from goldenthread.improvement.queries.evidence import CountedEvidence, of_promises
from goldenthread.improvement.queries.judged import JudgedPromise, in_order_of_need
from goldenthread.improvement.queries.plans import PromiseWork, work_on

WATCHED = timedelta(days=731)
"""How long a promise that is closed is still told of: while its lasting is watched."""


@dataclass(frozen=True, slots=True)
class View:
    """Promises in order of need, and by promise their work, evidence, and what the forum and owners wrote.

    Evidence is no more than `audience` may see, whoever makes the pack.
    """

    today: date
    judged: Sequence[JudgedPromise]
    works: Mapping[int, PromiseWork]
    forum: Mapping[int, Sequence[ForumWord]]
    commentaries: Mapping[int, Sequence[Commentary]]
    evidence: Mapping[int, Sequence[CountedEvidence]]

    @property
    def by_plan(self) -> list[JudgedPromise]:
        """The same promises plan by plan and theme by theme, by their codes."""
        return sorted(self.judged, key=_place)

    def forums(self, promise: Promise) -> ForumWord | None:
        """What the forum says of a promise now; None where it wrote nothing or took it back."""
        newest = next(iter(self.forum[promise.pk]), None)
        return newest if newest is not None and newest.words else None


def _place(one: JudgedPromise) -> tuple[date, int, int, str]:
    theme = one.promise.theme
    return (theme.plan.starts_on, theme.plan_id, theme.pk, one.promise.code)


def view(scope: Scope, today: date, *, audience: SeenBy = SeenBy.BOARDS) -> View:
    """Promises that are open in plans that have begun, and those closed not longer ago than they are watched.

    Twelve questions to the database, however many promises there are.
    """
    judged = [one for one in in_order_of_need(scope) if _is_told_of(one.promise, today)]
    numbers = [one.promise.pk for one in judged]
    return View(
        today,
        judged,
        work_on(scope, numbers),
        said.forum_words(scope, numbers),
        said.commentaries(scope, numbers),
        of_promises(scope, numbers, audience=audience),
    )


def _is_told_of(promise: Promise, today: date) -> bool:
    if promise.theme.plan.starts_on > today:
        return False
    return promise.closed_on is None or promise.closed_on >= today - WATCHED
