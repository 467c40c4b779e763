"""Contents as a PDF for print and screen readers: tagged, PDF/UA-1, the same bytes for the same contents."""

import json
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import typst
from fontpkg_source_sans_3 import ROOT as LETTERS

from goldenthread.governance.packs.contents import Contents
from goldenthread.governance.packs.drawing.glyphs import glyphs
from goldenthread.governance.packs.written import plain
from goldenthread.ui import palette
from goldenthread.ui.values import STATE_WORDS

TEMPLATE = Path(__file__).with_name("pack.typ")
NOT_DRAWN = re.compile(r'the text `"(.+?)"` could not be displayed')
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
LONG_WORD = re.compile(r"[^\s\u200b]{40,}")
PIECE = 12
MAY_BREAK = "\u200b"
NOT_WORDS = frozenset({"block", "state", "tone", "voice", "as_at", "made_at"})
ROUNDS = 5
"""Each round tells of every letter that no font has; a second finds what stood hidden behind those."""

Change = Callable[[str], str]


def pdf(contents: Contents) -> bytes:
    """The file. Letters that none of its fonts has are written by name, in square brackets."""
    values = _changed(plain(contents), _breakable)
    for _ in range(ROUNDS):
        try:
            return _compiled(values, int(contents.made_at.timestamp()))
        except typst.TypstError as problem:
            missing = _letters_in(problem.diagnostic)
            if not missing:
                raise
            values = _changed(values, missing.sub)
    raise ValueError("these contents have letters that cannot be drawn")


def _compiled(values: Any, moment: int) -> bytes:
    colours = {name: value for name, value in vars(palette).items() if name.isupper()}
    compiled: bytes = typst.compile(
        TEMPLATE.read_bytes(),
        font_paths=[LETTERS / "files"],
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
        timestamp=moment,
        sys_inputs={
            "contents": json.dumps(values, ensure_ascii=False),
            "palette": json.dumps(colours),
            "glyphs": json.dumps(glyphs()),
            "states": json.dumps(STATE_WORDS),
        },
    )
    return compiled


def _changed(value: Any, change: Change) -> Any:
    """The same values with every text that someone reads changed."""
    if isinstance(value, dict):
        return {name: each if name in NOT_WORDS else _changed(each, change) for name, each in value.items()}
    if isinstance(value, list):
        return [_changed(each, change) for each in value]
    return change(value) if isinstance(value, str) else value


def _breakable(text: str) -> str:
    """A word longer than a line, such as an address, may break; it looks the same."""
    return LONG_WORD.sub(lambda found: _in_pieces(found[0]), text)


def _in_pieces(word: str) -> str:
    return MAY_BREAK.join(word[start : start + PIECE] for start in range(0, len(word), PIECE))


def _letters_in(diagnostic: str) -> "Unknown | None":
    """The letters that no font has, as the problem names them."""
    found = {_unescaped(each) for each in NOT_DRAWN.findall(diagnostic)}
    return Unknown(frozenset("".join(found))) if found else None


def _unescaped(named: str) -> str:
    return ESCAPED.sub(lambda found: chr(int(found[1], 16)), named)


@dataclass(frozen=True, slots=True)
class Unknown:
    """Letters that cannot be drawn, and what stands in their place."""

    letters: frozenset[str]

    def sub(self, text: str) -> str:
        """A picture by its name; words of a script that no font has, as a note; what is no letter goes."""
        parts = ["".join(group) for _, group in groupby(text, self.letters.__contains__)]
        return "".join(self._named(part) if part[0] in self.letters else part for part in parts)

    def _named(self, part: str) -> str:
        if any(unicodedata.category(letter).startswith("L") for letter in part):
            return "[words in letters that this file cannot draw: see the Word file]"
        names = [unicodedata.name(letter, "").lower() for letter in part]
        return " ".join(f"[{name}]" for name in names if name)
