"""The register of decisions in words: what is needed first, then what was decided."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse

from goldenthread.governance.models import AgendaItem, Board, Decision
from goldenthread.governance.presenters.decisions import decisions_table, needed_table
from goldenthread.governance.presenters.sections import Section
from goldenthread.ui.values import Link


def decisions_values(
    board: Board | None, needed: Sequence[AgendaItem], decided: Sequence[Decision]
) -> dict[str, Any]:
    """The decisions of one board, or of all where `board` is None."""
    above = (
        Link(board.name, reverse("board", args=[board.pk])) if board else Link("Boards", reverse("boards"))
    )
    table = decisions_table(decided, with_board=board is None) if decided else None
    return {
        "title": "Decisions",
        "caption": board.name if board else "Every board",
        "lead": "Each with its reason. None is ever changed: a later one takes its place, and both stay.",
        "sections": [
            Section(
                "Needed",
                table=needed_table(needed) if needed else None,
                empty="Nothing waits for a decision.",
            ),
            Section("Decided, newest first", table=table, empty="Nothing is decided yet."),
        ],
        "above": above,
    }
