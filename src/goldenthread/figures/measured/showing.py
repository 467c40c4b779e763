"""What of a breakdown may a page or a file show? Every figure, with those withheld that would tell of few."""

from dataclasses import replace

from goldenthread.analysis.catalogue import measures
from goldenthread.audit.scope import Scope
from goldenthread.figures.measured import queries as measured
from goldenthread.figures.measured.values import FigureKey, Measured
from goldenthread.figures.measured.withholding import kept_back, withheld
from goldenthread.figures.models import MeasuredSet


def shown_series(
    scope: Scope, name: str, by: str, *, of: MeasuredSet, dimension: str = "", group: str = ""
) -> list[Measured]:
    """A measure over time, of everyone unless a group is named; of a group, without what may not be shown."""
    if not dimension or not group:
        return measured.series(scope, name, by, of=of)
    every = measured.series(scope, name, by, dimension=dimension, group=group, of=of)
    hidden = withheld(of, measures()[name], dimension)
    return [kept_back(one) if _place(one) in hidden else one for one in every]


def shown_groups(
    scope: Scope, name: str, dimension: str, *, by: str, of: MeasuredSet | None
) -> list[Measured]:
    """A measure in every group of the newest whole period, without what may not be shown.

    A group that is withheld is listed even where nothing was counted in it: its absence would tell.
    """
    every = measured.by_group(scope, name, dimension, by=by, of=of)
    if not every or of is None:
        return every
    first = every[0]
    hidden = {
        group
        for kind, period, group in withheld(of, measures()[name], dimension)
        if (kind, period) == (by, first.key.period)
    }
    found = {one.key.group: one for one in every}
    for group in hidden:
        one = found.get(group) or replace(first, key=replace(first.key, group=group))
        found[group] = kept_back(one)
    return [found[group] for group in sorted(found)]


def shown_figure(scope: Scope, key: FigureKey) -> Measured:
    """One figure, without what may not be shown. Raises `NotFound`."""
    found = measured.figure(scope, key)
    if not key.group:
        return found
    hidden = withheld(measured.measured_set(scope, key.set_id), measures()[key.measure], key.dimension)
    return kept_back(found) if _place(found) in hidden else found


def _place(one: Measured) -> tuple[str, object, str]:
    return one.key.by, one.key.period, one.key.group
