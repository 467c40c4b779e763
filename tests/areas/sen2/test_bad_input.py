"""Broken and hostile files: each is refused in one clear sentence, quickly, and leaves nothing behind."""

import codecs
import gzip
import io
import os
import random
import re
import zipfile
from dataclasses import replace
from datetime import date

import pytest

from goldenthread.sen2.commands import main
from made_up_returns import (
    a_person,
    a_placement,
    as_xml,
    with_active_plan,
    with_assessment,
    with_named_plan,
    with_request,
)

GOOD = as_xml(a_person(1), a_person(2))
ENTITY_BOMB = (
    b"<!DOCTYPE Message [<!ENTITY a 'ha'>"
    + b"".join(b"<!ENTITY %c '%s'>" % (98 + i, b"&%c;" % (97 + i) * 10) for i in range(9))
    + b"]>"
)


def changed(old: bytes, new: bytes, times: int = 1) -> bytes:
    assert old in GOOD
    return GOOD.replace(old, new, times)


def prolog(text: bytes) -> bytes:
    """The good file with something between the declaration and the outermost element."""
    return changed(b"<Message>", text + b"<Message>")


def zipped() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("return.xml", GOOD)
    return file.getvalue()


def person(**values) -> bytes:
    return as_xml(replace(a_person(1), **values))


