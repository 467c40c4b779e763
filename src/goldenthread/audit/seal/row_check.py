"""Is every row what it was when it was sealed, is none gone, and none there that was not sealed?

Each table is gone through in the order of its ids, rows and seals side by side, some thousand at a time.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db import connection

from goldenthread.audit.models import SealForm
from goldenthread.audit.seal.canonical import digest_sql
from goldenthread.audit.seal.faults import Fault, Kind

BATCH = 20_000
"""Rows gone through in one statement."""
NAMED_AT_MOST = 1_000
"""Faults of one batch that are named."""

SAYS = {
    Kind.REMOVED: "{} row {} was sealed at position {} and is gone",
    Kind.UNSEALED: "{} row {} has no seal: it did not come through the journal",
    Kind.CHANGED: "{} row {}, sealed at position {}, is not what it was",
}
ERASED_AND_CHANGED = "{} row {}, sealed at position {} and erased since, is not what its erasure left"


@dataclass(frozen=True, slots=True)
class SealedTable:
    """A table and its forms: number to columns. Raises `ValueError` where its name is not one."""

    name: str
    forms: dict[int, list[str]]

    def __post_init__(self) -> None:
        if not self.name.isidentifier():
            raise ValueError(f"{self.name!r} is not the name of a table")

    def query(self) -> str:
        """Rows and seals with ids in a range, those that do not agree. Names come from migrations."""
        sealed = _by_form("seal.form", self.forms)
        left = _by_form("gone.form", self.forms)
        return f"""
SELECT coalesce(one.id, seal.row_id), seal.position, one.id IS NULL, gone.row_id IS NOT NULL
FROM (SELECT * FROM {self.name} WHERE id > %(after)s AND id <= %(upto)s) AS one
FULL JOIN (
    SELECT * FROM audit_seal WHERE table_name = %(table)s AND row_id > %(after)s AND row_id <= %(upto)s
) AS seal ON seal.row_id = one.id
LEFT JOIN audit_erasure AS gone ON gone.table_name = %(table)s AND gone.row_id = one.id
WHERE seal.position IS NULL OR (seal.position > %(since)s AND (
    one.id IS NULL
    OR CASE WHEN gone.row_id IS NULL THEN {sealed} IS DISTINCT FROM seal.row_digest
        ELSE {left} IS DISTINCT FROM gone.remains_digest END
))
ORDER BY 1 LIMIT {NAMED_AT_MOST}
"""  # noqa: S608  names of tables and columns come from migrations, which check them


def _by_form(which: str, forms: dict[int, list[str]]) -> str:
    digests = " ".join(f"WHEN {form} THEN {digest_sql(columns, 'one')}" for form, columns in forms.items())
    return f"(CASE {which} {digests} END)"


def sealed_tables() -> list[SealedTable]:
    """Every table under the seal, by name."""
    forms: dict[str, dict[int, list[str]]] = defaultdict(dict)
    for form in SealForm.objects.order_by("table", "form"):
        forms[form.table][form.form] = form.columns
    return [SealedTable(name, columns) for name, columns in forms.items()]


def check_rows(table: SealedTable, since: int, done: Callable[[int], None]) -> Iterator[Fault]:
    """What is wrong with the rows of a table that were sealed after `since`, or never."""
    after, last = _ends(table.name)
    while after < last:
        upto = _next_end(table.name, after, last)
        yield from _faults(table, after, upto, since)
        done(upto)
        after = upto


def check_tables(known: set[str]) -> Iterator[Fault]:
    """Seals of tables that no form describes: whoever removed the form hides rows."""
    with connection.cursor() as cursor:
        cursor.execute(
            "WITH RECURSIVE tables AS ("
            " (SELECT table_name FROM audit_seal ORDER BY table_name LIMIT 1)"
            " UNION ALL SELECT (SELECT table_name FROM audit_seal WHERE table_name > tables.table_name"
            " ORDER BY table_name LIMIT 1) FROM tables WHERE table_name IS NOT NULL"
            ") SELECT table_name FROM tables WHERE table_name IS NOT NULL"
        )
        for (table,) in cursor.fetchall():
            if table not in known:
                yield Fault(Kind.SEAL_CHANGED, f"no form describes the rows of {table}", table=table)


def _ends(table: str) -> tuple[int, int]:
    """The id before the first, and the last, of rows and seals together."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT least((SELECT min(id) FROM {table}), min(row_id)) - 1,"  # noqa: S608  as above
            f" greatest((SELECT max(id) FROM {table}), max(row_id)) FROM audit_seal WHERE table_name = %s",
            [table],
        )
        first, last = cursor.fetchone()
    return (first, last) if last is not None else (0, 0)


def _next_end(table: str, after: int, last: int) -> int:
    """The id up to which a batch goes: neither of rows nor of seals does it hold more than one batch."""
    own = f"SELECT id FROM {table} WHERE id > %(after)s ORDER BY id OFFSET {BATCH} LIMIT 1"  # noqa: S608
    sealed = (
        "SELECT row_id FROM audit_seal WHERE table_name = %(table)s AND row_id > %(after)s"  # noqa: S608
        f" ORDER BY row_id OFFSET {BATCH} LIMIT 1"
    )
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT least(({own}), ({sealed}))", {"after": after, "table": table})
        found = cursor.fetchone()[0]
    return last if found is None else int(found)


def _faults(table: SealedTable, after: int, upto: int, since: int) -> Iterator[Fault]:
    with connection.cursor() as cursor:
        asked: dict[str, int | str] = {"after": after, "upto": upto, "since": since, "table": table.name}
        cursor.execute(table.query(), asked)
        for row_id, position, is_gone, is_erased in cursor.fetchall():
            kind = Kind.UNSEALED if position is None else Kind.REMOVED if is_gone else Kind.CHANGED
            says = ERASED_AND_CHANGED if kind is Kind.CHANGED and is_erased else SAYS[kind]
            yield Fault(kind, says.format(table.name, row_id, position), position, table.name, row_id)
