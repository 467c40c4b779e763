"""Contents as one HTML file that asks nothing of any network, runs nothing and reads well on a phone."""

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

from django.template.loader import render_to_string
from markupsafe import Markup

from goldenthread.governance.packs.contents import Contents
from goldenthread.governance.packs.drawing.glyphs import glyphs
from goldenthread.ui import palette
from goldenthread.ui.values import STATE_WORDS

STYLE = Path(__file__).with_name("paper.css")
COLOUR = re.compile(r"\b[A-Z]+(?:_[A-Z]+)*\b(?=[;,\s])")
HIDDEN = 'aria-hidden="true" focusable="false"'
"""The word stands beside each drawing, so those who hear the page hear it once."""


def html(contents: Contents) -> bytes:
    """The file."""
    drawings = {state: Markup(each.replace("<svg ", f"<svg {HIDDEN} ")) for state, each in glyphs().items()}  # noqa: S704  ours
    values = {"contents": contents, "style": Markup(style()), "glyphs": drawings, "states": STATE_WORDS}  # noqa: S704  ours
    return render_to_string("packs/paper.html", values).strip().encode()


@cache
def style() -> str:
    """The style sheet with our colours."""

    def colour(found: re.Match[str]) -> str:
        return str(getattr(palette, found[0], found[0]))

    return COLOUR.sub(colour, STYLE.read_text(encoding="utf-8"))


def policy() -> str:
    """What a browser may do with the file: draw it in its own style, and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; frame-ancestors 'none'; sandbox"
