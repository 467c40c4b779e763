"""`./gt pack`: what someone types at a shell, and what they are told."""

from datetime import date

import pytest

from areas.governance import made
from goldenthread.config.commands import pack
from goldenthread.governance.models import Meeting
from goldenthread.governance.packs.models import Pack

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(monkeypatch):
    monkeypatch.setattr(pack, "with_database", lambda act: act())
    return lambda *arguments: pack.main(list(arguments))


def test_a_pack_is_made_for_the_next_meeting_and_its_files_are_those_that_are_kept(run, tmp_path, capsys):
    board = made.board()
    made.meeting(board, date(2025, 4, 2), Meeting.Status.PLANNED)
    soon = made.meeting(board, date(2025, 2, 12), Meeting.Status.PLANNED)
    assert run("make", "board", "-o", str(tmp_path)) == 0
    kept = Pack.objects.get()
    assert kept.meeting == soon
    for row in kept.files.all():
        assert (tmp_path / f"board.{row.form}").read_bytes() == bytes(row.content)
    assert run("list") == 0
    said = capsys.readouterr().out
    assert "reform      SEND reform plan tables" in said
    assert "Board pack: SEND Improvement Board" in said


def test_what_cannot_be_made_is_said_and_nothing_is_written(run, tmp_path, capsys):
    out = tmp_path / "packs"
    assert run("make", "board", "-o", str(out)) == 1
    assert "No meeting is planned" in capsys.readouterr().err
    assert run("make", "poem", "-o", str(out)) == 1
    assert "There is no such pack" in capsys.readouterr().err
    assert not out.exists()
