"""The tables of a local SEND reform plan."""

from goldenthread.audit.scope import Scope
from goldenthread.governance.packs.contents import Block, Contents, Heading
from goldenthread.governance.packs.gathering.framed import framed, how_made
from goldenthread.governance.packs.gathering.promises import at_a_glance, summary
from goldenthread.governance.packs.gathering.reform import reform_tables
from goldenthread.governance.packs.gathering.view import view
from goldenthread.governance.packs.kind import Asked, Framed, PackKind
from goldenthread.improvement.models import SeenBy
from goldenthread.ui.words import weekday


def gather(scope: Scope, asked: Asked) -> Contents:
    """Plans, requests and assessments as they are, and the promises that they stand beside."""
    seen = view(scope, asked.today, audience=SeenBy.ROOM)
    blocks: list[Block] = [
        Heading("Tables"),
        *reform_tables(scope, where=asked.title),
        Heading("The five tests of every promise"),
        *at_a_glance(seen),
        Heading("How these tables were made"),
        *how_made(),
    ]
    return framed(
        KIND.name, asked, Framed("SEND reform plan: tables", weekday(asked.today), summary(seen), blocks)
    )


KIND = PackKind(
    "reform",
    "SEND reform plan tables",
    "Plans by age, provision and need, requests and assessments by age. What has no source says so.",
    of_a_meeting=False,
    gather=gather,
    place=4,
)
