"""Figures of this area, newest set first. No child is in them, so their reach is by permission alone."""

from django.conf import settings

from goldenthread.accounts.roles import Permission
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Scope
from goldenthread.casework.loading.queries import newest_loaded_year
from goldenthread.figures.models import Figure, FigureSet


def newest_year(scope: Scope) -> int | None:
    """The return year of the newest return that was loaded."""
    scope.require(Permission.SEE_FIGURES)
    return newest_loaded_year(scope)


def newest_set(scope: Scope) -> FigureSet | None:
    """The newest set that is ready."""
    scope.require(Permission.SEE_FIGURES)
    ready = FigureSet.objects.filter(area=settings.AREA, status=FigureSet.Status.READY)
    return ready.order_by("-year", "-ready_at", "-pk").first()


def set_in_the_making(scope: Scope) -> FigureSet | None:
    """The newest set, if it is not ready: being worked out, or failed."""
    scope.require(Permission.SEE_FIGURES)
    newest = FigureSet.objects.filter(area=settings.AREA).order_by("-pk").first()
    return newest if newest is not None and newest.status != FigureSet.Status.READY else None


def figures_of(scope: Scope, figure_set: FigureSet) -> dict[tuple[str, str], Figure]:
    """Every figure of a set by table and column."""
    scope.require(Permission.SEE_FIGURES)
    return {(figure.table, figure.column): figure for figure in figure_set.figures.all()}


def figure(scope: Scope, table: str, column: str) -> Figure | None:
    """One figure of the newest set; None before there is a set. Raises `NotFound` for an unknown column."""
    newest = newest_set(scope)
    if newest is None:
        return None
    found = newest.figures.filter(table=table, column=column).select_related("figure_set").first()
    if found is None:
        raise NotFound("There is no such figure.")
    return found
