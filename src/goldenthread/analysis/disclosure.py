"""Before anything is public: counts so small that they point at a child are not shown.

Primary suppression of single figures: a count of 1 to 4 is hidden, and so is a share when either side
of it is that small, since the share and its base would give the count back.
"""

from dataclasses import dataclass

SMALL = range(1, 5)
"""The counts that are hidden: fewer than 5 but not none. The DfE's own rule for these tables is to hide
nothing (the files say so); ours is the stricter habit of a council's website."""


@dataclass(frozen=True, slots=True)
class SafeShare:
    """A share that may be shown: its parts, or None where showing them would point at a child."""

    numerator: int | None
    denominator: int | None

    @property
    def is_hidden(self) -> bool:
        return self.numerator is None


def safe_count(count: int) -> int | None:
    """The count, or None where it must be hidden."""
    return None if count in SMALL else count


def safe_share(numerator: int, denominator: int) -> SafeShare:
    """The parts of a share, both hidden where either the share or its rest is small.

    Raises `ValueError` for a share of more than all.
    """
    if not 0 <= numerator <= denominator:
        raise ValueError(f"{numerator} of {denominator} is no share")
    if numerator in SMALL or denominator - numerator in SMALL or denominator in SMALL:
        return SafeShare(None, None)
    return SafeShare(numerator, denominator)
