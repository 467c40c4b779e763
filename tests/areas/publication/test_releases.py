"""Releases: prepared by one person who sees what changes, approved by another, then never changed."""

import json
from datetime import date

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.urls import reverse

import factories
from areas.publication.releasing import a_letter, release
from goldenthread.accounts.roles import Role
from goldenthread.audit import clock
from goldenthread.audit.errors import NotPermitted, NotPossibleNow
from goldenthread.audit.models import AuditEvent
from goldenthread.audit.scope import Scope
from goldenthread.figures.models import Figure
from goldenthread.publication.actions.releasing import approve_release, prepare_release, send_back
from goldenthread.publication.changes import How
from goldenthread.publication.gathering.whole import Correction
from goldenthread.publication.models import PreparedRelease, Release
from goldenthread.publication.queries.drafting import draft, to_approve

pytestmark = pytest.mark.django_db


def text_of(response):
    return response.content.decode()


def test_before_the_first_release_the_public_page_says_so(client):
    response = client.get(reverse("public-home"))
    assert response.status_code == 200
    assert "Nothing was released yet" in text_of(response)
    assert client.get("/progress/figures/").status_code == 404


def test_what_one_person_prepares_another_makes_public(client, worked_out, lead, director):
    letter = a_letter(lead, "We are sorry")
    prepared = prepare_release(seen=draft(lead).digest, note="The first", by=lead)
    assert "Nothing was released yet" in text_of(client.get("/"))
    approve_release(prepared, seen=prepared.digest, by=director)
    acts = AuditEvent.objects.filter(act__contains="a release").values_list("act", "actor_name")
    assert list(acts) == [("prepared a release", "Lena Example"), ("approved a release", "Dora Example")]
    assert "approved by two people" in text_of(client.get("/"))
    assert "children and young people had a plan on 16 January 2025" in text_of(
        client.get("/progress/figures/")
    )
    assert "<svg" in text_of(client.get("/"))
    assert "We are sorry" in text_of(client.get(f"/progress/letters/{letter.pk}/"))


def test_nobody_approves_what_they_prepared(lead, worked_out):
    both = factories.user(Role.IMPROVEMENT_LEAD)
    factories.appointment(both, Role.DIRECTOR)
    scope = Scope.of(both)
    prepared = prepare_release(seen=draft(scope).digest, by=scope)
    with pytest.raises(NotPossibleNow, match="another person"):
        approve_release(prepared, seen=prepared.digest, by=scope)
    with pytest.raises(NotPossibleNow, match="another person"):
        approve_release(prepared, seen=prepared.digest, by=Scope.system("nobody in person"))


def test_the_database_itself_refuses_a_release_by_one_person(lead, worked_out):
    prepared = prepare_release(seen=draft(lead).digest, by=lead)
    with pytest.raises(IntegrityError, match="approved_by_another"), transaction.atomic():
        Release.objects.create(
            released_at=clock.now(),
            released_by_id=lead.actor_id,
            content=prepared.content,
            digest=prepared.digest,
            prepared=prepared,
            prepared_by_id=lead.actor_id,
        )


def test_what_changed_since_it_was_looked_at_is_neither_prepared_nor_approved(lead, director, worked_out):
    seen = draft(lead).digest
    a_letter(lead, "A new letter")
    with pytest.raises(NotPossibleNow, match="changed since you looked"):
        prepare_release(seen=seen, by=lead)
    prepared = prepare_release(seen=draft(lead).digest, by=lead)
    with pytest.raises(NotPossibleNow, match="changed since you looked"):
        approve_release(prepared, seen="something else", by=director)


def test_what_was_prepared_before_another_release_cannot_follow_it(lead, director, worked_out):
    first = prepare_release(seen=draft(lead).digest, by=lead)
    a_letter(lead, "A new letter")
    second = prepare_release(seen=draft(lead).digest, by=lead)
    approve_release(second, seen=second.digest, by=director)
    with pytest.raises(NotPossibleNow, match="Another release became public"):
        approve_release(first, seen=first.digest, by=director)


def test_what_is_approved_is_what_was_prepared_even_if_the_record_changed(client, lead, director):
    letter = a_letter(lead, "We are sorry")
    prepared = prepare_release(seen=draft(lead).digest, by=lead)
    letter.words = "Something nobody approved"
    letter.save()
    approve_release(prepared, seen=prepared.digest, by=director)
    assert "nobody approved" not in text_of(client.get(f"/progress/letters/{letter.pk}/"))


def test_the_same_is_not_released_twice(lead, director, worked_out):
    release(lead, director)
    with pytest.raises(NotPossibleNow, match="nothing to release"):
        prepare_release(seen=draft(lead).digest, by=lead)


def test_what_is_sent_back_says_why_and_cannot_be_approved(client, lead, director, worked_out):
    prepared = prepare_release(seen=draft(lead).digest, by=lead)
    send_back(prepared, because="The letter names a school", by=director)
    prepared = PreparedRelease.objects.get()
    with pytest.raises(NotPossibleNow, match="sent back"):
        approve_release(prepared, seen=prepared.digest, by=director)
    assert to_approve(director) is None
    client.force_login(factories.user(Role.IMPROVEMENT_LEAD))
    assert "The letter names a school" in text_of(client.get(reverse("prepare-release")))


