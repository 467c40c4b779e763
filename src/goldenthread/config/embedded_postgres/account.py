"""Under which account does the server run, and how does it end when whoever started it is gone?

PostgreSQL refuses to run as root. As root, it is run under the account that owns the data folder or, for a
new one, under `GOLDEN_THREAD_POSTGRES_ACCOUNT` (by default `nobody`, which every Linux has).
"""

import ctypes
import os
import pwd
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from goldenthread.config.embedded_postgres.problem import CannotRunPostgres

VARIABLE = "GOLDEN_THREAD_POSTGRES_ACCOUNT"
PR_SET_PDEATHSIG = 1  # prctl(2)
LIBC = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None
# Nothing of the caller's PG… variables, locale or time zone may steer the server's programs.
ENVIRONMENT = {"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"}


@dataclass(frozen=True)
class Account:
    """Who runs PostgreSQL's programs. `other` is true when that is not the account we run as ourselves."""

    uid: int
    gid: int
    other: bool

    @classmethod
    def of_this_process(cls) -> "Account":
        return cls(os.geteuid(), os.getegid(), other=False)

    @classmethod
    def that_owns(cls, data: Path | None) -> "Account":
        """The account for a data folder: ourselves; as root, its owner or else the unprivileged account."""
        if os.geteuid() != 0:
            return cls.of_this_process()
        if data is not None and data.exists() and data.stat().st_uid != 0:
            owner = data.stat()
            return cls(owner.st_uid, owner.st_gid, other=True)
        name = os.environ.get(VARIABLE, "nobody")
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            raise CannotRunPostgres(
                f"There is no account “{name}” to run PostgreSQL under: set {VARIABLE}."
            ) from None
        if entry.pw_uid == 0:
            raise CannotRunPostgres(
                f"PostgreSQL does not run as root: set {VARIABLE} to an ordinary account."
            )
        return cls(entry.pw_uid, entry.pw_gid, other=True)

    def options(self) -> dict[str, Any]:
        """Arguments that make `subprocess` run a program under this account."""
        return {"user": self.uid, "group": self.gid, "extra_groups": []} if self.other else {}

    def can_reach(self, path: Path) -> bool:
        """Whether this account may walk to the folder, or run the program, as all rights stand now."""
        if not self.other:
            return os.access(path, os.X_OK)
        asked = ["/bin/sh", "-c", 'test -x "$1"', "sh", str(path)]
        return subprocess.run(asked, cwd="/", **self.options()).returncode == 0

    def give(self, path: Path) -> None:
        """Make `path`, which we have just made ourselves, belong to this account."""
        if self.other:
            os.chown(path, self.uid, self.gid)

    def run(
        self, command: list[str], *, stdin: IO[bytes] | None = None, env: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run one of PostgreSQL's programs to its end under this account; it dies with us."""
        return subprocess.run(
            command,
            stdin=stdin or subprocess.DEVNULL,
            capture_output=True,
            text=True,
            cwd="/",
            env=env or ENVIRONMENT,
            preexec_fn=die_with_parent(signal.SIGINT),
            **self.options(),
        )


def die_with_parent(ending: signal.Signals) -> Callable[[], None]:
    """For `preexec_fn`: the kernel sends `ending` to the new process as soon as its parent is gone (Linux).

    Runs after the change of account, which would clear the request, and asks afterwards whether the parent
    was gone before it could be made. Elsewhere it does nothing; the keeper's locks cover what it can.
    """
    parent = os.getpid()

    def ask_kernel() -> None:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)  # a shell's background job inherits "ignored"
        if LIBC is None:
            return
        LIBC.prctl(PR_SET_PDEATHSIG, ending, 0, 0, 0)
        if os.getppid() != parent:
            os._exit(1)

    return ask_kernel
