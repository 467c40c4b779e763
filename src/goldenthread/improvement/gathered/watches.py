"""What have the watches of a closed promise seen?"""

from collections.abc import Collection

from goldenthread.analysis.catalogue import measures
from goldenthread.audit.scope import Scope
from goldenthread.figures.changes.queries import watches_about
from goldenthread.figures.changes.watching import seen_by
from goldenthread.figures.models import Watch
from goldenthread.improvement.gathered.figures import Figures
from goldenthread.improvement.judging.lasting import WatchSeen


def about(promise_id: int) -> str:
    """The key of a promise, as what is watched about it carries it."""
    return f"promise-{promise_id}"


def watches_seen(by: Scope, figures: Figures, promise_ids: Collection[int]) -> dict[int, list[WatchSeen]]:
    """The watches that began when each promise was closed last."""
    found = watches_about(by, [about(one) for one in promise_ids])
    return {one: [_seen(by, figures, watch) for watch in found[about(one)]] for one in promise_ids}


def _seen(by: Scope, figures: Figures, watch: Watch) -> WatchSeen:
    known = measures().get(watch.measure)
    seen = None
    if figures.of is not None:
        seen = seen_by(by, watch, figures.steps.get(watch.measure, ()), figures.of)
    notices = sorted(watch.notices.all(), key=lambda notice: (notice.period, notice.pk))
    return WatchSeen(
        watch.pk,
        known.title if known else watch.measure,
        watch.began_on,
        watch.until,
        seen.periods if seen else None,
        tuple(notice.words for notice in notices),
    )
