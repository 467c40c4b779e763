"""Making packs: from an empty area and a full one, once and again, interrupted, and kept as issued."""

import hashlib
from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError, InternalError, ProgrammingError
from django.test.utils import CaptureQueriesContext

import factories
from areas.governance import made
from goldenthread.accounts.roles import Role
from goldenthread.audit.errors import NotFound, NotPermitted, NotPossibleNow
from goldenthread.governance.models import AgendaItem, BoardAction, Meeting
from goldenthread.governance.packs import actions, jobs, making, queries
from goldenthread.governance.packs.contents import AtAGlance, Figures, Paragraph, Quote, Table
from goldenthread.governance.packs.models import Pack, PackContents, PackFile, PackIssue
from goldenthread.governance.packs.registry import pack_kinds
from goldenthread.governance.packs.waiting import wait_for_pack
from goldenthread.governance.packs.written import digest_of, read

pytestmark = pytest.mark.django_db
TOMORROW = date(2025, 2, 12)


@pytest.fixture
def lead():
    return factories.scope(Role.IMPROVEMENT_LEAD)


@pytest.fixture
def meeting():
    return made.meeting(made.board(), TOMORROW, Meeting.Status.PLANNED)


def make(kind, of, by):
    wanted = wait_for_pack(kind, of, by=by)
    return making.make(wanted.pk, by=made.SYSTEM)


def contents(pack):
    return read(pack.contents.text)


def tables(pack):
    return {block.caption: block for block in contents(pack).blocks if isinstance(block, Table)}


@pytest.mark.parametrize("kind", ["board", "review", "scrutiny", "reform"])
def test_an_empty_area_gives_a_pack_that_says_so(kind, meeting, lead):
    pack = make(kind, meeting, lead)
    assert pack.is_ready
    assert contents(pack).summary == "No promise is made yet, so there is nothing to judge."
    assert {one.form for one in pack.files.all()} == {"html", "pdf", "docx"}
    for table in tables(pack).values():
        assert table.rows == () or kind == "reform"
        assert table.missing


def test_there_are_the_four_kinds_in_their_places():
    assert list(pack_kinds()) == ["board", "review", "scrutiny", "reform"]


def test_families_come_first_and_the_forum_is_printed_unedited(meeting, lead):
    words = "Nobody rang.\n\n*Nobody*, #set {{ 1 }}\n"
    promise = factories.promise("P1")
    factories.forum_word(promise, "What we wrote before")
    factories.forum_word(promise, words)
    made.seat(meeting.board, "forum", holder="Co-chair of the forum", since=made.BEGUN)
    pack = make("board", meeting, lead)
    found = contents(pack)
    assert found.headings[0].text == "What families and young people say"
    quotes = [block for block in found.blocks if isinstance(block, Quote)]
    assert [quote.words for quote in quotes] == [words, words]  # first, and beside its promise
    said = [block.text for block in found.blocks if isinstance(block, Paragraph)]
    assert "This meeting has no seat for young people." in said
    assert not any("parent carer forum is empty" in each for each in said)


def test_a_promise_without_evidence_is_among_the_exceptions_and_no_state_is_made_up(meeting, lead):
    factories.promise("P1", words="Someone answers when you ring.")
    pack = make("board", meeting, lead)
    glance = next(block for block in contents(pack).blocks if isinstance(block, AtAGlance))
    assert {row.state for row in glance.promises[0].tests} <= {"no-evidence", "not-known"}
    assert contents(pack).summary.startswith("Families feel that none of 1 promise is kept.")


def test_survey_counts_and_what_was_heard_stand_with_their_limits(meeting, lead):
    survey = factories.survey("Spring survey", replies=19, invited=2_168, did_not_answer="Other languages")
    factories.answer(factories.question(survey, "Were you kept informed?"), 7, 12)
    factories.period_count(factories.count_series(), date(2025, 1, 1), 31)
    factories.period_count(factories.count_series("compliments received"), date(2025, 1, 1), 4)
    factories.heard("Nobody answers our e-mails")
    found = tables(make("board", meeting, lead))
    assert found["What was answered"].rows == (
        ("Were you kept informed?", "7 of 19 (37%)", "12 of 19", "not asked before"),
    )
    assert [row[2] for row in found["Counts of the newest period"].rows] == ["31", "4"]
    assert found["What was heard, newest first"].rows[0][1:] == ("Nothing yet.", "Not known yet.")


