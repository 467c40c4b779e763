"""Where do the embedded server's data, socket, passwords and locks lie, and who may read them?

postgres/            0700; as root 0711, so that the server's account can walk through to what is its own
  data-18/           0700, one for each major version that ever wrote here; the highest is current
  socket/            0700, the only way in; elsewhere when this path is too long for a socket
  passwords.json     0600
  starting, in-use, keeper   locks, see server.py
  server.log
"""

import fcntl
import hashlib
import json
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import quote

from goldenthread.config.embedded_postgres.account import Account
from goldenthread.config.embedded_postgres.problem import CannotRunPostgres

ROLES = ("cluster", "owner", "app")
# A socket's whole path fits 104 bytes on macOS and 108 on Linux; PostgreSQL adds "/.s.PGSQL.5432" and a lock.
LONGEST_SOCKET_FOLDER = 80
ELSEWHERE_FOR_ROOT = Path("/var/lib/goldenthread")


@dataclass(frozen=True)
class Folder:
    """The embedded server's own folder."""

    path: Path

    @property
    def starting(self) -> Path:
        return self.path / "starting"

    @property
    def in_use(self) -> Path:
        return self.path / "in-use"

    @property
    def keeper(self) -> Path:
        return self.path / "keeper"

    @property
    def log(self) -> Path:
        return self.path / "server.log"

    def data_of(self, major: int) -> Path:
        return self.path / f"data-{major}"

    @property
    def data(self) -> Path | None:
        """The current data folder: that of the highest major version, complete ones only."""
        majors = [int(found.name[5:]) for found in self.path.glob("data-*") if found.name[5:].isdigit()]
        return self.data_of(max(majors)) if majors else None

    @property
    def data_major(self) -> int | None:
        return int(self.data.name[5:]) if self.data else None

    @property
    def account(self) -> Account:
        return Account.that_owns(self.data)

    @cached_property
    def passwords(self) -> dict[str, str]:
        """The password of each role; made on first use, readable only by the account that runs us."""
        file = self.path / "passwords.json"
        if not file.exists():
            made = {role: secrets.token_urlsafe(32) for role in ROLES}
            draft = file.with_suffix(".new")
            draft.unlink(missing_ok=True)
            with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
                json.dump(made, out)
            draft.rename(file)
        return dict(json.loads(file.read_text()))

    def address(self, role: str, database: str) -> str:
        """The URL by which `role` reaches `database`."""
        host = quote(str(self.socket()), safe="")
        return f"postgresql://{role}:{self.passwords[role]}@/{database}?host={host}"

    def socket(self) -> Path:
        """The folder of the socket, made if need be: here, or where paths are short."""
        account = self.account
        for place in self._places_for_socket(account):
            with suppress(FileExistsError):
                place.mkdir(mode=0o700)
                account.give(place)
            found = place.lstat()
            if stat.S_ISDIR(found.st_mode) and found.st_uid == account.uid and not found.st_mode & 0o077:
                return place
        raise CannotRunPostgres(
            f"{place} is not a private folder of the account that runs PostgreSQL: remove it."
        )

    def _places_for_socket(self, account: Account) -> Iterator[Path]:
        here = self.path / "socket"
        if len(os.fsencode(here)) <= LONGEST_SOCKET_FOLDER:
            yield here
            return
        name = f"goldenthread-{account.uid}-{digest(self.path)}"
        run_time = os.environ.get("XDG_RUNTIME_DIR", "")
        if run_time and not account.other and len(run_time) < 40 and os.access(run_time, os.W_OK):
            yield Path(run_time) / name
        yield Path("/tmp") / name  # noqa: S108  made with mkdir, checked for owner and rights before use


def digest(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:12]


def open_folder(home: Path) -> Folder:
    """The embedded server's folder inside `home`, made if need be.

    As root, the server's account must be able to walk to it. Where it cannot (a checkout under /root, say) no
    right of an existing folder is loosened: the folder is made under /var/lib instead, named after `home`.
    """
    path = home / "postgres"
    mode = 0o711 if os.geteuid() == 0 else 0o700
    try:
        home.mkdir(parents=True, exist_ok=True)
        path.mkdir(mode=mode, exist_ok=True)
        if os.geteuid() == 0 and not Account.that_owns(Folder(path).data).can_reach(path):
            ELSEWHERE_FOR_ROOT.mkdir(mode=0o711, exist_ok=True)
            path = ELSEWHERE_FOR_ROOT / f"{home.parent.name}-{digest(home)}"
            path.mkdir(mode=mode, exist_ok=True)
    except OSError as problem:
        raise CannotRunPostgres(f"The database's folder cannot be made: {problem}.") from problem
    owner = path.stat().st_uid
    if os.geteuid() not in (0, owner):
        raise CannotRunPostgres(
            f"{path} belongs to another account (number {owner}). Run this as that account, or set "
            "GOLDEN_THREAD_HOME to a folder of your own."
        )
    return Folder(path)


@contextmanager
def locked(path: Path, kind: int = fcntl.LOCK_EX) -> Iterator[int]:
    """Hold a lock on the file `path` while the block runs. The kernel frees it if this process dies."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, kind)
        yield descriptor
    finally:
        os.close(descriptor)


def is_held(path: Path) -> bool:
    """Whether some process holds the exclusive lock on `path` now."""
    try:
        with locked(path, fcntl.LOCK_SH | fcntl.LOCK_NB):
            return False
    except BlockingIOError:
        return True
