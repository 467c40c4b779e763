"""Start the embedded server, or join the one that another command has started, and leave it again.

Three locks, all freed by the kernel when their holder dies:
`starting` lets one command at a time look, create, upgrade and start; `in-use` is shared by every command
that uses the server; `keeper` is held by the process that owns the server (keeper.py) while it lives.
"""

import fcntl
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from goldenthread.config.embedded_postgres import cluster, upgrade
from goldenthread.config.embedded_postgres.binaries import Programs, choose
from goldenthread.config.embedded_postgres.folder import Folder, is_held, locked, open_folder
from goldenthread.config.embedded_postgres.problem import CannotRunPostgres
from goldenthread.config.embedded_postgres.process import (
    answers,
    clear_leftover,
    did_not_start,
    server_command,
)
from goldenthread.config.environment import ENVIRONMENT

SECONDS_TO_START = 600  # recovery after a crash replays what was written since the last checkpoint
SECONDS_BEFORE_SAYING_SO = 5
LARGEST_LOG = 10_000_000  # bytes; then it is set aside once and begun anew
# What a server for tests may do without: its data are made anew from the migrations.
NOT_DURABLE = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}

KEEPER = "goldenthread.config.embedded_postgres.keeper"
KEEPERS: dict[Folder, subprocess.Popen[bytes]] = {}
"""Keepers that this process started; one outlives us while another command uses its server."""

Say = Callable[[str], None]


@dataclass(frozen=True)
class Server:
    """A running embedded server that this process uses."""

    folder: Folder

    def url(self, role: str = "app", database: str = cluster.DATABASE) -> str:
        """The address for `role`: `cluster`, `owner` or `app`."""
        return self.folder.address(role, database)

    @property
    def environment(self) -> dict[str, str]:
        """What another process needs to use this server: the serving role's address and the owner's."""
        return {"DATABASE_URL": self.url("app"), "DATABASE_OWNER_URL": self.url("owner")}


def _silent(_: str) -> None:
    """For callers that show no progress."""


@contextmanager
def running(home: Path | None = None, *, durable: bool = True, say: Say = _silent) -> Iterator[Server]:
    """The server of `home` (by default of this installation), running while the block does.

    Joins it where it runs already. `say` is told, in a few words each, of steps that take time. Raises
    `CannotRunPostgres` with a sentence. The last to leave waits until the server has stopped.
    """
    folder = open_folder((home or ENVIRONMENT.home).resolve())
    in_use = os.open(folder.in_use, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        with locked(folder.starting):
            fcntl.flock(in_use, fcntl.LOCK_SH)
            server = Server(folder)
            _join_or_start(server, durable=durable, say=say)
            _prepare(server)
        yield server
    finally:
        _leave(folder, in_use)


def _leave(folder: Folder, in_use: int) -> None:
    """Give up our share. Whoever finds that no other command has one waits for the keeper to end."""
    try:
        fcntl.flock(in_use, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(in_use)
        return
    os.close(in_use)
    with locked(folder.keeper, fcntl.LOCK_SH):
        pass
    if folder in KEEPERS:
        KEEPERS.pop(folder).wait()


def _join_or_start(server: Server, *, durable: bool, say: Say) -> None:
    folder = server.folder
    if is_held(folder.keeper) and _comes_up(server, lambda: is_held(folder.keeper), say):
        return
    programs = _programs_for(folder, durable=durable, say=say)
    keeper = _start_keeper(server, programs, durable=durable)
    if not _comes_up(server, lambda: keeper.poll() is None, say):
        raise CannotRunPostgres(did_not_start(folder))


def _prepare(server: Server) -> None:
    """Make what is missing inside the server. Also when joining: whoever started it may have been killed."""
    with psycopg.connect(server.url("cluster", "postgres"), autocommit=True) as connection:
        cluster.prepare(connection, server.folder.passwords)
    with psycopg.connect(server.url("owner"), autocommit=True) as connection:
        cluster.let_app_use_what_owner_makes(connection)


def _programs_for(folder: Folder, *, durable: bool, say: Say) -> Programs:
    """Programs that open the current data folder, which is made, or brought to their version, if need be."""
    programs = cluster.reachable(choose(folder.data_major), folder)
    if folder.data is None:
        say("making a database")
        cluster.make(folder, programs, folder.data_of(programs.major), durable=durable)
        return programs
    clear_leftover(folder.data)
    if programs.major > (folder.data_major or 0):
        upgrade.move_to(programs, folder, say)
    return programs


def _start_keeper(server: Server, programs: Programs, *, durable: bool) -> subprocess.Popen[bytes]:
    folder = server.folder
    if folder.log.exists() and folder.log.stat().st_size > LARGEST_LOG:
        folder.log.replace(folder.log.with_suffix(".log.old"))
    data = folder.data_of(programs.major)
    command = server_command(programs, data, folder.socket(), {} if durable else NOT_DURABLE)
    with folder.log.open("ab") as log:
        # A session of its own: Ctrl-C in the terminal ends the commands first, and the keeper after them.
        keeper = subprocess.Popen(
            [sys.executable, "-m", KEEPER, str(folder.path), json.dumps(command)],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd="/",
            start_new_session=True,
        )
    KEEPERS[folder] = keeper
    return keeper


def _comes_up(server: Server, keeper_lives: Callable[[], bool], say: Say) -> bool:
    """Wait until the server takes connections: True. False when its keeper has ended instead."""
    began = time.monotonic()
    told = False
    while not answers(server.url("cluster", "postgres")):
        if not keeper_lives():
            return False
        waited = time.monotonic() - began
        if waited > SECONDS_TO_START:
            raise CannotRunPostgres(f"PostgreSQL does not answer. Its log is {server.folder.log}.")
        if waited > SECONDS_BEFORE_SAYING_SO and not told:
            say("waiting for the database to recover")
            told = True
        time.sleep(0.02)
    return True
