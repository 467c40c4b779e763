"""Is a share the same in every group? As pages show it: no figure of a small group is looked at."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from goldenthread.analysis.catalogue import Measure, Statistic, measures
from goldenthread.analysis.dimensions import DIMENSIONS, NOT_RECORDED, Dimension
from goldenthread.analysis.statistics.consistency import consistency
from goldenthread.analysis.statistics.equity import unequal_shares
from goldenthread.figures.changes.charting import polarity_of
from goldenthread.figures.measured.groups import names_of, widest
from goldenthread.figures.measured.showing import shown_groups
from goldenthread.improvement.gathered.claims import TWO_CLOCKS
from goldenthread.improvement.gathered.figures import Figures
from goldenthread.improvement.judging.everywhere import PLACE, GroupsSeen
from goldenthread.improvement.models import PromiseMeasure

TOO_SMALL = "The groups are too small to be shown beside each other."


def groups_seen(figures: Figures, rows: Iterable[PromiseMeasure]) -> list[GroupsSeen]:
    """Every share of a promise, and the other clock of one that has two, by who children are."""
    names = [row.measure for row in rows if row.measure in measures()]
    names += [TWO_CLOCKS[name] for name in names if name in TWO_CLOCKS]
    shares = [one for one in map(measures().__getitem__, dict.fromkeys(names)) if _is_share(one)]
    return [replace(_seen(figures, one, way), measure=one.name) for one in shares for way in _ways(figures)]


def _is_share(measure: Measure) -> bool:
    return measure.statistic is Statistic.SHARE


def _ways(figures: Figures) -> Sequence[Dimension]:
    """Those that say who a child is and have a source; and places, since without them nobody can say."""
    filled = figures.of.dimensions if figures.of else []
    return [one for one in DIMENSIONS.values() if one.who_waits and (one.name in filled or one.name == PLACE)]


def _seen(figures: Figures, measure: Measure, way: Dimension) -> GroupsSeen:
    why = figures.why_none(measure)
    if figures.of is None or why:
        return GroupsSeen(measure.title, way.name, way.title, why)
    if way.name not in figures.of.dimensions:
        return GroupsSeen(measure.title, way.name, way.title, f"{way.title} has no source yet.")
    named = names_of(figures.by, way.name)
    groups = shown_groups(figures.by, measure.name, way.name, by=widest(measure.name), of=figures.of)
    groups = [one for one in groups if one.key.group != NOT_RECORDED]
    counts = {
        named(one.key.group): (round(one.numerator or 0), round(one.denominator or 0))
        for one in groups
        if one.value is not None
    }
    withheld = tuple(named(one.key.group) for one in groups if one.is_withheld)
    found = consistency(counts) if len(counts) > 1 else None
    if found is None:
        return GroupsSeen(measure.title, way.name, way.title, TOO_SMALL, withheld=withheld)
    worse = tuple(one.group for one in unequal_shares(counts, polarity_of(measure)).worse_off)
    return GroupsSeen(measure.title, way.name, way.title, "", found, worse, withheld)
