"""The restore drill as an operator runs it, on a small area; the whole area of 12,000 runs at night."""

import os
import subprocess
import sys

import pytest


def drill(size):
    given = {
        name: value for name, value in os.environ.items() if not name.startswith(("DATABASE_", "DJANGO"))
    }
    command = [sys.executable, "-m", "goldenthread.config.commands", "drill", "restore", "--size", str(size)]
    return subprocess.run(command, env=given, capture_output=True, text=True)


@pytest.mark.slow
def test_a_small_area_is_restored_byte_by_byte():
    done = drill(150)
    assert done.returncode == 0, done.stderr
    assert done.stdout == "restore: tried 150, restored 150, lost 0\n"
    assert "restored in" in done.stderr


@pytest.mark.nightly
def test_an_area_of_twelve_thousand_people_is_restored_byte_by_byte():
    done = drill(12_000)
    assert done.returncode == 0, done.stderr
