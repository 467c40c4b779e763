"""The audit of dependencies tells apart: nothing known, something known, and nobody could be asked."""

import sys

import pytest

from goldenthread.config.dependencies import CLEAN, NOT_ASKED, UNSAFE, Look, looks, take
from goldenthread.config.environment import CHECKOUT


@pytest.mark.parametrize(
    ("program", "code"),
    [
        ("print('No known vulnerabilities found')", CLEAN),
        ("import sys; print('Found 1 known vulnerability in 1 package'); sys.exit(1)", UNSAFE),
        ("import sys; print('2 high severity vulnerabilities'); sys.exit(1)", UNSAFE),
        ("import sys; print('getaddrinfo ENOTFOUND'); sys.exit(1)", NOT_ASKED),
    ],
)
def test_each_answer_is_told_apart(program, code, capsys):
    look = Look("a lock", (sys.executable, "-c", program), CHECKOUT, "known vulnerabilit")
    assert take(look) == code
    assert "a lock" in capsys.readouterr().out


def test_a_program_that_is_not_there_is_no_clean_answer(capsys):
    assert take(Look("a lock", ("/nowhere/at/all",), CHECKOUT, "")) == NOT_ASKED
    assert "could not be looked at" in capsys.readouterr().out


def test_every_lock_is_looked_at():
    names = {look.name for look in looks()}
    assert {f"requirements/{lock.name}" for lock in (CHECKOUT / "requirements").glob("*.txt")} < names
    assert "package-lock.json" in names
