"""What boards have to decide, what they decided, and what was brought to them from below."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.accounts.roles import Permission
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Scope
from goldenthread.governance.models import AgendaItem, Decision, Escalation, EscalationAnswer, Meeting


def decisions_needed(
    scope: Scope, *, board_id: int | None = None, meeting_id: int | None = None
) -> list[AgendaItem]:
    """Items to decide on which no decision is recorded, of meetings that are planned or were held; the
    oldest meeting first. What a held meeting left open is among them."""
    scope.require(Permission.SEE_GOVERNANCE)
    rows = AgendaItem.objects.filter(purpose=AgendaItem.Purpose.DECIDE, decisions__isnull=True)
    rows = rows.exclude(meeting__status=Meeting.Status.CANCELLED)
    if board_id is not None:
        rows = rows.filter(meeting__board=board_id)
    if meeting_id is not None:
        rows = rows.filter(meeting=meeting_id)
    rows = rows.select_related("meeting__board", "promise")
    return list(rows.order_by("meeting__on", "place", "pk"))


def decisions(scope: Scope, *, board_id: int | None = None) -> list[Decision]:
    """Everything decided, of one board or of all, newest first; each with what took its place, if any."""
    scope.require(Permission.SEE_GOVERNANCE)
    rows = Decision.objects.select_related(
        "meeting__board", "item", "supersedes__meeting", "superseded_by__meeting"
    )
    if board_id is not None:
        rows = rows.filter(meeting__board=board_id)
    return list(rows.order_by("-meeting__on", "-pk"))


def decision(scope: Scope, decision_id: int) -> Decision:
    """One decision. Raises `NotFound`."""
    scope.require(Permission.SEE_GOVERNANCE)
    found = Decision.objects.select_related("meeting__board").filter(pk=decision_id).first()
    if found is None:
        raise NotFound("There is no such decision.")
    return found


def decisions_in_force(scope: Scope, board_id: int) -> list[Decision]:
    """Decisions of a board that no later one took the place of, newest first."""
    return [one for one in decisions(scope, board_id=board_id) if not hasattr(one, "superseded_by")]


@dataclass(frozen=True, slots=True)
class AnsweredEscalation:
    """Something brought to a board, with the answers in order. It is settled once an answer settles it."""

    row: Escalation
    answers: Sequence[EscalationAnswer]

    @property
    def is_settled(self) -> bool:
        return any(one.settles for one in self.answers)


def escalations(
    scope: Scope, *, board_id: int | None = None, only_open: bool = False
) -> list[AnsweredEscalation]:
    """What was brought to boards: what waits first, the oldest of it first. Three queries."""
    scope.require(Permission.SEE_GOVERNANCE)
    rows = Escalation.objects.select_related("to_board", "from_board", "risk__promise")
    if board_id is not None:
        rows = rows.filter(to_board=board_id)
    found = [
        AnsweredEscalation(row, sorted(row.answers.all(), key=lambda one: one.pk))
        for row in rows.prefetch_related("answers__meeting").order_by("raised_on", "pk")
    ]
    waiting = [one for one in found if not one.is_settled]
    return waiting if only_open else waiting + [one for one in found if one.is_settled]


def escalation(scope: Scope, escalation_id: int) -> AnsweredEscalation:
    """One of them. Raises `NotFound`."""
    scope.require(Permission.SEE_GOVERNANCE)
    rows = Escalation.objects.select_related("to_board", "from_board", "risk__promise")
    row = rows.filter(pk=escalation_id).first()
    if row is None:
        raise NotFound("There is no such escalation.")
    return AnsweredEscalation(row, list(row.answers.select_related("meeting").order_by("pk")))
