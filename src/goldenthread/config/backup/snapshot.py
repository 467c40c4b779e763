"""The database as it is at one moment: rows in every table, where the chain stood, which bytes it names."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psycopg
from psycopg import sql

TABLES = """
SELECT relname FROM pg_class
WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relpersistence = 'p' ORDER BY relname
"""


@dataclass(frozen=True, slots=True)
class Head:
    """Where the chain stands: its newest position and digest; position 0 before the first row."""

    position: int
    digest: str


@dataclass(frozen=True, slots=True)
class Kept:
    """Bytes that a row names: where they lie, their size and SHA-256."""

    name: str
    size: int
    digest: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One moment of the database. `exported` is how pg_dump finds the same one while the block runs."""

    exported: str
    counts: dict[str, int]
    head: Head
    kept: list[Kept]
    rights: dict[str, list[str]]
    """Who may do what with each table, beside its owner."""
    migrations: list[str]


@contextmanager
def snapshot(address: str) -> Iterator[Snapshot]:
    """Holds one moment for as long as the block runs."""
    with psycopg.connect(address) as connection:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        with connection.transaction():
            exported = connection.execute("SELECT pg_export_snapshot()").fetchone()
            assert exported is not None  # the question always has an answer
            yield Snapshot(
                exported=exported[0],
                counts=counts(connection),
                head=head(connection),
                kept=kept(connection),
                rights=rights(connection),
                migrations=migrations(connection),
            )


def counts(connection: psycopg.Connection) -> dict[str, int]:
    """The rows of every table."""
    tables = [name for (name,) in connection.execute(TABLES).fetchall()]
    count = sql.SQL("SELECT count(*) FROM {}")
    found: dict[str, int] = {}
    for name in tables:
        row = connection.execute(count.format(sql.Identifier(name))).fetchone()
        found[name] = row[0] if row else 0
    return found


def head(connection: psycopg.Connection) -> Head:
    """Where the chain stands."""
    newest = "SELECT position, encode(digest, 'hex') FROM audit_seal ORDER BY position DESC LIMIT 1"
    row = connection.execute(newest).fetchone()
    return Head(*row) if row else Head(0, "")


def kept(connection: psycopg.Connection) -> list[Kept]:
    """Every document's bytes, but those that a scanner or an erasure took away: an erased version has no
    name."""
    rows = connection.execute(
        """
        SELECT stored_as, size, version.digest FROM documents_version AS version
        LEFT JOIN documents_scan AS scan ON scan.version_id = version.id
        WHERE scan.verdict IS DISTINCT FROM 'found' AND version.file_name <> ''
        ORDER BY version.id
        """
    ).fetchall()
    return [Kept(*row) for row in rows]


def rights(connection: psycopg.Connection) -> dict[str, list[str]]:
    """What each table lets roles do that do not own it."""
    rows = connection.execute(
        """
        SELECT relname, grantee::regrole::text || ': ' || privilege_type
        FROM pg_class, aclexplode(relacl)
        WHERE relkind IN ('r', 'S') AND relnamespace = 'public'::regnamespace AND grantee <> relowner
        ORDER BY 1, 2
        """
    ).fetchall()
    found: dict[str, list[str]] = {}
    for table, right in rows:
        found.setdefault(table, []).append(right)
    return found


def migrations(connection: psycopg.Connection) -> list[str]:
    """The changes of tables that were made."""
    return [
        name for (name,) in connection.execute("SELECT app || '.' || name FROM django_migrations ORDER BY 1")
    ]


def is_empty(connection: psycopg.Connection) -> bool:
    """Whether the database holds no table at all."""
    return not connection.execute(TABLES).fetchall()
