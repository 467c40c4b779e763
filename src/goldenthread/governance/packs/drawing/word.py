"""Contents as a Word file that people can work on: headings, table heads that repeat, the same bytes again.

Built piece by piece; there is no template that could read what people wrote as its own.
"""

import io
import zipfile

from docx import Document
from docx.document import Document as WordFile

from goldenthread.governance.packs.contents import (
    Block,
    Bullets,
    Contents,
    Facts,
    Heading,
    Paragraph,
    Quote,
)
from goldenthread.governance.packs.drawing.word_styles import QUOTES, TONES, prepare
from goldenthread.governance.packs.drawing.word_tables import draw_table
from goldenthread.governance.packs.drawing.word_text import add_words, clean, styled

FIRST_DAY_OF_ZIP = (1980, 1, 1, 0, 0, 0)


def word(contents: Contents) -> bytes:
    """The file."""
    file = Document()
    prepare(file, contents)
    _front(file, contents)
    below = 1
    for block in contents.blocks:
        below = block.level if isinstance(block, Heading) else below
        _draw(file, block, below + 1)
    kept = io.BytesIO()
    file.save(kept)
    return _the_same_again(kept.getvalue())


def _the_same_again(content: bytes) -> bytes:
    """The same parts without the moment of packing, so that equal contents are equal bytes."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(kept, "w") as after:
        for part in before.infolist():
            entry = zipfile.ZipInfo(part.filename, FIRST_DAY_OF_ZIP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(entry, before.read(part))
    return kept.getvalue()


def _front(file: WordFile, contents: Contents) -> None:
    """Whose paper this is, what it is, and how it stands."""
    add_words(file, contents.partnership, "Partnership")
    add_words(file, contents.title, "Title")
    add_words(file, contents.subtitle, "Subtitle")
    if contents.demonstration:
        add_words(file, contents.demonstration, TONES["note"])
    add_words(file, contents.summary, TONES["lead"])
    _facts(file, Facts(contents.about))


def _draw(file: WordFile, block: Block, level: int) -> None:
    if isinstance(block, Heading):
        add_words(file, block.text, f"Heading {block.level}")
    elif isinstance(block, Paragraph):
        add_words(file, block.text, TONES[block.tone])
    elif isinstance(block, Quote):
        _quote(file, block)
    elif isinstance(block, Bullets):
        for item in block.items:
            add_words(file, item, "List Bullet")
    elif isinstance(block, Facts):
        _facts(file, block)
    else:
        draw_table(file, block, level)


def _quote(file: WordFile, quote: Quote) -> None:
    style = QUOTES[quote.voice]
    if quote.about:
        about = add_words(file, quote.about, style)
        for run in about.runs:
            run.bold = True
    add_words(file, quote.words, style)
    add_words(file, ", ".join(each for each in (quote.who, quote.when) if each), f"{style}, who")


def _facts(file: WordFile, facts: Facts) -> None:
    for fact in facts.rows:
        paragraph = styled(file.add_paragraph(), "Fact")
        paragraph.add_run(f"{clean(fact.term)}: ").bold = True
        paragraph.add_run(clean(fact.text))
