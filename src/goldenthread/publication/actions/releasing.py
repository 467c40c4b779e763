"""A release is prepared by one person, who sees what will change, and approved by another, who sees it."""

from collections.abc import Sequence

from django.db import connection, transaction

from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock, journal
from goldenthread.audit.actions import record
from goldenthread.audit.errors import NotPossibleNow
from goldenthread.audit.scope import Scope
from goldenthread.publication.gathering.whole import Correction
from goldenthread.publication.models import PreparedRelease, Release, SentBack
from goldenthread.publication.policies import check_can_answer
from goldenthread.publication.queries.drafting import draft
from goldenthread.publication.queries.released import newest_release
from goldenthread.publication.searching import let_it_be_searched

CHANGED = "Something has changed since you looked. Look again."


@transaction.atomic
def prepare_release(
    *, seen: str, by: Scope, note: str = "", correcting: Sequence[Correction] = ()
) -> PreparedRelease:
    """Puts the whole public site together as it is now, for another person to approve.

    `seen` is the digest of what the preparer looked at. Raises `NotPossibleNow` where it is no longer that,
    where there is nothing new, and for a correction that follows nothing.
    """
    by.require(Permission.PREPARE_RELEASE)
    _one_at_a_time()
    looked_at = draft(by)
    if looked_at.digest != seen:
        raise NotPossibleNow(CHANGED)
    wanted = draft(by, correcting) if correcting else looked_at
    if not wanted.changes and not correcting:
        raise NotPossibleNow("The public sees just this already. There is nothing to release.")
    row = journal.append(
        PreparedRelease(
            prepared_at=clock.now(),
            prepared_by_id=by.actor_id,
            prepared_by_name=by.actor_name,
            note=note,
            content=wanted.gathered.content,
            counts=wanted.gathered.counts.to_json(),
            digest=wanted.digest,
            figure_set=wanted.gathered.figure_set,
            follows=wanted.follows,
        )
    )
    record("prepared a release", row, by=by, because=note, details={"digest": row.digest})
    return row


@transaction.atomic
def approve_release(prepared: PreparedRelease, *, seen: str, by: Scope) -> Release:
    """Makes what was prepared public, as it was prepared and to the last letter.

    Raises `NotPossibleNow` for whoever prepared it, where another release came between, and where `seen` is
    the digest of something else.
    """
    by.require(Permission.APPROVE_RELEASE)
    _one_at_a_time()
    check_can_answer(prepared, newest_release(), by)
    if prepared.digest != seen:
        raise NotPossibleNow(CHANGED)
    release = journal.append(
        Release(
            released_at=clock.now(),
            released_by_id=by.actor_id,
            released_by_name=by.actor_name,
            figure_set_id=prepared.figure_set_id,
            content=prepared.content,
            digest=prepared.digest,
            prepared=prepared,
            prepared_by_id=prepared.prepared_by_id,
            prepared_by_name=prepared.prepared_by_name,
        )
    )
    let_it_be_searched(release)
    record("approved a release", release, by=by, details={"digest": release.digest})
    return release


@transaction.atomic
def send_back(prepared: PreparedRelease, *, because: str, by: Scope) -> SentBack:
    """Does not approve what was prepared, and says why. Raises `NotPossibleNow`."""
    by.require(Permission.APPROVE_RELEASE)
    _one_at_a_time()
    check_can_answer(prepared, newest_release(), by)
    row = journal.append(
        SentBack(
            prepared=prepared,
            because=because,
            at=clock.now(),
            by_id_number=by.actor_id,
            by_name=by.actor_name,
        )
    )
    record("sent a release back", prepared, by=by, because=because)
    return row


def _one_at_a_time() -> None:
    """Two people who answer at once come one after the other."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended('a release of the public site', 0))")
