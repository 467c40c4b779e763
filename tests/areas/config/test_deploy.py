"""What stands in `deploy/`: units that systemd takes, commands and variables that exist."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from goldenthread.config.commands.__main__ import MODULES
from goldenthread.config.commands.serve import PARTS

ROOT = Path(__file__).resolve().parents[3]
DEPLOY = ROOT / "deploy"
SERVICES = sorted(DEPLOY.glob("*.service"))
TIMERS = sorted(DEPLOY.glob("*.timer"))
VARIABLE = re.compile(r"\b(GOLDEN_THREAD_[A-Z_]+|DATABASE_[A-Z_]+|WEB_CONCURRENCY|PORT)\b")


def names_in_code():
    texts = (path.read_text() for path in (ROOT / "src").rglob("*.py"))
    return {name for text in texts for name in VARIABLE.findall(text)}


def value(path, key):
    return re.findall(rf"^{key}=(.*)$", path.read_text(), re.MULTILINE)


@pytest.mark.parametrize("path", SERVICES, ids=lambda path: path.stem)
def test_a_unit_runs_a_command_that_exists(path):
    (line,) = value(path, "ExecStart")
    program, command, *rest = shlex.split(line)
    assert program == "/opt/goldenthread/gt"
    assert command in MODULES
    if command == "serve":
        assert rest[0] in PARTS
    elif rest:
        module = MODULES[command]
        asked = subprocess.run(
            [sys.executable, "-m", "goldenthread.config.commands", command, *rest, "--help"],
            capture_output=True,
            text=True,
        )
        assert asked.returncode == 0, (module, asked.stderr)


@pytest.mark.parametrize("path", SERVICES, ids=lambda path: path.stem)
def test_what_serves_never_learns_the_owners_password(path):
    files = value(path, "EnvironmentFile")
    assert "/etc/goldenthread/environment" in files
    serves = " serve " in value(path, "ExecStart")[0]
    assert ("/etc/goldenthread/environment.owner" in files) == (not serves)


@pytest.mark.parametrize("path", TIMERS, ids=lambda path: path.stem)
def test_a_timer_has_its_service(path):
    assert path.with_suffix(".service") in SERVICES


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd on this computer")
def test_systemd_takes_the_units(tmp_path):
    for path in (*SERVICES, *TIMERS):
        text = path.read_text().replace("/opt/goldenthread/gt", "/bin/true")
        text = re.sub(r"^(User|Group)=.*\n", "", text, flags=re.MULTILINE)
        (tmp_path / path.name).write_text(text)
    units = [str(tmp_path / path.name) for path in (*SERVICES, *TIMERS)]
    done = subprocess.run(["systemd-analyze", "verify", *units], capture_output=True, text=True)
    ours = [line for line in done.stderr.splitlines() if "goldenthread" in line]
    assert done.returncode == 0, done.stderr
    assert not ours


def test_a_service_has_longer_to_stop_than_its_requests_and_jobs():
    example = (DEPLOY / "environment.example").read_text()
    allowed = int(re.findall(r"^GOLDEN_THREAD_SECONDS_TO_STOP=(\d+)", example, re.MULTILINE)[0])
    for path in (DEPLOY / "goldenthread-web.service", DEPLOY / "goldenthread-worker.service"):
        assert int(value(path, "TimeoutStopSec")[0]) > allowed + 30


@pytest.mark.parametrize(
    "name",
    sorted({name for path in DEPLOY.glob("environment*") for name in VARIABLE.findall(path.read_text())}),
)
def test_every_variable_of_the_examples_is_read(name):
    assert name in names_in_code()


def test_the_example_names_whatever_the_service_cannot_do_without():
    asked = {
        name
        for path in (ROOT / "src/goldenthread/config").glob("*environment.py")
        for name in re.findall(r'_asked\(\s*"(GOLDEN_THREAD_[A-Z_]+)"', path.read_text())
    }
    example = (DEPLOY / "environment.example").read_text()
    assert {name for name in asked if name not in example} == set()


def steps_of_the_container():
    """The RUN lines between the marks of a step, by its name."""
    text = (DEPLOY / "Containerfile").read_text()
    for name, body in re.findall(r"^# step ([\w-]+):.*?\n(.*?)^# step end$", text, re.MULTILINE | re.DOTALL):
        yield name, body.removeprefix("RUN ").replace("\\\n", " ").strip()


def test_the_container_copies_what_there_is():
    text = (DEPLOY / "Containerfile").read_text()
    for line in re.findall(r"^COPY (?!--from)(.*)$", text, re.MULTILINE):
        *sources, _ = line.split()
        for source in sources:
            assert (ROOT / source).exists(), source
    assert [name for name, _ in steps_of_the_container()] == ["style-sheets", "packages"]


@pytest.mark.nightly
def test_the_steps_of_the_container_work_in_an_empty_folder(tmp_path):
    """All but the two base images: packages from the lock alone are enough to start the service."""
    built = tmp_path / "opt"
    copied = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    for name in copied.decode().split("\0")[:-1]:
        (built / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, built / name)
    for name, step in steps_of_the_container():
        done = subprocess.run(["/bin/sh", "-ec", step], cwd=built, capture_output=True, text=True)
        assert done.returncode == 0, (name, done.stderr[-2_000:])
        if name == "style-sheets":
            shutil.rmtree(built / ".venv")
    started = subprocess.run(
        [built / ".venv/bin/python", "-m", "goldenthread.config.commands", "serve", "web"],
        cwd=built,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(built / "src"), "GOLDEN_THREAD_SECRET_KEY": "x" * 60},
        capture_output=True,
        text=True,
    )
    assert started.returncode == 1
    assert "is not set" in started.stderr + started.stdout
