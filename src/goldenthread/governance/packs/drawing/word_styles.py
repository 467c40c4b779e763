"""How does a pack look in Word? Styles that people can change in one place, in British English."""

from typing import Any

from docx.document import Document as WordFile
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from goldenthread.governance.packs.contents import Contents, Tone, Voice
from goldenthread.governance.packs.drawing.word_text import clean
from goldenthread.ui import palette

LETTERS = "Arial"
"""On every machine that opens such files; our own is not."""
SMALL = Pt(9)
TONES: dict[Tone, str] = {"": "Normal", "lead": "Lead", "note": "Small print", "missing": "Missing"}
QUOTES: dict[Voice, str] = {
    "forum": "Forum",
    "families": "Families",
    "owner": "Commentary",
    "outside": "Words of others",
}
EDGES: dict[Voice, tuple[str, str]] = {
    "forum": (palette.SPRUCE_MID, palette.MIST),
    "families": (palette.THREAD, palette.LINEN),
    "owner": (palette.RULE, palette.PAPER),
    "outside": (palette.RULE, palette.PAPER),
}
HEADINGS = {"Heading 1": (17, 24), "Heading 2": (13, 16), "Heading 3": (11.5, 12), "Heading 4": (11, 10)}
OF_OURS = {
    "Partnership": (11, palette.THREAD_TEXT, True),
    "Lead": (14, palette.INK, False),
    "Small print": (9, palette.INK_SOFT, False),
    "Missing": (10.5, palette.UNKNOWN, False),
    "Fact": (10.5, palette.INK, False),
    "In a table": (9.5, palette.INK, False),
    "After a table": (6, palette.INK, False),
}


def prepare(file: WordFile, contents: Contents) -> None:
    """Page, styles, language and what the file says of itself."""
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(20)
    _styles(file)
    _language(file)
    _footer(file, contents)
    known = file.core_properties
    known.title, known.subject = clean(contents.title)[:255], clean(contents.subtitle)[:255]
    known.author = known.last_modified_by = clean(contents.partnership)[:255]
    known.created = known.modified = contents.made_at.replace(microsecond=0)
    known.language, known.comments, known.revision = "en-GB", "", 1


def _styles(file: WordFile) -> None:
    _letters(file.styles["Normal"], 10.5, palette.INK)
    _letters(file.styles["Title"], 26, palette.SPRUCE, bold=True)
    _letters(file.styles["Subtitle"], 14, palette.INK)
    _letters(file.styles["Caption"], 10.5, palette.INK, bold=True)
    file.styles["Subtitle"].font.italic = False
    _spaced(file.styles["Subtitle"])
    file.styles["Caption"].paragraph_format.keep_with_next = True
    file.styles["Caption"].paragraph_format.space_before = Pt(10)
    for edge in file.styles["Title"].element.findall(f".//{qn('w:pBdr')}"):
        edge.getparent().remove(edge)
    for name, (size, above) in HEADINGS.items():
        style = file.styles[name]
        _letters(style, size, palette.INK, bold=True)
        style.font.italic = False
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(above), Pt(4)
    for name, (size, colour, bold) in OF_OURS.items():
        _letters(_added(file, name), size, colour, bold=bold)
    cells = file.styles["In a table"].paragraph_format
    cells.space_before = cells.space_after = Pt(2.5)
    cells.line_spacing = 1.0
    for voice, name in QUOTES.items():
        _quotation(file, voice, name)


def _spaced(style: Any) -> None:
    """Letters as far apart as they are made."""
    for spacing in style.element.rPr.findall(qn("w:spacing")):
        style.element.rPr.remove(spacing)


def _added(file: WordFile, name: str) -> Any:
    style: ParagraphStyle = file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = file.styles["Normal"]
    style.paragraph_format.space_after = Pt(4)
    return style


def _letters(style: Any, size: float, colour: str, *, bold: bool = False) -> None:
    """Letters of a style, in place of those that the theme of the file would give."""
    style.font.name, style.font.size, style.font.bold = LETTERS, Pt(size), bold
    style.font.color.rgb = RGBColor.from_string(colour.lstrip("#").upper())
    fonts = style.element.rPr.rFonts
    for name in list(fonts.attrib):
        if name.endswith("Theme"):
            del fonts.attrib[name]
    for script in ("w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), LETTERS)


def _quotation(file: WordFile, voice: Voice, name: str) -> None:
    """Words of others: an edge and a ground of their own, and who says it below in small print."""
    edge, ground = (colour.lstrip("#") for colour in EDGES[voice])
    for part, size, colour in ((name, 10.5, palette.INK), (f"{name}, who", 9, palette.INK_SOFT)):
        style = _added(file, part)
        _letters(style, size, colour)
        style.paragraph_format.left_indent = style.paragraph_format.right_indent = Mm(4)
        style.paragraph_format.keep_with_next = part == name
        properties = style.element.get_or_add_pPr()
        spacing = properties.find(qn("w:spacing"))
        line = f'<w:left w:val="single" w:sz="36" w:space="8" w:color="{edge}"/>'
        spacing.addprevious(parse_xml(f"<w:pBdr {nsdecls('w')}>{line}</w:pBdr>"))
        spacing.addprevious(
            parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{ground}"/>')
        )


def _language(file: WordFile) -> None:
    for language in file.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")


def _footer(file: WordFile, contents: Contents) -> None:
    paragraph = file.sections[0].footer.paragraphs[0]
    paragraph.style = file.styles["Small print"]
    paragraph.add_run(f"{clean(contents.title)}, {clean(contents.subtitle)}. Page ")
    for mark, field in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()
        if field:
            run._r.append(
                parse_xml(f'<w:instrText {nsdecls("w")} xml:space="preserve">{field}</w:instrText>')
            )
        else:
            run._r.append(parse_xml(f'<w:fldChar {nsdecls("w")} w:fldCharType="{mark}"/>'))
