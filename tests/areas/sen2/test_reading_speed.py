"""The promise of speed and of flat memory, measured at night: it needs a machine of its own."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.nightly
def test_reading_holds_its_bars():
    bench = [sys.executable, ROOT / "bench" / "sen2.py", "--large"]
    result = subprocess.run(bench, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    assert result.stdout.count("holds") == 2
