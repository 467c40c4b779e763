"""Broken folders of COLLECT's exports: each is refused in one clear sentence and leaves nothing behind."""

import re
import shutil

import pytest

from goldenthread.sen2.commands import main
from made_up_returns import a_header, a_person, write_exports

DAY = "31-01-2025"


@pytest.fixture
def exports(tmp_path):
    return write_exports(tmp_path / "exports", a_header(), [a_person(1), a_person(2)], DAY)


def edit(exports, table, old, new, times=1):
    path = exports / f"Blade-Export_{DAY}_{table}.csv"
    content = path.read_bytes()
    assert old in content
    path.write_bytes(content.replace(old, new, times))


def without(exports, table, column):
    path = exports / f"Blade-Export_{DAY}_{table}.csv"
    rows = [line.split(",") for line in path.read_text(encoding="utf-8").splitlines()]
    at = rows[0].index(column)
    path.write_text("\n".join(",".join(row[:at] + row[at + 1 :]) for row in rows), encoding="utf-8")


def another_day(exports):
    shutil.copy(exports / f"Blade-Export_{DAY}_person.csv", exports / "Blade-Export_01-02-2025_person.csv")


def folder_for_a_table(exports):
    path = exports / f"Blade-Export_{DAY}_person.csv"
    path.unlink()
    path.mkdir()


def emptied(exports):
    for path in exports.iterdir():
        path.unlink()


def add(exports, table, line):
    with (exports / f"Blade-Export_{DAY}_{table}.csv").open("ab") as file:
        file.write(line)


BROKEN = {
    "no exports at all": (emptied, "no COLLECT exports"),
    "a table missing": (lambda e: (e / f"Blade-Export_{DAY}_plandetail.csv").unlink(), "plandetail"),
    "tables of two days": (another_day, "several days"),
    "a folder by the name of a table": (
        lambda e: (
            (e / f"Blade-Export_{DAY}_person.csv").unlink(),
            (e / f"Blade-Export_{DAY}_person.csv").mkdir(),
        ),
        "not a file",
    ),
    "a table without a heading": (
        lambda e: (e / f"Blade-Export_{DAY}_person.csv").write_bytes(b""),
        "empty",
    ),
    "a column missing": (lambda e: without(e, "requests", "receiveddate"), "receiveddate"),
    "a key missing": (lambda e: without(e, "requests", "persontableid"), "persontableid"),
    "a column twice": (lambda e: edit(e, "person", b"NativeId", b"surname"), "twice"),
    "a key that points nowhere": (
        lambda e: edit(e, "placementdetail", b"\r\n2,,2,,2", b"\r\n2,,2,,77"),
        "77",
    ),
    "a key used twice": (lambda e: edit(e, "person", b"\r\n2,", b"\r\n1,"), "two rows with the key 1"),
    "a person of another return": (
        lambda e: edit(e, "person", b"\r\n2,,2,,1,", b"\r\n2,,2,,9,"),
        "another return",
    ),
    "a row too short": (lambda e: add(e, "senneed", b"3,,3\r\n"), "3 values"),
    "a row too long": (lambda e: add(e, "senneed", b"3,,3,,1,SLCN,1,1,1\r\n"), "9 values"),
    "a quote that never closes": (lambda e: add(e, "senneed", b'"3,,3,,1,SLCN,1\r\n'), "CSV"),
    "NUL bytes": (lambda e: add(e, "senneed", b"3,,3,,1,SL\0CN,1\r\n"), "NUL"),
    "Latin-1": (lambda e: edit(e, "person", b"Made-Up", "Zoë".encode("latin-1")), "UTF-8"),
    "a line of 3 MB": (lambda e: add(e, "senneed", b"x" * (3 << 20)), "longer"),
    "no row in the header": (
        lambda e: add(e, "sen2", b"2,,2,,SEN2,2025\r\n"),
        "values",
    ),
    "another year": (lambda e: edit(e, "sen2", b"SEN2,2025", b"SEN2,2019"), "2019"),
    "another census day": (lambda e: edit(e, "sen2", b"2025-Jan-16", b"2025-Jan-17"), "2025-01-16"),
    "a day that is not one": (lambda e: edit(e, "requests", b"2024-Feb-06", b"2024-Feb-31"), "D-80"),
    "a future day": (lambda e: edit(e, "requests", b"2024-Feb-06", b"2044-Feb-06"), "D-13"),
    "duplicate UPN": (lambda e: edit(e, "person", b"Z000000000002", b"Z000000000001"), "D-07"),
    "two assessments of one request": (
        lambda e: edit(e, "assessment", b"\r\n2,,2,,2,", b"\r\n2,,2,,1,"),
        "D-85",
    ),
    "a zip in the clothes of a table": (
        lambda e: (e / f"Blade-Export_{DAY}_person.csv").write_bytes(b"PK\x03\x04" + bytes(500)),
        "NUL",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_folder_is_refused_in_a_sentence(name, exports, tmp_path, capfd):
    breaking, word = BROKEN[name]
    breaking(exports)
    assert main([str(exports), "-o", str(tmp_path / "facts")]) == 1
    out, err = capfd.readouterr()
    assert out == ""
    assert re.search(word, err), err
    assert err.splitlines()[-1] == "Nothing was written."
    assert "Traceback" not in err
    assert not (tmp_path / "facts").exists()


def test_the_whole_folder_is_taken_in(exports, tmp_path, capfd):
    """All the folders above are this one, broken."""
    assert main([str(exports), "-o", str(tmp_path / "facts")]) == 0
    assert "0 findings" in capfd.readouterr().out


def test_other_files_in_the_folder_are_left_alone(exports, tmp_path):
    (exports / "notes.txt").write_text("exported on Friday")
    assert main([str(exports), "-o", str(tmp_path / "facts")]) == 0
