"""How small is too small to show, and how vague must what is hidden stay? The partnership's one rule."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """What is hidden, and how wide the range must be that anybody could work out for it.

    Counts from 1 to below `threshold` are hidden; `hides_nought` hides nought too. `width` is the least
    distance between the lowest and the highest value that all that was ever released leaves possible for
    anything hidden.
    """

    threshold: int = 5
    width: int = 5
    hides_nought: bool = False

    def __post_init__(self) -> None:
        if self.threshold < 1 or self.width < 1:
            raise ValueError("a threshold and a width are at least one")

    def is_small(self, count: int) -> bool:
        """May this count not be shown?"""
        return 0 < count < self.threshold or (count == 0 and self.hides_nought)


RULE = Rule()
"""Fewer than five but not none, as the habit of councils is; the DfE's own tables hide nothing."""
