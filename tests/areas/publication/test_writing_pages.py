"""Writing to families, easy words, and saying what may be public."""

import pytest
from django.urls import reverse

import factories
from areas.publication.releasing import a_letter, release
from goldenthread.accounts.roles import Role
from goldenthread.publication.models import EasyText, OpenLetter, PublicMark

pytestmark = pytest.mark.django_db

LETTER = {
    "kind": "letter",
    "title": "We are sorry",
    "dated_on-day": "20",
    "dated_on-month": "1",
    "dated_on-year": "2025",
    "words": "Some of you wait too long.",
    "signed": "The chair",
    "ready": "no",
}


def text_of(response):
    return response.content.decode()


@pytest.fixture
def desk(client):
    client.force_login(factories.user(Role.IMPROVEMENT_LEAD))
    return client


def test_a_letter_is_a_draft_until_its_writer_says_it_is_ready(desk):
    assert "Nothing was written yet" in text_of(desk.get(reverse("open-letters")))
    assert desk.get(reverse("write-letter")).status_code == 200
    wrong = desk.post(reverse("write-letter"), {**LETTER, "title": ""})
    assert wrong.status_code == 422
    assert "Some of you wait too long." in text_of(wrong)
    desk.post(reverse("write-letter"), LETTER)
    letter = OpenLetter.objects.get()
    assert "Draft" in text_of(desk.get(reverse("open-letters")))
    assert "We are sorry" not in text_of(desk.get(reverse("prepare-release")))
    desk.post(reverse("edit-letter", args=[letter.pk]), {**LETTER, "ready": "yes"})
    assert "We are sorry" in text_of(desk.get(reverse("prepare-release")))


def test_nothing_may_be_public_before_somebody_says_so(desk):
    promise = factories.promise(words="We know when the answer comes")
    plan = promise.theme.plan
    assert plan.title in text_of(desk.get(reverse("what-may-be-public")))
    assert "We know when" not in text_of(desk.get(reverse("prepare-release")))
    page = reverse("mark-for-public", args=["plan", plan.pk])
    assert desk.get(page).status_code == 200
    desk.post(page, {"may": "yes"})
    assert "We know when" in text_of(desk.get(reverse("prepare-release")))
    assert desk.post(page, {"may": "no"}).status_code == 422
    desk.post(page, {"may": "no", "because": "It is not agreed"})
    assert "We know when" not in text_of(desk.get(reverse("prepare-release")))
    assert PublicMark.objects.count() == 2
    assert desk.get(reverse("mark-for-public", args=["plan", 987_654])).status_code == 404


def test_easy_words_that_a_person_wrote_take_the_place_of_those_made(desk, client, lead, director):
    letter = a_letter(lead, "We are sorry")
    assert "Made by the page" in text_of(desk.get(reverse("easy-words")))
    page = reverse("write-easily", args=[f"letter-{letter.pk}"])
    assert desk.get(page).status_code == 200
    desk.post(page, {"words": "You wait too long.\nWe are sorry."})
    assert EasyText.objects.count() == 1
    release(lead, director)
    easy = text_of(client.get(f"/progress/letters/{letter.pk}/easy/"))
    assert "You wait too long." in easy
    assert "A person wrote these words." in easy
    assert desk.get(reverse("write-easily", args=["letter-987654"])).status_code == 404


@pytest.mark.parametrize(
    "name", ["what-may-be-public", "open-letters", "write-letter", "easy-words", "preview-draft-home"]
)
def test_only_those_who_prepare_releases_write_for_the_public(client, name):
    client.force_login(factories.user(Role.ANALYST))
    assert client.get(reverse(name)).status_code == 403
