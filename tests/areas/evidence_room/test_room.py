"""The evidence room: read-only, until a day, of what is marked for it, with a log of what was opened."""

import io
from datetime import date

import pytest
from django.core import mail
from django.db import connection, transaction
from django.db.utils import DatabaseError
from django.urls import reverse

import factories
from areas.documents.files import PDF
from goldenthread.accounts.models import Appointment
from goldenthread.accounts.places import NOWHERE
from goldenthread.accounts.roles import Permission, Role
from goldenthread.accounts.signing_in.invitations.actions import Invited, accept, invite
from goldenthread.accounts.signing_in.models import Invitation
from goldenthread.audit.errors import NotPermitted, NotPossibleNow
from goldenthread.audit.scope import Scope
from goldenthread.documents.actions import Brought, keep
from goldenthread.evidence_room import actions, queries
from goldenthread.evidence_room.actions import Asked
from goldenthread.evidence_room.models import Opened, Opening
from goldenthread.improvement.models import PointKind, SeenBy

pytestmark = pytest.mark.django_db

TODAY = date(2025, 2, 3)
LAST, AFTER = date(2025, 3, 31), date(2025, 4, 1)
FORBIDDEN, NOT_FOUND, INVALID = 403, 404, 422


@pytest.fixture(autouse=True)
def _on_the_third_of_february(always_on):
    always_on(TODAY)


@pytest.fixture
def as_(client):
    def sign_in(role):
        user = factories.user(role, name=f"The {role}")
        client.force_login(user)
        return client

    return sign_in


@pytest.fixture
def promise():
    made = factories.promise("1", of=factories.organisation("A council"))
    made.answers.add(factories.point("Clear the backlog", code="PA2"))
    return made


def text(answer):
    return " ".join(answer.content.decode().split())


def day(name, value):
    return {f"{name}-day": value.day, f"{name}-month": value.month, f"{name}-year": value.year}


def asked(**changed):
    said = {"name": "Ann Adviser", "email": "ann@department.example", "body": "The Department"}
    said |= {"because": "The six-monthly review", "starts_on": TODAY, "ends_on": AFTER}
    return Asked(**said | changed)


def let_in(lead, **changed):
    """Somebody who was asked in and accepted."""
    opening = actions.open_room(asked(**changed), address="https://here/", by=lead)
    system = Scope.system("a test accepts")
    return opening, accept(opening.invitation, signed_in=None, by=system)


def test_a_reader_sees_what_was_asked_the_promises_tests_and_evidence(as_, promise):
    factories.evidence(promise, title="Thirty letters", checked=True)
    factories.point("Answer every call")
    reader = as_(Role.INSPECTOR)
    front = text(reader.get(reverse("evidence-room")))
    assert front.index("Answer every call") < front.index("Clear the backlog")
    for words in ("Nothing promised", "1 item", "Not known", "Lasting", "2 things asked"):
        assert words in front
    page = text(reader.get(reverse("room-promise", args=[promise.pk])))
    for words in ("The five tests", "Thirty letters", "From the parent carer forum", "Clear the backlog"):
        assert words in page
    assert "Promise 1" in page
    point = promise.answers.get()
    assert "What was promised" in text(reader.get(reverse("room-point", args=[point.pk])))
    item = promise.evidence_items.get()
    assert "It counts" in text(reader.get(reverse("room-item", args=[item.pk])))
    one = text(reader.get(reverse("evidence-room"), {"document": point.origin_id}))
    assert "Answer every call" not in one


def test_no_page_of_the_room_leads_out_of_it(as_, promise, measured_set):
    item = factories.evidence(promise, checked=True, answers=list(promise.answers.all()))
    factories.met_milestone(promise)
    factories.forum_word(promise)
    reader = as_(Role.INSPECTOR)
    pages = [
        reverse("evidence-room"),
        reverse("room-promise", args=[promise.pk]),
        reverse("room-point", args=[promise.answers.get().pk]),
        reverse("room-item", args=[item.pk]),
        reverse("room-figures"),
        reverse("room-figure", args=["plans_issued_in_20_weeks"]),
        reverse("room-search") + "?words=letters",
        reverse("room-log"),
    ]
    for where in pages:
        answer = reader.get(where)
        if answer.status_code == NOT_FOUND and "plans_issued" in where:
            continue
        main = answer.content.decode().split("<main", 1)[1].split("</main>")[0]
        for part in main.split('href="')[1:]:
            href = part.split('"', 1)[0].replace("&amp;", "&")
            if href.startswith("/"):
                assert reader.get(href).status_code == 200, (where, href)


@pytest.mark.parametrize(
    "page", ["promise", "evidence-item", "plans", "origins", "overview", "evidence-matrix"]
)
def test_a_reader_opens_no_other_page_of_the_partnership(as_, promise, page):
    item = factories.evidence(promise)
    numbers = {"promise": [promise.pk], "evidence-item": [item.pk]}
    assert as_(Role.INSPECTOR).get(reverse(page, args=numbers.get(page))).status_code == FORBIDDEN


