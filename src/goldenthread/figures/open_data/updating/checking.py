"""May a fetched table replace ours? Its keys, its cells, what it lacks, and what contradicts itself."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goldenthread.analysis.geography import ENGLAND, INNER_LONDON, OUTER_LONDON
from goldenthread.analysis.published_tables import published_table
from goldenthread.analysis.rounding import percentage, printed
from goldenthread.figures.open_data.places import areas
from goldenthread.figures.open_data.published import (
    Cell,
    Fault,
    area_of,
    faults,
    figure_columns,
    published,
)
from goldenthread.figures.open_data.updating.totals import NotOurs, Row

ENOUGH_AREAS = 0.95
"""A newest period with fewer of the areas of ours is a file that was cut."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a table that may replace ours brings: new periods, cells revised, faults mended and found."""

    rows: Sequence[Row]
    new_periods: tuple[str, ...]
    revised: int
    mended: tuple[Fault, ...]
    found: tuple[Fault, ...]


def checked(table: str, rows: Sequence[Row]) -> Checked:
    """What a table brings. Raises `NotOurs` with the reason why it may not replace ours."""
    before = {place(row): row for row in published(table).to_pylist()}
    now = {place(row): row for row in rows}
    refuse_keys(rows, known={area for area, _ in before})
    refuse_cells(table, rows)
    refuse_losses(before, now)
    columns = figure_columns(table)
    both = set(before) & set(now)
    revised = sum(before[where][name] != now[where][name] for where in both for name in columns)
    listed = {(one.area, one.time_period, one.column): one for one in faults() if one.table == table}
    wrong = {(one.area, one.time_period, one.column): one for one in contradictions(table, rows)}
    still = {
        where
        for where in listed
        if now.get(where[:2], {}).get(where[2]) == before.get(where[:2], {}).get(where[2])
    }
    return Checked(
        rows=rows,
        new_periods=tuple(sorted({period for _, period in now} - {period for _, period in before})),
        revised=revised,
        mended=tuple(one for where, one in listed.items() if where not in still and where not in wrong),
        found=tuple(one for where, one in wrong.items() if where not in listed),
    )


def place(row: Row) -> tuple[str, str]:
    """Whose row it is, and when."""
    return area_of(row), row["time_period"]


def refuse_keys(rows: Sequence[Row], *, known: set[str]) -> None:
    """A place may stand once in a period, and must be one we know, from our own table or from the list."""
    twice = [where for where, count in Counter(map(place, rows)).items() if count > 1]
    if twice:
        raise NotOurs(f"{twice[0][0]} stands twice in {twice[0][1]}")
    regions = {area.region_code for area in areas().values()} | {INNER_LONDON[0], OUTER_LONDON[0]}
    unknown = sorted({area_of(row) for row in rows} - known - set(areas()) - regions - {ENGLAND})
    if unknown:
        raise NotOurs(f"it names places that we do not know: {', '.join(unknown[:5])}")


def refuse_cells(table: str, rows: Sequence[Row]) -> None:
    """Every figure is a number or a symbol that we know."""
    for row in rows:
        for name in figure_columns(table):
            if not Cell(row[name]).is_sound:
                raise NotOurs(f"{name} of {area_of(row)} in {row['time_period']} is {row[name]!r}")


def refuse_losses(before: dict[tuple[str, str], Row], now: dict[tuple[str, str], Row]) -> None:
    """No period may end earlier than ours, and the newest must hold nearly all the areas that ours does."""
    newest = max(period for _, period in before)
    if max(period for _, period in now) < newest:
        raise NotOurs(f"it ends before {newest}, which we have")
    last = max(period for _, period in now)
    ours = sum(period == newest for _, period in before)
    theirs = sum(period == last for _, period in now)
    if theirs < ENOUGH_AREAS * ours:
        raise NotOurs(f"{last} has {theirs} places only, where ours has {ours}")


def contradictions(table: str, rows: Sequence[Row]) -> Iterator[Fault]:
    """Shares that do not equal their own parts, to the printed decimal."""
    for column in published_table(table).columns:
        if not column.share_of:
            continue
        for row in rows:
            of = [Cell(row[name]).value for name in column.of]
            part, share = Cell(row[column.share_of]).value, Cell(row[column.name]).value
            if part is None or share is None or None in of:
                continue
            whole = sum(int(value) for value in of if value is not None)
            if whole and row[column.name] != printed(percentage(int(part), whole)):
                right = printed(percentage(int(part), whole))
                reason = f"{part:,} of {whole:,} is {right} but {share} is printed: found when it was fetched"
                yield Fault(table, area_of(row), column.name, reason, row["time_period"])
