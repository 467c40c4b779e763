"""How is a whole number shared out, so that the parts are whole and add up?"""

from collections.abc import Hashable, Mapping
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)
Row = TypeVar("Row", bound=Hashable)
Column = TypeVar("Column", bound=Hashable)

ROUNDS = 25


def share_out(total: int, weights: Mapping[Key, float]) -> dict[Key, int]:
    """`total` split in proportion to `weights` by largest remainder; equal shares where all weights are
    nought."""
    whole = sum(weights.values())
    if whole <= 0:
        weights = dict.fromkeys(weights, 1.0)
        whole = float(len(weights))
    exact = {key: total * weight / whole for key, weight in weights.items()}
    parts = {key: int(value) for key, value in exact.items()}
    by_remainder = sorted(exact, key=lambda key: parts[key] - exact[key])
    for key in by_remainder[: total - sum(parts.values())]:
        parts[key] += 1
    return parts


def share_within(total: int, weights: Mapping[Key, float], room: Mapping[Key, int]) -> dict[Key, int]:
    """Like `share_out`, with no part above its `room`. Needs `total` no greater than all the room."""
    parts = dict.fromkeys(weights, 0)
    left = total
    while left:
        open_to = {key: weights[key] for key in weights if parts[key] < room[key]}
        for key, more in share_out(left, open_to).items():
            taken = min(more, room[key] - parts[key])
            parts[key] += taken
            left -= taken
    return parts


def joint(
    rows: Mapping[Row, int], columns: Mapping[Column, int], likeness: Mapping[Row, Mapping[Column, float]]
) -> dict[tuple[Row, Column], int]:
    """A table of whole numbers with exactly these row and column sums, shaped like `likeness`.

    Iterative proportional fitting, then the fractions are made whole. Both sums must be equal.
    """
    rows = {row: count for row, count in rows.items() if count}
    columns = {column: count for column, count in columns.items() if count}
    table = _fitted(rows, columns, likeness)
    whole = {cell: int(value) for cell, value in table.items()}
    short_rows, short_columns = dict(rows), dict(columns)
    for (row, column), count in whole.items():
        short_rows[row] -= count
        short_columns[column] -= count
    for row, column in sorted(table, key=lambda cell: whole[cell] - table[cell]):
        if short_rows[row] and short_columns[column]:
            whole[row, column] += 1
            short_rows[row] -= 1
            short_columns[column] -= 1
    for row in rows:  # what one more each could not use up
        for column in columns:
            more = min(short_rows[row], short_columns[column])
            whole[row, column] += more
            short_rows[row] -= more
            short_columns[column] -= more
    return {cell: count for cell, count in whole.items() if count}


def _fitted(
    rows: Mapping[Row, int], columns: Mapping[Column, int], likeness: Mapping[Row, Mapping[Column, float]]
) -> dict[tuple[Row, Column], float]:
    table = {(r, c): likeness[r].get(c, 0.0) + 0.01 for r in rows for c in columns}
    for _ in range(ROUNDS):
        for row, wanted in rows.items():
            scale = wanted / sum(table[row, column] for column in columns)
            for column in columns:
                table[row, column] *= scale
        for column, wanted in columns.items():
            scale = wanted / sum(table[row, column] for row in rows)
            for row in rows:
                table[row, column] *= scale
    # the last pass met the columns; a hair below whole numbers must not be lost to rounding
    return {cell: value + 1e-9 if value % 1 > 1 - 1e-9 else value for cell, value in table.items()}
