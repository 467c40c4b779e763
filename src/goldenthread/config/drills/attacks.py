"""Ways to tamper with a sealed journal, as someone would who holds the whole database.

Each attack is done in a transaction in which no trigger fires and every right is held. It answers which row
or position it was about, so that the drill can ask whether verifying named just that.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from goldenthread.audit.models import SealForm
from goldenthread.audit.seal.canonical import digest_sql
from goldenthread.audit.seal.chain_check import Place
from goldenthread.audit.seal.faults import Fault, Kind

OTHER_VALUE = {
    "bigint": "coalesce({0}, 0) + 1",
    "integer": "coalesce({0}, 0) + 1",
    "smallint": "coalesce({0}, 0) + 1",
    "boolean": "NOT coalesce({0}, false)",
    "bytea": "sha256(coalesce({0}, ''))",
    "date": "coalesce({0}, DATE '2025-01-01') + 1",
    "jsonb": "jsonb_build_object('tampered', {0})",
    "timestamp with time zone": "coalesce({0}, now()) + interval '1 microsecond'",
    "uuid": "gen_random_uuid()",
    "character varying": "left(md5(coalesce({0}, '')), greatest(length({0}), 1))",
    "text": "'x' || coalesce({0}, '')",
}
"""By type of column: another value than the one that is there."""
LONGEST_CUT = 5


@dataclass(frozen=True, slots=True)
class Target:
    """What was tampered with. It is named by a fault of one of these kinds, at the position or of the row."""

    says: str
    kinds: frozenset[Kind]
    rows: frozenset[tuple[str, int]] = frozenset()
    positions: frozenset[int] = frozenset()

    def is_named_by(self, faults: Sequence[Fault]) -> bool:
        """Whether each row and each position is named for what was done to it."""
        named = [fault for fault in faults if fault.kind in self.kinds]
        rows = {(fault.table, fault.row_id) for fault in named}
        return self.rows <= rows and self.positions <= {fault.position for fault in named}


Attack = Callable[[random.Random], Target]


def ask(statement: str, values: Sequence[Any] = ()) -> list[Any]:
    """Run one statement; the rows that came back, if it answers with any."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall() if cursor.description else []


def _a_seal(chance: random.Random, *, before_the_last: int = 0) -> Place:
    """A place of the chain by chance."""
    (newest,) = ask("SELECT max(position) FROM audit_seal")[0]
    position = chance.randint(1, newest - before_the_last)
    row = ask(
        "SELECT position, position - 1, table_name, row_id, form, row_digest, digest,"
        " coalesce((SELECT digest FROM audit_seal WHERE position = one.position - 1), '')"
        " FROM audit_seal AS one WHERE position = %s",
        [position],
    )[0]
    return Place(*row[:5], *(bytes(raw) for raw in row[5:]))


def _kinds_of_columns(table: str) -> dict[str, str]:
    asked = "SELECT column_name, data_type FROM information_schema.columns WHERE table_name = %s"
    return dict(ask(asked, [table]))


def _free_of_constraints(table: str) -> None:
    """Nothing that the table itself demands stops an attacker either."""
    asked = "SELECT conname FROM pg_constraint WHERE conrelid = %s::regclass AND contype IN ('u', 'c')"
    for (constraint,) in ask(asked, [table]):
        ask(f'ALTER TABLE {table} DROP CONSTRAINT "{constraint}" CASCADE')


def _alter(chance: random.Random, place: Place) -> str:
    """Give one column of a row by chance another value; which one."""
    columns = SealForm.objects.get(table=place.table, form=place.form).columns
    column = chance.choice([name for name in columns if name != "id"])
    value = OTHER_VALUE[_kinds_of_columns(place.table)[column]].format(column)
    _free_of_constraints(place.table)
    ask(f"UPDATE {place.table} SET {column} = {value} WHERE id = %s", [place.row_id])  # noqa: S608
    return column


def change_a_value(chance: random.Random) -> Target:
    place = _a_seal(chance)
    column = _alter(chance, place)
    return Target(f"{column} of {place.name} changed", frozenset({Kind.CHANGED}), _row(place))


def remove_a_row(chance: random.Random) -> Target:
    place = _a_seal(chance)
    ask(f"DELETE FROM {place.table} WHERE id = %s", [place.row_id])  # noqa: S608  a sealed table's name
    return Target(f"{place.name} removed", frozenset({Kind.REMOVED}), _row(place))


def remove_a_row_and_its_seal(chance: random.Random) -> Target:
    place = _a_seal(chance, before_the_last=1)
    ask(f"DELETE FROM {place.table} WHERE id = %s", [place.row_id])  # noqa: S608  a sealed table's name
    ask("DELETE FROM audit_seal WHERE position = %s", [place.position])
    at = frozenset({place.position})
    return Target(f"{place.name} removed with its seal", frozenset({Kind.SEAL_REMOVED}), positions=at)


def insert_a_row(chance: random.Random) -> Target:
    """A copy of a row, under an id that is free, before or after all others."""
    place = _a_seal(chance)
    table = place.table
    _free_of_constraints(table)
    end = chance.choice(["min(id) - 1", "max(id) + 1"])
    others = ", ".join(f'"{name}"' for name in _kinds_of_columns(table) if name != "id")
    (row_id,) = ask(
        f"INSERT INTO {table} (id, {others}) SELECT (SELECT {end} FROM {table}), {others} FROM {table}"  # noqa: S608
        " WHERE id = %s RETURNING id",
        [place.row_id],
    )[0]
    where = frozenset({(table, row_id)})
    return Target(f"{table} row {row_id} inserted", frozenset({Kind.UNSEALED}), where)


