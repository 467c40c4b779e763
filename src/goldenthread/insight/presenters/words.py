"""A published figure and how it stands, in words."""

from decimal import Decimal

from goldenthread.analysis.definitions import Column
from goldenthread.figures.benchmarks import Benchmark
from goldenthread.figures.open_data.published import Cell
from goldenthread.ui.words import ordinal, thousands


def is_share(column: Column) -> bool:
    return bool(column.share_of)


def words_for(value: Decimal | None, column: Column) -> str:
    """25.4% or 1,366."""
    if value is None:
        return ""
    number = thousands(value.normalize() if value % 1 else int(value))
    return f"{number}%" if is_share(column) else number


def period_words(period: str) -> str:
    """2024, or January 2025 for the academic year of a January count."""
    return f"January 20{period[4:]}" if len(period) == 6 else period


def cell_words(cell: Cell | None, column: Column) -> str | None:
    return None if cell is None or cell.value is None else words_for(cell.value, column)


def finding(mark: Benchmark, column: Column) -> str:
    """The sentence that a leader reads and stops."""
    ours = cell_words(mark.ours[-1], column)
    when = period_words(mark.newest)
    if ours is None:
        return f"Nothing was published of {mark.area_name} for {when}."
    england = cell_words(mark.england[-1], column)
    beside = f" England: {england}." if england and is_share(column) else ""
    rank = mark.rank
    place = f", {ordinal(rank.place)} highest of {rank.of} areas" if rank else ""
    return f"{mark.area_name}: {ours} in {when}{place}.{beside}"


def trend(mark: Benchmark, column: Column) -> str:
    known = [
        (period, cell)
        for period, cell in zip(mark.periods, mark.ours, strict=True)
        if cell is not None and cell.value is not None
    ]
    if not known:
        return f"{mark.area_name} has no published figure."
    first, last = known[0], known[-1]
    return (
        f"{mark.area_name}: {cell_words(first[1], column)} in {period_words(first[0])}, "
        f"{cell_words(last[1], column)} in {period_words(last[0])}."
    )
