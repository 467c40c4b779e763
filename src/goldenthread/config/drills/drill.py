"""What is a drill, and what does it answer?"""

from collections.abc import Callable
from dataclasses import dataclass

Progress = Callable[[str], None]
"""Told in a few words how far the drill is."""

CAME_OUT_AS_PROMISED, SOMETHING_WAS_LOST = 0, 1


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many were tried, how many came out as promised, and how many did not."""

    tried: int
    found: int
    lost: int

    @property
    def code(self) -> int:
        """The exit code: 0 when something was tried and all of it came out as promised."""
        held = self.tried > 0 and self.lost == 0 and self.found == self.tried
        return CAME_OUT_AS_PROMISED if held else SOMETHING_WAS_LOST


@dataclass(frozen=True, slots=True)
class Drill:
    """A drill by name. `size` is how much is tried unless asked otherwise, counted in `of`.

    `held` is the word for one that came out as promised: survived, found, refused. `module` has the function
    `run(area, size, progress) -> Outcome`. `children` is how many made-up children the scratch area holds;
    None: nobody at all, not even staff.
    """

    name: str
    does: str
    size: int
    of: str
    held: str
    module: str
    children: int | None = 24

    def closing_line(self, outcome: Outcome) -> str:
        """The one line that a run ends with."""
        return f"{self.name}: tried {outcome.tried:,}, {self.held} {outcome.found:,}, lost {outcome.lost:,}"
