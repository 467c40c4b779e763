"""The pack for a meeting of a board: families, exceptions, tests, movements, figures, decisions."""

from goldenthread.audit.scope import Scope
from goldenthread.governance.packs.contents import Block, Contents, Heading
from goldenthread.governance.packs.gathering.cited import cited_figures
from goldenthread.governance.packs.gathering.families import families
from goldenthread.governance.packs.gathering.framed import about_meeting, framed, how_made
from goldenthread.governance.packs.gathering.moved import moved
from goldenthread.governance.packs.gathering.promises import at_a_glance, each_promise, exceptions, summary
from goldenthread.governance.packs.gathering.tabled import agenda, brought, needed, overdue_actions, risks
from goldenthread.governance.packs.gathering.view import view
from goldenthread.governance.packs.kind import Asked, Framed, PackKind
from goldenthread.ui.words import weekday


def gather(scope: Scope, asked: Asked) -> Contents:
    """All that a board needs for one meeting, in the order in which it should read."""
    meeting = asked.meeting
    assert meeting is not None  # the kind says so, and asking for it refuses otherwise
    seen = view(scope, asked.today)
    blocks: list[Block] = [
        Heading("What families and young people say"),
        *families(scope, seen, meeting),
        Heading("Exceptions"),
        *exceptions(seen),
        Heading("The five tests"),
        *at_a_glance(seen),
        Heading("What moved since the pack before"),
        *moved(scope, seen, asked.since),
        Heading("Figures"),
        *cited_figures(scope, seen, where=f"{asked.title}"),
        Heading("Decisions needed"),
        *needed(scope, meeting.board_id),
        *brought(scope, meeting.board_id),
        *agenda(scope, seen, meeting),
        Heading("Risks"),
        *risks(seen),
        Heading("Actions past their day"),
        *overdue_actions(scope, seen, meeting.board_id),
        Heading("Every promise in full"),
        *each_promise(seen),
        Heading("How this pack was made"),
        *how_made(),
    ]
    subtitle = f"{meeting.board.name}, {weekday(meeting.on)}"
    about = about_meeting(asked)
    return framed(KIND.name, asked, Framed("Board pack", subtitle, summary(seen), blocks, about))


KIND = PackKind(
    "board",
    "Board pack",
    "For a meeting of a board: what families say, exceptions, the five tests, figures, decisions and risks.",
    of_a_meeting=True,
    gather=gather,
    place=1,
)
