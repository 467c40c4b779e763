"""An archive is encrypted from its first byte to its last, and whatever was changed in it is noticed."""

import io
import json
import tarfile

import pyrage
import pytest
from pyrage import x25519

from goldenthread.config.backup.archive import ABOUT, FORMAT, MANIFEST, pack
from goldenthread.config.backup.checking import check
from goldenthread.config.backup.destinations import Folder
from goldenthread.config.backup.keys import identity, make_pair, recipient
from goldenthread.config.backup.making import archives, remove_old
from goldenthread.config.backup.problem import BackupProblem

KEY = x25519.Identity.generate()
SECRET = b"Wilhelmina Featherstonehaugh"
SAYS = {
    "format": FORMAT,
    "made_at": "2025-02-03T09:00:00+00:00",
    "head": {"position": 7, "digest": "ab"},
    "counts": {"people_person": 1},
    "rights": {},
    "migrations": [],
    "documents": 1,
}


def fill(packing):
    packing.add(ABOUT, json.dumps(SAYS).encode())
    packing.add_in_pieces("database", io.BytesIO(SECRET * 400_000))
    packing.add_stream("files/files/documents/ab/abc", len(SECRET), [SECRET[:5], SECRET[5:]])


@pytest.fixture
def place(tmp_path):
    where = Folder(tmp_path / "backups")
    where.write("one.tar.age", lambda out: pack(out, KEY.to_public(), fill))
    return where


def repacked(place, change):
    """The same archive with its inner tar changed by someone who has the key."""
    plain = pyrage.decrypt((place.path / "one.tar.age").read_bytes(), [KEY])
    with tarfile.open(fileobj=io.BytesIO(plain)) as old:
        members = [(head.name, old.extractfile(head).read()) for head in old]
    new = io.BytesIO()
    with tarfile.open(fileobj=new, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for name, content in change(members):
            head = tarfile.TarInfo(name)
            head.size = len(content)
            tar.addfile(head, io.BytesIO(content))
    (place.path / "one.tar.age").write_bytes(pyrage.encrypt(new.getvalue(), [KEY.to_public()]))


def test_a_whole_archive_says_what_it_holds(place):
    about = check(place, "one.tar.age", KEY)
    assert (about.head.position, about.files, about.counts) == (7, 1, {"people_person": 1})
    assert len(about.digests) == 4, "about, two pieces of the dump, one file"


def test_nothing_of_it_can_be_read_without_the_key(place):
    content = (place.path / "one.tar.age").read_bytes()
    assert SECRET not in content
    assert b"people_person" not in content
    with pytest.raises(BackupProblem, match="key is another one"):
        check(place, "one.tar.age", x25519.Identity.generate())


def test_nothing_is_ever_written_in_the_clear(place):
    assert [path.name for path in place.path.iterdir()] == ["one.tar.age"]


@pytest.mark.parametrize("where", [30, 500, 200_000, -1])
def test_one_changed_byte_is_noticed(place, where):
    file = place.path / "one.tar.age"
    content = bytearray(file.read_bytes())
    content[where] ^= 1
    file.write_bytes(content)
    with pytest.raises(BackupProblem):
        check(place, "one.tar.age", KEY)


@pytest.mark.parametrize("left", [0, 100, 3_000_000])
def test_an_archive_that_was_cut_off_is_noticed(place, left):
    file = place.path / "one.tar.age"
    file.write_bytes(file.read_bytes()[:left])
    with pytest.raises(BackupProblem):
        check(place, "one.tar.age", KEY)


@pytest.mark.parametrize(
    "change",
    [
        lambda members: members[:2] + members[3:],
        lambda members: [(name, content.replace(b"W", b"V")) for name, content in members],
        lambda members: [*members, ("files/files/late", b"x")],
        lambda members: [("files/files/early", b"x"), *members],
        lambda members: [one for one in members if one[0] != MANIFEST],
        lambda members: [
            members[0],
            *[(n, b"") if n.startswith("database") else (n, c) for n, c in members[1:]],
        ],
    ],
    ids=[
        "a part gone",
        "a part changed",
        "something behind",
        "something before",
        "no manifest",
        "empty parts",
    ],
)
def test_an_archive_that_is_not_what_its_manifest_says_is_refused(place, change):
    repacked(place, change)
    with pytest.raises(BackupProblem):
        check(place, "one.tar.age", KEY)


def test_a_file_that_grew_while_it_was_copied_stops_the_backup_and_leaves_nothing(tmp_path):
    where = Folder(tmp_path)

    def growing(packing):
        packing.add_stream("files/files/x", 3, [b"four"])

    with pytest.raises(BackupProblem, match="changed while"):
        where.write("one.tar.age", lambda out: pack(out, KEY.to_public(), growing))
    assert list(tmp_path.iterdir()) == []


def test_what_stops_half_way_is_told_and_leaves_nothing(tmp_path):
    where = Folder(tmp_path)

    def stops(packing):
        packing.add(ABOUT, b"{}")
        raise OSError("the disk is on fire")

    with pytest.raises(OSError, match="on fire"):
        where.write("one.tar.age", lambda out: pack(out, KEY.to_public(), stops))
    assert list(tmp_path.iterdir()) == []


def test_the_newest_are_kept_and_nothing_else_is_touched(tmp_path):
    names = [f"golden-thread-2025-02-{day:02}T010000Z.tar.age" for day in range(1, 8)]
    for name in [*names, "erased-0001.age", "notes.txt"]:
        (tmp_path / name).write_bytes(b"x")
    where = Folder(tmp_path)
    assert remove_old(where, keep=3) == names[:4]
    assert archives(where) == names[4:]
    assert (tmp_path / "erased-0001.age").exists()
    assert remove_old(where, keep=3) == []


def test_a_pair_of_keys_fits_together_and_is_never_overwritten(tmp_path):
    file = tmp_path / "key.txt"
    public = make_pair(file)
    assert file.stat().st_mode & 0o777 == 0o600
    assert pyrage.decrypt(pyrage.encrypt(b"x", [recipient(public)]), [identity(file)]) == b"x"
    with pytest.raises(BackupProblem, match="never overwritten"):
        make_pair(file)


def test_what_is_no_key_is_said_in_a_sentence(tmp_path):
    (tmp_path / "other").write_text("hello")
    with pytest.raises(BackupProblem, match="holds no identity"):
        identity(tmp_path / "other")
    with pytest.raises(BackupProblem, match="cannot be read"):
        identity(tmp_path / "none")
    with pytest.raises(BackupProblem, match="no recipient of age"):
        recipient("age1no")
