"""Makes a table append-only in the database itself, for migrations to run."""

from django.db.migrations import RunSQL

FUNCTION = RunSQL(
    """
    CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION 'rows of % are added, never changed', TG_TABLE_NAME;
    END $$;
    """,
    "DROP FUNCTION refuse_change();",
)


def protect(table: str) -> RunSQL:
    """Refuses update and delete on `table`, by trigger for everyone and by right for the role `app`."""
    if not table.isidentifier():
        raise ValueError(f"{table!r} is not the name of a table")
    return RunSQL(
        f"""
        CREATE TRIGGER {table}_is_append_only BEFORE UPDATE OR DELETE ON {table}
            FOR EACH ROW EXECUTE FUNCTION refuse_change();
        DO $$ BEGIN
            IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'app') THEN
                REVOKE UPDATE, DELETE, TRUNCATE ON {table} FROM app;
            END IF;
        END $$;
        """,  # noqa: S608  the name was checked above
        f"DROP TRIGGER {table}_is_append_only ON {table};",
    )
