"""How do words that someone wrote come into a Word file? As text alone, line by line, in their direction."""

import re

from docx.document import Document as WordFile
from docx.oxml import OxmlElement
from docx.table import _Cell as WordCell
from docx.text.paragraph import Paragraph as WordParagraph

NOT_XML = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
PARAGRAPHS = re.compile(r"\n\s*\n")
RIGHT_TO_LEFT = re.compile("^[^A-Za-z\u00c0-\u04ff]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def clean(text: str) -> str:
    """The text; what no XML may hold becomes the sign for a letter that cannot be shown."""
    return NOT_XML.sub("\ufffd", text.replace("\r\n", "\n"))


def add_words(file: WordFile | WordCell, text: str, style: str) -> WordParagraph:
    """Each paragraph of theirs a paragraph, each line a line; the last of them."""
    *first, last = PARAGRAPHS.split(clean(text))
    for part in first:
        _directed(styled(file.add_paragraph(part), style), part)
    return _directed(styled(file.add_paragraph(last), style), last)


def styled(paragraph: WordParagraph, style: str) -> WordParagraph:
    """Gives a paragraph its style by the id that the style has: asking for it by name reads all styles."""
    paragraph._p.style = style.replace(" ", "")
    return paragraph


def fill(cell: WordCell, text: str) -> WordParagraph:
    """Words into the one paragraph that an empty cell has."""
    words = clean(text)
    paragraph = cell.paragraphs[0]
    styled(paragraph, "In a table")
    paragraph.add_run(words)
    return _directed(paragraph, words)


def _directed(paragraph: WordParagraph, text: str) -> WordParagraph:
    if RIGHT_TO_LEFT.match(text):
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
    return paragraph
