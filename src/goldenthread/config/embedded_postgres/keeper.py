"""Owns one running server, and stops it when no command uses it any more.

A process of its own, started by the first command that needs the database. Every command that uses it holds
a shared lock on the file `in-use`; the kernel frees that lock however the command ends, `kill -9` included.
The keeper waits for the exclusive lock: when it has it, nobody is left, and it shuts the server down. If the
keeper itself is killed, the kernel asks the server to end (Linux), and the next command clears up the rest.
"""

import argparse
import fcntl
import json
import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from goldenthread.config.embedded_postgres.account import Account
from goldenthread.config.embedded_postgres.folder import Folder, locked
from goldenthread.config.embedded_postgres.process import start

RESTARTS = 5
SECONDS_BETWEEN_REQUESTS = 0.5
SECONDS_BETWEEN_RESTARTS = 0.5  # what a killed server leaves, its own child processes, needs a moment to go


@dataclass
class Keeper:
    """The server's command, run again when the server is killed, until the last user has left."""

    command: list[str]
    account: Account
    log: Path
    stopping: threading.Event = field(default_factory=threading.Event)
    server: subprocess.Popen[bytes] | None = None

    def run(self) -> int:
        """Keep the server running until `stop`; the exit code is the server's last.

        A server that ends by itself (it cannot start, it was told to stop) stays ended. One that was killed
        is started anew: the command that uses it is still there.
        """
        code = self._run_once()
        for _ in range(RESTARTS if code < 0 else 0):
            if self.stopping.wait(SECONDS_BETWEEN_RESTARTS):
                break
            code = self._run_once()
        return code

    def _run_once(self) -> int:
        self.server = start(self.command, self.account, self.log)
        if self.stopping.is_set():
            self.server.send_signal(signal.SIGINT)
        return self.server.wait()

    def stop(self, *_: object) -> None:
        """A fast shutdown: open transactions are rolled back, what was committed is written out."""
        self.stopping.set()
        if self.server is not None:
            self.server.send_signal(signal.SIGINT)


def stop_when_unused(in_use: Path, keeper: Keeper) -> None:
    """Wait until no command holds `in_use`, then stop; the lock is kept until this process ends.

    Asked again and again: a server that has only just been started may not hear the first time.
    """
    descriptor = os.open(in_use, os.O_RDWR | os.O_CREAT, 0o600)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    while True:
        keeper.stop()
        time.sleep(SECONDS_BETWEEN_REQUESTS)


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("command", type=json.loads)
    chosen = parser.parse_args(arguments)
    folder = Folder(chosen.folder)
    with locked(folder.keeper):
        keeper = Keeper(chosen.command, folder.account, folder.log)
        signal.signal(signal.SIGTERM, keeper.stop)
        threading.Thread(target=stop_when_unused, args=(folder.in_use, keeper), daemon=True).start()
        os._exit(max(0, keeper.run()))  # at once, and with every lock held to the very end


if __name__ == "__main__":
    main(sys.argv[1:])
