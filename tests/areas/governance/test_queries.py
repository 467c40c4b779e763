"""What is read of boards and meetings, by whom, and in how many questions to the database."""

from datetime import date

import pytest

import factories
from areas.governance import made
from goldenthread.accounts.roles import Role
from goldenthread.audit.errors import NotFound, NotPermitted
from goldenthread.governance.models import Attendance, Meeting, Paper
from goldenthread.governance.queries import boards, meetings, papers, published, seats

pytestmark = pytest.mark.django_db
TODAY = date(2025, 2, 3)


@pytest.fixture
def board():
    return made.board()


@pytest.fixture
def held(board):
    return made.meeting(board, date(2024, 12, 18))


@pytest.fixture
def next_one(board):
    return made.meeting(board, date(2025, 2, 12), Meeting.Status.PLANNED)


@pytest.fixture
def member():
    return factories.scope(Role.FORUM_MEMBER)


@pytest.fixture
def chair():
    return factories.scope(Role.CHAIR)


def test_who_may_not_see_boards_is_refused_by_every_query(held):
    stranger = factories.scope(Role.COORDINATOR)
    for ask in (
        lambda: boards.boards(stranger, TODAY),
        lambda: boards.board_front(stranger, held.board_id, TODAY),
        lambda: meetings.meetings(stranger),
        lambda: meetings.meeting_page(stranger, held.pk, TODAY),
        lambda: published.published_papers(stranger),
        lambda: seats.empty_seats(stranger, [held]),
    ):
        with pytest.raises(NotPermitted):
            ask()


def test_a_review_by_the_department_without_the_forum_says_so(board, member):
    made.seat(board, "youth", holder="Two young people")
    department = made.body("The Department", "department")
    review = made.meeting(board, date(2024, 11, 4), kind=Meeting.Kind.REVIEW, with_body=department)
    says = [one.says for one in meetings.meeting_page(member, review.pk, TODAY).empty]
    assert says == [
        "This meeting had no seat for the parent carer forum.",
        "It is not recorded here whether young people sat at this meeting.",
    ]
    listed = {one.row.pk: one for one in meetings.meetings(member)}[review.pk]
    assert [one.says for one in listed.empty] == says
    public = {one.row.pk: one for one in published.published_papers(member)}[review.pk]
    assert [one.says for one in public.listed.empty] == says


def test_attendance_fills_a_seat(board, held, member):
    forum = made.seat(board, "forum", holder="A co-chair")
    youth = made.seat(board, "youth", holder="Two young people")
    Attendance.objects.create(meeting=held, seat=forum, how="deputy")
    Attendance.objects.create(meeting=held, seat=youth, how="apologies")
    assert [one.says for one in meetings.meeting_page(member, held.pk, TODAY).empty] == [
        "The seat of young people was empty: nobody came."
    ]


def test_a_cancelled_meeting_stays_and_has_no_empty_seats(board, member):
    gone = made.meeting(board, date(2024, 4, 5), "cancelled", cancelled_because="the holidays")
    (listed,) = published.published_papers(member)
    assert (listed.row.pk, listed.row.cancelled_because, list(listed.listed.empty)) == (
        gone.pk,
        "the holidays",
        [],
    )


def test_minutes_that_are_not_shared_are_for_the_chair_and_the_office(held, member, chair):
    made.minutes(held, shared=False)
    made.minutes(held, 2)
    assert [one.number for one in meetings.meeting_page(member, held.pk, TODAY).minutes] == [2]
    assert [one.number for one in meetings.meeting_page(chair, held.pk, TODAY).minutes] == [2, 1]
    assert meetings.minutes_version(chair, held.pk, 1).number == 1
    with pytest.raises(NotFound):
        meetings.minutes_version(member, held.pk, 1)


def test_the_public_never_reads_a_draft(held, next_one, member):
    made.minutes(held, words="A draft that nobody agreed")
    (one,) = [each for each in published.published_papers(member) if each.row == held]
    assert one.minutes == ""
    assert one.listed.minutes.says == "Draft minutes, to be agreed on 12 February 2025"


def test_the_public_reads_minutes_once_a_later_meeting_agreed_them(board, member):
    first = made.meeting(board, date(2024, 9, 6))
    later = made.meeting(board, date(2024, 10, 23))
    made.minutes(first, words="A slip", shared=True)
    made.ratified(made.minutes(first, 2, words="What was said"), later)
    made.minutes(first, 3, words="Written afterwards")
    (one,) = [each for each in published.published_papers(member) if each.row == first]
    assert one.minutes == "What was said"
    assert one.listed.minutes.says == "Minutes, agreed on 23 October 2024"


def test_the_public_sees_papers_for_everyone_once_the_meeting_was_held(held, next_one, member, storage):
    made.paper(held, title="For everyone")
    made.paper(held, Paper.Visibility.BOARD, title="For the board")
    made.paper(held, Paper.Visibility.RESTRICTED, title="About one person", because="it is about one person")
    made.paper(next_one, title="Not yet")
    shown = {one.row.pk: [paper.title for paper in one.papers] for one in published.published_papers(member)}
    assert shown == {held.pk: ["For everyone"], next_one.pk: []}
    everything = published.published_papers(factories.scope(Role.IMPROVEMENT_LEAD))
    assert [paper.title for one in everything for paper in one.papers] == ["For everyone"]


def test_of_a_restricted_paper_others_learn_only_that_it_is_there_and_why(held, member, chair, storage):
    row = made.paper(
        held, Paper.Visibility.RESTRICTED, title="About one person", because="it is about one person"
    )
    (seen,) = meetings.meeting_page(member, held.pk, TODAY).papers
    assert (seen.title, seen.newest, seen.restricted_because) == (
        papers.WITHHELD,
        None,
        "it is about one person",
    )
    with pytest.raises(NotFound):
        papers.paper_version(member, row.pk, 1)
    assert papers.paper_version(chair, row.pk, 1).file_name == "paper.pdf"


def test_a_document_about_a_child_never_becomes_a_paper(held, chair, storage):
    row = made.paper(held)
    row.document.about_person_id = 7
    row.document.save()
    with pytest.raises(NotFound):
        papers.paper_version(chair, row.pk, 1)
    assert published.published_papers(chair)[0].papers == []


def test_the_next_meeting_is_the_soonest_that_is_planned(board, held, next_one, member):
    made.meeting(board, date(2025, 4, 2), Meeting.Status.PLANNED)
    (listed,) = boards.boards(member, TODAY)
    assert listed.next_meeting.row == next_one
    front = boards.board_front(member, board.pk, TODAY)
    assert [one.row for one in front.minutes_waiting] == [held]
