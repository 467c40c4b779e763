"""How do several programs run together, and how is it made sure that none of them outlives the command?

Three parts that watch each other, so that `kill -9` of any of them leaves nothing behind:
- the *guard* is what the person started. It starts the *conductor* in a process group of its own, passes
  signals on, ends when its own parent is gone, and at its end kills whatever is left in that group;
- the *conductor* does the steps and runs the programs; it stops when the guard is gone;
- each *program* ends when the conductor is gone (`end_with_starter`).
The embedded database has a keeper of its own that ends with its last user.
"""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from types import FrameType

CONDUCTED = "GOLDEN_THREAD_CONDUCTED"
SECONDS_BETWEEN_LOOKS = 0.5
SECONDS_TO_STOP = 10
SECONDS_OF_PATIENCE = 30  # with one that was asked to stop and does not; then it is killed


class Stopped(BaseException):
    """Someone asked this command to stop. Not an error: it unwinds what is in progress."""


def guarded(conduct: Callable[[], int], command: Sequence[str]) -> int:
    """Run `conduct` in a process of its own, started by `command`, which comes back to this function.

    Returns the conductor's exit code; 130 when it was stopped by Ctrl-C or a signal.
    """
    if os.environ.pop(CONDUCTED, None):
        end_with_starter()
        return _conducted(conduct)
    starter = os.getppid()
    conductor = subprocess.Popen(
        command, env=os.environ | {CONDUCTED: "yes"}, stdin=subprocess.PIPE, start_new_session=True
    )
    return guard(conductor, starter)


def guard(leader: subprocess.Popen[bytes], starter: int) -> int:
    """Wait for `leader`, which leads a process group of its own; its exit code. Nothing of the group is left.

    Signals are passed on. When `starter`, this process's parent, is gone, the leader is asked to stop.
    """

    patience: list[float] = []

    def pass_on(*_: object) -> None:
        patience.append(time.monotonic() + SECONDS_OF_PATIENCE + _more())
        leader.send_signal(signal.SIGTERM)

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, pass_on)
    try:
        while True:
            with suppress(subprocess.TimeoutExpired):
                return leader.wait(SECONDS_BETWEEN_LOOKS)
            if os.getppid() != starter:
                pass_on()
                starter = os.getppid()
            if patience and time.monotonic() > patience[0]:
                leader.kill()
    finally:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(leader.pid, signal.SIGKILL)


def _more() -> int:
    """Seconds more for what may take longer to stop: whatever GOLDEN_THREAD_SECONDS_TO_STOP allows."""
    given = os.environ.get("GOLDEN_THREAD_SECONDS_TO_STOP", "")
    return int(given) if given.isdigit() else 0


def _conducted(conduct: Callable[[], int]) -> int:
    def stop(_number: int, _frame: FrameType | None) -> None:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_IGN)
        raise Stopped

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    try:
        return conduct()
    except Stopped:
        return 130
    finally:
        # What a step had started and left behind is in our group too; the guard may be gone.
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        os.killpg(0, signal.SIGTERM)


def end_with_starter() -> None:
    """End this process, gently, when whoever started it is gone: its standard input, a pipe, ends then."""

    def wait() -> None:
        while os.read(0, 1_024):
            pass
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(SECONDS_OF_PATIENCE + _more())
        os.kill(os.getpid(), signal.SIGKILL)

    threading.Thread(target=wait, daemon=True).start()


@dataclass
class Together:
    """Programs that run at the same time: `with Together() as programs: programs.start(...)`."""

    patience: float = SECONDS_TO_STOP
    running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    def __enter__(self) -> "Together":
        return self

    def start(
        self, name: str, command: Sequence[str], environment: Mapping[str, str], files: Sequence[int] = ()
    ) -> None:
        """Start a program that calls `end_with_starter`; it inherits the open file descriptors `files`."""
        self.running[name] = subprocess.Popen(
            command, env=dict(environment), stdin=subprocess.PIPE, pass_fds=files
        )

    def ended(self) -> str | None:
        """The name of a program that has ended, None while all of them run."""
        return next((name for name, program in self.running.items() if program.poll() is not None), None)

    def watch(self) -> str:
        """Wait until one of the programs ends; its name."""
        while not (name := self.ended()):
            time.sleep(SECONDS_BETWEEN_LOOKS)
        return name

    def __exit__(self, *_: object) -> None:
        """Stop them all: gently, and after some seconds by force."""
        for program in self.running.values():
            program.terminate()
        end = time.monotonic() + self.patience
        for program in self.running.values():
            try:
                program.wait(max(0, end - time.monotonic()))
            except subprocess.TimeoutExpired:
                program.kill()
                program.wait()
            if program.stdin:
                program.stdin.close()


def python(*arguments: str) -> list[str]:
    """A command that runs this same Python."""
    return [sys.executable, *arguments]
