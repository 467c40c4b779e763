"""A database that the release before filled comes to this one with every row, sealed, and everyone's role."""

import json
import os
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from fixtures.database import drop
from goldenthread.config.embedded_postgres.cluster import let_app_use_what_owner_makes

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

BEFORE = Path(__file__).resolve().parents[2] / "fixtures" / "previous_release"
MIGRATIONS = json.loads((BEFORE / "tables.json").read_text())["migrations"]
LIBRARIES = ("contenttypes", "auth", "sessions", "procrastinate")
TO_THE_RELEASE_BEFORE = f"""
import django
django.setup()
from django.core.management import call_command
for app in {LIBRARIES!r}:
    call_command("migrate", app, verbosity=0)
for app, last in {MIGRATIONS!r}.items():
    call_command("migrate", app, last, verbosity=0)
"""
KEPT = (
    "organisations_team",
    "organisations_setting",
    "accounts_user",
    "people_person",
    "people_identifier",
    "people_personentry",
    "casework_return",
    "casework_case",
    "casework_entry",
    "casework_standing",
    "audit_auditevent",
    "figures_figureset",
    "figures_figure",
    "publication_release",
)
SEALED = ("casework_entry", "people_personentry", "audit_auditevent", "publication_release")


def run(address, *command):
    chosen = {
        "DATABASE_URL": address,
        "DATABASE_OWNER_URL": address,
        "DJANGO_SETTINGS_MODULE": "goldenthread.config.settings.test",
        "PYTHONWARNINGS": "ignore",
    }
    done = subprocess.run([sys.executable, *command], env=os.environ | chosen, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-3_000:]
    return done.stdout


def counts(connection, tables):
    return {
        table: connection.execute(
            sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(table))
        ).fetchone()[0]
        for table in tables
    }


@pytest.fixture
def filled(database_server):
    """The address of a database as the release before left it."""
    name = f"test_upgrade_{os.getpid()}"
    with psycopg.connect(database_server.url("cluster", "postgres"), autocommit=True) as administrator:
        drop(administrator, name)
        administrator.execute(sql.SQL("CREATE DATABASE {} OWNER owner").format(sql.Identifier(name)))
        address = database_server.url("owner", name)
        with psycopg.connect(address, autocommit=True) as owner:
            let_app_use_what_owner_makes(owner)
        run(address, "-c", TO_THE_RELEASE_BEFORE)
        with psycopg.connect(address, autocommit=True) as owner:
            owner.execute((BEFORE / "rows.sql").read_text())
        yield address
        drop(administrator, name)


def test_every_row_comes_along_and_is_sealed_and_everyone_keeps_their_role(filled, database_server):
    with psycopg.connect(filled) as owner:
        before = counts(owner, KEPT)
        roles = owner.execute("SELECT id, role FROM accounts_user ORDER BY id").fetchall()
    run(filled, "-m", "django", "migrate", "--no-input", "--verbosity", "0")
    with psycopg.connect(filled) as owner:
        assert counts(owner, KEPT) == before
        sealed = dict(
            owner.execute("SELECT table_name, count(*) FROM audit_seal GROUP BY table_name").fetchall()
        )
        assert {table: sealed.get(table) for table in SEALED} == {table: before[table] for table in SEALED}
        appointed = owner.execute(
            "SELECT user_id, role FROM accounts_appointment ORDER BY user_id"
        ).fetchall()
        assert appointed == roles
        words = owner.execute("SELECT because FROM casework_entry WHERE id = 301").fetchone()[0]
        assert words == "Asked by the family: “help with café noise”"
    said = run(filled, "-m", "goldenthread.config.commands", "audit", "verify")
    assert f"{sum(before[table] for table in SEALED):,} positions" in said
    assert "all as they were" in said

    name = filled.rpartition("/")[2].partition("?")[0]
    with psycopg.connect(database_server.url("app", name), autocommit=True) as app:
        for table in SEALED:
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                app.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(table)))
