"""What exactly is a digest over? One text of a row, the same in every session, version and restored copy.

It is the row's salt, then a JSON array of the named columns, each as PostgreSQL writes it as text under
`SETTINGS`. A row whose salt is gone, because it was erased, has the word "erased" in its place.
"""

from collections.abc import Sequence

SETTINGS = {
    "timezone": "UTC",
    "datestyle": "ISO, YMD",
    "intervalstyle": "iso_8601",
    "extra_float_digits": "1",
    "bytea_output": "hex",
}
"""What the text of a value depends on besides the value."""

TYPES = frozenset(
    (
        *("bigint", "boolean", "bytea", "character varying", "date", "double precision", "integer", "jsonb"),
        *("numeric", "smallint", "text", "timestamp with time zone", "uuid"),
    )
)
"""Types whose text under these settings is one and the same in every supported PostgreSQL."""

SALT = "seal_salt"
"""The column that `seal` adds to a table: random, never shown, and erased together with what it hides."""


def digest_sql(columns: Sequence[str], row: str) -> str:
    """The SQL expression of a row's digest (SHA-256, bytea); `row` is the table's alias.

    Raises `ValueError` for what is not the name of a column.
    """
    for name in (*columns, row):
        if not name.isidentifier():
            raise ValueError(f"{name!r} is not the name of a column")
    texts = ", ".join(f'{row}."{name}"::text' for name in columns)
    whole = f"coalesce({row}.{SALT}::text, 'erased') || json_build_array({texts})::text"
    return f"pg_catalog.sha256(pg_catalog.convert_to({whole}, 'UTF8'))"
