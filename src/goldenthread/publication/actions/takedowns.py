"""Hiding a part of the public site at once, and showing it again."""

from django.db import transaction

from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock, journal
from goldenthread.audit.actions import record
from goldenthread.audit.errors import NotPossibleNow
from goldenthread.audit.scope import Scope
from goldenthread.publication.models import Takedown
from goldenthread.publication.queries.drafting import takeable, taken_down
from goldenthread.publication.queries.released import newest_release
from goldenthread.publication.searching import let_it_be_searched


@transaction.atomic
def take_down(key: str, *, because: str, by: Scope) -> Takedown:
    """Hides a part everywhere from now on; the reason stands in its place. Raises `NotPossibleNow`."""
    by.require(Permission.TAKE_DOWN)
    if key not in {one.key for one in takeable(by)}:
        raise NotPossibleNow("There is no such part on the public site, or it is hidden already.")
    row = _keep(Takedown(key=key, because=because), by)
    record("took something down from the public site", row, by=by, because=because, details={"key": key})
    return row


@transaction.atomic
def put_back(taken: Takedown, *, because: str, by: Scope) -> Takedown:
    """Lets a part be seen again, as it stands in the release that is public. Raises `NotPossibleNow`."""
    by.require(Permission.TAKE_DOWN)
    if taken not in taken_down(by):
        raise NotPossibleNow("This is not hidden.")
    row = _keep(Takedown(key=taken.key, because=because, lifts=taken), by)
    record("put something back on the public site", row, by=by, because=because, details={"key": row.key})
    return row


def _keep(row: Takedown, by: Scope) -> Takedown:
    row.at, row.by_id_number, row.by_name = clock.now(), by.actor_id, by.actor_name
    kept = journal.append(row)
    public = newest_release()
    if public is not None:
        let_it_be_searched(public)
    return kept