@pytest.mark.parametrize("model", [Release, PreparedRelease])
def test_releases_cannot_be_changed_or_removed_in_the_database(model, worked_out):
    release()
    table = model._meta.db_table
    for attempt in (f"UPDATE {table} SET digest = 'x'", f"DELETE FROM {table}"):
        with pytest.raises(DatabaseError, match="added, never changed"), transaction.atomic():
            connection.cursor().execute(attempt)


def test_later_figures_do_not_change_what_was_released(client, worked_out):
    release()
    before = text_of(client.get("/progress/figures/"))
    Figure.objects.filter(value__isnull=False).update(value=1, printed="1")
    assert text_of(client.get("/progress/figures/")) == before


def test_the_preparer_sees_exactly_what_changes(lead, director):
    letter = a_letter(lead, "A letter", words="First line.\n\nSecond line.")
    gone = a_letter(lead, "Another letter")
    release(lead, director)
    letter.words = "First line.\n\nSecond line, mended."
    letter.save()
    gone.is_ready = False
    gone.save()
    a_letter(lead, "A third letter")
    found = {one.title: one for one in draft(lead).changes}
    assert (found["A letter"].how, found["A letter"].goes, found["A letter"].comes) == (
        How.CHANGED,
        ["Second line."],
        ["Second line, mended."],
    )
    assert found["Another letter"].how is How.GONE
    assert found["A third letter"].how is How.NEW
    assert len(found) == 3


def test_a_correction_is_a_release_that_says_beside_what_was_wrong(client, lead, director):
    letter = a_letter(lead, "A letter", words="We answered 90 of 100 in time.")
    release(lead, director)
    letter.words = "We answered 70 of 100 in time."
    letter.save()
    key = f"letter-{letter.pk}"
    release(lead, director, correcting=[Correction(key, "The number was wrong.")])
    page = text_of(client.get(f"/progress/letters/{letter.pk}/"))
    assert "Corrected on" in page
    assert "The number was wrong." in page
    assert "We answered 90 of 100 in time." in page
    assert "The number was wrong." in text_of(client.get("/progress/changes/"))
    a_letter(lead, "Another letter")
    release(lead, director)
    assert "The number was wrong." in text_of(client.get(f"/progress/letters/{letter.pk}/"))


def test_the_pages_of_preparing_and_approving_do_the_same(client, worked_out):
    client.force_login(factories.user(Role.IMPROVEMENT_LEAD, name="Lena Example"))
    page = text_of(client.get(reverse("prepare-release")))
    assert "New" in page
    seen = draft(factories.scope(Role.IMPROVEMENT_LEAD)).digest
    unlooked = client.post(reverse("prepare-release"), {"seen": seen, "note": "Kept words"})
    assert unlooked.status_code == 422
    assert "Kept words" in text_of(unlooked)
    client.post(reverse("prepare-release"), {"seen": seen, "looked": "on"})
    assert "Another person has to approve it" in text_of(client.get(reverse("prepare-release")))
    assert "waits to be approved" in text_of(client.get(reverse("prepare-release")))
    client.force_login(factories.user(Role.DIRECTOR))
    prepared = PreparedRelease.objects.get()
    assert "Prepared by Lena Example" in text_of(client.get(reverse("approve-release")))
    assert "This is a preview" in text_of(client.get(reverse("preview-prepared-home", args=[prepared.pk])))
    inside = reverse("preview-prepared", args=[prepared.pk, "progress/figures/"])
    assert client.get(inside).status_code == 200
    back = reverse("send-back-release", args=[prepared.pk])
    assert client.post(back, {"because": ""}).status_code == 422
    url = reverse("approve-prepared", args=[prepared.pk])
    assert client.post(url, {"seen": prepared.digest}).status_code == 422
    assert Release.objects.count() == 0
    client.post(url, {"seen": prepared.digest, "looked": "on"})
    assert Release.objects.get().prepared == prepared


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.ANALYST, Role.DIRECTOR, Role.FORUM_MEMBER])
def test_only_those_who_may_prepare_can(client, role):
    client.force_login(factories.user(role))
    assert client.get(reverse("prepare-release")).status_code == 403
    with pytest.raises(NotPermitted):
        prepare_release(seen="", by=factories.scope(role))


def test_a_release_from_before_there_were_parts_is_still_shown(client):
    content = {
        "area_name": "Suffolk",
        "as_at": "16 January 2025",
        "year": "2024",
        "figures": [{"label": "New plans", "value": "61", "sentence": "61 plans.", "counted": ""}],
        "series": {"periods": ["2024"], "ours": ["25.4"], "england": ["46.4"]},
        "source": {"title": "EHC plans", "address": "https://example.org/"},
    }
    Release.objects.create(released_at=clock.now(), content=content, digest="x")
    assert "61 plans." in text_of(client.get("/"))
    assert "61 plans." in text_of(client.get("/progress/figures/"))


def test_counts_that_are_withheld_stand_on_no_page(client, worked_out, lead, director):
    kept = release(lead, director)
    assert kept.prepared.counts["hidden"]
    assert "hidden" not in json.dumps(kept.content)


def test_a_letter_is_dated_by_its_writer(client, lead, director):
    letter = a_letter(lead, "A letter", dated_on=date(2025, 1, 20))
    release(lead, director)
    assert "20 January 2025" in text_of(client.get(f"/progress/letters/{letter.pk}/"))
