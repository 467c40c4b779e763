"""Setting boards up, what they may and must do, their seats and who holds them."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock, journal
from goldenthread.audit.actions import record
from goldenthread.audit.errors import NotPossibleNow
from goldenthread.audit.scope import Scope
from goldenthread.governance.models import Board, Seat, SeatHolding, TermsOfReference
from goldenthread.organisations.models import Organisation
from goldenthread.ui.words import day


@dataclass(frozen=True, slots=True)
class BoardDetails:
    """What a board is, what it is for, to which board it reports, and since when it has sat."""

    kind: Board.Kind
    name: str
    purpose: str
    started_on: date | None = None
    reports_to: Board | None = None
    is_example: bool = False


@dataclass(frozen=True, slots=True)
class SeatDetails:
    """A seat: its kind, the role that sits there, of which body, and since when there is such a seat."""

    kind: Seat.Kind
    role: str
    from_on: date
    body: Organisation | None = None
    is_example: bool = False


@transaction.atomic
def set_up_board(details: BoardDetails, *, by: Scope) -> Board:
    """Sets up a board or group. Raises `NotPossibleNow` where one of that name is here already."""
    by.require(Permission.KEEP_GOVERNANCE)
    _check_name(details.name)
    board = Board.objects.create(
        kind=details.kind,
        name=details.name,
        purpose=details.purpose,
        reports_to=details.reports_to,
        started_on=details.started_on,
        is_example=details.is_example,
    )
    record("set up a board", board, by=by)
    return board


@transaction.atomic
def change_board(board: Board, details: BoardDetails, *, because: str, by: Scope) -> Board:
    """Changes what a board is called or for, or where it reports. The audit keeps what was there before."""
    by.require(Permission.KEEP_GOVERNANCE)
    if details.name != board.name:
        _check_name(details.name)
    before = {"name": board.name, "purpose": board.purpose, "reports_to": board.reports_to_id}
    board.kind, board.name, board.purpose = details.kind, details.name, details.purpose
    board.reports_to, board.started_on = details.reports_to, details.started_on
    board.save()
    record("changed a board", board, by=by, because=because, details={"before": before})
    return board


def _check_name(name: str) -> None:
    if Board.objects.filter(name=name).exists():
        raise NotPossibleNow(f"“{name}” is here already. Open it from the list.")


@transaction.atomic
def end_board(board: Board, *, ended_on: date, because: str, by: Scope) -> Board:
    """Says that a board sits no more. Its record stays."""
    by.require(Permission.KEEP_GOVERNANCE)
    if board.ended_on:
        raise NotPossibleNow("This board has ended already.")
    board.ended_on, board.ended_because = ended_on, because
    board.save(update_fields=["ended_on", "ended_because"])
    record("ended a board", board, by=by, because=because)
    return board


@transaction.atomic
def agree_terms(
    board: Board, *, words: str, agreed_on: date, because: str, is_example: bool = False, by: Scope
) -> TermsOfReference:
    """Keeps another version of a board's terms of reference; the older ones stay."""
    by.require(Permission.KEEP_GOVERNANCE)
    locked = Board.objects.select_for_update().get(pk=board.pk)
    terms = journal.append(
        TermsOfReference(
            board=locked,
            number=locked.terms.count() + 1,
            words=words,
            agreed_on=agreed_on,
            because=because,
            is_example=is_example,
            recorded_at=clock.now(),
            by_id_number=by.actor_id,
            by_name=by.actor_name,
        )
    )
    record("kept terms of reference", board, by=by, because=because, details={"number": terms.number})
    return terms


@transaction.atomic
def add_seat(board: Board, details: SeatDetails, *, by: Scope) -> Seat:
    """Adds a seat, empty at first. Raises `NotPossibleNow` where that role has one."""
    by.require(Permission.KEEP_GOVERNANCE)
    if board.seats.filter(role=details.role, until_on__isnull=True).exists():
        raise NotPossibleNow(f"There is a seat for “{details.role}” already.")
    seat = Seat.objects.create(
        board=board,
        kind=details.kind,
        role=details.role,
        body=details.body,
        from_on=details.from_on,
        is_example=details.is_example,
    )
    record("added a seat", seat, by=by, details={"kind": seat.kind})
    return seat


@transaction.atomic
def take_away_seat(seat: Seat, *, until_on: date, because: str, by: Scope) -> Seat:
    """Takes a seat away from a day on; meetings before that day keep it. Its holder leaves with it."""
    by.require(Permission.KEEP_GOVERNANCE)
    if seat.until_on:
        raise NotPossibleNow("This seat was taken away already.")
    if until_on < seat.from_on:
        raise NotPossibleNow(f"There was no such seat before {day(seat.from_on)}.")
    for holding in seat.holdings.filter(until_on__isnull=True):
        _end(holding, max(until_on, holding.from_on), because)
    seat.until_on, seat.until_because = until_on, because
    seat.save(update_fields=["until_on", "until_because"])
    record("took a seat away", seat, by=by, because=because)
    return seat


@transaction.atomic
def give_seat(seat: Seat, *, holder: str, from_on: date, is_example: bool = False, by: Scope) -> SeatHolding:
    """Says who holds a seat from a day on. Raises `NotPossibleNow` where it was somebody's on that day."""
    by.require(Permission.KEEP_GOVERNANCE)
    held = seat.holdings.select_for_update().order_by("-from_on").first()
    if held is not None and held.until_on is None:
        raise NotPossibleNow(f"{held.holder} holds this seat. Say first until when.")
    if held is not None and held.until_on is not None and from_on < held.until_on:
        raise NotPossibleNow(f"{held.holder} held this seat until {day(held.until_on)}.")
    if seat.until_on or from_on < seat.from_on:
        raise NotPossibleNow("There is no such seat on that day.")
    holding = SeatHolding.objects.create(seat=seat, holder=holder, from_on=from_on, is_example=is_example)
    record("gave a seat", holding, by=by, details={"seat": seat.pk})
    return holding


@transaction.atomic
def leave_seat(seat: Seat, *, until_on: date, because: str, by: Scope) -> SeatHolding:
    """Says that whoever holds a seat no longer does, from a day on. It is empty until it is given again."""
    by.require(Permission.KEEP_GOVERNANCE)
    holding = seat.holdings.filter(until_on__isnull=True).first()
    if holding is None:
        raise NotPossibleNow("Nobody holds this seat.")
    if until_on < holding.from_on:
        raise NotPossibleNow(f"{holding.holder} has held it since {day(holding.from_on)}.")
    _end(holding, until_on, because)
    record("left a seat", holding, by=by, because=because, details={"seat": seat.pk})
    return holding


def _end(holding: SeatHolding, until_on: date, because: str) -> None:
    holding.until_on, holding.until_because = until_on, because
    holding.save(update_fields=["until_on", "until_because"])
