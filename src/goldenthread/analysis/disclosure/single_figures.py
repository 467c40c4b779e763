"""Before anything is public: counts so small that they point at a child are not shown.

Single figures that stand in no table: a count of 1 to 4 is hidden, and so is a share when either side of
it is that small, since the share and its base would give the count back. Figures that add up to others
need `suppression.protect`.
"""

from dataclasses import dataclass

from goldenthread.analysis.disclosure.rule import RULE, Rule


@dataclass(frozen=True, slots=True)
class SafeShare:
    """A share that may be shown: its parts, or None where showing them would point at a child."""

    numerator: int | None
    denominator: int | None

    @property
    def is_hidden(self) -> bool:
        return self.numerator is None


def safe_count(count: int, rule: Rule = RULE) -> int | None:
    """The count, or None where it must be hidden."""
    return None if rule.is_small(count) else count


def safe_share(numerator: int, denominator: int, rule: Rule = RULE) -> SafeShare:
    """The parts of a share, both hidden where either the share or its rest is small.

    Raises `ValueError` for a share of more than all.
    """
    if not 0 <= numerator <= denominator:
        raise ValueError(f"{numerator} of {denominator} is no share")
    if any(rule.is_small(count) for count in (numerator, denominator - numerator, denominator)):
        return SafeShare(None, None)
    return SafeShare(numerator, denominator)
