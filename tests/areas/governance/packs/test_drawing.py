"""The same contents as HTML, PDF and Word: whole, unedited, readable by all, and the same bytes again."""

import io
import re
import time
from html.parser import HTMLParser
from itertools import pairwise

import pypdfium2
import pytest
from docx import Document
from docx.oxml.ns import qn
from pdfua import validate

from areas.governance.packs.papers import ARABIC, EVERY_BLOCK, MARKUP, TOO_LATE, five_tests, paper, table
from goldenthread.governance.packs import contents as c
from goldenthread.governance.packs.drawing.html import html, policy
from goldenthread.governance.packs.drawing.pdf import pdf
from goldenthread.governance.packs.drawing.word import word

FURNITURE = re.compile(
    r"A demonstration Page \d of \d( Board pack SEND Improvement Board, Wednesday 12 February 2025)?"
    r"( Milestone Days late)?"
)
"""What stands above and below each page of the PDF, and the heads that a table repeats there."""
EACH = {"html": html, "pdf": pdf, "word": word}


class Words(HTMLParser):
    """The text of a page, and the tags that it has."""

    def __init__(self):
        super().__init__()
        self.text, self.tags = [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text.append(data)


def text_of(form, content):
    """What someone reads in the file, with single spaces."""
    if form == "html":
        page = Words()
        page.feed(content.decode())
        said = "".join(page.text)
    elif form == "pdf":
        file = pypdfium2.PdfDocument(content)
        said = "\n".join(file[number].get_textpage().get_text_bounded() for number in range(len(file)))
        file.close()
    else:
        file = Document(io.BytesIO(content))
        said = "\n".join(each.text or "" for each in file.element.body.iter(qn("w:t")))
    return re.sub(r"\s+", " ", said.replace("\u200b", "").replace("\ufffe", ""))


@pytest.mark.parametrize("form", EACH)
def test_the_same_contents_are_the_same_bytes(form):
    first = EACH[form](paper())
    if form == "word":
        time.sleep(2)  # what a zip file says of time has steps of two seconds
    assert EACH[form](paper()) == first
    assert EACH[form](paper(summary="Otherwise.")) != first


@pytest.mark.parametrize("form", EACH)
@pytest.mark.parametrize(
    "said", [MARKUP, "{{ config }}{{", '#import "x"', "]]></w:t>", "a\u202eb", "</style>"]
)
def test_what_people_wrote_stays_text(form, said):
    content = EACH[form](paper(c.Heading("Said"), c.Quote(said, "The forum"), table(((said, "1"),))))
    found = text_of(form, content)
    assert found.count(re.sub(r"\s+", " ", said).replace("\u202e", "")) == 2 or said in found


@pytest.mark.parametrize("form", EACH)
def test_the_words_of_the_forum_are_unedited(form):
    content = EACH[form](paper())
    assert re.sub(r"\s+", " ", TOO_LATE) in text_of(form, content)


@pytest.mark.parametrize("form", EACH)
def test_ten_thousand_letters_without_a_space_are_all_there(form):
    long = "abcdefghij" * 1_000
    content = EACH[form](paper(c.Heading("Said"), c.Quote(long, "The forum"), table(((long, ""),))))
    found = FURNITURE.sub("", text_of(form, content)).replace(" ", "")
    assert found.count(long) == 2


def test_words_from_right_to_left_stand_so_everywhere():
    assert ARABIC in html(paper()).decode()
    bidi = [each for each in Document(io.BytesIO(word(paper()))).paragraphs if each.text == ARABIC]
    assert bidi[0]._p.pPr.find(qn("w:bidi")) is not None
    assert len(pdf(paper(c.Quote(ARABIC, "A family")))) > 5_000


def test_the_pdf_is_tagged_for_screen_readers_without_a_finding(tmp_path):
    file = tmp_path / "pack.pdf"
    file.write_bytes(pdf(paper()))
    report = validate(str(file))
    assert [f"{each.rule_id} {each.message}" for each in report.findings] == []
    content = file.read_bytes()
    assert b"/MarkInfo" in content
    assert b"pdfuaid:part" in content


def test_the_pdf_says_by_name_what_no_font_of_its_has():
    found = text_of("pdf", pdf(paper()))
    assert "[grinning face]" in found
    assert "[words in letters that this file cannot draw: see the Word file]" in found


def test_a_control_character_is_no_reason_to_have_no_pack():
    for draw in EACH.values():
        assert draw(paper(c.Quote("before\x0bafter\x01", "The forum")))


def test_word_has_headings_and_heads_that_repeat():
    file = Document(io.BytesIO(word(paper())))
    headings = [each.text for each in file.paragraphs if each.style.name == "Heading 1"]
    assert headings == [each.text for each in EVERY_BLOCK if isinstance(each, c.Heading) and each.level == 1]
    assert len(file.tables) == 4
    for each in file.tables:
        assert each.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(cell.text for cell in each.rows[0].cells)
        assert each._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
    assert file.core_properties.language == "en-GB"
    assert file.core_properties.title == "Board pack"


def test_every_style_in_word_is_one_that_the_file_has():
    file = Document(io.BytesIO(word(paper())))
    there = {style.style_id for style in file.styles}
    used = {each.get(qn("w:val")) for each in file.element.body.iter(qn("w:pStyle"))}
    assert used <= there
    assert {"Heading1", "Forum", "Families", "Inatable", "Missing"} <= used


def test_the_page_has_heads_for_every_table_and_headings_in_order():
    page = Words()
    page.feed(html(paper()).decode())
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    tables = sum(tag == "table" for tag, _ in page.tags)
    assert (
        tables == sum(tag == "caption" for tag, _ in page.tags) == sum(tag == "thead" for tag, _ in page.tags)
    )
    assert ("html", {"lang": "en-GB"}) in page.tags


def test_the_page_asks_nothing_of_any_network_and_runs_nothing():
    page = html(paper()).decode()
    assert "<script" not in page
    assert not re.findall(r"(?:src|href)=\"(?!#)", page)
    assert "url(" not in page
    assert "default-src 'none'" in policy()


@pytest.mark.parametrize("form", EACH)
def test_every_state_is_a_word_and_not_a_colour_alone(form):
    found = text_of(form, EACH[form](paper(c.Heading("Tests"), five_tests("P2", ("no-evidence",) * 5))))
    assert found.count("No evidence") >= 5
