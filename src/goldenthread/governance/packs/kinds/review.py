"""The pack for a review by the Department: what the last letters asked, and what happened to each of it."""

from goldenthread.audit.scope import Scope
from goldenthread.governance.packs.contents import Block, Contents, Heading
from goldenthread.governance.packs.gathering.asked import answered_points, praised, unread
from goldenthread.governance.packs.gathering.cited import cited_figures
from goldenthread.governance.packs.gathering.families import families
from goldenthread.governance.packs.gathering.framed import about_meeting, framed, how_made
from goldenthread.governance.packs.gathering.moved import moved
from goldenthread.governance.packs.gathering.promises import at_a_glance, each_promise, exceptions, summary
from goldenthread.governance.packs.gathering.tabled import risks
from goldenthread.governance.packs.gathering.view import view
from goldenthread.governance.packs.kind import Asked, Framed, PackKind
from goldenthread.improvement.models import SeenBy
from goldenthread.improvement.queries.matrix import matrix
from goldenthread.improvement.queries.origins import brief
from goldenthread.ui.words import weekday


def gather(scope: Scope, asked: Asked) -> Contents:
    """What reviewers asked by promise and evidence, gaps said, with the record of the tests behind it."""
    seen = view(scope, asked.today, audience=SeenBy.ROOM)
    open_points, rows = brief(scope), matrix(scope, audience=SeenBy.ROOM)
    blocks: list[Block] = [
        Heading("What was asked, and what happened"),
        *answered_points(seen, open_points, rows),
        Heading("What families and young people say"),
        *families(scope, seen, asked.meeting),
        Heading("The five tests"),
        *at_a_glance(seen),
        Heading("Exceptions"),
        *exceptions(seen),
        Heading("What moved since the pack before"),
        *moved(scope, seen, asked.since),
        Heading("Figures"),
        *cited_figures(scope, seen, where=asked.title),
        Heading("Risks"),
        *risks(seen),
        Heading("Praised before, to be kept"),
        *praised(open_points),
        Heading("Every promise in full"),
        *each_promise(seen),
        Heading("How this pack was made"),
        *how_made(),
        *unread(open_points),
    ]
    meeting = asked.meeting
    subtitle = f"{meeting.title or 'Review'}, {weekday(meeting.on)}" if meeting else weekday(asked.today)
    about = about_meeting(asked)
    return framed(KIND.name, asked, Framed("Review pack", subtitle, summary(seen), blocks, about))


KIND = PackKind(
    "review",
    "Review pack for the Department",
    "What the last letters asked for, by promise and evidence, and what became of each.",
    of_a_meeting=False,
    gather=gather,
    place=2,
)
