"""How does an area say what it keeps about a child, and how it is taken away again when it may not be kept?

Each area with personal data has a `retention.py` that says it in these words; `retention` reads them all.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from django.db.models import Model, QuerySet

Rows = Callable[[Sequence[int]], QuerySet[Any]]
"""From the numbers of people who are one child to the rows about them."""


class Way(Enum):
    """How the contents of a row go."""

    TOMBSTONE = "the seal's erasure: the row and its place in the chain stay"
    BLANK = "its fields are written over"
    DELETE = "the row goes"


@dataclass(frozen=True, slots=True)
class Kept:
    """Rows of one table about a child. `blank` gives what is written over, for that way alone."""

    model: type[Model]
    rows: Rows
    way: Way
    blank: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KeptFiles:
    """Bytes about a child outside the database. `remove` takes them away, also when begun again; how many."""

    what: str
    remove: Callable[[Sequence[int]], int]


@dataclass(frozen=True, slots=True)
class Declaration:
    """All that an area keeps. `not_of_a_child` gives every other model of it, with the reason."""

    kept: Sequence[Kept] = ()
    files: Sequence[KeptFiles] = ()
    not_of_a_child: Mapping[str, str] = field(default_factory=dict)
