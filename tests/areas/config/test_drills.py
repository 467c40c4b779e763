"""Drills run from the command line, on a scratch area of their own, and never near a database in use."""

import os
import subprocess
import sys
from email.message import Message

import pytest

from goldenthread.config.drills.drill import Outcome
from goldenthread.config.drills.every import EVERY
from goldenthread.config.drills.hostile import ELSEWHERE, SCRIPTS, faults_in
from goldenthread.config.drills.scratch import RealData, scratch_area
from goldenthread.config.drills.visitor import Answer

COMMAND = [sys.executable, "-m", "goldenthread.config.commands", "drill"]


def drill(*arguments, **variables):
    """Run `./gt drill` as an operator's shell would; what it answered."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("DATABASE", "DJANGO"))}
    return subprocess.run([*COMMAND, *arguments], env=clean | variables, capture_output=True, text=True)


def test_without_a_name_every_drill_is_listed_with_what_it_does():
    done = drill()
    assert done.returncode == 0
    assert [line.split()[0] for line in done.stdout.splitlines()] == [one.name for one in EVERY]


@pytest.mark.parametrize("arguments", [["nothing"], ["kill", "--size", "0"], ["kill", "--size", "many"]])
def test_a_wrong_question_is_answered_with_2_before_anything_starts(arguments):
    assert drill(*arguments).returncode == 2


@pytest.mark.parametrize("name", ["DATABASE_URL", "DATABASE_OWNER_URL"])
def test_a_drill_refuses_where_a_database_is_named(name):
    done = drill("kill", **{name: "postgresql://app@localhost/records"})
    assert done.returncode == 1
    assert f"{name} is set" in done.stderr
    assert "scratch database" not in done.stderr


def test_no_scratch_area_is_made_beside_a_named_database():
    with pytest.raises(RealData), scratch_area(str, given={"DATABASE_URL": "postgresql://app@host/records"}):
        pytest.fail("it was made")


@pytest.mark.parametrize(
    ("outcome", "code"),
    [
        (Outcome(tried=3, found=3, lost=0), 0),
        (Outcome(tried=3, found=2, lost=1), 1),
        (Outcome(tried=3, found=3, lost=1), 1),
        (Outcome(tried=3, found=2, lost=0), 1),
        (Outcome(tried=0, found=0, lost=0), 1),
    ],
)
def test_the_exit_code_says_whether_all_came_out_as_promised(outcome, code):
    assert outcome.code == code


@pytest.mark.slow
def test_nothing_acknowledged_is_lost_when_web_server_worker_and_database_are_killed():
    done = drill("kill", "--size", "3")
    assert done.stdout.splitlines()[-1:] == ["kill: tried 3, survived 3, lost 0"], done.stderr
    assert done.returncode == 0
    for part in ("the web server", "the job worker", "the database"):
        assert part in done.stderr


@pytest.mark.slow
def test_no_page_fails_gives_back_a_script_or_leads_away():
    done = drill("crawl", "--size", "30")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1].endswith("lost 0")
    assert "schemathesis as " in done.stderr


@pytest.mark.slow
def test_a_running_service_refuses_what_the_table_says():
    done = drill("refusals", "--size", "120")
    said = ["refusals: tried 120, answered as they must 120, lost 0"]
    assert done.stdout.splitlines()[-1:] == said, done.stderr


@pytest.mark.nightly
def test_a_running_service_refuses_all_that_the_table_says():
    done = drill("refusals")
    assert done.returncode == 0, done.stderr


@pytest.mark.nightly
def test_no_page_fails_in_ten_minutes():
    done = drill("crawl")
    assert done.returncode == 0, done.stderr


@pytest.mark.nightly
def test_nothing_acknowledged_is_lost_in_fifty_kills():
    done = drill("kill")
    assert done.stdout.splitlines()[-1:] == ["kill: tried 50, survived 50, lost 0"], done.stderr


class Page:
    """An answer as a careless page would give it."""

    def __init__(self, text="", *, status=200, location=""):
        self.headers = Message()
        self.headers["Content-Type"] = "text/html"
        if location:
            self.headers["Location"] = location
        self.answer = Answer("/cases/", status, self.headers, text.encode())


@pytest.mark.parametrize(
    ("page", "says"),
    [
        (Page(status=500), "status 500"),
        (Page("<p>Traceback (most recent call last): …</p>"), "a stack trace"),
        (Page(f"<p>You asked for {SCRIPTS[0]}</p>"), "a script given back"),
        (Page(f'<input value="{SCRIPTS[1]}">'), "a script given back"),
        (Page('<a href="javascript:gtprobe()">on</a>'), "a link that would run a script"),
        *((Page(status=302, location=target), "away from the site") for target in ELSEWHERE),
    ],
)
def test_the_crawler_knows_a_fault_when_it_meets_one(page, says):
    assert any(says in fault for fault in faults_in(page.answer, "localhost:1"))


@pytest.mark.parametrize(
    "page",
    [
        Page("<p>&lt;script&gt;gtprobe()&lt;/script&gt;</p>"),
        Page(status=302, location="/cases/"),
        Page(status=302, location="http://localhost:1/cases/"),
        Page(status=404),
    ],
)
def test_the_crawler_finds_nothing_in_a_careful_page(page):
    assert not list(faults_in(page.answer, "localhost:1"))
