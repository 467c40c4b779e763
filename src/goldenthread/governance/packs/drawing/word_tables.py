"""Tables of a pack in Word: a head row that repeats and is known as one, rows that do not break, a name."""

from collections.abc import Sequence

from docx.document import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, RGBColor
from docx.table import Table as WordTable
from docx.table import _Row as WordRow
from docx.text.paragraph import Paragraph as WordParagraph

from goldenthread.governance.packs.contents import AtAGlance, Figure, Figures, Head, Table, Tested
from goldenthread.governance.packs.drawing.glyphs import COLOURS
from goldenthread.governance.packs.drawing.word_styles import SMALL, TONES
from goldenthread.governance.packs.drawing.word_text import add_words, clean, fill, styled
from goldenthread.ui import palette
from goldenthread.ui.values import STATE_WORDS, State

WIDTH = Mm(170)
TEST_HEADS = (Head("Test", share=1), Head("How it stands", share=5))
FIGURE_HEADS = (Head("Figure", share=3), Head("Value"), Head("What it rests on", share=4))


def draw_table(file: WordFile, block: Table | Tested | AtAGlance | Figures, level: int) -> None:
    """Any block that is a table in Word; `level` is that of the heading it stands under, and one more."""
    if isinstance(block, Table):
        _plain(file, block)
    elif isinstance(block, Tested):
        _tested(file, block, level)
    elif isinstance(block, AtAGlance):
        _at_a_glance(file, block)
    else:
        _figures(file, block, level)


def _plain(file: WordFile, table: Table) -> None:
    if not table.rows:
        add_words(file, table.missing, TONES["missing"])
        return
    add_words(file, table.caption, "Caption")
    drawn = _grid(file, table.caption, table.heads, len(table.rows))
    for row, texts in zip(list(drawn.rows)[1:], table.rows, strict=True):
        for number, (cell, text, head) in enumerate(zip(row.cells, texts, table.heads, strict=True)):
            paragraph = fill(cell, text)
            if number == 0:
                paragraph.runs[0].bold = True
            if head.number:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _tested(file: WordFile, block: Tested, level: int) -> None:
    name = f"{block.code}: {block.words}"
    add_words(file, name, f"Heading {level}")
    if block.answers:
        add_words(file, block.answers, TONES["note"]).paragraph_format.keep_with_next = True
    drawn = _grid(file, f"The five tests of {block.code}", TEST_HEADS, len(block.tests))
    for row, test in zip(list(drawn.rows)[1:], block.tests, strict=True):
        name_cell, says = row.cells
        fill(name_cell, test.name).runs[0].bold = True
        paragraph = fill(says, "")
        _state(paragraph, test.state, ". ")
        paragraph.add_run(clean(test.says))
        if test.limit:
            paragraph.add_run(f"\n{clean(test.limit)}").font.size = SMALL


def _at_a_glance(file: WordFile, block: AtAGlance) -> None:
    add_words(file, block.caption, "Caption")
    heads = (Head("Promise", share=7), *(Head(test.name, share=3) for test in block.promises[0].tests))
    drawn = _grid(file, block.caption, heads, len(block.promises))
    for row, promise in zip(list(drawn.rows)[1:], block.promises, strict=True):
        name, *tests = row.cells
        paragraph = fill(name, promise.code)
        paragraph.runs[0].bold = True
        paragraph.add_run(f" {clean(promise.words)}")
        for cell, test in zip(tests, promise.tests, strict=True):
            _state(fill(cell, ""), test.state)


def _figures(file: WordFile, block: Figures, level: int) -> None:
    add_words(file, block.caption, f"Heading {level}")
    drawn = _grid(file, block.caption, FIGURE_HEADS, len(block.figures))
    for row, figure in zip(list(drawn.rows)[1:], block.figures, strict=True):
        label, value, rests = row.cells
        fill(label, figure.label).runs[0].bold = True
        fill(value, figure.value or figure.missing).runs[0].bold = bool(figure.value)
        fill(rests, "\n".join(_rests_on(figure)))


def _rests_on(figure: Figure) -> list[str]:
    parts = (figure.says, figure.counted, figure.as_at, figure.definition, figure.citation)
    return [part for part in parts if part]


def _state(paragraph: WordParagraph, state: State, after: str = "") -> None:
    """The state in words, in its colour."""
    run = paragraph.add_run(STATE_WORDS[state] + after)
    run.bold = True
    run.font.color.rgb = RGBColor.from_string(COLOURS[state].lstrip("#").upper())


def _grid(file: WordFile, name: str, heads: Sequence[Head], rows: int) -> WordTable:
    """An empty table with its head row. Its name is what a screen reader says of it."""
    table: WordTable = file.add_table(rows + 1, len(heads))
    table.autofit = False
    _dress(table, name)
    whole = sum(head.share for head in heads)
    for column, head in zip(table.columns, heads, strict=True):
        column.width = int(WIDTH * head.share / whole)
    first, *others = table.rows
    for cell, head in zip(first.cells, heads, strict=True):
        paragraph = fill(cell, head.text)
        paragraph.runs[0].bold = True
        if head.number:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _mark(first, "w:cantSplit", "w:tblHeader")
    for row in others:
        _mark(row, "w:cantSplit")
    styled(file.add_paragraph(), "After a table")
    return table


def _mark(row: WordRow, *marks: str) -> None:
    properties = row._tr.get_or_add_trPr()
    for mark in marks:
        properties.append(parse_xml(f"<{mark} {nsdecls('w')}/>"))


def _dress(table: WordTable, name: str) -> None:
    """Hairlines between rows, a heavier one below the heads; the name for those who hear it."""
    ink, rule = palette.INK.lstrip("#"), palette.RULE.lstrip("#")
    properties = table._tbl.tblPr
    borders = (
        f"<w:tblBorders {nsdecls('w')}>"
        f'<w:top w:val="single" w:sz="12" w:color="{ink}"/>'
        f'<w:bottom w:val="single" w:sz="4" w:color="{rule}"/>'
        f'<w:insideH w:val="single" w:sz="4" w:color="{rule}"/></w:tblBorders>'
    )
    for after in properties.xpath("w:tblLayout | w:tblLook")[:1]:
        after.addprevious(parse_xml(borders))
    caption = parse_xml(f"<w:tblCaption {nsdecls('w')}/>")
    caption.set(qn("w:val"), clean(name)[:250])
    properties.append(caption)