def test_decisions_agenda_and_overdue_actions_of_the_board_are_there(meeting, lead):
    AgendaItem.objects.create(
        meeting=meeting, place=1, title="Two posts", purpose="decide", asked="Pay for two psychologists?"
    )
    before = made.meeting(meeting.board, date(2024, 12, 18))
    BoardAction.objects.create(
        meeting=before,
        words="Answer the letters",
        owner_role="head",
        owner=made.body(),
        first_due_on=date(2025, 1, 10),
    )
    found = tables(make("board", meeting, lead))
    assert found["Decisions needed"].rows[0][:2] == ("Two posts", "Pay for two psychologists?")
    assert found["Agenda"].rows[0][0] == "1. Two posts"
    assert found["Actions past their day"].rows[0][:5] == (
        "Answer the letters", "Head, A council", "10 January 2025", "10 January 2025", "24",
    )  # fmt: skip


def test_the_review_pack_sets_what_was_asked_beside_promises_and_evidence(lead):
    answered = factories.point("Answer within two days", due_on=date(2025, 3, 1))
    factories.point("Nothing is promised about this")
    promise = factories.promise("P1")
    promise.answers.add(answered)
    factories.evidence(promise, title="Telephone log", checked=True)
    factories.evidence(promise, title="A slide that nobody checked")
    rows = tables(make("review", None, lead))["Requirements"].rows
    by_words = {row[0]: row for row in rows}
    assert "Telephone log" in by_words["Answer within two days Due 1 March 2025."][3]
    assert "nobody checked" not in str(rows)
    assert by_words["Nothing is promised about this"][2:] == ("Nothing is promised for this.", "None.")


def test_evidence_for_keepers_alone_stands_in_no_pack(meeting, lead):
    point = factories.point("Answer")
    promise = factories.promise("P1")
    promise.answers.add(point)
    factories.evidence(promise, title="For keepers alone", checked=True, seen_by=0)
    factories.evidence(promise, title="For boards alone", checked=True, seen_by=1)
    for kind in ("review", "scrutiny", "board"):
        assert "alone" not in make(kind, meeting, lead).contents.text


def test_the_reform_tables_say_what_has_no_source(lead):
    pack = make("reform", None, lead)
    found = tables(pack)
    provision = {row[0]: row for row in found["Plans by provision"].rows}
    assert provision["All plans"][1] == "8,837"
    assert provision["Support bases"][1] == "no source yet"
    assert all(cell == "no source yet" for row in provision.values() for cell in row[2:6])
    assert found["Plans by primary need"].rows[0][:2] == ("Autistic spectrum disorder", "2,540")
    assert any("unconfirmed" in block.text for block in contents(pack).blocks if isinstance(block, Paragraph))


def test_figures_that_are_not_there_say_why_and_none_is_nought(meeting, lead):
    pack = make("board", meeting, lead)
    figures = [one for block in contents(pack).blocks if isinstance(block, Figures) for one in block.figures]
    assert [one.value for one in figures] == ["", ""]
    assert all(one.missing for one in figures)


def test_what_is_kept_draws_the_same_bytes_again(meeting, lead):
    factories.forum_word(factories.promise("P1"), "Still waiting.")
    pack = make("board", meeting, lead)
    kept = {PackFile.Form(row.form): bytes(row.content) for row in pack.files.all()}
    assert making.drawn_again(contents(pack)) == kept
    assert pack.contents.digest == digest_of(pack.contents.text)
    for row in pack.files.all():
        assert row.digest == hashlib.sha256(bytes(row.content)).hexdigest()


def test_a_pack_made_again_is_another_and_the_first_stays_as_it_was(meeting, lead):
    first = make("board", meeting, lead)
    factories.promise("P1")
    second = make("board", meeting, lead)
    assert second.pk != first.pk
    assert second.contents.digest != first.contents.digest
    assert making.make(first.pk, by=made.SYSTEM).contents.text == first.contents.text


def test_a_making_that_was_cut_off_goes_on_from_what_is_kept(meeting, lead, monkeypatch):
    wanted = wait_for_pack("board", meeting, by=lead)

    def cut_off(_):
        raise KeyboardInterrupt

    monkeypatch.setitem(making.DRAWN, PackFile.Form.PDF, cut_off)
    with pytest.raises(KeyboardInterrupt):
        making.make(wanted.pk, by=made.SYSTEM)
    monkeypatch.undo()
    wanted.refresh_from_db()
    assert (wanted.status, wanted.files.count()) == (Pack.Status.WORKING, 0)
    text = wanted.contents.text
    factories.promise("P9")  # what came since belongs to the next pack
    again = making.make(wanted.pk, by=made.SYSTEM)
    assert (again.status, again.files.count()) == (Pack.Status.READY, 3)
    assert PackContents.objects.get(pack=again).text == text


