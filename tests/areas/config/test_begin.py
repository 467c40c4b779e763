"""An empty area in one command: from an empty folder to the first person's invitation, and again."""

import os
import re
import subprocess
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
SETTINGS = {
    "GOLDEN_THREAD_SECRET_KEY": "x" * 64,
    "GOLDEN_THREAD_HOSTS": "send.example.org",
    "GOLDEN_THREAD_AREA": "935",
    "GOLDEN_THREAD_HEAD_KEY": "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
}


@pytest.fixture
def home():
    with tempfile.TemporaryDirectory(prefix="gt-begin-") as folder:
        yield folder


def begin(home, settings, *arguments):
    left_out = ("DATABASE_", "DJANGO_", "GOLDEN_THREAD_")
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(left_out)}
    place = {**inherited, **settings, "GOLDEN_THREAD_HOME": home}
    return subprocess.run([ROOT / "gt", "begin", *arguments], env=place, capture_output=True, text=True)


@pytest.mark.slow
def test_an_area_begins_with_one_command_and_the_command_may_be_run_again(home):
    first = begin(home, SETTINGS, "ada@council.example", "Ada Orford")
    assert first.returncode == 0, first.stderr
    assert re.search(r"https://send.example.org/invitation/\S+/", first.stdout)
    again = begin(home, SETTINGS, "ada@council.example", "Ada Orford")
    assert again.returncode == 0, again.stderr
    assert re.search(r"https://send.example.org/invitation/\S+/", again.stdout)[0] not in first.stdout


@pytest.mark.slow
def test_a_missing_setting_stops_the_beginning_with_its_cure_and_nothing_is_made(home):
    settings = {**SETTINGS, "GOLDEN_THREAD_AREA": ""}
    done = begin(home, settings, "ada@council.example", "Ada Orford")
    assert done.returncode == 1
    assert "GOLDEN_THREAD_AREA is not set. Give the DfE's three-digit number" in done.stderr
    assert "tables" not in done.stderr


def test_who_is_the_first_person_must_be_said(home):
    done = begin(home, SETTINGS)
    assert done.returncode == 2
    assert "email" in done.stderr
