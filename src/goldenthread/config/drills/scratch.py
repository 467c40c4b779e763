"""A scratch area: a partnership of made-up children, in a database cluster and a folder of its own.

    with scratch_area(progress) as area:
        area.variables            the environment of a program that serves (never the owner's password)
        area.as_owner()           the environment of a program that migrates
        area.url("app")           the database's address for `app`, `owner` or `cluster`
        area.manage("migrate")    one of Django's commands in a process of its own; what it said
        area.command("audit", "verify")   a command of ./gt, the same way
        with area.started("web") as web: web.address …; web.kill_hard()      or "worker"
        area.log                  what those two said

Nothing of it touches real data: the cluster lies in a temporary folder, is reached by a private socket, and
both are gone at the end. Who has DATABASE_URL set is refused before anything starts.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from goldenthread.config.drills.drill import Progress
from goldenthread.config.drills.programs import Program, listening
from goldenthread.config.embedded_postgres import Server, running
from goldenthread.config.reaching_database import as_app, as_owner
from goldenthread.config.steps import COMMANDS, DJANGO

KEPT = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "PYTHONPATH", "VIRTUAL_ENV", "XDG_RUNTIME_DIR")
"""What a drill's programs learn of the caller's environment, beside the choice of PostgreSQL's programs."""
SETTINGS = "goldenthread.config.settings.drill"


class RealData(RuntimeError):
    """A database is named in the environment. A drill never goes near it; the message is a sentence."""


class CommandFailed(RuntimeError):
    """A command that a drill ran ended with an error, which the message ends with."""


@dataclass
class ScratchArea:
    """A running scratch area. `variables` are the environment of what serves."""

    home: Path
    server: Server
    variables: dict[str, str]
    stack: ExitStack = field(default_factory=ExitStack)

    @property
    def log(self) -> Path:
        """What the programs of this area said."""
        return self.home / "programs.log"

    def url(self, role: str = "app", database: str = "goldenthread") -> str:
        return self.server.url(role, database)

    def as_owner(self) -> dict[str, str]:
        """The environment of a program that migrates."""
        return as_owner({**self.variables, "DATABASE_OWNER_URL": self.url("owner")})

    def manage(self, *arguments: str, variables: Mapping[str, str] | None = None) -> str:
        """Run one of Django's commands to its end; what it said. Raises `CommandFailed`."""
        return _run([*DJANGO, *arguments], variables or self.variables)

    def command(self, *arguments: str, variables: Mapping[str, str] | None = None) -> str:
        """Run a command of ./gt to its end; what it said. Raises `CommandFailed`."""
        return _run([*COMMANDS, *arguments], variables or self.variables)

    def server_process(self) -> int:
        """The number of the scratch server's first process, for drills that kill it."""
        data = self.server.folder.data
        assert data is not None  # it was made when the area was
        return int((data / "postmaster.pid").read_text().split("\n", 1)[0])

    def database_again(self) -> None:
        """Wait until the database answers; start it where it was killed and nobody did."""
        self.stack.enter_context(running(self.home))

    @contextmanager
    def started(self, which: str) -> Iterator[Program]:
        """The web server ("web") or the job worker ("worker") of this area, running while the block does."""
        with ExitStack() as stack:
            socket = stack.enter_context(listening()) if which == "web" else None
            program = Program(which, self.variables, self.log, socket)
            stack.callback(program.end)
            program.start()
            yield program


@contextmanager
def scratch_area(progress: Progress, given: Mapping[str, str] = os.environ) -> Iterator[ScratchArea]:
    """A database cluster of its own with every table in it, for as long as the block runs.

    Raises `RealData` where the environment names a database.
    """
    _refuse_real_data(given)
    home = Path(tempfile.mkdtemp(prefix="goldenthread-drill-"))
    home.chmod(0o711)  # PostgreSQL's own account walks through it to its folder, and sees nothing else
    try:
        with ExitStack() as stack:
            progress("making a scratch database")
            server = stack.enter_context(running(home))
            area = ScratchArea(home, server, _environment(home, server, given))
            stack.enter_context(area.stack)
            area.manage("migrate", "--no-input", "--verbosity", "0", variables=area.as_owner())
            yield area
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _refuse_real_data(given: Mapping[str, str]) -> None:
    named = [name for name in ("DATABASE_URL", "DATABASE_OWNER_URL") if given.get(name, "").strip()]
    if named:
        raise RealData(
            f"{named[0]} is set, and a drill never goes near a database that somebody uses. "
            f"Run it without: env -u DATABASE_URL -u DATABASE_OWNER_URL ./gt drill …"
        )


def _environment(home: Path, server: Server, given: Mapping[str, str]) -> dict[str, str]:
    kept = {name: given[name] for name in KEPT if name in given}
    kept |= {name: value for name, value in given.items() if name.startswith("GOLDEN_THREAD_POSTGRES")}
    chosen = {"DJANGO_SETTINGS_MODULE": SETTINGS, "GOLDEN_THREAD_HOME": str(home), "PYTHONWARNINGS": "ignore"}
    return as_app({**kept, **chosen, **server.environment})


def _run(command: list[str], variables: Mapping[str, str]) -> str:
    done = subprocess.run(
        command, env=dict(variables), stdin=subprocess.DEVNULL, capture_output=True, text=True
    )
    if done.returncode != 0:
        raise CommandFailed(f"{' '.join(command[2:])} ended with {done.returncode}: {done.stderr[-2_000:]}")
    return done.stdout