DAMAGED = {
    "empty": (b"", "empty"),
    "only spaces": (b"  \n\t \n", "empty"),
    "cut short inside a person": (GOOD[: len(GOOD) // 2], "ends in the middle"),
    "cut short at the end": (GOOD[:-12], "ends in the middle"),
    "cut short in a tag": (GOOD[: GOOD.index(b"<Surname>") + 5], "ends in the middle"),
    "a second file behind the first": (GOOD + GOOD, "not well-formed"),
    "an end tag of another name": (changed(b"</Surname>", b"</Surename>"), "not well-formed"),
    "a bare ampersand": (changed(b"Made-Up", b"Smith & Jones"), "not well-formed"),
    "text after the end": (GOOD + b"and more", "goes on after the end"),
    "zip": (zipped(), "zip"),
    "gzip": (gzip.compress(GOOD), "gzip"),
    "PDF": (b"%PDF-1.7\n" + GOOD, "PDF"),
    "old Excel": (b"\xd0\xcf\x11\xe0" + bytes(600), "Excel"),
    "JSON": (b'{"Message": {}}', "not XML"),
    "one CSV by itself": (b"persontableid,surname\n1,Made-Up\n", "folder"),
    "nonsense": (random.Random(7).randbytes(1 << 16), "NUL|not XML|empty"),
    "HTML": (b"<!DOCTYPE html><html><body>Sign in</body></html>", "document type"),
    "NUL bytes": (changed(b"Made-Up", b"Made\0Up"), "NUL"),
    "a control character": (changed(b"Made-Up", b"Made\x02Up"), "control character"),
}

ENCODINGS = {
    "Latin-1 that says UTF-8": (changed(b"Made-Up", "Zoë".encode("latin-1")), "encoding"),
    "UTF-16 that says UTF-8": (codecs.BOM_UTF16_LE + GOOD.decode().encode("utf-16-le"), "UTF-16"),
    "UTF-8 that says UTF-16": (changed(b"'utf-8'", b"'utf-16'"), "UTF-16"),
    "UTF-16 without its mark": (GOOD.decode().encode("utf-16-le"), "NUL"),
    "an encoding nobody uses": (changed(b"'utf-8'", b"'utf-7'"), "utf-7"),
    "an encoding made up": (changed(b"'utf-8'", b"'x-made-up'"), "x-made-up"),
}

HOSTILE = {
    "entity bomb": (prolog(ENTITY_BOMB).replace(b"Made-Up", b"&j;", 1), "document type"),
    "external entity": (
        prolog(b"<!DOCTYPE m [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>").replace(b"Made-Up", b"&x;", 1),
        "document type",
    ),
    "external document type": (prolog(b"<!DOCTYPE m SYSTEM 'http://127.0.0.1:9/m.dtd'>"), "document type"),
    "document type in UTF-16": (
        prolog(b"<!DOCTYPE m [<!ENTITY x 'y'>]>").decode().replace("utf-8", "utf-16").encode("utf-16"),
        "document type",
    ),
    "an entity that nobody declared": (changed(b"Made-Up", b"&boom;"), "entity"),
    "document type behind a long comment": (
        prolog(b"<!--" + b"-x" * 40_000 + b"--><!DOCTYPE m [<!ENTITY x 'y'>]>"),
        "first 64 KB",
    ),
    "elements nested without end": (changed(b"<Surname>", b"<a>" * 5_000), "nested deeper"),
    "a text of 12 MB": (changed(b"Made-Up", b"x" * (12 << 20)), "end of a person|longer"),
    "an attribute of 12 MB": (
        changed(b"<Surname>", b"<Surname a='" + b"x" * (12 << 20) + b"'>"),
        "person|longer",
    ),
    "a person of endless requests": (
        changed(b"</Requests>", b"</Requests>" + b"<Requests/>" * 500_000),
        "end of a person",
    ),
    "a header without end": (changed(b"<Header>", b"<Header>" + b"<x/>" * 1_500_000), "end of a person"),
}

WRONG_RETURNS = {
    "another root": (GOOD.replace(b"Message>", b"CINReturn>"), "CINReturn"),
    "no header": (re.sub(rb"(?s) <Header>.*</Header>\n", b"", GOOD), "Header"),
    "no people's list": (re.sub(rb"(?s) <Persons>.*</Persons>\n", b"", GOOD), "Persons"),
    "people outside the list": (GOOD.replace(b" <Persons>\n", b"").replace(b" </Persons>\n", b""), "outside"),
    "two lists of people": (
        changed(b"</Persons>", b"</Persons><Persons></Persons>"),
        "second Persons",
    ),
    "a person inside a person": (changed(b"<Surname>", b"<Person/><Surname>"), "outside"),
    "something else among the people": (changed(b"<Persons>", b"<Persons><Pupil/>"), "Pupil"),
    "year missing": (changed(b"<Year>2025</Year>", b""), "Year"),
    "year not known": (changed(b"<Year>2025", b"<Year>2019"), "2019"),
    "year to come": (changed(b"<Year>2025", b"<Year>2031"), "2031"),
    "year in words": (changed(b"<Year>2025", b"<Year>last year"), "last year"),
    "census day of another year": (changed(b"2025-01-16", b"2024-01-18"), "2025-01-16"),
    "census day missing": (changed(b"<ReferenceDate>2025-01-16</ReferenceDate>", b""), "ReferenceDate"),
    "area missing": (changed(b"<LEA>935</LEA>", b""), "LEA"),
    "area not a number": (changed(b"<LEA>935", b"<LEA>Suffolk"), "Suffolk"),
}

NOT_UNDERSTOOD = {
    "duplicate UPN": (as_xml(a_person(1), replace(a_person(2), upn=a_person(1).upn)), "D-07"),
    "duplicate learner number": (
        as_xml(a_person(1, uln="1000000019"), a_person(2, uln="1000000019")),
        "D-07",
    ),
    "the same person twice": (as_xml(a_person(1), a_person(1)), "D-07"),
    "born in the future": (person(birth_date=date(2031, 1, 1)), "D-08"),
    "received in the future": (as_xml(with_request(a_person(), received_on=date(2099, 1, 1))), "D-13"),
    "decided after census day": (as_xml(with_request(a_person(), outcome_on=date(2025, 1, 17))), "D-13"),
    "issued in the future": (as_xml(with_assessment(a_person(), outcome_on=date(2025, 6, 1))), "D-13"),
    "plan started in the future": (as_xml(with_named_plan(a_person(), started_on=date(2026, 1, 1))), "D-13"),
    "plan ceased in the future": (
        as_xml(with_named_plan(a_person(), ceased_on=date(2026, 1, 1), cease_reason="1")),
        "D-13",
    ),
    "placed in the future": (
        as_xml(with_active_plan(a_person(), placements=(a_placement(entered_on=date(2030, 1, 1)),))),
        "D-13",
    ),
    "reviewed in another decade": (
        as_xml(with_active_plan(a_person(), review_meeting_on=date(2035, 1, 1))),
        "D-13",
    ),
    "a day that is not one": (changed(b"2024-02-06", b"2024-02-30"), "D-80"),
    "a day the other way round": (changed(b"2024-02-06", b"06/02/2024"), "D-80"),
    "a day before living memory": (changed(b"2015-05-14", b"0015-05-14"), "D-80"),
    "a flag that is neither": (changed(b"<RYA>0", b"<RYA>maybe"), "D-18"),
    "a rank that is no number": (changed(b"<PlacementRank>1", b"<PlacementRank>first"), "D-48"),
    "an outcome not in the list": (changed(b"<RequestOutcome>Y", b"<RequestOutcome>Z"), "D-10"),
    "no outcome of the request": (as_xml(with_request(a_person(), outcome=None)), "D-10"),
    "no outcome of the assessment": (as_xml(with_assessment(a_person(), outcome=None)), "D-20"),
    "no day of receipt": (as_xml(with_request(a_person(), received_on=None)), "D-84"),
    "two birth dates": (
        changed(b"<Sex>", b"<PersonBirthDate>2015-06-01</PersonBirthDate><Sex>"),
        "D-81",
    ),
    "two assessments of one request": (
        changed(b"</Assessment>", b"</Assessment><Assessment/>"),
        "D-85",
    ),
    "a plan in the wrong place": (
        changed(b"<Assessment>", b"<NamedPlan><StartDate>2024-01-01</StartDate></NamedPlan><Assessment>"),
        "D-83",
    ),
}

FILES = {**DAMAGED, **ENCODINGS, **HOSTILE, **WRONG_RETURNS, **NOT_UNDERSTOOD}


def refusal(capfd, tmp_path, source) -> str:
    """Run the command as a user would; answer what it says, having made sure that nothing was written."""
    before = sorted(tmp_path.rglob("*"))
    assert main([str(source), "-o", str(tmp_path / "out" / "facts")]) == 1
    out, err = capfd.readouterr()
    assert out == ""
    assert "Traceback" not in err
    assert sorted(tmp_path.rglob("*")) == before
    said = [line for line in err.splitlines() if not line.startswith("read ")]
    assert said[-1] == "Nothing was written."
    return "\n".join(said[:-1])


@pytest.mark.parametrize("name", FILES)
def test_a_bad_file_is_refused_in_a_sentence(name, tmp_path, capfd):
    content, word = FILES[name]
    source = tmp_path / "return.xml"
    source.write_bytes(content)
    said = refusal(capfd, tmp_path, source)
    assert re.search(word, said), said
    assert len(said) < 600
    assert name in NOT_UNDERSTOOD or "\n" not in said


def test_there_are_many_bad_files():
    assert len(FILES) >= 30


def test_the_good_file_is_taken_in(tmp_path, capfd):
    """All the files above are this one, broken."""
    source = tmp_path / "return.xml"
    source.write_bytes(GOOD)
    assert main([str(source), "-o", str(tmp_path / "facts")]) == 0
    assert "0 findings" in capfd.readouterr().out


@pytest.mark.parametrize("part", [0.3, 0.5, 0.7, 0.9, 0.99])
@pytest.mark.parametrize("joint", [b"\n", b""])
def test_a_file_cut_anywhere_is_said_to_be_cut_short(part, joint, tmp_path, capfd):
    source = tmp_path / "return.xml"
    whole = re.sub(rb"\n *", joint, GOOD)
    source.write_bytes(whole[: int(len(whole) * part)])
    assert "cut short" in refusal(capfd, tmp_path, source)


def nonsense(kind: str) -> bytes:
    """A stretch of 200 MB of nonsense, to be written over and over."""
    return {
        "bytes": random.Random(7).randbytes(1 << 20),
        "tags": b"<a>b</a>" * (1 << 17),
        "people that are none": b"<Person><x/></Person>" * 50_000,
    }[kind]


@pytest.mark.parametrize("kind", ["bytes", "tags", "people that are none"])
@pytest.mark.parametrize("opening", [b"", GOOD[: GOOD.index(b"<Person>")]])
def test_200_mb_of_nonsense_is_refused_at_once(kind, opening, tmp_path, capfd):
    source = tmp_path / "return.xml"
    block = nonsense(kind)
    with source.open("wb") as file:
        file.write(opening)
        for _ in range(200 * (1 << 20) // len(block)):
            file.write(block)
    assert source.stat().st_size > 190 << 20
    assert refusal(capfd, tmp_path, source)


def test_a_file_that_is_not_there_is_refused(tmp_path, capfd):
    assert "no file" in refusal(capfd, tmp_path, tmp_path / "nowhere.xml")


def test_what_is_neither_file_nor_folder_is_refused(tmp_path, capfd):
    os.mkfifo(tmp_path / "pipe")
    assert "neither a file nor a folder" in refusal(capfd, tmp_path, tmp_path / "pipe")


def test_an_endless_device_is_refused(tmp_path, capfd):
    assert "neither a file nor a folder" in refusal(capfd, tmp_path, "/dev/zero")


def test_nothing_is_written_over_what_is_no_facts(tmp_path, capfd):
    source = tmp_path / "return.xml"
    source.write_bytes(GOOD)
    (tmp_path / "out" / "facts").mkdir(parents=True)
    (tmp_path / "out" / "facts" / "thesis.docx").write_text("years of work")
    assert "thesis.docx" in refusal(capfd, tmp_path, source)


def test_an_earlier_folder_of_facts_stays_when_the_next_file_is_refused(tmp_path, capfd):
    source, facts = tmp_path / "return.xml", tmp_path / "facts"
    source.write_bytes(GOOD)
    assert main([str(source), "-o", str(facts)]) == 0
    before = {path.name: path.read_bytes() for path in facts.iterdir()}
    source.write_bytes(GOOD[:900])
    assert main([str(source), "-o", str(facts)]) == 1
    assert {path.name: path.read_bytes() for path in facts.iterdir()} == before


def test_a_question_asked_wrongly_is_no_refusal(capfd):
    with pytest.raises(SystemExit) as stopped:
        main(["return.xml"])
    assert stopped.value.code == 2
    assert "--out" in capfd.readouterr().err
