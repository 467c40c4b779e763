"""Whatever part of a running command is killed, no part of it is left behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

# Stands for `./gt demo`: a program that is served, and one that a step started and that knows nothing of us.
COMMAND = """
import os, subprocess, sys
from goldenthread.config.processes import Together, guarded

PROGRAM = '''
import time
from goldenthread.config.processes import end_with_starter
end_with_starter()
time.sleep(300)
'''
CARELESS = "import time; time.sleep(300)"

def conduct():
    subprocess.Popen([sys.executable, "-c", CARELESS, "careless", sys.argv[1]])
    with Together() as programs:
        programs.start("program", [sys.executable, "-c", PROGRAM, "program", sys.argv[1]], os.environ)
        print(os.getppid(), os.getpid(), programs.running["program"].pid, flush=True)
        programs.watch()
    return 7

sys.exit(guarded(conduct, [sys.executable, *sys.argv]))
"""


class Running:
    """The command, its process numbers and a mark by which all of its processes are found."""

    def __init__(self, folder: Path) -> None:
        script = folder / "command.py"
        script.write_text(COMMAND)
        self.mark = f"mark-{os.getpid()}-{folder.name}"
        # The shell stands for `just`: it starts the command and waits.
        self.shell = subprocess.Popen(
            ["/bin/sh", "-c", f'"{sys.executable}" "{script}" {self.mark}; exit $?'],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.shell.stdout is not None
        numbers = self.shell.stdout.readline().split()
        self.guard, self.conductor, self.program = map(int, numbers)

    def processes(self) -> list[str]:
        found = subprocess.run(["pgrep", "-fa", self.mark], capture_output=True, text=True)
        return found.stdout.splitlines()


@pytest.fixture
def running(tmp_path):
    command = Running(tmp_path)
    assert len(command.processes()) >= 4
    yield command
    for line in command.processes():
        with suppress(ProcessLookupError):
            os.kill(int(line.split()[0]), signal.SIGKILL)
    command.shell.communicate()


def wait_until(holds: Callable[[], bool], seconds: float = 15) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.05)


@pytest.mark.parametrize("part", ["guard", "conductor", "program"])
def test_killing_one_part_ends_all(running, part):
    os.kill(getattr(running, part), signal.SIGKILL)
    wait_until(lambda: not running.processes())


def test_killing_what_started_the_command_ends_all(running):
    running.shell.kill()
    wait_until(lambda: not running.processes())


def test_killing_guard_and_conductor_at_once_ends_every_program_that_listens(running):
    os.kill(running.guard, signal.SIGKILL)
    os.kill(running.conductor, signal.SIGKILL)
    wait_until(lambda: [line for line in running.processes() if "careless" not in line] == [])


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_to_the_guard_stops_everything_gently(running, number):
    os.kill(running.guard, number)
    assert running.shell.wait(15) == 130
    wait_until(lambda: not running.processes())


def test_a_program_that_ends_by_itself_ends_the_command_with_its_code(running):
    os.kill(running.program, signal.SIGTERM)
    assert running.shell.wait(15) == 7
    wait_until(lambda: not running.processes())
