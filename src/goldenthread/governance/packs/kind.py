"""What is a kind of pack, and what is it asked for?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from goldenthread.audit.scope import Scope
from goldenthread.governance.models import Meeting
from goldenthread.governance.packs.contents import Block, Contents, Fact


@dataclass(frozen=True, slots=True)
class Asked:
    """What a pack is made from: for which meeting, on which day and at which moment, for whom.

    `since` is the moment of the pack before, from which movements are told; None for the first.
    """

    title: str
    meeting: Meeting | None
    today: date
    made_at: datetime
    made_by: str
    since: datetime | None

    @property
    def board_id(self) -> int | None:
        return self.meeting.board_id if self.meeting is not None else None


@dataclass(frozen=True, slots=True)
class Framed:
    """The parts of a pack, before what stands around every pack."""

    title: str
    subtitle: str
    summary: str
    blocks: Sequence[Block]
    about: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class PackKind:
    """A kind of pack. `gather` reads the record within the scope and freezes every figure that it cites.

    `of_a_meeting` packs are made for a meeting; `place` is where it stands in lists.
    """

    name: str
    title: str
    says: str
    of_a_meeting: bool
    gather: Callable[[Scope, Asked], Contents]
    place: int
