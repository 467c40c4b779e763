"""What had happened before a step: the questions that the invariants ask of it."""

from __future__ import annotations

from dataclasses import dataclass

from goldenthread.rules.lifecycle.happenings import History
from goldenthread.rules.lifecycle.states import Position, State, Track
from goldenthread.rules.lifecycle.steps import Step


@dataclass(frozen=True, slots=True)
class Past:
    """The happenings before a step, in order, and the position that they leave."""

    happenings: History
    position: Position

    def state(self, track: Track) -> State:
        """The state of a track."""
        return self.position[track]

    def index_of_last(self, *kinds: Step, about: Step | None = None) -> int:
        """The place of the last happening of these kinds (about this decision, if given), or -1."""
        for index in range(len(self.happenings) - 1, -1, -1):
            happening = self.happenings[index]
            if happening.kind in kinds and about in (None, happening.details.about):
                return index
        return -1

    def happened_since(self, index: int, *kinds: Step, about: Step | None = None) -> bool:
        """Whether something of these kinds happened after the place `index`."""
        return self.index_of_last(*kinds, about=about) > index
