"""Releasing figures to the public."""

from django.db import transaction

from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock, journal
from goldenthread.audit.actions import record
from goldenthread.audit.errors import NotPossibleNow
from goldenthread.audit.scope import Scope
from goldenthread.publication.models import Release
from goldenthread.publication.queries import draft, newest_release
from goldenthread.publication.snapshot import digest_of


@transaction.atomic
def release_figures(*, seen: str, by: Scope) -> Release:
    """Releases the newest figures: one act, one snapshot, never changed afterwards.

    `seen` is the digest of the draft that the releaser looked at. Raises `NotPossibleNow` where the
    figures have changed since then, or the public sees just these already.
    """
    by.require(Permission.RELEASE_FIGURES)
    wanted = draft(by)
    digest = digest_of(wanted.content)
    if digest != seen:
        raise NotPossibleNow("The figures have changed since you looked. Look again before you release them.")
    public = newest_release()
    if public is not None and public.digest == digest:
        raise NotPossibleNow("The public page shows just these figures already.")
    release = journal.append(
        Release(
            released_at=clock.now(),
            released_by_id=by.actor_id,
            released_by_name=by.actor_name,
            figure_set=wanted.figure_set,
            content=wanted.content,
            digest=digest,
        )
    )
    record("released figures to the public", release, by=by, details={"digest": digest})
    return release
