"""Puts a table under the seal, for migrations to run beside `append_only.protect`."""

from collections.abc import Sequence

from django.db.migrations import RunSQL

from goldenthread.audit.seal.canonical import SALT, SETTINGS, digest_sql

BATCH = 5_000
"""Rows that go to their seal together."""


def seal(table: str, columns: Sequence[str], *, form: int = 1, erasable: Sequence[str] = ()) -> RunSQL:
    """Seals every row of `table` from now on, and those there in the order of their ids.

    `columns` are what the digest covers, `id` among them. A column that is added later is sealed by a new
    `form` with the whole list; rows of earlier forms keep theirs, so no sealed column is ever dropped.
    `erasable` are those that an erasure replaces: JSON by a tombstone, text that may not be null by
    nothing, others by null. Raises `ValueError` for names that are not identifiers.
    """
    if not table.isidentifier():
        raise ValueError(f"{table!r} is not the name of a table")
    if "id" not in columns or not set(erasable) <= set(columns) - {"id"}:
        raise ValueError("a seal covers the id, and what can be erased")
    digest = digest_sql(columns, "one")
    given, sealing = _form(table, columns, form, erasable), _function(table, form, digest)
    if form > 1:
        return RunSQL(given + sealing)
    first = _salt(table) + sealing + _triggers(table) + _existing(table, digest)
    return RunSQL(given + first, _undo(table))


def _form(table: str, columns: Sequence[str], form: int, erasable: Sequence[str]) -> str:
    values = f"'{table}', {form}, {_array(columns)}, {_array(erasable)}"
    return f"INSERT INTO audit_sealform (table_name, form, columns, erasable) VALUES ({values});\n"  # noqa: S608


def _array(names: Sequence[str]) -> str:
    return "'{" + ",".join(names) + "}'"


def _salt(table: str) -> str:
    return f"ALTER TABLE {table} ADD COLUMN {SALT} uuid DEFAULT gen_random_uuid();\n"


def _function(table: str, form: int, digest: str) -> str:
    """One digest for each row that a statement added, worked out before anyone waits for the chain."""
    settings = "\n".join(f"    SET {name} TO '{value}'" for name, value in SETTINGS.items())
    return f"""
CREATE OR REPLACE FUNCTION seal_{table}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO public, pg_temp
{settings}
AS $$
BEGIN
    INSERT INTO audit_sealing (table_name, form, row_ids, digests)
    {_batches(table, form, digest, "added")};
    RETURN NULL;
END $$;
"""


def _batches(table: str, form: int, digest: str, rows: str) -> str:
    return f"""
    SELECT '{table}', {form}, array_agg(id ORDER BY id), array_agg(digest ORDER BY id)
    FROM (
        SELECT one.id, {digest} AS digest, (row_number() OVER (ORDER BY one.id) - 1) / {BATCH} AS batch
        FROM {rows} AS one
    ) AS digested
    GROUP BY batch ORDER BY batch"""  # noqa: S608  names were checked


def _triggers(table: str) -> str:
    return f"""
CREATE TRIGGER {table}_is_sealed AFTER INSERT ON {table}
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION seal_{table}();
CREATE TRIGGER {table}_is_never_emptied BEFORE TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
"""


def _existing(table: str, digest: str) -> str:
    """Rows from before there was a seal, in the order of their ids."""
    settings = " ".join(f"SET LOCAL {name} TO '{value}';" for name, value in SETTINGS.items())
    batches = _batches(table, 1, digest, table)
    return f"{settings}\nINSERT INTO audit_sealing (table_name, form, row_ids, digests) {batches};"


def _undo(table: str) -> str:
    return f"""
DROP TRIGGER {table}_is_never_emptied ON {table};
DROP TRIGGER {table}_is_sealed ON {table};
DROP FUNCTION seal_{table}();
ALTER TABLE {table} DROP COLUMN {SALT};
DELETE FROM audit_sealform WHERE table_name = '{table}';
"""  # noqa: S608  the name was checked