def exchange_two_seals(chance: random.Random) -> Target:
    one, other = _two(chance)
    ask("ALTER TABLE audit_seal DROP CONSTRAINT audit_seal_pkey")
    swapped = [one.position + other.position, one.position, other.position]
    ask("UPDATE audit_seal SET position = %s - position WHERE position IN (%s, %s)", swapped)
    at = frozenset({one.position, other.position})
    return Target(f"positions {sorted(at)} exchanged", frozenset({Kind.REORDERED}), positions=at)


def exchange_two_rows(chance: random.Random) -> Target:
    """The contents of two rows of one table change places."""
    one = _a_seal(chance)
    same = ask(
        "SELECT row_id FROM audit_seal WHERE table_name = %s AND row_id <> %s ORDER BY row_id",
        [one.table, one.row_id],
    )
    if not same:
        return change_a_value(chance)
    other = chance.choice(same)[0]
    free = min(ask(f"SELECT min(id) FROM {one.table}")[0][0], 0) - 1  # noqa: S608  a sealed table's name
    for before, after in ((one.row_id, free), (other, one.row_id), (free, other)):
        ask(f"UPDATE {one.table} SET id = %s WHERE id = %s", [after, before])  # noqa: S608  the same
    rows = frozenset({(one.table, one.row_id), (one.table, other)})
    return Target(f"{one.name} and {other} exchanged", frozenset({Kind.CHANGED}), rows)


def cut_the_tail(chance: random.Random) -> Target:
    (newest,) = ask("SELECT max(position) FROM audit_seal")[0]
    left = newest - chance.randint(1, LONGEST_CUT)
    for table, row_id in ask("SELECT table_name, row_id FROM audit_seal WHERE position > %s", [left]):
        ask(f"DELETE FROM {table} WHERE id = %s", [row_id])  # noqa: S608  a sealed table's name
    ask("DELETE FROM audit_seal WHERE position > %s", [left])
    at = frozenset({left + 1})
    return Target(f"cut off after {left}", frozenset({Kind.CUT}), positions=at)


def edit_a_seal(chance: random.Random) -> Target:
    place = _a_seal(chance)
    column, value = chance.choice(
        [
            ("row_digest", "sha256(row_digest)"),
            ("digest", "sha256(digest)"),
            ("row_id", "-row_id"),
            ("form", "form + 1"),
            ("table_name", "'x' || table_name"),
        ]
    )
    ask(f"UPDATE audit_seal SET {column} = {value} WHERE position = %s", [place.position])  # noqa: S608
    at = frozenset({place.position})
    return Target(
        f"{column} of position {place.position} edited", frozenset({Kind.SEAL_CHANGED}), positions=at
    )


def change_a_row_and_its_digest(chance: random.Random) -> Target:
    """As one would who knows how a row's digest is made, and not that the chain is over it."""
    place = _a_seal(chance)
    column = _alter(chance, place)
    ask("UPDATE audit_seal SET row_digest = %s WHERE position = %s", [digest_now(place), place.position])
    at = frozenset({place.position})
    says = f"{column} of {place.name} changed, with its digest"
    return Target(says, frozenset({Kind.SEAL_CHANGED}), positions=at)


def make_the_chain_anew(chance: random.Random) -> Target:
    """A changed row, and every digest from there on worked out again: only an exported head tells."""
    (newest,) = ask("SELECT max(position) FROM audit_seal")[0]
    place = _a_seal(chance)
    column = _alter(chance, place)
    ask("UPDATE audit_seal SET row_digest = %s WHERE position = %s", [digest_now(place), place.position])
    before = place.digest_before
    rows = ask(
        "SELECT position, position - 1, table_name, row_id, form, row_digest, digest FROM audit_seal"
        " WHERE position >= %s ORDER BY position",
        [place.position],
    )
    for row in rows:
        later = Place(*row[:5], *(bytes(raw) for raw in (*row[5:], before)))
        before = later.digest_at(later.position, before)
        ask("UPDATE audit_seal SET digest = %s WHERE position = %s", [before, later.position])
    at = frozenset({newest})
    says = f"{column} of {place.name} changed and the chain made anew"
    return Target(says, frozenset({Kind.REWRITTEN}), positions=at)


def digest_now(place: Place) -> bytes:
    """The digest that the row of a place would be sealed with as it is now."""
    columns = SealForm.objects.get(table=place.table, form=place.form).columns
    digest = digest_sql(columns, "one")
    found = ask(f"SELECT {digest} FROM {place.table} AS one WHERE id = %s", [place.row_id])  # noqa: S608
    return bytes(found[0][0])


def _two(chance: random.Random) -> tuple[Place, Place]:
    one = other = _a_seal(chance)
    while other.position == one.position:
        other = _a_seal(chance)
    return one, other


def _row(place: Place) -> frozenset[tuple[str, int]]:
    return frozenset({(place.table, place.row_id)})


ATTACKS: tuple[Attack, ...] = (
    change_a_value,
    remove_a_row,
    insert_a_row,
    exchange_two_seals,
    cut_the_tail,
    edit_a_seal,
    exchange_two_rows,
    remove_a_row_and_its_seal,
    change_a_row_and_its_digest,
    make_the_chain_anew,
)
