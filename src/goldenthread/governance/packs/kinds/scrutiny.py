"""The report to councillors who scrutinise: short, in plain words, with what is bad said first."""

from goldenthread.audit.scope import Scope
from goldenthread.governance.packs.contents import Block, Contents, Heading
from goldenthread.governance.packs.gathering.cited import cited_figures
from goldenthread.governance.packs.gathering.families import families
from goldenthread.governance.packs.gathering.framed import about_meeting, framed, how_made
from goldenthread.governance.packs.gathering.moved import moved
from goldenthread.governance.packs.gathering.promises import at_a_glance, exceptions, summary
from goldenthread.governance.packs.gathering.tabled import decided, overdue_actions, risks
from goldenthread.governance.packs.gathering.view import view
from goldenthread.governance.packs.kind import Asked, Framed, PackKind
from goldenthread.improvement.models import SeenBy
from goldenthread.ui.words import weekday

NEWEST_DECISIONS = 20


def gather(scope: Scope, asked: Asked) -> Contents:
    """How it stands for families, what is not kept, what boards decided and what is late."""
    seen = view(scope, asked.today, audience=SeenBy.PUBLIC)
    blocks: list[Block] = [
        Heading("What families and young people say"),
        *families(scope, seen, asked.meeting),
        Heading("Where promises are not kept"),
        *exceptions(seen),
        Heading("The five tests of every promise"),
        *at_a_glance(seen),
        Heading("What moved since the report before"),
        *moved(scope, seen, asked.since),
        Heading("Figures"),
        *cited_figures(scope, seen, where=asked.title),
        Heading("What the boards decided"),
        *decided(scope, NEWEST_DECISIONS),
        Heading("Risks"),
        *risks(seen),
        Heading("Actions of boards past their day"),
        *overdue_actions(scope, seen, None),
        Heading("How this report was made"),
        *how_made(),
    ]
    about = about_meeting(asked)
    return framed(
        KIND.name, asked, Framed("Scrutiny report", weekday(asked.today), summary(seen), blocks, about)
    )


KIND = PackKind(
    "scrutiny",
    "Scrutiny report",
    "For councillors: what families say, where promises are not kept, figures, decisions and what is late.",
    of_a_meeting=False,
    gather=gather,
    place=3,
)
