"""Each check of `./gt check` passes; as tests they run beside the others, and one line says it all."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
JUSTFILE = (ROOT / "justfile").read_text()
CHECKS = next(line for line in JUSTFILE.splitlines() if line.startswith("check: ")).split()[1:]


@pytest.mark.parametrize("check", CHECKS)
def test_the_check_passes(check):
    programs = Path(sys.executable).parent
    path = {"PATH": os.pathsep.join([str(programs), os.environ["PATH"]])}  # pytest may be run by its own path
    done = subprocess.run(
        [programs / "just", check], cwd=ROOT, env=os.environ | path, capture_output=True, text=True
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"


def test_every_check_there_is_belongs_to_check():
    defined = [line.rstrip(":") for line in JUSTFILE.splitlines() if line.startswith("check-")]
    assert sorted(defined) == sorted(CHECKS)
