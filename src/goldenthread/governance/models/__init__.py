"""What governance keeps: boards and their seats, meetings and papers, decisions and actions, minutes."""

from goldenthread.governance.models.boards import Board, Seat, SeatHolding, TermsOfReference
from goldenthread.governance.models.decisions import (
    BoardAction,
    BoardActionEntry,
    Decision,
    Escalation,
    EscalationAnswer,
)
from goldenthread.governance.models.meetings import AgendaItem, Attendance, Conflict, Meeting
from goldenthread.governance.models.minutes import (
    ChairUpdate,
    ChairUpdateItem,
    Minutes,
    PublishedUpdate,
    Ratification,
)
from goldenthread.governance.models.papers import Paper

__all__ = [
    "AgendaItem",
    "Attendance",
    "Board",
    "BoardAction",
    "BoardActionEntry",
    "ChairUpdate",
    "ChairUpdateItem",
    "Conflict",
    "Decision",
    "Escalation",
    "EscalationAnswer",
    "Meeting",
    "Minutes",
    "Paper",
    "PublishedUpdate",
    "Ratification",
    "Seat",
    "SeatHolding",
    "TermsOfReference",
]
