"""The web server and the job worker as a drill runs them: started, killed hard, started again."""

import http.client
import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from goldenthread.config.processes import python

SECONDS_TO_ANSWER = 120
SECONDS_TO_STOP = 30


@contextmanager
def listening() -> Iterator[socket.socket]:
    """A free port that goes on listening while the server behind it is killed and restarted."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as found:
        found.bind(("127.0.0.1", 0))
        found.listen(128)
        yield found


@dataclass
class Program:
    """One program of a scratch area, in a process group of its own."""

    which: str
    variables: Mapping[str, str]
    log: Path
    listening: socket.socket | None = None
    process: subprocess.Popen[bytes] | None = None

    @property
    def port(self) -> int:
        assert self.listening is not None  # only the web server has a port
        return int(self.listening.getsockname()[1])

    @property
    def address(self) -> str:
        """Where its pages are, without a closing slash."""
        return f"http://localhost:{self.port}"

    def start(self) -> None:
        """Start it. A web server is waited for until it answers."""
        files = [self.listening.fileno()] if self.listening else []
        with self.log.open("ab") as said:
            self.process = subprocess.Popen(
                self._command(),
                env=dict(self.variables),
                stdin=subprocess.PIPE,
                stdout=said,
                stderr=said,
                pass_fds=files,
                start_new_session=True,
            )
        if self.listening:
            self._wait_for_answer()

    def _command(self) -> list[str]:
        if self.listening is None:
            return python("-m", "goldenthread.config.job_worker")
        gunicorn = ["-m", "gunicorn", "--config", "python:goldenthread.config.web_server"]
        at = f"fd://{self.listening.fileno()}"
        return python(*gunicorn, "--bind", at, "goldenthread.config.wsgi:application")

    def _wait_for_answer(self) -> None:
        end = time.monotonic() + SECONDS_TO_ANSWER
        while True:
            asking = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS_TO_ANSWER)
            with suppress(OSError, http.client.HTTPException):
                asking.request("GET", "/accessibility/", headers={"Host": "localhost"})
                if asking.getresponse().status < 500:
                    return
            asking.close()
            if self.process is None or self.process.poll() is not None or time.monotonic() > end:
                raise RuntimeError(f"the {self.which} of the scratch area does not answer")
            time.sleep(0.1)

    def kill_hard(self) -> None:
        """End it and its children at once, as a power cut does (SIGKILL). Nothing it held is put in order."""
        assert self.process is not None
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self._collect()

    def end(self) -> None:
        """Ask it to stop, and wait until it has; one that does not is killed."""
        if self.process is None:
            return
        self.process.terminate()
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(SECONDS_TO_STOP)
        self.kill_hard()

    def _collect(self) -> None:
        if self.process is not None:
            self.process.wait()
            if self.process.stdin:
                self.process.stdin.close()
            self.process = None
