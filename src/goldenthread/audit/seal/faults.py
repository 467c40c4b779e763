"""What can be wrong with a sealed journal, in words that name the row."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """Kinds of fault."""

    CHANGED = "changed"
    """A row is not what it was when it was sealed, nor a tombstone under authority."""
    REMOVED = "removed"
    """A sealed row is gone."""
    UNSEALED = "inserted unsealed"
    """A row that never came through the journal's door."""
    REORDERED = "reordered"
    """A place of the chain stands where another belongs."""
    SEAL_CHANGED = "seal changed"
    """A place of the chain was edited itself."""
    SEAL_REMOVED = "seal removed"
    """Places of the chain are missing."""
    CUT = "cut off"
    """The chain ends before a head that was exported."""
    REWRITTEN = "rewritten"
    """The chain is not the one that a head was exported from."""
    HEAD = "head not trusted"
    """A head that is not signed by a key that is trusted."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong. Position, table and row are given where it has them."""

    kind: Kind
    says: str
    position: int | None = None
    table: str = ""
    row_id: int | None = None

    def __str__(self) -> str:
        return f"{self.kind.value}: {self.says}"
