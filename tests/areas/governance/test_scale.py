"""Six years of monthly meetings: every page of a board asks the database the same few questions."""

from datetime import date, time

import pytest
from django.urls import reverse

import factories
from areas.governance import made
from goldenthread.accounts.roles import Role
from goldenthread.audit import clock, journal
from goldenthread.demo.story import governance, plans, said_of_us
from goldenthread.governance.models import (
    AgendaItem,
    Attendance,
    Board,
    BoardAction,
    BoardActionEntry,
    Decision,
    Meeting,
    Minutes,
    Ratification,
)
from goldenthread.governance.queries.published import published_papers

pytestmark = pytest.mark.django_db
TODAY = date(2025, 2, 3)
MONTHS = [date(year, month, 5) for year in range(2019, 2025) for month in range(1, 13)]
AT_MOST = 20


def said(**rest):
    return {"recorded_at": clock.now(), "by_name": "A test", **rest}


@pytest.fixture
def board(always_on):
    always_on(TODAY)
    board = made.board(started_on=MONTHS[0])
    seats = [made.seat(board, kind, holder=kind, since=MONTHS[0]) for kind in ("chair", "forum", "youth")]
    met = Meeting.objects.bulk_create(
        Meeting(board=board, on=on, first_called_for=on, status="held", starts_at=time(10)) for on in MONTHS
    )
    made.meeting(board, date(2025, 2, 12), "planned")
    Attendance.objects.bulk_create(
        Attendance(meeting=one, seat=seat, how="came") for one in met for seat in seats
    )
    items = AgendaItem.objects.bulk_create(
        AgendaItem(meeting=one, place=place, title="An item", purpose="decide", asked="Decide")
        for one in met
        for place in range(1, 6)
    )
    council = made.body()
    actions = BoardAction.objects.bulk_create(
        BoardAction(meeting=one, words="Do it", owner_role="head", owner=council, first_due_on=one.on)
        for one in met
        for _ in range(5)
    )
    journal.append_many(
        [
            BoardActionEntry(action=one, kind="closed", on=TODAY, because="done", **said())
            for one in actions[:-40]
        ]
    )
    journal.append_many(
        [
            Decision(meeting=item.meeting, item=item, words="Yes", because="it helps", **said())
            for item in items[:-3]
        ]
    )
    written = journal.append_many(
        [Minutes(meeting=one, number=1, words="We met. " * 200, shared=True, **said()) for one in met]
    )
    journal.append_many(
        [
            Ratification(meeting=one.meeting, minutes=one, at_meeting=after, **said())
            for one, after in zip(written[:-1], met[1:], strict=True)
        ]
    )
    return board


def test_every_page_asks_at_most_twenty_questions(client, board, django_assert_max_num_queries):
    newest = board.meetings.filter(status="held").order_by("-on").first()
    an_action = BoardAction.objects.order_by("-pk").first()
    addresses = [
        reverse("boards"),
        reverse("all-decisions"),
        reverse("board-risks"),
        *(
            reverse(name, args=[board.pk])
            for name in (
                *("board", "board-meetings", "board-calendar", "board-seats", "board-terms"),
                *("board-decisions", "board-actions", "escalations"),
            )
        ),
        reverse("meeting", args=[newest.pk]),
        reverse("minutes", args=[newest.pk, 1]),
        reverse("chair-update", args=[newest.pk]),
        reverse("board-action", args=[an_action.pk]),
    ]
    client.force_login(factories.user(Role.IMPROVEMENT_LEAD))
    for address in addresses:
        with django_assert_max_num_queries(AT_MOST):
            assert client.get(address).status_code == 200, address


def test_what_the_public_may_see_is_asked_for_in_a_dozen_questions(board, django_assert_max_num_queries):
    scope = factories.scope(Role.IMPROVEMENT_LEAD)
    with django_assert_max_num_queries(12):
        found = published_papers(scope)
    assert len(found) == len(MONTHS) + 1
    assert sum(bool(one.minutes) for one in found) == len(MONTHS) - 1


def test_the_story_is_told_once_and_names_what_is_invented(always_on, storage):
    always_on(TODAY)
    by = made.SYSTEM
    said_of_us.keep_documents(by)
    plans.begin_plans(by)
    assert not governance.is_there(by)
    governance.set_up_boards(by)
    assert governance.is_there(by)
    board = Board.objects.get(name="Local Area Partnership SEND Improvement Board")
    days = board.meetings.filter(kind="board", day_known=True).order_by("on").values_list("on", flat=True)
    assert [f"{on:%d %b %Y}" for on in days] == [
        *("01 Mar 2024", "03 May 2024", "07 Jun 2024", "05 Jul 2024", "06 Sep 2024"),
        *("23 Oct 2024", "18 Dec 2024", "12 Feb 2025"),
    ]
    assert board.meetings.filter(status="cancelled").get().day_known is False
    for model in (AgendaItem, BoardAction, Decision, Minutes):
        assert model.objects.exists()
        assert not model.objects.filter(is_example=False).exists()
