"""The pages of boards, as an improvement lead keeps them and the forum and the chair read them."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

import factories
from areas.documents import files
from areas.governance import made
from goldenthread.accounts.roles import Role
from goldenthread.governance.models import (
    AgendaItem,
    Board,
    BoardAction,
    ChairUpdateItem,
    Decision,
    Escalation,
    Meeting,
    Paper,
    Seat,
    TermsOfReference,
)

pytestmark = pytest.mark.django_db

TODAY = date(2025, 2, 3)


@pytest.fixture(autouse=True)
def _on_the_third_of_february(always_on):
    always_on(TODAY)


@pytest.fixture
def at_work(client):
    client.force_login(factories.user(Role.IMPROVEMENT_LEAD))
    return client


@pytest.fixture
def as_role(client):
    def become(role):
        client.force_login(factories.user(role))
        return client

    return become


@pytest.fixture
def board():
    return made.board()


@pytest.fixture
def held(board):
    return made.meeting(board, date(2024, 12, 18))


@pytest.fixture
def next_one(board):
    return made.meeting(board, date(2025, 2, 12), Meeting.Status.PLANNED)


def text(answer):
    return " ".join(answer.content.decode().split())


def day(name, value):
    return {f"{name}-day": value.day, f"{name}-month": value.month, f"{name}-year": value.year}


def went(answer):
    """The page that a form led to; a form that came back says what was wrong."""
    assert answer.redirect_chain, text(answer)[-3000:]
    return text(answer)


def post(client, page, /, *args, **given):
    return client.post(reverse(page, args=args), given, follow=True)


def test_from_no_board_to_one_with_its_seats(at_work):
    assert "No board is here yet" in text(at_work.get(reverse("boards")))
    given = {"kind": "board", "name": "SEND Improvement Board", "purpose": "It looks after the plan"}
    page = went(post(at_work, "set-up-board", **given, **day("started_on", date(2024, 3, 1))))
    assert "This board has no seat for the parent carer forum. This board has no seat for young people." in (
        page.replace("</strong>", "").replace("</p>", "")
    )
    board = Board.objects.get()
    council = made.body()
    begun = day("from_on", date(2024, 3, 1))
    for kind, role, body in (("chair", "independent chair", ""), ("forum", "forum co-chair", council.pk)):
        went(post(at_work, "add-seat", board.pk, kind=kind, role=role, body=body, **begun))
    forum = Seat.objects.get(kind="forum")
    page = went(post(at_work, "give-seat", forum.pk, holder="A co-chair", **begun))
    assert "A co-chair, since 1 March 2024" in page
    assert "This board has no seat for the parent carer forum" not in page
    left = {"because": "a new co-chair was chosen", **day("until_on", date(2025, 1, 1))}
    page = went(post(at_work, "leave-seat", forum.pk, **left))
    assert "The seat of the parent carer forum is empty: nobody holds it." in page
    assert "A co-chair, 1 March 2024 to 1 January 2025: a new co-chair was chosen" in page
    gone = {"because": "it moved to the group", **day("until_on", date(2025, 2, 1))}
    page = went(post(at_work, "take-away-seat", forum.pk, **gone))
    assert "Seats that are not there today" in page


def test_terms_of_reference_are_kept_in_versions(at_work, board):
    assert "No terms of reference are kept here yet" in text(
        at_work.get(reverse("board-terms", args=[board.pk]))
    )
    for words, because in (("We decide.", "The first version"), ("We decide and say why.", "reasons")):
        agreed = day("agreed_on", date(2024, 6, 7))
        page = went(post(at_work, "agree-terms", board.pk, words=words, because=because, **agreed))
    assert page.index("We decide and say why.") < page.index("We decide.</p>")
    assert [row.number for row in TermsOfReference.objects.order_by("pk")] == [1, 2]


def test_a_board_is_changed_and_ended_and_its_record_stays(at_work, board, held):
    given = {"kind": "board", "name": "The Board", "purpose": "The same", "because": "a shorter name"}
    page = went(post(at_work, "change-board", board.pk, **given, **day("started_on", date(2024, 3, 1))))
    assert "The Board" in page
    ended = {"because": "the notice was lifted", **day("until_on", date(2025, 2, 1))}
    page = went(post(at_work, "end-board", board.pk, **ended))
    assert "Ended on 1 February 2025: the notice was lifted" in page
    assert "18 December 2024" in page


def test_a_meeting_is_called_moved_and_cancelled_and_stays(at_work, board):
    called = {"starts_at": "10:00", "ends_at": "12.30pm", "place": "Endeavour House", "title": ""}
    called |= {"with_body": "", "record_elsewhere": ""}
    page = went(post(at_work, "call-meeting", board.pk, **called, **day("on", date(2025, 4, 2))))
    assert "Wednesday 2 April 2025, 10:00 to 12:30" in page
    meeting = Meeting.objects.get()
    moved = {"starts_at": "10", "ends_at": "", "place": "", "because": "the room"}
    page = went(post(at_work, "move-meeting", meeting.pk, **moved, **day("on", date(2025, 4, 9))))
    assert "First called for 2 April 2025. the room" in page
    page = went(post(at_work, "cancel-meeting", meeting.pk, because="the school holidays"))
    assert "This meeting was cancelled." in page
    calendar = text(at_work.get(reverse("board-meetings", args=[board.pk])))
    assert "Cancelled: the school holidays" in calendar


def test_a_time_that_is_none_and_an_end_before_the_start_come_back_with_what_was_typed(at_work, board):
    given = {"starts_at": "25:00", "ends_at": "", "place": "A hall that is kept", "with_body": ""}
    answer = post(at_work, "call-meeting", board.pk, **given, **day("on", date(2025, 4, 2)))
    assert answer.status_code == 422
    assert "The time must be like 10:00 or 2:30pm" in text(answer)
    assert "A hall that is kept" in text(answer)
    given |= {"starts_at": "12:00", "ends_at": "10:00"}
    answer = post(at_work, "call-meeting", board.pk, **given, **day("on", date(2025, 4, 2)))
    assert "The end must be after the start" in text(answer)


def test_a_review_without_the_forum_says_so_on_every_view(at_work, board):
    made.seat(board, "youth", holder="Two young people")
    department = made.body("The Department", "department")
    given = {"with_body": department.pk, "title": "Second review", **day("on", date(2025, 2, 3))}
    page = went(post(at_work, "call-meeting", board.pk, **given))
    says = "This meeting has no seat for the parent carer forum."
    assert says in page
    review = Meeting.objects.get()
    assert review.kind == Meeting.Kind.REVIEW
    youth = Seat.objects.get()
    page = went(post(at_work, "hold-meeting", review.pk, **{f"seat-{youth.pk}": "came"}))
    says = "This meeting had no seat for the parent carer forum."
    assert says in page
    assert says in text(at_work.get(reverse("board-meetings", args=[board.pk])))
    assert says in at_work.get(reverse("board-calendar", args=[board.pk])).content.decode().replace(
        "\r\n ", ""
    )
    made.minutes(review)
    assert says in text(at_work.get(reverse("minutes", args=[review.pk, 1])))
    assert says in text(at_work.get(reverse("chair-update", args=[review.pk])))


def test_the_front_page_says_that_the_next_meeting_lacks_a_voice(as_role, board, next_one):
    made.seat(board, "forum", holder="A co-chair")
    made.seat(board, "youth")
    client = as_role(Role.FORUM_MEMBER)
    for name, args in (("board", [board.pk]), ("boards", []), ("meeting", [next_one.pk])):
        page = text(client.get(reverse(name, args=args)))
        assert "The seat of young people is empty: nobody holds it." in page
        assert "the parent carer forum is empty" not in page


def test_an_agenda_is_put_together_in_order(at_work, next_one):
    item = {"purpose": "know", "asked": "", "presenter_role": "", "minutes_given": "", "promise": ""}
    went(post(at_work, "add-item", next_one.pk, title="Figures", place=1, **item))
    went(post(at_work, "add-item", next_one.pk, title="Young people", place=1, **{**item, "purpose": "hear"}))
    answer = post(at_work, "add-item", next_one.pk, title="Posts", place=9, **{**item, "purpose": "decide"})
    assert "Enter what the board is to decide" in text(answer)
    item |= {"purpose": "decide", "asked": "Decide: pay for two posts"}
    page = went(post(at_work, "add-item", next_one.pk, title="Posts", place=9, **item))
    assert page.index("1. Young people") < page.index("2. Figures") < page.index("3. Posts")
    assert "Decision needed" in page
    posts = AgendaItem.objects.get(title="Posts")
    page = went(post(at_work, "change-item", posts.pk, title="Posts", place=1, **item))
    assert page.index("1. Posts") < page.index("2. Young people") < page.index("3. Figures")
    figures = AgendaItem.objects.get(title="Figures")
    page = went(post(at_work, "remove-item", figures.pk, because="it comes in April"))
    assert "Figures" not in page.split("Agenda", 1)[1].split("Papers", 1)[0]
    assert "Decide: pay for two posts" in text(at_work.get(reverse("all-decisions")))
    front = text(at_work.get(reverse("board", args=[next_one.board_id])))
    assert "Decide: pay for two posts" in front


def bring(client, name, number, content=files.PDF, file="paper.pdf", **given):
    uploaded = SimpleUploadedFile(file, content)
    return client.post(reverse(name, args=[number]), {"file": uploaded, **given}, follow=True)


def test_a_paper_is_brought_replaced_and_given_to_everyone(at_work, held, storage):
    given = {"title": "Dashboard", "item": "", "visibility": "board", "restricted_because": ""}
    answer = bring(at_work, "add-paper", held.pk, content=files.BOMB, file="bomb.docx", **given)
    assert answer.status_code == 422
    assert not Paper.objects.exists()
    page = went(bring(at_work, "add-paper", held.pk, **given))
    assert "The board only" in page
    paper = Paper.objects.get()
    assert at_work.get(reverse("paper-file", args=[paper.pk, 1])).getvalue() == files.PDF
    page = went(
        bring(at_work, "replace-paper", paper.pk, content=files.TEXT, file="new.txt", because="a slip")
    )
    assert page.index("Version 2: new.txt") < page.index("Version 1: paper.pdf")
    answer = post(
        at_work, "say-who-sees", paper.pk, visibility="restricted", restricted_because="", because="x"
    )
    assert "Enter why it is restricted" in text(answer)
    page = went(post(at_work, "say-who-sees", paper.pk, visibility="public", because="it was agreed"))
    assert "Everyone, once the meeting was held" in page
    assert "Dashboard" in text(at_work.get(reverse("paper", args=[paper.pk])))


def test_a_restricted_paper_is_withheld_from_those_who_may_not_open_it(as_role, held, storage):
    paper = made.paper(held, Paper.Visibility.RESTRICTED, title="About one person", because="one person")
    for role in (Role.FORUM_MEMBER, Role.DIRECTOR):
        client = as_role(role)
        page = text(client.get(reverse("meeting", args=[held.pk])))
        assert "About one person" not in page
        assert "A paper that is restricted" in page
        for name, args in (("paper", [paper.pk]), ("paper-file", [paper.pk, 1])):
            assert client.get(reverse(name, args=args)).status_code == 404
    assert "About one person" in text(as_role(Role.CHAIR).get(reverse("meeting", args=[held.pk])))


def test_who_came_interests_decisions_and_actions(at_work, board, held):
    forum = made.seat(board, "forum", holder="A co-chair")
    page = went(post(at_work, "hold-meeting", held.pk, **{f"seat-{forum.pk}": "apologies"}))
    assert "The seat of the parent carer forum was empty: nobody came." in page
    interest = {"seat": forum.pk, "item": "", "words": "Works for the provider", "done": "left"}
    assert "Left for the item" in went(post(at_work, "declare-conflict", held.pk, **interest))
    decided = {"item": "", "words": "Two posts in Lowestoft", "because": "it waits longest"}
    assert "it waits longest" in went(post(at_work, "decide", held.pk, **decided))
    first = Decision.objects.get()
    later = {"item": "", "words": "Three posts", "because": "two were too few", "supersedes": first.pk}
    page = went(post(at_work, "decide", held.pk, **later))
    assert "No longer in force: a decision of 18 December 2024 took its place." in page
    register = text(at_work.get(reverse("board-decisions", args=[board.pk])))
    assert "It takes the place of a decision of 18 December 2024." in register
    action = {"item": "", "words": "Tell families", "owner_role": "head of SEND", "owner": made.body().pk}
    page = went(post(at_work, "agree-action", held.pk, **action, **day("due_on", date(2025, 1, 10))))
    assert "Overdue" in page


def test_an_action_is_carried_moved_closed_and_opened_again(at_work, board, held):
    action = BoardAction.objects.create(
        meeting=made.meeting(board, date(2024, 10, 23)),
        words="Tell families",
        owner_role="head of SEND",
        owner=made.body(),
        first_due_on=date(2024, 12, 1),
    )
    page = text(at_work.get(reverse("board-actions", args=[board.pk])))
    assert "1 action open, 1 of them overdue" in page
    assert "64 days. Carried through 1 meeting." in page
    answer = post(at_work, "say-of-board-action", action.pk, kind="replanned", because="two people left")
    assert "Enter the new day" in text(answer)
    moved = {"kind": "replanned", "because": "two people left", "meeting": held.pk}
    page = went(post(at_work, "say-of-board-action", action.pk, **moved, **day("due_on", date(2025, 3, 1))))
    for words in ("1 December 2024", "Due on 1 March 2025", "At the meeting of 18 December 2024."):
        assert words in page
    page = went(post(at_work, "say-of-board-action", action.pk, kind="closed", because="all were told"))
    assert "Closed on 3 February 2025" in page
    assert "Closed" in text(at_work.get(reverse("board-actions", args=[board.pk])))
    page = went(post(at_work, "reopen-board-action", action.pk, because="some were not"))
    assert "Opened again" in page
    assert "Open." in text(at_work.get(reverse("board-action", args=[action.pk])))


def test_something_is_brought_to_the_board_and_answered(at_work, board, held):
    group = made.board("SEND Operational Group", kind="group", reports_to=board)
    given = {"words": "No psychologists", "asked": "Money", "from_board": group.pk, "risk": ""}
    page = went(post(at_work, "escalate", board.pk, **given))
    assert "The board has not answered yet." in page
    assert "No psychologists" in text(at_work.get(reverse("board", args=[board.pk])))
    row = Escalation.objects.get()
    answered = {"words": "Two posts are paid", "settles": "yes", "meeting": held.pk}
    page = went(post(at_work, "answer-escalation", row.pk, **answered))
    assert "Settled" in page
    page = text(at_work.get(reverse("escalations", args=[board.pk])))
    assert page.index("Nothing waits for this board.") < page.index("Two posts are paid")
    assert at_work.get(reverse("escalation", args=[row.pk])).status_code == 200
    assert "No risk of a promise is open" in text(at_work.get(reverse("board-risks")))


def test_minutes_go_from_draft_to_agreed(at_work, board, held, next_one):
    given = {"words": "We met.\n\nWe spoke.", "who": "office"}
    page = went(post(at_work, "write-minutes", held.pk, **given))
    assert "Draft, with the chair and the office" in page
    went(post(at_work, "write-minutes", held.pk, **{**given, "who": "board"}))
    answer = post(at_work, "write-minutes", held.pk, **{**given, "who": "board"})
    assert "Enter what you corrected" in text(answer)
    page = went(post(at_work, "write-minutes", held.pk, **{**given, "who": "board", "because": "a name"}))
    assert "Draft minutes, to be agreed on 12 February 2025." in page
    refused = at_work.get(reverse("ratify-minutes", args=[held.pk]))
    assert "None was held since" in text(refused)
    later = made.meeting(board, date(2025, 1, 15))
    page = went(post(at_work, "ratify-minutes", held.pk, at=later.pk))
    assert "Minutes, agreed on 15 January 2025" in page
    refused = post(at_work, "decide", held.pk, item="", words="More", because="more")
    assert "The minutes of this meeting were agreed on 15 January 2025." in text(refused)


def test_a_draft_that_is_not_shared_is_not_there_for_the_board(as_role, held):
    made.minutes(held, shared=False, words="Not yet for anyone")
    made.minutes(held, 2, words="For the board")
    for role in (Role.FORUM_MEMBER, Role.DIRECTOR):
        client = as_role(role)
        assert client.get(reverse("minutes", args=[held.pk, 1])).status_code == 404
        assert "Version 1" not in text(client.get(reverse("meeting", args=[held.pk])))
        assert "For the board" in text(client.get(reverse("minutes", args=[held.pk, 2])))
    for role in (Role.INSPECTOR, Role.COORDINATOR, Role.ANALYST):
        assert as_role(role).get(reverse("minutes", args=[held.pk, 2])).status_code == 403
    assert "Not yet for anyone" in text(as_role(Role.CHAIR).get(reverse("minutes", args=[held.pk, 1])))


def test_the_chair_writes_and_publishes_an_update_before_minutes_are_agreed(as_role, held):
    client = as_role(Role.CHAIR)
    page = went(client.get(reverse("write-update", args=[held.pk]), follow=True))
    assert "How does your update begin?" in page
    page = went(post(client, "open-update", held.pk, opening="We met and heard families."))
    assert "Nothing is in it yet." in page
    item = {"about": "Young people", "said": "We wait", "will_do": "Name a day", "who": "head of SEND"}
    went(post(client, "add-update-item", held.pk, **item, **day("by_when", date(2025, 3, 1))))
    went(post(client, "add-update-item", held.pk, **{**item, "about": "A slip"}))
    slip = ChairUpdateItem.objects.get(about="A slip")
    assert "Take “A slip” out" in text(client.get(reverse("remove-update-item", args=[slip.pk])))
    assert "A slip" not in went(post(client, "remove-update-item", slip.pk))
    first = ChairUpdateItem.objects.get()
    went(post(client, "change-update-item", first.pk, **{**item, "said": "We wait too long"}))
    assert "has not published" in text(client.get(reverse("chair-update", args=[held.pk])))
    page = went(post(client, "publish-update", held.pk))
    for words in ("What was said: We wait too long", "What we will do: Name a day", "Who: head of SEND."):
        assert words in page
    assert "published already" in text(post(client, "publish-update", held.pk))
    went(post(client, "open-update", held.pk, opening="We met, late, and heard families."))
    page = went(post(client, "publish-update", held.pk))
    assert page.index("We met, late") < page.index("Version 1, of") < page.index("We met and heard families.")
    assert as_role(Role.IMPROVEMENT_LEAD).get(reverse("write-update", args=[held.pk])).status_code == 403
    assert "We met, late" in text(as_role(Role.FORUM_MEMBER).get(reverse("chair-update", args=[held.pk])))


def test_who_only_reads_is_offered_no_change(as_role, board, held, next_one):
    client = as_role(Role.FORUM_MEMBER)
    for name, args in (("board", [board.pk]), ("meeting", [next_one.pk]), ("board-seats", [board.pk])):
        page = text(client.get(reverse(name, args=args)))
        assert "Add a" not in page
        assert "Call a meeting" not in page
    assert post(client, "cancel-meeting", next_one.pk, because="no").status_code == 403


def test_the_chair_begins_at_the_boards(as_role, board):
    assert as_role(Role.CHAIR).get(reverse("start")).url == reverse("boards")
    assert as_role(Role.FORUM_MEMBER).get(reverse("start")).url != reverse("boards")
    assert "Boards" in text(as_role(Role.FORUM_MEMBER).get(reverse("boards")))
