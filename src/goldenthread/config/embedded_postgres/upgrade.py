"""How do data written by an older major version of PostgreSQL move to the one that is here now?

Dump and restore: the old programs serve the old folder once more, everything is dumped by the new programs
and restored into a new folder, every table's rows are counted in both, and only then does the new folder
become the current one, by one rename. Killed at any moment, the next start begins anew from the old folder,
which stays where it is until someone deletes it.
"""

import os
import shutil
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import psycopg
from psycopg import sql

from goldenthread.config.embedded_postgres import cluster
from goldenthread.config.embedded_postgres.account import ENVIRONMENT, die_with_parent
from goldenthread.config.embedded_postgres.binaries import Programs, with_major
from goldenthread.config.embedded_postgres.folder import Folder
from goldenthread.config.embedded_postgres.problem import CannotRunPostgres
from goldenthread.config.embedded_postgres.process import serving_only

Counts = dict[tuple[str, str], int]


def move_to(programs: Programs, folder: Folder, say: Callable[[str], None]) -> None:
    """Make a data folder for `programs` that holds all that the current one holds."""
    old_data, old_major = folder.data, folder.data_major
    if old_data is None or old_major is None:
        return
    old = cluster.reachable(with_major(old_major), folder)
    say(f"moving the data from PostgreSQL {old_major} to {programs.major}")
    dump = folder.path / "upgrade.sql"
    draft = folder.path / f"upgrading-{programs.major}"
    shutil.rmtree(draft, ignore_errors=True)
    with serving_only(folder, old, old_data, folder.address("cluster", "postgres")):
        _dump(programs, folder, dump)
        before = _rows(folder)
    cluster.make(folder, programs, draft, durable=True)
    with serving_only(folder, programs, draft, folder.address("cluster", "postgres")):
        _restore(programs, folder, dump)
        after = _rows(folder)
    if before != after:
        raise CannotRunPostgres(
            f"The data did not arrive whole in PostgreSQL {programs.major}; nothing was changed."
        )
    draft.rename(folder.data_of(programs.major))
    dump.unlink()
    say(f"moved {sum(after.values()):,} rows; the old data stay in {old_data} until you delete them")


def _environment(folder: Folder) -> dict[str, str]:
    connection = {
        "PGHOST": str(folder.socket()),
        "PGUSER": "cluster",
        "PGPASSWORD": folder.passwords["cluster"],
    }
    return ENVIRONMENT | connection


def _dump(programs: Programs, folder: Folder, dump: Path) -> None:
    """Write all that the old server holds to `dump`, but the making of a role the new one already has."""
    dump.unlink(missing_ok=True)
    already_there = f"CREATE ROLE {cluster.SUPERUSER};\n".encode()
    with (
        os.fdopen(os.open(dump, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out,
        subprocess.Popen(
            [programs.path("pg_dumpall")],
            stdout=subprocess.PIPE,
            env=_environment(folder),
            cwd="/",
            preexec_fn=die_with_parent(signal.SIGTERM),
            **folder.account.options(),
        ) as dumping,
    ):
        among_roles = True
        for line in dumping.stdout or ():
            among_roles = among_roles and not line.startswith(b"\\connect")
            if not (among_roles and line == already_there):
                out.write(line)
    if dumping.returncode != 0:
        raise CannotRunPostgres("The old data could not be read out; nothing was changed.")


def _restore(programs: Programs, folder: Folder, dump: Path) -> None:
    options = ["--no-psqlrc", "--quiet", "--set", "ON_ERROR_STOP=1", "--dbname", "postgres"]
    with dump.open("rb") as stored:
        done = folder.account.run([programs.path("psql"), *options], stdin=stored, env=_environment(folder))
    if done.returncode != 0:
        raise CannotRunPostgres(
            f"The data could not be written anew; nothing was changed: {done.stderr.strip()}"
        )


def _rows(folder: Folder) -> Counts:
    """How many rows each table of each database holds."""
    counts: Counts = {}
    with psycopg.connect(folder.address("cluster", "postgres")) as connection:
        found = connection.execute("SELECT datname FROM pg_database WHERE datallowconn").fetchall()
    for (database,) in found:
        with psycopg.connect(folder.address("cluster", database)) as connection:
            tables = connection.execute(
                "SELECT table_schema, table_name FROM information_schema.tables "
                "WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')"
            ).fetchall()
            for table in tables:
                asked = sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(*table))
                row = connection.execute(asked).fetchone()
                counts[(database, ".".join(table))] = row[0] if row else 0
    return counts
