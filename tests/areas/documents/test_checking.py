"""What may come in comes in, and what could do harm is refused in a sentence that says what to do."""

import io
import zlib

import pytest

from areas.documents import files
from goldenthread.documents.checking import Refused, check
from goldenthread.documents.checking.judging import LARGEST, safe_name

GOOD = [
    ("advice.pdf", files.PDF, "application/pdf"),
    ("photo.png", files.PNG, "image/png"),
    ("photo.JPG", files.JPEG, "image/jpeg"),
    ("notes.txt", files.TEXT, "text/plain"),
    ("report.docx", files.DOCX, "officedocument.wordprocessingml"),
    ("hours.xlsx", files.office("xl/workbook.xml"), "officedocument.spreadsheetml"),
    ("talk.pptx", files.office("ppt/presentation.xml"), "officedocument.presentationml"),
    ("report.odt", files.office("content.xml"), "opendocument.text"),
    ("Dr. Smith v1.2.pdf", files.PDF, "application/pdf"),
]


def packed_objects(inside):
    stream = zlib.compress(inside)
    return b"%PDF-1.7\n1 0 obj << /Type /ObjStm /N 1 >> stream\n" + stream + b"\nendstream endobj\n%%EOF"


HOSTILE = [
    ("run.exe", b"MZ\x90\0", "kind of file"),
    ("page.html", b"<html>", "kind of file"),
    ("drawing.svg", b"<svg onload='x()'>", "kind of file"),
    ("macro.docm", files.DOCX, "kind of file"),
    ("noending", files.PDF, "kind of file"),
    ("invoice.exe.pdf", files.PDF, "second ending"),
    ("letter.js .pdf", files.PDF, "second ending"),
    ("page.html.txt", files.TEXT, "second ending"),
    ("advice.pdf", b"MZ\x90\0 and so on", "something else"),
    ("advice.pdf", b"<html><script>x()</script>", "something else"),
    ("photo.png", files.JPEG, "something else"),
    ("photo.jpg", b"<svg xmlns='x'><script/></svg>", "something else"),
    ("notes.txt", b"<svg onload='x()'>", "something else"),
    ("notes.txt", b"\xef\xbb\xbf  <!DOCTYPE html>", "something else"),
    ("notes.txt", b"a\0b", "something else"),
    ("report.docx", files.office("xl/workbook.xml"), "something else"),
    ("report.docx", files.PDF, "something else"),
    ("report.docx", files.DOCX[:40], "damaged"),
    ("report.docx", files.BOMB, "unpacks to far more"),
    ("report.docx", files.office(word__vbaProject_dot_bin=b"x"), "macros"),
    ("report.docx", files.office(word__activeX__activeX1_dot_xml=b"x"), "macros"),
    ("report.odt", files.office("content.xml", Basic__Standard__Module1_dot_xml=b"x"), "macros"),
    ("report.docx", files.office(word__embeddings__oleObject1_dot_bin=b"x"), "other files"),
    ("report.docx", files.REMOTE, "fetches parts"),
    ("report.docx", files.office(**{".._dot_".replace("_dot_", "") + "__evil_dot_xml": b"x"}), "outside it"),
    ("advice.pdf", files.PDF + b"/OpenAction << /S /JavaScript /JS (app.alert(1)) >>", "script"),
    ("advice.pdf", files.PDF + b"<< /S /J#61vaScript /JS (x) >>", "script"),
    ("advice.pdf", files.PDF + b"<< /S /Launch /F (cmd.exe) >>", "script"),
    ("advice.pdf", files.PDF + b"<< /Names << /EmbeddedFiles 3 0 R >> >>", "files inside"),
    ("advice.pdf", packed_objects(b"<< /S /JavaScript /JS (x) >>"), "script"),
    ("advice.pdf", files.PDF + b"trailer << /Encrypt 9 0 R >>", "password"),
    ("empty.pdf", b"", "empty"),
]


@pytest.mark.parametrize(("name", "content", "media_type"), GOOD, ids=[name for name, _, _ in GOOD])
def test_a_file_that_people_bring_comes_in_under_its_own_kind(name, content, media_type):
    file = io.BytesIO(content)
    assert media_type in check(file, name, len(content)).media_type
    assert file.tell() == 0


@pytest.mark.parametrize(
    ("name", "content", "says"), HOSTILE, ids=[f"{n}-{name}" for n, (name, _, _) in enumerate(HOSTILE)]
)
def test_a_hostile_file_is_refused_in_a_sentence(name, content, says):
    with pytest.raises(Refused, match=says) as refusal:
        check(io.BytesIO(content), name, len(content))
    assert str(refusal.value).endswith(".")


def test_a_file_that_is_too_large_is_refused_before_it_is_read():
    with pytest.raises(Refused, match="larger than 50 MB"):
        check(None, "advice.pdf", LARGEST + 1)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/advice.pdf", "advice.pdf"),
        ("C:\\papers\\advice.pdf", "advice.pdf"),
        ('a"b\r\nSet-Cookie: x.pdf', "a_b__Set-Cookie_ x.pdf"),
        ("Zoë’s report.pdf", "Zoë’s report.pdf"),
        ("x" * 400 + ".pdf", "x" * 150 + ".pdf"),
    ],
)
def test_a_name_is_kept_without_what_a_header_or_a_shell_trips_over(given, kept):
    assert safe_name(given) == kept


def test_a_picture_whose_bytes_happen_to_spell_a_short_name_is_no_script():
    noise = b"stream\n" + b"/JS \x00/XFA\x07" * 10 + b"\nendstream"
    check(io.BytesIO(files.PDF + noise), "scan.pdf", 1)
