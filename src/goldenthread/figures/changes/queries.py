"""Declared steps and watches: who declared what and why, and what the watch has seen."""

from collections.abc import Collection

from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Scope
from goldenthread.figures.models import DeclaredStep, Watch, WatchNotice


def declared_steps(scope: Scope) -> dict[str, list[DeclaredStep]]:
    """The steps that stand, by measure, oldest first."""
    scope.require(Permission.SEE_FIGURES)
    found: dict[str, list[DeclaredStep]] = {}
    for step in DeclaredStep.objects.filter(withdrawn_at=None).order_by("first_day"):
        found.setdefault(step.measure, []).append(step)
    return found


def watches(scope: Scope) -> list[Watch]:
    """Every watch with its notices, those that run first, then the newest."""
    scope.require(Permission.SEE_FIGURES)
    found = Watch.objects.select_related("owner").prefetch_related("notices")
    return sorted(found, key=lambda one: (one.ended_at is not None, one.until < clock.today(), -one.pk))


def watch(scope: Scope, watch_id: int) -> Watch:
    """One watch. Raises `NotFound`."""
    scope.require(Permission.SEE_FIGURES)
    found = Watch.objects.select_related("owner").filter(pk=watch_id).first()
    if found is None:
        raise NotFound("There is no such watch.")
    return found


def notices_for(scope: Scope) -> list[WatchNotice]:
    """What the reader's own watches have seen and the reader has not yet said to have read, newest first."""
    scope.require(Permission.SEE_FIGURES)
    unseen = WatchNotice.objects.filter(watch__owner_id=scope.actor_id, watch__ended_at=None, seen_at=None)
    return list(unseen.select_related("watch").order_by("-found_at", "-period"))


def running_watches(scope: Scope) -> list[Watch]:
    """The watches that the night looks at: begun, not ended, and not yet over."""
    scope.require(Permission.SEE_FIGURES)
    today = clock.today()
    return list(Watch.objects.filter(ended_at=None, began_on__lte=today, until__gte=today))


def watches_about(scope: Scope, abouts: Collection[str]) -> dict[str, list[Watch]]:
    """The watches about each of these things, with their notices: of the newest beginning alone."""
    scope.require(Permission.SEE_FIGURES)
    found: dict[str, list[Watch]] = {about: [] for about in abouts}
    rows = Watch.objects.filter(about__in=abouts).prefetch_related("notices")
    for row in rows.order_by("-began_on", "pk"):
        newest = found[row.about]
        if not newest or newest[0].began_on == row.began_on:
            newest.append(row)
    return found
