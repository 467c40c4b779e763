"""What moved since the pack before: tests that stand otherwise than they did, each with its reason."""

from datetime import datetime

from goldenthread.audit.scope import Scope
from goldenthread.governance.packs.contents import Block, Paragraph, Table
from goldenthread.governance.packs.contents import Head as H
from goldenthread.governance.packs.gathering.telling import as_example, state_words
from goldenthread.governance.packs.gathering.view import View
from goldenthread.improvement.queries.judged import Movement, movements
from goldenthread.ui.words import moment, plural

NOTHING_BEFORE = (
    "No pack of this kind was issued before, so there is nothing to compare with. "
    "The next one tells what moved."
)


def moved(scope: Scope, view: View, since: datetime | None) -> list[Block]:
    """The tests that moved, the newest first; how many were judged for the first time is said below."""
    if since is None:
        return [Paragraph(NOTHING_BEFORE, "missing")]
    shown = {one.promise.pk for one in view.judged}
    found = [one for one in movements(scope, since) if one.promise.pk in shown]
    known = [one for one in found if one.before is not None]
    first = len(found) - len(known)
    heads = (H("Promise", share=4), H("Test"), H("Was"), H("Is now"), H("Why", share=5))
    table = Table(
        f"Tests that stand otherwise than on {moment(since)}",
        heads,
        tuple(_row(one) for one in known),
        f"No test stands otherwise than on {moment(since)}, when the pack before was made.",
    )
    were = "was" if first == 1 else "were"
    said = f"{plural(first, 'test')} besides {were} judged for the first time since then."
    return [table, Paragraph(said, "note")] if first else [table]


def _row(one: Movement) -> tuple[str, ...]:
    words = as_example(one.promise.words, one.promise.is_example)
    name = one.test.value.capitalize()
    return (
        f"{one.promise.code}: {words}",
        name,
        state_words(one.before),
        state_words(one.after),
        one.because,
    )
