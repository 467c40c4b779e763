"""How are contents kept? As one text that is the same whenever the contents are, and read back from it."""

import hashlib
import json
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from goldenthread.governance.packs.contents import Block, Contents

BLOCKS = {block.__name__: block for block in get_args(Block)}
"""Kinds of block by the name that stands beside each in the text."""


def written(contents: Contents) -> str:
    """The contents as JSON: keys in order, no space to spare, letters as they are."""
    return json.dumps(plain(contents), sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def digest_of(text: str) -> str:
    """SHA-256 of a written pack."""
    return hashlib.sha256(text.encode()).hexdigest()


def plain(value: Any) -> Any:
    """A value of `contents` as what JSON knows; each block carries the name of its kind."""
    if is_dataclass(value):
        named = {each.name: plain(getattr(value, each.name)) for each in fields(value)}
        return {"block": type(value).__name__} | named if type(value).__name__ in BLOCKS else named
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def read(text: str) -> Contents:
    """The contents that were written. Raises `NotAPaper`, `KeyError` or `TypeError` for any other text."""
    contents: Contents = _read(Contents, json.loads(text))
    return contents


def _read(hint: Any, value: Any) -> Any:
    if isinstance(hint, UnionType):
        kind = BLOCKS[value["block"]]
        return _read(kind, {name: each for name, each in value.items() if name != "block"})
    if is_dataclass(hint):
        hints = get_type_hints(hint)
        bare = {name: each for name, each in value.items() if name != "block"}
        return hint(**{name: _read(hints[name], each) for name, each in bare.items()})  # type: ignore[operator]
    if get_origin(hint) is tuple:
        return tuple(_read(get_args(hint)[0], each) for each in value)
    return hint.fromisoformat(value) if hint in (date, datetime) else value
