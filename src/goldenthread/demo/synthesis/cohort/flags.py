"""How many cases went to mediation, to the tribunal, or to both?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Flags:
    """Cases with a mediation, with a tribunal appeal, and with both (who count in all three columns)."""

    mediation: int
    tribunal: int
    both: int

    @property
    def cases(self) -> int:
        """Cases with either."""
        return self.mediation + self.tribunal - self.both

    def each(self) -> list[tuple[bool, bool]]:
        """One pair (mediation, tribunal) for each case."""
        return (
            [(True, True)] * self.both
            + [(True, False)] * (self.mediation - self.both)
            + [(False, True)] * (self.tribunal - self.both)
        )