@pytest.mark.parametrize("level", [SeenBy.KEEPERS, SeenBy.BOARDS])
def test_what_is_not_for_the_room_is_on_no_page_search_or_file_of_it_whoever_reads(
    as_, promise, level, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    brought = Brought("kept.pdf", len(PDF), io.BytesIO(PDF))
    document = keep(
        brought, kind="evidence", title="Kept", under=Permission.KEEP_EVIDENCE, by=Scope.system("a test")
    ).document
    hidden = factories.evidence(
        promise, title="Quokka", shows="quokka", seen_by=level, checked=True, document=document
    )
    shown = factories.evidence(promise, title="Wombat", shows="wombat", seen_by=SeenBy.ROOM, checked=True)
    for role in (Role.INSPECTOR, Role.IMPROVEMENT_LEAD):
        reader = as_(role)
        said = [
            text(reader.get(reverse("evidence-room"))),
            text(reader.get(reverse("room-promise", args=[promise.pk]))),
            text(reader.get(reverse("room-matrix-file"))),
            text(reader.get(reverse("room-search"), {"words": "quokka"})).replace('value="quokka"', ""),
            text(reader.get(reverse("room-log"))),
        ]
        assert not any("quokka" in words.lower() for words in said)
        assert "Nothing in the room holds these words" in said[3]
        assert "Wombat" in text(reader.get(reverse("room-search"), {"words": "wombat"}))
        assert "Wombat" in said[2]
        assert reader.get(reverse("room-item", args=[hidden.pk])).status_code == NOT_FOUND
        assert reader.get(reverse("room-file", args=[hidden.pk])).status_code == NOT_FOUND
        assert reader.get(reverse("room-item", args=[shown.pk])).status_code == 200
        assert reader.get(reverse("room-file", args=[shown.pk])).status_code == NOT_FOUND


def test_a_file_that_is_for_the_room_is_given_and_kept_in_the_log(as_, promise, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    brought = Brought("report.pdf", len(PDF), io.BytesIO(PDF))
    document = keep(
        brought, kind="evidence", title="Kept", under=Permission.KEEP_EVIDENCE, by=Scope.system("a test")
    ).document
    item = factories.evidence(promise, seen_by=SeenBy.ROOM, document=document)
    answer = as_(Role.INSPECTOR).get(reverse("room-file", args=[item.pk]))
    assert b"".join(answer.streaming_content) == PDF
    assert Opened.objects.get().what == "file"


def test_who_agreed_to_a_case_study_is_not_told_in_the_room(as_, promise):
    study = factories.evidence(
        promise,
        kind="case study",
        seen_by=SeenBy.ROOM,
        consented_by="the grandmother",
        consent_kept_at="folder 7",
    )
    for role in (Role.INSPECTOR, Role.IMPROVEMENT_LEAD):
        page = text(as_(role).get(reverse("room-item", args=[study.pk])))
        assert "Given on 2 January 2025" in page
        assert "grandmother" not in page
        assert "folder 7" not in page


def test_withdrawn_and_replaced_evidence_and_words_taken_back_are_not_found(as_, promise):
    gone = factories.evidence(promise, title="Quokka")
    factories.evidence_withdrawal(gone)
    old = factories.evidence(promise, title="Quokka before")
    factories.evidence(promise, title="Wombat", replaces=old)
    factories.forum_word(promise, "quokka")
    factories.forum_word(promise, "wombat")
    reader = as_(Role.INSPECTOR)
    assert "Nothing in the room" in text(reader.get(reverse("room-search"), {"words": "quokka"}))
    found = text(reader.get(reverse("room-search"), {"words": "wombats"}))
    assert "The forum’s words" in found
    assert reader.get(reverse("room-item", args=[gone.pk])).status_code == NOT_FOUND
    assert "Enter what you look for" in text(reader.get(reverse("room-search"), {"words": ""}))


def test_the_room_is_opened_until_a_day_by_who_may_and_refuses_at_once_when_it_ends(
    always_on, django_capture_on_commit_callbacks
):
    lead = factories.scope(Role.IMPROVEMENT_LEAD)
    with django_capture_on_commit_callbacks(execute=True):
        opening, reader = let_in(lead)
    assert "ann@department.example" in mail.outbox[0].to
    assert reader.scope().permissions == {Permission.SEE_EVIDENCE_ROOM}
    assert queries.until(reader.scope()) == AFTER
    always_on(LAST)
    assert queries.front(reader.scope())
    always_on(AFTER)
    with pytest.raises(NotPermitted):
        queries.front(reader.scope())
    assert Opening.objects.get() == opening


def test_closing_refuses_from_the_next_page_on(client):
    lead = factories.scope(Role.IMPROVEMENT_LEAD)
    opening, reader = let_in(lead)
    client.force_login(reader)
    assert client.get(reverse("evidence-room")).status_code == 200
    actions.close_room(opening, because="The review is over", by=lead)
    assert client.get(reverse("evidence-room")).status_code != 200
    assert not reader.scope().permissions
    with pytest.raises(NotPossibleNow, match="closed already"):
        actions.close_room(opening, because="Again", by=lead)


def test_closing_before_they_came_takes_back_the_invitation():
    lead = factories.scope(Role.IMPROVEMENT_LEAD)
    opening = actions.open_room(asked(), address="https://here/", by=lead)
    actions.close_room(opening, because="Not needed", by=lead)
    assert Invitation.objects.get().withdrawn_at is not None


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.IMPROVEMENT_LEAD])
def test_nobody_else_opens_the_room(role):
    with pytest.raises(NotPermitted):
        actions.open_room(asked(), address="https://here/", by=factories.scope(role))


