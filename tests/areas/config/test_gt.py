"""`./gt` makes its environment once, mends a half-made one, and says in a sentence what is missing.

Played on a copy of the script with a Python, a uv and a just that only write down how they were called.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
FAKE = """#!/bin/sh
echo "$(basename "$0") $*" >> "$CALLS"
[ "$1 $2" = "-m goldenthread.config.within" ] && { shift 2; exec "$@"; }
case "$*" in
    *version_info*) exit "${TOO_OLD:-0}" ;;
    *ensurepip*) exit "${NO_VENV:-0}" ;;
    "-m venv .venv") mkdir -p .venv/bin && cp "$0" .venv/bin/python && cp "$0" .venv/bin/just ;;
    "-m pip install"*) [ -z "${NO_NETWORK-}" ] && cp "$0" .venv/bin/uv ;;
    "pip install"*requirements*) [ -z "${NO_NETWORK-}" ] ;;
    *) exit 0 ;;
esac
"""


class Checkout:
    """A folder with `gt` in it, and programs on the path that only write down how they were called."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "a checkout"
        self.root.mkdir()
        shutil.copy(ROOT / "gt", self.root)
        shutil.copy(ROOT / "justfile", self.root)
        shutil.copytree(ROOT / "requirements", self.root / "requirements")
        self.bin = folder / "bin"
        self.bin.mkdir()
        for name in ("python3", "python3.11", "python3.12", "python3.13", "python3.14"):
            (self.bin / name).write_text(FAKE)
            (self.bin / name).chmod(0o755)
        self.calls = folder / "calls"

    def gt(self, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        self.calls.write_text("")
        chosen = {"PATH": f"{self.bin}:/usr/bin:/bin", "CALLS": str(self.calls), **variables}
        return subprocess.run(
            [self.root / "gt", *arguments], env=chosen, cwd="/", capture_output=True, text=True, timeout=60
        )

    def called(self) -> str:
        return self.calls.read_text()


@pytest.fixture
def checkout(tmp_path):
    return Checkout(tmp_path)


def test_the_first_run_installs_and_hands_over(checkout):
    done = checkout.gt("law", "list")
    assert done.returncode == 0, done.stderr
    assert "requirements/demo.txt" in checkout.called()
    assert "requirements/develop.txt" not in checkout.called()
    assert checkout.called().splitlines()[-1].endswith("law list")


def test_the_second_run_installs_nothing(checkout):
    checkout.gt("law")
    done = checkout.gt("law")
    assert "pip install" not in checkout.called()
    assert done.stderr == ""


def test_a_changed_lock_is_installed_again(checkout):
    checkout.gt("law")
    with (checkout.root / "requirements" / "demo.txt").open("a") as lock:
        lock.write("\n# changed\n")
    checkout.gt("law")
    assert "requirements/demo.txt" in checkout.called()
    assert "-m venv" not in checkout.called()


def test_an_interrupted_set_up_begins_anew(checkout):
    checkout.gt("law")
    gone = subprocess.Popen(["true"])
    gone.wait()
    (checkout.root / ".venv.lock").write_text(f"{gone.pid}\n")
    (checkout.root / ".venv" / "half a package").write_text("")
    done = checkout.gt("law")
    assert done.returncode == 0
    assert "interrupted" in done.stderr
    assert not (checkout.root / ".venv" / "half a package").exists()
    assert not (checkout.root / ".venv.lock").exists()


def test_a_failed_set_up_is_mended_by_the_next_run(checkout):
    assert checkout.gt("law", NO_NETWORK="yes").returncode == 1
    assert checkout.gt("law").returncode == 0


def test_a_moved_checkout_makes_its_environment_anew(checkout):
    checkout.gt("law")
    checkout.root = checkout.root.rename(checkout.root.with_name("elsewhere"))
    done = checkout.gt("law")
    assert done.returncode == 0
    assert "-m venv" in checkout.called()


def test_two_at_once_do_not_install_at_once(checkout):
    holder = subprocess.Popen(["sleep", "60"])
    (checkout.root / ".venv.lock").write_text(f"{holder.pid}\n")
    release = subprocess.Popen(["/bin/sh", "-c", f"sleep 1; rm '{checkout.root}/.venv.lock'"])
    done = checkout.gt("law")
    assert done.returncode == 0
    assert "waiting for it" in done.stderr
    assert "interrupted" not in done.stderr
    holder.kill()
    holder.wait()
    release.wait()


@pytest.mark.parametrize(
    ("variables", "sentence"),
    [
        ({"TOO_OLD": "1"}, "Python 3.11 or newer is needed"),
        ({"NO_VENV": "1"}, "apt install python3-venv"),
        ({"NO_NETWORK": "yes"}, "Without a network"),
    ],
)
def test_what_is_missing_is_said_in_a_sentence(checkout, variables, sentence):
    done = checkout.gt("law", **variables)
    assert done.returncode == 1
    assert sentence in done.stderr


def test_a_command_that_there_is_not_installs_nothing(checkout):
    done = checkout.gt("dmeo")
    assert done.returncode == 2
    assert "there is no command 'dmeo'" in done.stderr
    assert checkout.called() == ""


@pytest.mark.parametrize("command", ["demo", "serve"])
def test_what_serves_takes_the_place_of_gt_itself_so_that_signals_reach_it(checkout, command):
    checkout.gt(command)
    assert checkout.called().splitlines()[-1] == f"python -m goldenthread.config.commands {command}"


def test_alone_it_lists_what_there_is(checkout):
    checkout.gt()
    assert "--list" in checkout.called().splitlines()[-2]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_named(checkout):
    checkout.root.chmod(0o555)
    done = checkout.gt("law")
    checkout.root.chmod(0o755)
    assert "cannot be written" in done.stderr
