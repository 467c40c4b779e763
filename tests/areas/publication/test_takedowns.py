"""An emergency: a part is hidden at once, everywhere, and a marked gap stays in its place."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

import factories
from areas.publication.releasing import a_letter, release
from goldenthread.accounts.roles import Role
from goldenthread.audit.errors import NotPermitted, NotPossibleNow
from goldenthread.audit.models import AuditEvent
from goldenthread.publication.actions.takedowns import put_back, take_down
from goldenthread.publication.exporting.writing import whole_site
from goldenthread.publication.models import Takedown
from goldenthread.publication.queries.released import public_content
from goldenthread.publication.site.addresses import files, paths

pytestmark = pytest.mark.django_db


def text_of(response):
    return response.content.decode()


def everywhere(client, release):
    """All that anybody can read of the site."""
    pages = [text_of(client.get(f"/{path}")) for path in paths(public_content(release))]
    return "\n".join([*pages, text_of(client.get("/progress/feed.xml"))])


def test_a_letter_that_was_taken_down_is_gone_everywhere_and_leaves_a_gap(client, released, director):
    key = next(one["key"] for one in released.content["parts"] if one["title"] == "We are sorry")
    before = client.get("/")
    take_down(key, because="It named a school.", by=director)
    site = everywhere(client, released)
    assert "We are sorry" not in site
    assert "Some of you wait too long" not in site
    page = text_of(client.get(f"/progress/letters/{key.partition('-')[2]}/"))
    assert "A letter to families was taken down on" in page
    assert "It named a school." in page
    assert "Nothing on this site" in text_of(client.get("/progress/search/", {"q": "sorry"}))
    assert client.get("/", headers={"If-None-Match": before.headers["ETag"]}).status_code == 200
    assert not [path for path, held in whole_site().items() if b"We are sorry" in held]
    assert AuditEvent.objects.filter(act="took something down from the public site").count() == 1


def test_words_inside_a_promise_are_taken_down_alone(client, released, partnership, director):
    promise = next(one for one in released.content["parts"] if one["kind"] == "promise")
    take_down(promise["body"]["forum"][0]["key"], because="It describes a child.", by=director)
    page = text_of(client.get(f"/progress/promises/{partnership.pk}/"))
    assert "We know when the answer comes" in page
    assert "nobody calls" not in everywhere(client, released)
    assert "What the forum wrote was taken down on" in page
    assert "Nothing on this site" in text_of(client.get("/progress/search/", {"q": "nobody calls"}))


def test_a_paper_that_was_taken_down_has_no_address(client, released, director):
    ((path, file),) = files(public_content(released)).items()
    take_down(file["key"], because="It holds a name.", by=director)
    assert client.get(f"/{path}").status_code == 404
    assert path not in whole_site()


def test_it_stays_hidden_in_later_releases_until_it_is_put_back(client, released, lead, director):
    key = next(one["key"] for one in released.content["parts"] if one["title"] == "We are sorry")
    taken = take_down(key, because="It named a school.", by=director)
    a_letter(lead, "Another letter")
    newer = release(lead, director)
    assert "We are sorry" not in everywhere(client, newer)
    put_back(taken, because="It was another school.", by=director)
    assert "We are sorry" in everywhere(client, newer)
    assert "We are sorry" in text_of(client.get("/progress/search/", {"q": "sorry"}))
    with pytest.raises(NotPossibleNow):
        put_back(taken, because="Again", by=director)


def test_only_what_is_public_is_taken_down_and_by_those_who_may(released, lead, director):
    with pytest.raises(NotPermitted):
        take_down("letter-1", because="x", by=lead)
    with pytest.raises(NotPossibleNow):
        take_down("letter-987654", because="x", by=director)


def test_a_takedown_is_never_changed(released, director):
    key = released.content["parts"][1]["key"]
    take_down(key, because="A reason", by=director)
    with pytest.raises(DatabaseError, match="added, never changed"), transaction.atomic():
        connection.cursor().execute("DELETE FROM publication_takedown")


def test_the_page_takes_down_and_puts_back(client, released):
    client.force_login(factories.user(Role.DIRECTOR))
    key = next(one["key"] for one in released.content["parts"] if one["title"] == "We are sorry")
    assert "We are sorry" in text_of(client.get(reverse("take-down")))
    assert client.post(reverse("take-down"), {"key": key, "because": ""}).status_code == 422
    client.post(reverse("take-down"), {"key": key, "because": "It named a school."})
    taken = Takedown.objects.get()
    assert "It named a school." in text_of(client.get(reverse("take-down")))
    assert client.post(reverse("put-back"), {"taken": taken.pk, "why_back": ""}).status_code == 422
    client.post(reverse("put-back"), {"taken": taken.pk, "why_back": "A mistake"})
    assert Takedown.objects.count() == 2
