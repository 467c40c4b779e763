"""Which kinds of file may come in, by the ending of the name and by the first bytes.

Only what a browser or an office program shows without running anything. The bytes decide; the ending must
agree.
"""

from dataclasses import dataclass

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
OPEN_TEXT = "application/vnd.oasis.opendocument.text"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: its endings, the media type it is served as, and how it is judged inside."""

    endings: tuple[str, ...]
    media_type: str
    words: str
    zipped_with: str = ""
    """For a file that is a ZIP archive: the member that shows which kind it is."""


KINDS = (
    Kind((".pdf",), "application/pdf", "PDF"),
    Kind((".docx",), WORD, "Word", "word/document.xml"),
    Kind((".xlsx",), SHEET, "Excel", "xl/workbook.xml"),
    Kind((".pptx",), SLIDES, "PowerPoint", "ppt/presentation.xml"),
    Kind((".odt",), OPEN_TEXT, "OpenDocument text", "content.xml"),
    Kind((".jpg", ".jpeg"), "image/jpeg", "JPEG picture"),
    Kind((".png",), "image/png", "PNG picture"),
    Kind((".txt",), "text/plain", "plain text"),
)

ENDINGS = tuple(ending for kind in KINDS for ending in kind.endings)
ALLOWED = "PDF, Word, Excel, PowerPoint, OpenDocument text, JPEG, PNG or plain text"


def kind_of_name(name: str) -> Kind | None:
    """The kind that the ending of a name stands for."""
    lower = name.lower()
    return next((kind for kind in KINDS if lower.endswith(kind.endings)), None)
