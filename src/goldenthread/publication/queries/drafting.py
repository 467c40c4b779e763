"""What would be released now, what waits to be approved, and every release so far."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.accounts.roles import Permission
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Scope
from goldenthread.publication.changes import Change, changes
from goldenthread.publication.gathering.whole import Correction, Gathered, gather
from goldenthread.publication.models import PreparedRelease, Release, Takedown
from goldenthread.publication.older import upgraded
from goldenthread.publication.parts import digest_of, keys_within
from goldenthread.publication.protecting import Counts
from goldenthread.publication.queries.released import newest_release


@dataclass(frozen=True, slots=True)
class Draft:
    """The next release as it would be now: its digest, and what exactly it changes for the public."""

    gathered: Gathered
    digest: str
    changes: Sequence[Change]
    follows: Release | None


def draft(scope: Scope, correcting: Sequence[Correction] = ()) -> Draft:
    """What would be prepared now."""
    scope.require(Permission.PREPARE_RELEASE)
    public = newest_release()
    shown = upgraded(public.content) if public else None
    kept = Release.objects.filter(prepared__isnull=False).order_by("pk")
    before = [Counts.from_json(row) for row in kept.values_list("prepared__counts", flat=True) if row]
    gathered = gather(scope, public=shown, before=before, correcting=correcting)
    return Draft(gathered, digest_of(gathered.content), changes(shown, gathered.content), public)


def waiting(scope: Scope) -> PreparedRelease | None:
    """The release that waits to be approved: the newest, unless it was answered or is out of date."""
    if not scope.may(Permission.APPROVE_RELEASE):
        scope.require(Permission.PREPARE_RELEASE)
    newest = PreparedRelease.objects.select_related("sent_back", "release").order_by("-pk").first()
    if newest is None or hasattr(newest, "sent_back") or hasattr(newest, "release"):
        return None
    public = newest_release()
    return newest if newest.follows_id == (public.pk if public else None) else None


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits, and what exactly it changes for the public."""

    prepared: PreparedRelease
    changes: Sequence[Change]


def to_approve(scope: Scope) -> Waiting | None:
    """What waits to be approved; None where nothing does."""
    scope.require(Permission.APPROVE_RELEASE)
    found = waiting(scope)
    if found is None:
        return None
    public = newest_release()
    return Waiting(found, changes(upgraded(public.content) if public else None, found.content))


def prepared(scope: Scope, prepared_id: int) -> PreparedRelease:
    """What was prepared. Raises `NotFound`."""
    scope.require(Permission.APPROVE_RELEASE)
    found = PreparedRelease.objects.select_related("sent_back", "release").filter(pk=prepared_id).first()
    if found is None:
        raise NotFound("No such release was prepared.")
    return found


def last_sent_back(scope: Scope) -> PreparedRelease | None:
    """The newest that was prepared, if it was sent back."""
    scope.require(Permission.PREPARE_RELEASE)
    newest = PreparedRelease.objects.select_related("sent_back").order_by("-pk").first()
    return newest if newest is not None and hasattr(newest, "sent_back") else None


def releases(scope: Scope) -> list[Release]:
    """Every release, newest first, without what it holds."""
    if not scope.may(Permission.APPROVE_RELEASE):
        scope.require(Permission.PREPARE_RELEASE)
    return list(Release.objects.defer("content").order_by("-pk"))


@dataclass(frozen=True, slots=True)
class Takeable:
    """What can be taken down: a part of the public release, or something inside one."""

    key: str
    title: str


def takeable(scope: Scope) -> list[Takeable]:
    """Everything that is public and could be hidden by itself."""
    scope.require(Permission.TAKE_DOWN)
    public = newest_release()
    if public is None:
        return []
    hidden = {row.key for row in taken_down(scope)}
    content = upgraded(public.content)
    return [
        Takeable(key, f"{one['title']}: {title}" if key != one["key"] and title else title or one["title"])
        for one in content["parts"]
        for key, title in keys_within(one)
        if key not in hidden
    ]


def taken_down(scope: Scope) -> list[Takedown]:
    """What is hidden at this moment, newest first."""
    scope.require(Permission.TAKE_DOWN)
    standing = Takedown.objects.filter(lifts__isnull=True, lifted_by__isnull=True)
    return list(standing.order_by("-pk"))
