"""How is the server run as a process, and what does a killed one leave behind?"""

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from goldenthread.config.embedded_postgres.account import ENVIRONMENT, Account, die_with_parent
from goldenthread.config.embedded_postgres.binaries import Programs
from goldenthread.config.embedded_postgres.folder import Folder
from goldenthread.config.embedded_postgres.problem import CannotRunPostgres

SECONDS_TO_STOP = 120
END_OF_LOG = 2_000  # bytes shown when the server does not start


def server_command(programs: Programs, data: Path, socket: Path, settings: dict[str, str]) -> list[str]:
    """The command that runs the server: reached by its private socket only, never by network."""
    fixed = {
        "listen_addresses": "",
        "unix_socket_directories": str(socket).replace(",", "\\,"),
        "unix_socket_permissions": "0700",
        "timezone": "UTC",
        "log_timezone": "UTC",
        "max_connections": "60",
        "shared_buffers": "128MB",
        # Its log says nothing of a person: errors hold values, and so do statements.
        "log_min_messages": "log",
        "log_min_error_statement": "panic",
        "log_error_verbosity": "terse",
        "log_parameter_max_length_on_error": "0",
    }
    command = [programs.path("postgres"), "-D", str(data)]
    for name, value in (fixed | settings).items():
        command += ["-c", f"{name}={value}"]
    return command


def start(command: list[str], account: Account, log: Path) -> subprocess.Popen[bytes]:
    """Start the server as a child that the kernel ends with us. Call from a process's main thread."""
    with log.open("ab") as out:
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            cwd="/",
            env=ENVIRONMENT,
            preexec_fn=die_with_parent(signal.SIGINT),
            **account.options(),
        )


def answers(address: str) -> bool:
    """Whether the server at `address` takes connections now. A wrong password is a problem at once."""
    try:
        psycopg.connect(address, connect_timeout=10).close()
    except psycopg.OperationalError as problem:
        if "password authentication failed" in str(problem):
            raise CannotRunPostgres("The database does not take the passwords kept beside it.") from problem
        return False
    return True


@contextmanager
def serving_only(folder: Folder, programs: Programs, data: Path, address: str) -> Iterator[None]:
    """A server of `data` that runs while the block does, for moving data between versions."""
    server = start(server_command(programs, data, folder.socket(), {}), folder.account, folder.log)
    try:
        while not answers(address):
            if server.poll() is not None:
                raise CannotRunPostgres(did_not_start(folder))
            time.sleep(0.02)
        yield
    finally:
        if server.poll() is None:
            server.send_signal(signal.SIGINT)
        server.wait()


def did_not_start(folder: Folder) -> str:
    with folder.log.open("rb") as log:
        log.seek(max(0, folder.log.stat().st_size - END_OF_LOG))
        ending = log.read().decode(errors="replace")
    return f"PostgreSQL did not start. Its log, {folder.log}, ends:\n{ending}"


def clear_leftover(data: Path) -> None:
    """Stop a server whose keeper was killed, where the kernel did not; forget the number of one long gone.

    Called when no keeper lives. PostgreSQL takes any living process with the number in `postmaster.pid` for a
    server, also when after a restart of the computer the number is another program's.
    """
    note = data / "postmaster.pid"
    try:
        number = int(note.read_text().split("\n", 1)[0])
    except (FileNotFoundError, ValueError):
        return
    if not _lives(number):
        return
    if str(data) not in _command_of(number):
        note.unlink(missing_ok=True)
        return
    os.kill(number, signal.SIGINT)
    began = time.monotonic()
    while _lives(number):
        if time.monotonic() - began > SECONDS_TO_STOP:
            raise CannotRunPostgres(
                f"A PostgreSQL server left over from before does not stop: process {number}."
            )
        time.sleep(0.02)


def _lives(number: int) -> bool:
    """Whether a process with this number runs; one that ended and waits to be collected does not."""
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    status = Path(f"/proc/{number}/stat")
    return not (status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z")


def _command_of(number: int) -> str:
    line = Path(f"/proc/{number}/cmdline")
    if line.exists():
        return line.read_bytes().replace(b"\0", b" ").decode(errors="replace")
    asked = ["ps", "-o", "command=", "-p", str(number)]
    return subprocess.run(asked, capture_output=True, text=True).stdout