def test_a_pack_that_cannot_be_made_says_why(meeting, lead, monkeypatch):
    wanted = wait_for_pack("board", meeting, by=lead)

    def refuse(*_):
        raise NotPossibleNow("The figures are being worked out.")

    monkeypatch.setattr("goldenthread.governance.packs.making._contents", refuse)
    failed = making.make(wanted.pk, by=made.SYSTEM)
    assert (failed.status, failed.problem) == (Pack.Status.FAILED, "The figures are being worked out.")


def test_no_pack_is_asked_for_twice_at_once_nor_for_a_cancelled_meeting(meeting, lead):
    first = wait_for_pack("board", meeting, by=lead)
    with pytest.raises(NotPossibleNow, match="being made already"):
        wait_for_pack("board", meeting, by=lead)
    Pack.objects.filter(pk=first.pk).update(asked_at=first.asked_at - timedelta(hours=2))
    assert wait_for_pack("board", meeting, by=lead)  # the first was lost
    gone = made.meeting(
        meeting.board, date(2025, 4, 2), Meeting.Status.CANCELLED, cancelled_because="Election"
    )
    with pytest.raises(NotPossibleNow, match="cancelled"):
        wait_for_pack("board", gone, by=lead)
    with pytest.raises(NotPossibleNow, match="Choose the meeting"):
        wait_for_pack("board", None, by=lead)
    with pytest.raises(NotFound):
        wait_for_pack("no such", None, by=lead)


def test_only_those_who_may_make_packs_make_and_see_them_before_they_are_issued(meeting, lead):
    forum = factories.scope(Role.FORUM_MEMBER)
    with pytest.raises(NotPermitted):
        wait_for_pack("board", meeting, by=forum)
    pack = make("board", meeting, lead)
    assert queries.packs(forum) == []
    with pytest.raises(NotFound):
        queries.pack(forum, pack.pk)
    with pytest.raises(NotFound):
        queries.bytes_of(forum, pack.pk, "pdf")
    with pytest.raises(NotPermitted):
        actions.issue(pack, by=forum)
    actions.issue(pack, by=lead)
    assert queries.issued(forum) == [pack]
    assert queries.bytes_of(forum, pack.pk, "pdf").startswith(b"%PDF")
    with pytest.raises(NotPossibleNow):
        actions.issue(pack, by=lead)
    with pytest.raises(NotPermitted):
        queries.packs(factories.scope(Role.COORDINATOR))


def test_movements_are_told_since_the_pack_that_was_issued_before(meeting, lead):
    first = make("board", meeting, lead)
    assert make("board", meeting, lead).after is None  # the first was never issued
    actions.issue(first, by=lead)
    second = make("board", meeting, lead)
    assert second.after == first
    assert any(
        "since" in block.missing or "otherwise than on" in block.caption for block in tables(second).values()
    )


@pytest.mark.parametrize("model", [PackContents, PackFile, PackIssue])
def test_what_was_made_is_never_changed(model, meeting, lead):
    actions.issue(make("board", meeting, lead), by=lead)
    for act in (lambda: model.objects.update(pack=None), lambda: model.objects.all().delete()):
        with pytest.raises((DatabaseError, InternalError, ProgrammingError)), transaction.atomic():
            act()


def test_a_job_makes_the_pack_that_was_asked_for(meeting, lead):
    wanted = actions.have_pack_made("board", meeting, by=lead)
    jobs.make_pack(wanted.pk)
    wanted.refresh_from_db()
    assert wanted.is_ready


def test_eighty_promises_cost_no_more_questions_than_one(meeting, lead):
    factories.promise("P0")
    with CaptureQueriesContext(
        connection,
    ) as few:
        make("board", meeting, lead)
    body = made.body()
    for number in range(1, 80):
        factories.forum_word(factories.promise(f"P{number}", of=body), "We wait.")
    with CaptureQueriesContext(connection) as many:
        pack = make("board", meeting, lead)
    assert len(many) <= len(few) + 2
    assert len(next(block for block in contents(pack).blocks if isinstance(block, AtAGlance)).promises) == 80
