"""`./gt audit`: what an operator and an inspector type, and what they are told."""

import pytest
from django.db import connection

import factories
from goldenthread.audit.actions import record
from goldenthread.audit.jobs import export_head
from goldenthread.audit.scope import Scope
from goldenthread.audit.seal import signing
from goldenthread.config import auditing
from goldenthread.config.commands import audit

pytestmark = pytest.mark.django_db

SYSTEM = Scope.system("a test of the command")


@pytest.fixture(autouse=True)
def heads(settings, tmp_path, seal_now):
    """A journal of three events, and a folder for heads."""
    settings.HEAD_KEY, settings.HEADS_ROOT = signing.new_key(), tmp_path / "heads"
    for number in range(3):
        record(f"act {number}", factories.team(), by=SYSTEM)
    seal_now()
    return settings.HEADS_ROOT


def run(monkeypatch, *arguments):
    monkeypatch.setattr(audit, "with_database", lambda act: act())
    return audit.main(list(arguments))


def test_a_whole_journal_says_so_and_that_a_cut_cannot_be_seen_without_a_head(monkeypatch, capsys):
    assert run(monkeypatch, "verify") == auditing.WHOLE
    said = capsys.readouterr().out
    assert "3 positions, no head: all as they were" in said
    assert "a cut at the end cannot be seen" in said


def test_a_head_is_exported_and_held_against_the_journal(monkeypatch, capsys, heads):
    assert run(monkeypatch, "head") == auditing.WHOLE
    assert "position 3" in capsys.readouterr().out
    assert len(list(heads.glob("head-*.json"))) == 1
    assert run(monkeypatch, "verify") == auditing.WHOLE
    assert "3 positions, 1 exported head: all as they were" in capsys.readouterr().out


def test_every_night_a_head_is_exported(heads):
    assert export_head() == str(next(heads.glob("head-935-000000000003-*.json")))


def test_a_changed_row_is_named_and_the_exit_code_says_so(monkeypatch, capsys):
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_auditevent DISABLE TRIGGER USER")
        cursor.execute("UPDATE audit_auditevent SET act = 'x' WHERE act = 'act 1' RETURNING id")
        (row,) = cursor.fetchone()
    assert run(monkeypatch, "verify") == auditing.NOT_WHOLE
    said = capsys.readouterr().out
    assert f"changed: audit_auditevent row {row}, sealed at position 2, is not what it was" in said
    assert ": 1 fault" in said


def test_what_came_since_a_head_is_checked_alone(monkeypatch, capsys, heads, seal_now):
    run(monkeypatch, "head")
    record("later", factories.team(), by=SYSTEM)
    seal_now()
    (path,) = heads.glob("head-*.json")
    assert run(monkeypatch, "verify", "--since", str(path)) == auditing.WHOLE
    assert "1 position since 3" in capsys.readouterr().out


def test_a_head_of_an_earlier_key_is_trusted_when_its_public_half_is_given(
    monkeypatch, capsys, heads, settings
):
    run(monkeypatch, "head")
    earlier = signing.public_half(settings.HEAD_KEY)
    settings.HEAD_KEY = signing.new_key()
    (path,) = heads.glob("head-*.json")
    assert run(monkeypatch, "verify", "--since", str(path)) == auditing.NOT_WHOLE
    assert "--public-key" in capsys.readouterr().err
    assert run(monkeypatch, "verify", "--since", str(path), "--public-key", earlier) == auditing.WHOLE


def test_a_file_that_is_no_head_is_named(monkeypatch, capsys, tmp_path):
    assert run(monkeypatch, "verify", "--since", str(tmp_path / "nothing.json")) == auditing.NOT_WHOLE
    assert "nothing.json is not a head" in capsys.readouterr().err


def test_a_key_is_made_with_its_public_half(monkeypatch, capsys):
    assert run(monkeypatch, "key") == 0
    first, second = capsys.readouterr().out.splitlines()
    key = first.removeprefix("GOLDEN_THREAD_HEAD_KEY=")
    assert second.endswith(signing.public_half(key))
