"""Returns to bring: the hand-worked sixty, whole and changed."""

from pathlib import Path

import pytest

from goldenthread.audit.scope import Scope
from goldenthread.casework.loading.actions import keep_return
from goldenthread.casework.loading.keeping import files_at
from goldenthread.casework.loading.reading import read_and_load

SIXTY = Path(__file__).parents[3] / "known_answers" / "sixty" / "sixty.xml"
SYSTEM = Scope.system("a test")


@pytest.fixture(autouse=True)
def _files_in_a_folder_of_their_own(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"


@pytest.fixture
def sixty():
    return SIXTY


@pytest.fixture
def bring():
    def act(path, *, set_aside=False):
        source = keep_return(files_at(path), set_aside=set_aside, by=SYSTEM)
        return read_and_load(source.pk, by=SYSTEM)

    return act


@pytest.fixture
def changed(tmp_path):
    """Writes the sixty again with one text put for another."""

    def write(old, new, name="changed.xml"):
        text = SIXTY.read_text(encoding="utf-8")
        assert old in text
        path = tmp_path / name
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return path

    return write


@pytest.fixture
def with_a_bad_record(changed):
    return changed("<ReceivedDate>2024-02-06</ReceivedDate>", "<ReceivedDate>soon</ReceivedDate>")
