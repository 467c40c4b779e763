"""What meetings decide and ask to be done, and what is brought to boards from below."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock, journal
from goldenthread.audit.actions import record
from goldenthread.audit.errors import NotPossibleNow
from goldenthread.audit.scope import Scope
from goldenthread.governance.carried import Said, standing_of
from goldenthread.governance.models import (
    AgendaItem,
    Board,
    BoardAction,
    BoardActionEntry,
    Decision,
    Escalation,
    EscalationAnswer,
    Meeting,
)
from goldenthread.governance.policies import check_minutes_are_open, check_was_held
from goldenthread.improvement.models import Risk
from goldenthread.organisations.models import Organisation


@dataclass(frozen=True, slots=True)
class DecisionDetails:
    """What was decided and why, on which item, and which earlier decision it takes the place of."""

    words: str
    because: str
    item: AgendaItem | None = None
    supersedes: Decision | None = None
    is_example: bool = False


@dataclass(frozen=True, slots=True)
class BoardActionDetails:
    """What is to be done, who answers for it, and by which day."""

    words: str
    owner_role: str
    owner: Organisation
    due_on: date
    item: AgendaItem | None = None
    is_example: bool = False


@dataclass(frozen=True, slots=True)
class Saying:
    """What is said of an action, on which day, why; for a new plan the day by which now; and at which
    meeting, if at one."""

    kind: Said
    on: date
    because: str
    due_on: date | None = None
    meeting: Meeting | None = None


@dataclass(frozen=True, slots=True)
class EscalationDetails:
    """What cannot be solved below, what the board is asked for, from where it comes, and which risk it is."""

    words: str
    asked: str
    from_board: Board | None = None
    risk: Risk | None = None
    raised_on: date | None = None
    is_example: bool = False


@transaction.atomic
def decide(meeting: Meeting, details: DecisionDetails, *, by: Scope) -> Decision:
    """Keeps what a meeting decided. A decision is never changed: a later one takes its place.

    Raises `NotPossibleNow` before the meeting was held, once its minutes were agreed, and where another
    decision took the place of the same one.
    """
    by.require(Permission.KEEP_GOVERNANCE)
    check_minutes_are_open(meeting)
    before = details.supersedes
    if before is not None and Decision.objects.filter(supersedes=before).exists():
        raise NotPossibleNow("A later decision took the place of that one already. Choose the later one.")
    if before is not None and before.meeting.on > meeting.on:
        raise NotPossibleNow("That decision was made at a later meeting than this one.")
    decision = journal.append(
        Decision(
            meeting=meeting,
            item=details.item,
            words=details.words,
            because=details.because,
            supersedes=before,
            is_example=details.is_example,
            recorded_at=clock.now(),
            by_id_number=by.actor_id,
            by_name=by.actor_name,
        )
    )
    record("kept a decision", decision, by=by, because=details.because, details={"meeting": meeting.pk})
    return decision


@transaction.atomic
def agree_action(meeting: Meeting, details: BoardActionDetails, *, by: Scope) -> BoardAction:
    """Keeps what a meeting asked to be done; it is carried until it is closed."""
    by.require(Permission.KEEP_GOVERNANCE)
    check_minutes_are_open(meeting)
    action = BoardAction.objects.create(
        meeting=meeting,
        item=details.item,
        words=details.words,
        owner_role=details.owner_role,
        owner=details.owner,
        first_due_on=details.due_on,
        is_example=details.is_example,
    )
    record("agreed an action", action, by=by, details={"due_on": details.due_on.isoformat()})
    return action


@transaction.atomic
def say_of_action(action: BoardAction, saying: Saying, *, by: Scope) -> BoardActionEntry:
    """Adds to what was said of an action: progress, another day, that it is closed or opened again.

    Raises `NotPossibleNow` for an action that is closed, unless it is opened again.
    """
    by.require(Permission.KEEP_GOVERNANCE)
    locked = BoardAction.objects.select_for_update().get(pk=action.pk)
    closed = standing_of(locked.first_due_on, locked.entries.order_by("pk")).closed_on is not None
    if closed != (saying.kind is Said.REOPENED):
        raise NotPossibleNow(
            "This action is closed. Open it again first." if closed else "This action is open."
        )
    entry = journal.append(
        BoardActionEntry(
            action=locked,
            kind=saying.kind.value,
            on=saying.on,
            due_on=saying.due_on,
            because=saying.because,
            meeting=saying.meeting,
            recorded_at=clock.now(),
            by_id_number=by.actor_id,
            by_name=by.actor_name,
        )
    )
    details = {"kind": saying.kind.value}
    record("said how an action stands", action, by=by, because=saying.because, details=details)
    return entry


@transaction.atomic
def escalate(to: Board, details: EscalationDetails, *, by: Scope) -> Escalation:
    """Brings to a board what cannot be solved below it."""
    by.require(Permission.KEEP_GOVERNANCE)
    if details.from_board is not None and details.from_board.pk == to.pk:
        raise NotPossibleNow("A board brings nothing before itself. Choose the board above.")
    row = Escalation.objects.create(
        to_board=to,
        from_board=details.from_board,
        risk=details.risk,
        words=details.words,
        asked=details.asked,
        raised_on=details.raised_on or clock.today(),
        raised_by_name=by.actor_name,
        is_example=details.is_example,
    )
    record("brought something to a board", row, by=by, details={"board": to.pk})
    return row


@transaction.atomic
def answer_escalation(
    escalation: Escalation, *, words: str, settles: bool, meeting: Meeting | None, by: Scope
) -> EscalationAnswer:
    """Keeps the board's answer, and whether that settles it. A later answer stands beside the earlier."""
    by.require(Permission.KEEP_GOVERNANCE)
    if meeting is not None:
        check_was_held(meeting)
    answer = journal.append(
        EscalationAnswer(
            escalation=escalation,
            meeting=meeting,
            answered_on=meeting.on if meeting else clock.today(),
            words=words,
            settles=settles,
            recorded_at=clock.now(),
            by_id_number=by.actor_id,
            by_name=by.actor_name,
        )
    )
    record("answered what was brought to a board", escalation, by=by, details={"settles": settles})
    return answer
