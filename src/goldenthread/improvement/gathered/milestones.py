"""Which milestones does each promise have, how do they stand, and has somebody outside seen it?"""

from collections.abc import Collection

from goldenthread.improvement.judging.done import MilestoneSeen
from goldenthread.improvement.milestones import standing_of
from goldenthread.improvement.models import Milestone


def milestones_of(promise_ids: Collection[int], evidenced: Collection[int]) -> dict[int, list[MilestoneSeen]]:
    """The milestones of each promise, those of stopped actions too; `evidenced` are ids of those seen."""
    found: dict[int, list[MilestoneSeen]] = {one: [] for one in promise_ids}
    rows = Milestone.objects.filter(action__promise_id__in=promise_ids).select_related("action")
    for row in rows.prefetch_related("entries").order_by("first_promised_on", "pk"):
        found[row.action.promise_id].append(_seen(row, evidenced))
    return found


def _seen(row: Milestone, evidenced: Collection[int]) -> MilestoneSeen:
    entries = sorted(row.entries.all(), key=lambda entry: entry.pk)
    standing = standing_of(row.first_promised_on, entries)
    return MilestoneSeen(
        id=row.pk,
        title=row.title,
        first_promised_on=row.first_promised_on,
        due_on=standing.due_on,
        times_moved=standing.times_moved,
        met_on=standing.met_on,
        is_evidenced=row.pk in evidenced,
        is_given_up=row.action.stopped_on is not None and standing.met_on is None,
    )
