"""The whole of `./gt demo`, killed in the middle of its steps, then run to its end: nothing is left over."""

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

pytestmark = [pytest.mark.nightly, pytest.mark.allow_hosts(["127.0.0.1", "localhost", "::1"])]

ROOT = Path(__file__).resolve().parents[3]
SECONDS_FOR_THE_FIRST = 240
SECONDS_FOR_THE_SECOND = 15
MOMENTS = (1, 4, 9, 15, 25)  # seconds after the start: database, tables, children, loading


@pytest.fixture(scope="module", params=["installed", "wheel"])
def place(request: pytest.FixtureRequest) -> Iterator[dict[str, str]]:
    """The environment of a demonstration with a home of its own."""
    with tempfile.TemporaryDirectory(prefix="gt-demo-") as folder:
        Path(folder).chmod(0o711)
        chosen = {"GOLDEN_THREAD_HOME": folder, "GOLDEN_THREAD_POSTGRES": request.param, "PORT": "8765"}
        yield os.environ | chosen
        assert processes_of(folder) == []


def begin(place: dict[str, str]) -> subprocess.Popen[str]:
    return subprocess.Popen([ROOT / "gt", "demo"], env=place, cwd="/", stdout=subprocess.PIPE, text=True)


def address_from(demo: subprocess.Popen[str]) -> str:
    assert demo.stdout is not None
    for line in demo.stdout:
        if line.startswith("http"):
            return line.strip()
    pytest.fail("the demonstration ended without an address")


def processes_of(home: str) -> list[str]:
    """Every process whose environment or command names this home."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            text = (folder / "environ").read_bytes() + (folder / "cmdline").read_bytes()
        except OSError:
            continue
        if home.encode() in text and int(folder.name) != os.getpid():
            found.append((folder / "cmdline").read_text().replace("\0", " "))
    return found


def wait_until_clean(home: str) -> None:
    end = time.monotonic() + 30
    while left := processes_of(home):
        assert time.monotonic() < end, left
        time.sleep(0.2)


@pytest.mark.parametrize("moment", MOMENTS)
def test_killed_in_the_middle_of_its_steps_it_leaves_no_process(place, moment):
    demo = begin(place)
    time.sleep(moment)
    demo.kill()
    demo.communicate()
    wait_until_clean(place["GOLDEN_THREAD_HOME"])


def test_after_all_that_it_serves_and_the_second_run_serves_soon(place):
    for seconds in (SECONDS_FOR_THE_FIRST, SECONDS_FOR_THE_SECOND):
        began = time.monotonic()
        demo = begin(place)
        address = address_from(demo)
        assert time.monotonic() - began < seconds
        with urlopen(f"{address}/choose-who-to-be/") as page:
            assert "Amira Khalid" in page.read().decode()
        demo.send_signal(signal.SIGINT)
        demo.communicate(timeout=30)
        wait_until_clean(place["GOLDEN_THREAD_HOME"])
