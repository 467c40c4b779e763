"""A published figure and how it stands, in words."""

from decimal import Decimal

from goldenthread.analysis.benchmarks import Observation, Standing
from goldenthread.analysis.published_tables import Column
from goldenthread.figures.open_data.published import SYMBOLS, Cell
from goldenthread.insight.queries import Beside
from goldenthread.ui.words import in_words, ordinal, percent, thousands


def is_share(column: Column) -> bool:
    return bool(column.share_of)


def words_for(value: Decimal | None, column: Column) -> str:
    """25.4% or 1,366."""
    if value is None:
        return ""
    if is_share(column):
        return percent(value)
    return thousands(value.normalize() if value % 1 else int(value))


def period_words(period: str) -> str:
    """2024, or January 2025 for the academic year of a January count."""
    return f"January 20{period[4:]}" if len(period) == 6 else period


def published_words(published: Observation | Cell | None, column: Column) -> str | None:
    """A published figure; None where there is no row or a symbol stands in it."""
    return None if published is None else words_for(published.value, column) or None


def why_missing(published: Observation | None) -> str:
    """What the symbol in place of a figure means."""
    return SYMBOLS.get(published.symbol or "", "none published") if published else "none published"


def finding(found: Beside) -> str:
    """The sentence that a leader reads and stops."""
    now, column, name = found.newest, found.column, found.area.name
    ours = published_words(now.area, column)
    when = period_words(now.period)
    if ours is None:
        return f"No figure was published of {name} for {when}: {why_missing(now.area)}."
    england = published_words(now.england, column)
    beside = f" England: {england}." if england and is_share(column) else ""
    place = f", {ordinal(now.rank)} highest of {now.areas} areas" if now.rank else ""
    return f"{name}: {ours} in {when}{place}.{beside}"


def trend(found: Beside) -> str:
    """From the first published figure to the last."""
    column, name = found.column, found.area.name
    known = [year for year in found.years if year.area.value is not None]
    if not known:
        return f"{name} has no published figure."
    first, last = known[0], known[-1]
    if first is last:
        return f"{name}: {published_words(last.area, column)} in {period_words(last.period)} only."
    return (
        f"{name}: {published_words(first.area, column)} in {period_words(first.period)}, "
        f"{published_words(last.area, column)} in {period_words(last.period)}."
    )


def like_us_words(now: Standing, column: Column) -> str:
    """The mean of the areas most like ours, and of how many it is."""
    mean = words_for(now.neighbour_mean, column)
    with_figure = sum(one.value is not None for one in now.neighbours)
    if not mean:
        return "None of the areas most like ours has a figure."
    return f"The mean of {in_words(with_figure)} areas like ours is {mean}."


def middle_words(now: Standing, column: Column) -> str:
    """The area in the middle of all, if they stand in order."""
    if now.spread is None:
        return ""
    return f"Half of {now.areas} areas have {words_for(now.spread.middle, column)} or less."
