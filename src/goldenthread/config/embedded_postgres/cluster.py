"""How is a database cluster made: its files, its roles, its one database?

Three roles. `cluster` is PostgreSQL's superuser and does nothing but set up. `owner` owns the database and
migrates it. `app` is what the pages and jobs connect as: it reads and writes rows, and on journal and audit
tables a migration leaves it nothing but select and insert.
"""

import locale
import os
import shutil
import tempfile
from pathlib import Path

import psycopg
from psycopg import sql

from goldenthread.config.embedded_postgres.binaries import Programs
from goldenthread.config.embedded_postgres.folder import Folder
from goldenthread.config.embedded_postgres.problem import CannotRunPostgres

DATABASE = "goldenthread"
SUPERUSER = "cluster"
FIRST_MAJOR_WITH_BUILTIN_LOCALE = 17


def reachable(programs: Programs, folder: Folder) -> Programs:
    """Programs that the server's account can run: these, or a copy inside `folder` if it cannot reach them.

    The copy is ours to open, so the rights of a private folder around the originals stay as they are.
    """
    account = folder.account
    if account.can_reach(programs.folder / "postgres"):
        return programs
    package = programs.folder.parents[1]
    libraries = package.with_name(f"{package.name}.libs")  # what it was built with lies beside it
    stamp = int((programs.folder / "postgres").stat().st_mtime)
    copy = folder.path / f"programs-{programs.major}-{stamp}"
    if not copy.exists():
        draft = copy.with_suffix(".new")
        shutil.rmtree(draft, ignore_errors=True)
        for part in (package, libraries):
            if part.exists():
                shutil.copytree(part, draft / part.name, symlinks=True)
        _open_to_read(draft)
        draft.rename(copy)
    return Programs(copy / programs.folder.relative_to(package.parent), programs.major, programs.kind)


def _open_to_read(copy: Path) -> None:
    for path in (copy, *copy.rglob("*")):
        if not path.is_symlink():
            may_run = path.is_dir() or os.access(path, os.X_OK)
            path.chmod(path.stat().st_mode | (0o055 if may_run else 0o044))


def make(folder: Folder, programs: Programs, data: Path, *, durable: bool) -> None:
    """Make an empty cluster in `data`, whole or not at all.

    Each attempt has a draft of its own: what a killed one started may still be ending.
    """
    account = folder.account
    for abandoned in folder.path.glob("draft-*"):
        if abandoned.is_dir():
            shutil.rmtree(abandoned, ignore_errors=True)
        else:
            abandoned.unlink()
    draft = Path(tempfile.mkdtemp(prefix="draft-", dir=folder.path))
    account.give(draft)
    secret = draft.with_suffix(".password")
    with os.fdopen(os.open(secret, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
        out.write(folder.passwords[SUPERUSER] + "\n")
    account.give(secret)
    try:
        options = _options(programs, draft, secret) + ([] if durable else ["--no-sync"])
        made = account.run([programs.path("initdb"), *options])
    finally:
        secret.unlink()
    if made.returncode != 0:
        raise CannotRunPostgres(f"PostgreSQL could not make a database in {data}: {made.stderr.strip()}")
    draft.rename(data)


def _options(programs: Programs, data: Path, secret: Path) -> list[str]:
    options = ["--pgdata", str(data), "--username", SUPERUSER, "--pwfile", str(secret), "--encoding", "UTF8"]
    options += ["--auth-local", "scram-sha-256", "--auth-host", "reject", "--data-checksums"]
    if programs.major >= FIRST_MAJOR_WITH_BUILTIN_LOCALE:
        return [*options, "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8", "--no-locale"]
    return [*options, "--locale", _unicode_locale()]


def _unicode_locale() -> str:
    """A locale of this computer that knows the case of letters beyond English: é, ŵ, ł."""
    before = locale.setlocale(locale.LC_CTYPE)
    try:
        for name in ("C.UTF-8", "en_GB.UTF-8", "en_US.UTF-8"):
            try:
                locale.setlocale(locale.LC_CTYPE, name)
            except locale.Error:
                continue
            return name
        return "C"
    finally:
        locale.setlocale(locale.LC_CTYPE, before)


def prepare(connection: psycopg.Connection, passwords: dict[str, str]) -> None:
    """Make the roles and the database that are missing. `connection` is the superuser's, in autocommit."""
    roles = {row[0] for row in connection.execute("SELECT rolname FROM pg_roles").fetchall()}
    for role in ("owner", "app"):
        if role not in roles:
            create = sql.SQL("CREATE ROLE {} LOGIN PASSWORD {}")
            connection.execute(create.format(sql.Identifier(role), sql.Literal(passwords[role])))
    connection.execute("GRANT app TO owner")
    if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
        create = sql.SQL("CREATE DATABASE {} OWNER owner TEMPLATE template0")
        connection.execute(create.format(sql.Identifier(DATABASE)))
        connection.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(sql.Identifier(DATABASE)))
        connection.execute(sql.SQL("GRANT CONNECT ON DATABASE {} TO app").format(sql.Identifier(DATABASE)))


def let_app_use_what_owner_makes(connection: psycopg.Connection) -> None:
    """`app` may read and write the tables that `owner` makes from now on in the database of `connection`.

    Migrations take from it again what journal and audit tables must not allow.
    """
    granted = "ALTER DEFAULT PRIVILEGES FOR ROLE owner IN SCHEMA public GRANT "
    connection.execute(f"{granted} SELECT, INSERT, UPDATE, DELETE ON TABLES TO app")
    connection.execute(f"{granted} USAGE ON SEQUENCES TO app")
