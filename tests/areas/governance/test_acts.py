"""What is written of boards: refused where it must be, added and never changed, and kept in the audit."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction

import factories
from areas.governance import made
from goldenthread.accounts.roles import Role
from goldenthread.audit.errors import NotPermitted, NotPossibleNow
from goldenthread.audit.models import AuditEvent
from goldenthread.governance.actions import agenda, boards, decisions, meetings, minutes
from goldenthread.governance.carried import Said
from goldenthread.governance.models import (
    AgendaItem,
    Attendance,
    BoardAction,
    Conflict,
    Decision,
    Meeting,
    SeatHolding,
)

pytestmark = pytest.mark.django_db
TODAY = date(2025, 2, 3)


@pytest.fixture(autouse=True)
def _on_the_third_of_february(always_on):
    always_on(TODAY)


@pytest.fixture
def lead():
    return factories.scope(Role.IMPROVEMENT_LEAD)


@pytest.fixture
def chair():
    return factories.scope(Role.CHAIR)


@pytest.fixture
def board():
    return made.board()


@pytest.fixture
def held(board):
    return made.meeting(board, date(2024, 12, 18))


@pytest.fixture
def next_one(board):
    return made.meeting(board, date(2025, 2, 12), Meeting.Status.PLANNED)


def decision(**rest):
    return decisions.DecisionDetails("Two posts", "it waits longest", **rest)


@pytest.mark.parametrize(
    "role", [Role.FORUM_MEMBER, Role.CHAIR, Role.DIRECTOR, Role.INSPECTOR, Role.COORDINATOR]
)
def test_only_the_boards_office_writes(role, held):
    by = factories.scope(role)
    seat = made.seat(held.board, "forum")
    for act in (
        lambda: boards.add_seat(held.board, boards.SeatDetails("member", "another", date(2024, 3, 1)), by=by),
        lambda: boards.give_seat(seat, holder="Anyone", from_on=TODAY, by=by),
        lambda: meetings.call_meeting(held.board, meetings.MeetingDetails(on=TODAY), by=by),
        lambda: meetings.hold_meeting(held, {}, by=by),
        lambda: decisions.decide(held, decision(), by=by),
        lambda: minutes.write_minutes(held, words="x", shared=True, by=by),
    ):
        with pytest.raises(NotPermitted):
            act()
    assert not Decision.objects.exists()


def test_only_the_chair_writes_the_chairs_update(held, lead, chair):
    with pytest.raises(NotPermitted):
        minutes.write_update(held, opening="We met", by=lead)
    update = minutes.write_update(held, opening="We met", by=chair)
    with pytest.raises(NotPermitted):
        minutes.publish_update(update, by=lead)
    with pytest.raises(NotPossibleNow, match="at least one thing"):
        minutes.publish_update(update, by=chair)


def test_a_meeting_is_held_from_its_day_on_and_decides_once_it_was_held(next_one, lead):
    with pytest.raises(NotPossibleNow, match="Who came is recorded from that day on"):
        meetings.hold_meeting(next_one, {}, by=lead)
    with pytest.raises(NotPossibleNow, match="Say first who came"):
        decisions.decide(next_one, decision(), by=lead)
    with pytest.raises(NotPossibleNow, match="Say first who came"):
        minutes.write_minutes(next_one, words="x", shared=False, by=lead)


def test_a_cancelled_meeting_stays_as_it_is(next_one, lead):
    meetings.cancel_meeting(next_one, because="snow", by=lead)
    details = agenda.ItemDetails(1, "Figures", AgendaItem.Purpose.KNOW)
    for act in (
        lambda: meetings.cancel_meeting(next_one, because="again", by=lead),
        lambda: agenda.add_item(next_one, details, by=lead),
        lambda: meetings.hold_meeting(next_one, {}, by=lead),
    ):
        with pytest.raises(NotPossibleNow, match="was cancelled"):
            act()
    again = meetings.call_meeting(next_one.board, meetings.MeetingDetails(on=next_one.on), by=lead)
    assert again.pk != next_one.pk


def test_a_board_meets_once_a_day_but_may_be_reviewed_on_the_same_day(held, lead):
    with pytest.raises(NotPossibleNow, match="already"):
        meetings.call_meeting(held.board, meetings.MeetingDetails(on=held.on), by=lead)
    body = made.body("The Department", "department")
    review = meetings.call_meeting(held.board, meetings.MeetingDetails(on=held.on, with_body=body), by=lead)
    assert review.kind == Meeting.Kind.REVIEW


def test_a_held_meeting_is_not_moved_or_cancelled(held, lead):
    with pytest.raises(NotPossibleNow, match="no longer be moved or cancelled"):
        meetings.move_meeting(held, meetings.MeetingDetails(on=TODAY), because="x", by=lead)


def test_who_came_can_be_mended_and_the_audit_keeps_what_was_said_before(held, lead):
    seat = made.seat(held.board, "forum", holder="A co-chair")
    meetings.hold_meeting(held, {seat: Attendance.How.CAME}, by=lead)
    meetings.hold_meeting(held, {seat: Attendance.How.ABSENT}, by=lead)
    assert Attendance.objects.get().how == "absent"
    events = AuditEvent.objects.filter(act="said who came to a meeting").order_by("pk")
    assert [event.details for event in events] == [{}, {"before": {str(seat.pk): "came"}}]


def test_a_seat_has_one_holder_at_a_time(board, lead):
    seat = made.seat(board, "youth", holder="Two young people")
    with pytest.raises(NotPossibleNow, match="Two young people holds this seat"):
        boards.give_seat(seat, holder="Another", from_on=TODAY, by=lead)
    boards.leave_seat(seat, until_on=date(2025, 1, 1), because="they finished school", by=lead)
    with pytest.raises(NotPossibleNow, match="held this seat until 1 January 2025"):
        boards.give_seat(seat, holder="Another", from_on=date(2024, 12, 1), by=lead)
    boards.give_seat(seat, holder="Another", from_on=date(2025, 1, 1), by=lead)
    with pytest.raises(DatabaseError), transaction.atomic():
        SeatHolding.objects.create(seat=seat, holder="A third", from_on=TODAY)
    boards.take_away_seat(seat, until_on=TODAY, because="it moved", by=lead)
    assert not SeatHolding.objects.filter(until_on__isnull=True).exists()


def test_a_later_decision_takes_the_place_of_one_once(board, held, lead):
    first = decisions.decide(held, decision(), by=lead)
    later = made.meeting(board, date(2025, 1, 15))
    decisions.decide(later, decision(supersedes=first), by=lead)
    with pytest.raises(NotPossibleNow, match="took the place of that one already"):
        decisions.decide(later, decision(supersedes=first), by=lead)
    newest = decisions.decide(later, decision(), by=lead)
    with pytest.raises(NotPossibleNow, match="at a later meeting than this one"):
        decisions.decide(held, decision(supersedes=newest), by=lead)


@pytest.fixture
def action(held, lead):
    details = decisions.BoardActionDetails("Tell families", "head of SEND", made.body(), date(2025, 1, 10))
    return decisions.agree_action(held, details, by=lead)


def test_a_closed_action_is_opened_again_before_more_is_said_of_it(action, lead):
    def say(kind, because="so it is"):
        return decisions.say_of_action(action, decisions.Saying(kind, TODAY, because), by=lead)

    with pytest.raises(NotPossibleNow, match="is open"):
        say(Said.REOPENED)
    say(Said.CLOSED)
    with pytest.raises(NotPossibleNow, match="Open it again first"):
        say(Said.PROGRESS)
    say(Said.REOPENED)
    assert say(Said.PROGRESS).kind == "progress"
    assert BoardAction.objects.get().first_due_on == date(2025, 1, 10)


def test_minutes_are_agreed_by_a_later_meeting_of_the_board_that_was_held(board, held, next_one, lead):
    unshared = minutes.write_minutes(held, words="x", shared=False, by=lead)
    later = made.meeting(board, date(2025, 1, 15))
    with pytest.raises(NotPossibleNow, match="Share it first"):
        minutes.ratify_minutes(unshared, at=later, by=lead)
    shared = minutes.write_minutes(held, words="y", shared=True, by=lead)
    elsewhere = made.meeting(made.board("Another"), date(2025, 1, 16))
    for wrong in (next_one, held, elsewhere):
        with pytest.raises(NotPossibleNow, match="a later meeting of the same board"):
            minutes.ratify_minutes(shared, at=wrong, by=lead)
    newest = minutes.write_minutes(held, words="z", shared=True, because="a name", by=lead)
    with pytest.raises(NotPossibleNow, match="newer version"):
        minutes.ratify_minutes(shared, at=later, by=lead)
    minutes.ratify_minutes(newest, at=later, by=lead)
    held = Meeting.objects.get(pk=held.pk)
    for act in (
        lambda: minutes.write_minutes(held, words="later", shared=True, because="more", by=lead),
        lambda: minutes.ratify_minutes(newest, at=later, by=lead),
        lambda: decisions.decide(held, decision(), by=lead),
        lambda: meetings.hold_meeting(held, {}, by=lead),
    ):
        with pytest.raises(NotPossibleNow, match="were agreed on 15 January 2025"):
            act()


def test_an_item_on_which_something_rests_stays_on_the_agenda(held, lead):
    item = agenda.add_item(held, agenda.ItemDetails(1, "Posts", AgendaItem.Purpose.DECIDE, "Pay?"), by=lead)
    decisions.decide(held, decision(item=item), by=lead)
    with pytest.raises(NotPossibleNow, match="It stays"):
        agenda.remove_item(item, because="x", by=lead)


def test_what_was_recorded_is_never_changed(held, lead):
    seat = made.seat(held.board, "forum")
    rows = [
        decisions.decide(held, decision(), by=lead),
        minutes.write_minutes(held, words="x", shared=True, by=lead),
        meetings.declare_conflict(
            held, seat, item=None, words="Works there", done=Conflict.Done.LEFT, by=lead
        ),
        boards.agree_terms(held.board, words="We decide", agreed_on=TODAY, because="first", by=lead),
    ]
    for row in rows:
        with pytest.raises(DatabaseError, match="added, never changed"), transaction.atomic():
            type(row).objects.filter(pk=row.pk).update(words="Otherwise")
        with pytest.raises(DatabaseError, match="added, never changed"), transaction.atomic():
            type(row).objects.filter(pk=row.pk).delete()