def test_an_adviser_is_never_appointed_without_an_end():
    administrator = factories.scope(Role.ADMINISTRATOR)
    endless = Invited("ann@department.example", "Ann", Role.INSPECTOR, NOWHERE, TODAY)
    with pytest.raises(NotPossibleNow, match="Say until when"):
        invite(endless, address="https://here/", by=administrator)
    user = factories.user(None)
    factories.appointment(user, Role.INSPECTOR, ends_on=None)
    assert not user.scope().permissions
    assert not Appointment.in_force(TODAY).filter(user=user).exists()


def test_days_the_wrong_way_round_are_refused():
    lead = factories.scope(Role.IMPROVEMENT_LEAD)
    for ends_on in (TODAY, date(2025, 1, 1)):
        with pytest.raises(NotPossibleNow, match="must be after today"):
            actions.open_room(asked(ends_on=ends_on), address="https://here/", by=lead)


def test_the_pages_open_and_close_the_room(as_):
    lead = as_(Role.IMPROVEMENT_LEAD)
    assert "opened to nobody yet" in text(lead.get(reverse("room-openings")))
    typed = {"name": "Ann", "email": "ann@department.example", "body": "The Department", "because": "Review"}
    typed |= {**day("starts_on", TODAY), **day("last_on", LAST)}
    wrong = lead.post(reverse("open-room"), typed | {"because": ""})
    assert wrong.status_code == INVALID
    assert 'value="Ann"' in text(wrong)
    page = text(lead.post(reverse("open-room"), typed, follow=True))
    assert "Ann is invited." in page
    assert "31 March 2025" in page
    assert "Invited, not in yet" in page
    again = lead.post(reverse("open-room"), typed)
    assert "They have an invitation to this role already" in text(again)
    where = reverse("close-room", args=[Opening.objects.get().pk])
    page = text(lead.post(where, {"because": "Not needed"}, follow=True))
    assert "Closed. Ann gets in no more." in page
    assert "Not needed" in page
    assert lead.get(reverse("close-room", args=[9])).status_code == NOT_FOUND


def test_what_was_opened_is_kept_for_good_and_read_by_both_sides(client, promise):
    first, second = (factories.user(Role.INSPECTOR, name=name) for name in ("Ann", "Ben"))
    for user in (first, second):
        client.force_login(user)
        client.get(reverse("evidence-room"))
        client.get(reverse("room-promise", args=[promise.pk]))
        client.get(reverse("room-search"), {"words": "secretive"})
    own = text(client.get(reverse("room-log")))
    assert "The partnership sees the same" in own
    assert own.count("Front page") == 1
    assert promise.words in own
    client.force_login(factories.user(Role.IMPROVEMENT_LEAD))
    everyone = text(client.get(reverse("room-log")))
    assert everyone.count("Front page") == 2
    assert "Ann" in everyone
    assert "secretive" not in everyone
    with pytest.raises(DatabaseError, match="added, never changed"), transaction.atomic():
        connection.cursor().execute("UPDATE evidence_room_opened SET what = 'nothing'")


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.CHAIR, Role.FORUM_MEMBER, Role.PARENT])
def test_the_room_is_for_its_readers(as_, promise, role):
    someone = as_(role)
    for page in ("evidence-room", "room-figures", "room-search", "room-log", "room-matrix-file"):
        assert someone.get(reverse(page)).status_code == FORBIDDEN
    assert someone.get(reverse("room-promise", args=[promise.pk])).status_code == FORBIDDEN
    assert not Opened.objects.exists()


def test_praise_needs_no_answer_and_is_not_asked(as_):
    factories.point("They listen", kind=PointKind.PRAISE)
    assert "Nothing that was asked is kept here yet" in text(
        as_(Role.INSPECTOR).get(reverse("evidence-room"))
    )


@pytest.mark.slow
def test_pages_of_the_room_ask_few_questions_of_three_thousand_items(as_, django_assert_max_num_queries):
    promise = factories.many_items(promises=80, items=3_000)
    reader = as_(Role.INSPECTOR)
    for where in (
        reverse("evidence-room"),
        reverse("room-matrix-file"),
        reverse("room-promise", args=[promise.pk]),
        reverse("room-search") + "?words=letters",
    ):
        with django_assert_max_num_queries(24):
            assert reader.get(where).status_code == 200
