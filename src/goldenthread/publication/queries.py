"""What was released, and what would be."""

from dataclasses import dataclass

from goldenthread.accounts.roles import Permission
from goldenthread.audit.errors import NotPossibleNow
from goldenthread.audit.scope import Scope
from goldenthread.figures import queries as figures_queries
from goldenthread.figures.measured.queries import newest_measured
from goldenthread.figures.models import FigureSet
from goldenthread.insight.measured.clocks import both
from goldenthread.publication.models import Release
from goldenthread.publication.snapshot import Content, content_of, with_second_clock


@dataclass(frozen=True, slots=True)
class Draft:
    """What the public would see if it were released now."""

    figure_set: FigureSet
    content: Content


def newest_release() -> Release | None:
    """What the public sees. Takes no scope: it is open to everyone."""
    return Release.objects.order_by("-pk").first()


def releases(scope: Scope) -> list[Release]:
    """Every release, newest first."""
    scope.require(Permission.RELEASE_FIGURES)
    return list(Release.objects.order_by("-pk"))


def draft(scope: Scope) -> Draft:
    """The next release. Raises `NotPossibleNow` before figures were worked out."""
    scope.require(Permission.RELEASE_FIGURES)
    figure_set = figures_queries.newest_set(scope)
    if figure_set is None:
        raise NotPossibleNow("There are no figures to release. Have them worked out first.")
    content = content_of(figure_set, figures_queries.figures_of(scope, figure_set))
    if not content["figures"]:
        raise NotPossibleNow("None of the figures for the public could be worked out.")
    return Draft(figure_set, with_second_clock(content, both(scope, newest_measured(scope))))
