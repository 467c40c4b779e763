"""Pages of packs: one click makes one, its progress, the paper as it was kept, its files, issuing it."""

from datetime import date

import pytest
from django.test import Client

import factories
from areas.governance import made
from goldenthread.accounts.roles import Role
from goldenthread.governance.models import Meeting
from goldenthread.governance.packs import making
from goldenthread.governance.packs.models import Pack

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    return made.meeting(made.board(), date(2025, 2, 12), Meeting.Status.PLANNED)


@pytest.fixture
def lead():
    client = Client()
    client.force_login(factories.user(Role.IMPROVEMENT_LEAD))
    return client


@pytest.fixture
def forum():
    client = Client()
    client.force_login(factories.user(Role.FORUM_MEMBER))
    return client


def ready(client, meeting):
    client.post(f"/boards/meetings/{meeting.pk}/make-pack/board/")
    return making.make(Pack.objects.get().pk, by=made.SYSTEM)


def test_one_click_on_a_meeting_makes_its_board_pack(lead, meeting):
    assert "Make the board pack" in lead.get(f"/boards/meetings/{meeting.pk}/").content.decode()
    response = lead.post(f"/boards/meetings/{meeting.pk}/make-pack/board/")
    pack = Pack.objects.get()
    assert response.headers["Location"] == f"/boards/packs/{pack.pk}/"
    waiting = lead.get(f"/boards/packs/{pack.pk}/")
    assert "waits for its turn" in waiting.content.decode()
    assert waiting.headers["Refresh"] == "2"


def test_a_pack_on_its_way_says_how_far_it_is(lead, meeting):
    lead.post(f"/boards/meetings/{meeting.pk}/make-pack/board/")
    Pack.objects.update(status="working", step="Drawing it: PDF", done=2, to_do=4)
    page = lead.get(f"/boards/packs/{Pack.objects.get().pk}/").content.decode()
    assert "2 of 4 steps done" in page
    assert "Drawing it: PDF" in page


def test_the_paper_on_the_screen_is_what_was_kept_and_may_run_nothing(lead, meeting):
    pack = ready(lead, meeting)
    paper = lead.get(f"/boards/packs/{pack.pk}/paper/")
    assert paper.content == bytes(pack.files.get(form="html").content)
    policy = paper.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script" not in policy


@pytest.mark.parametrize(("form", "begins"), [("html", b"<!DOCTYPE"), ("pdf", b"%PDF"), ("docx", b"PK")])
def test_each_file_is_downloaded_byte_for_byte(lead, meeting, form, begins):
    pack = ready(lead, meeting)
    response = lead.get(f"/boards/packs/{pack.pk}/pack.{form}")
    assert response.content == bytes(pack.files.get(form=form).content)
    assert response.content.startswith(begins)
    assert f"board-pack-{pack.pk}.{form}" in response.headers["Content-Disposition"]
    assert lead.get(f"/boards/packs/{pack.pk}/pack.exe").status_code == 404


def test_a_pack_is_seen_by_the_board_once_it_is_issued_and_not_before(lead, forum, meeting):
    pack = ready(lead, meeting)
    addresses = ["", "paper/", "pack.pdf", "pack.docx", "pack.html"]
    for address in addresses:
        assert forum.get(f"/boards/packs/{pack.pk}/{address}").status_code == 404
    assert pack.title not in forum.get("/boards/packs/").content.decode()
    assert forum.post(f"/boards/packs/{pack.pk}/issue/").status_code == 403
    assert "Issued." in lead.post(f"/boards/packs/{pack.pk}/issue/", follow=True).content.decode()
    for address in addresses:
        assert forum.get(f"/boards/packs/{pack.pk}/{address}").status_code == 200
    assert pack.title in forum.get(f"/boards/packs/?meeting={meeting.pk}").content.decode()
    assert "Issue it" not in lead.get(f"/boards/packs/{pack.pk}/").content.decode()


def test_those_who_only_read_find_no_act_that_makes(forum, meeting):
    assert "Make the board pack" not in forum.get(f"/boards/meetings/{meeting.pk}/").content.decode()
    assert forum.post(f"/boards/meetings/{meeting.pk}/make-pack/board/").status_code == 403
    assert forum.get("/boards/packs/make/").status_code == 403


def test_any_kind_can_be_chosen_and_a_board_pack_asks_for_its_meeting(lead, meeting):
    assert "SEND reform plan tables" in lead.get("/boards/packs/make/").content.decode()
    refused = lead.post("/boards/packs/make/", {"kind": "board", "meeting": ""})
    assert refused.status_code == 422
    assert "Choose the meeting that this pack is for" in refused.content.decode()
    assert lead.post("/boards/packs/make/", {"kind": "scrutiny", "meeting": ""}).status_code == 302
    assert lead.post("/boards/packs/make/", {"kind": "board", "meeting": meeting.pk}).status_code == 302
    assert sorted(Pack.objects.values_list("kind", flat=True)) == ["board", "scrutiny"]


def test_a_pack_that_could_not_be_made_says_why_on_its_page(lead, meeting):
    lead.post(f"/boards/meetings/{meeting.pk}/make-pack/board/")
    Pack.objects.update(status="failed", problem="The figures are being worked out.")
    page = lead.get(f"/boards/packs/{Pack.objects.get().pk}/").content.decode()
    assert "The figures are being worked out." in page


def test_the_list_of_packs_asks_few_questions(lead, meeting, django_assert_max_num_queries):
    for _ in range(5):
        Pack.objects.create(
            kind="board",
            title="A pack",
            meeting=meeting,
            asked_at="2025-02-03T09:00Z",
            asked_by_name="A test",
        )
    with django_assert_max_num_queries(12):
        assert lead.get("/boards/packs/").status_code == 200
