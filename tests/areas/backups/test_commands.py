"""`./gt backup`, `verify` and `restore` as an operator runs them, against a database and folders of the
test."""

import os
import subprocess
import sys

import psycopg
import pytest
from psycopg import sql

from fixtures.database import drop, make_template
from goldenthread.config.embedded_postgres.cluster import let_app_use_what_owner_makes

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("django_db_blocker")]

PERSON = "INSERT INTO people_person (surname, forename, sex, ethnicity, postcode, upn_unknown) VALUES "


@pytest.fixture
def databases(database_server):
    """Two databases: `full`, with every table, and `empty`."""
    names = {kind: f"test_backup_{kind}_{os.getpid()}" for kind in ("full", "empty")}
    template = {"full": make_template(database_server), "empty": "template0"}
    with psycopg.connect(database_server.url("cluster", "postgres"), autocommit=True) as administrator:
        for kind, name in names.items():
            drop(administrator, name)
            clone = sql.SQL("CREATE DATABASE {} OWNER owner TEMPLATE {}")
            administrator.execute(clone.format(sql.Identifier(name), sql.Identifier(template[kind])))
        with psycopg.connect(database_server.url("owner", names["empty"]), autocommit=True) as owner:
            let_app_use_what_owner_makes(owner)
        yield {
            kind: (database_server.url("app", n), database_server.url("owner", n))
            for kind, n in names.items()
        }
        for name in names.values():
            drop(administrator, name)


@pytest.fixture
def run(databases, tmp_path):
    """Runs a command of ./gt against one of the two; what it said and its exit code."""

    def act(which, *arguments, **more):
        app, owner = databases[which]
        chosen = {
            "DATABASE_URL": app,
            "DATABASE_OWNER_URL": owner,
            "GOLDEN_THREAD_HOME": str(tmp_path / which),
            "GOLDEN_THREAD_BACKUP_TO": str(tmp_path / "backups"),
            "DJANGO_SETTINGS_MODULE": "goldenthread.config.settings.test",
            **more,
        }
        command = [sys.executable, "-m", "goldenthread.config.commands", *arguments]
        done = subprocess.run(command, env=os.environ | chosen, capture_output=True, text=True)
        return done.returncode, done.stdout + done.stderr

    return act


@pytest.fixture
def key(run, tmp_path):
    """The file with the key, and the variable with its public half."""
    file = tmp_path / "key.txt"
    code, said = run("full", "backup", "keys", str(file))
    assert code == 0
    public = next(line for line in said.splitlines() if line.startswith("age1"))
    return str(file), {"GOLDEN_THREAD_BACKUP_RECIPIENT": public}


def rows(address, query):
    with psycopg.connect(address) as connection:
        return connection.execute(query).fetchall()


def test_what_was_backed_up_comes_back_and_a_full_database_is_never_written_over(
    run, key, databases, tmp_path
):
    file, public = key
    with psycopg.connect(databases["full"][1]) as connection:
        connection.execute(PERSON + "('Denholm', 'Maya', '', '', '', '')")
    (tmp_path / "full" / "files" / "returns").mkdir(parents=True)
    (tmp_path / "full" / "files" / "returns" / "sixty.xml").write_text("<Message/>")

    code, said = run("full", "backup", **public)
    assert (code, "2 files" in said) == (0, True), said
    code, said = run("full", "verify", "--key", file)
    assert (code, "whole" in said) == (0, True), said
    code, said = run("full", "verify")
    assert (code, "chain whole" in said) == (0, True), said
    code, said = run("full", "restore", "--key", file)
    assert (code, "never writes over a record" in said) == (1, True), said

    code, said = run("empty", "restore", "--key", file)
    assert (code, "the same head" in said) == (0, True), said
    app, owner = databases["empty"]
    assert rows(owner, "SELECT surname FROM people_person") == [("Denholm",)]
    assert (tmp_path / "empty" / "files" / "returns" / "sixty.xml").read_text() == "<Message/>"
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        rows(app, "DELETE FROM casework_entry")
    code, said = run("full", "backup", "list")
    assert (code, "hours old" in said) == (0, True), said


def test_without_a_recipient_no_backup_is_made_and_the_cure_is_named(run, tmp_path):
    code, said = run("full", "backup")
    assert code == 1
    assert "GOLDEN_THREAD_BACKUP_RECIPIENT is not set" in said
    assert "./gt backup keys" in said
    code, said = run("full", "backup", "list")
    assert (code, "no backup yet" in said) == (1, True)


def test_a_lost_document_is_named_by_backup_and_by_verify(run, key, databases):
    with psycopg.connect(databases["full"][1]) as connection:
        connection.execute(
            """
            WITH one AS (
                INSERT INTO documents_document (kind, title, about_person_id, added_at, added_by_name)
                VALUES ('other', 'Lost', 1, now(), 'Someone') RETURNING id
            )
            INSERT INTO documents_version (document_id, number, file_name, media_type, size, digest,
            stored_as, added_at, added_by_name) SELECT id, 1, 'a.txt', 'text/plain', 1, 'x',
            'documents/ab/gone', now(), 'Someone' FROM one
            """
        )
    code, said = run("full", "verify")
    assert (code, "missing: the bytes of documents/ab/gone" in said) == (1, True), said
    code, said = run("full", "backup", **key[1])
    assert (code, "missing: the bytes of documents/ab/gone" in said) == (1, True), said
