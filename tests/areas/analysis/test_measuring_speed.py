"""The promise of speed and of growth, measured at night: it needs a machine of its own."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.nightly
@pytest.mark.parametrize("how", [[], ["--large"]], ids=["against bare scans", "growth to 640,000 plans"])
def test_measuring_holds_its_bars(how):
    bench = [sys.executable, ROOT / "bench" / "measures.py", *how]
    result = subprocess.run(bench, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    assert result.stdout.count("holds") == 1
