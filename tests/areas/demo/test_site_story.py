"""The demonstration's public site: released by two people, and every invented word marked."""

from datetime import date

import pytest

from goldenthread.audit.scope import Scope
from goldenthread.demo import people
from goldenthread.demo.story import plans, said_of_us, site
from goldenthread.publication.models import Release
from goldenthread.publication.parts import of_kind

pytestmark = pytest.mark.django_db

SYSTEM = Scope.system("a test tells the story")


@pytest.fixture
def released(always_on, settings, tmp_path):
    always_on(date(2025, 2, 3))
    settings.FACTS_ROOT = tmp_path
    people.add_people(SYSTEM)
    said_of_us.keep_documents(SYSTEM)
    plans.begin_plans(SYSTEM)
    site.release_site()
    return Release.objects.get()


def test_two_invented_people_release_a_site_that_is_full(released, client):
    assert released.prepared_by_name == "Esther Walsham"
    assert released.released_by_name == "Helen Marchbanks"
    kinds = {one["kind"] for one in released.content["parts"]}
    assert {"home", "promise", "document", "letter"} <= kinds
    assert client.get("/").status_code == 200


def test_every_promise_and_letter_says_that_it_is_an_example(released):
    invented = of_kind(released.content, "promise", "letter")
    assert len(invented) > 5
    assert all(one["is_example"] for one in invented)


def test_every_promise_was_judged_before_it_was_shown(released):
    for one in of_kind(released.content, "promise"):
        assert len(one["body"]["tests"]) == 5
        assert not any(test["says"].startswith("Not judged") for test in one["body"]["tests"])
        assert next(test for test in one["body"]["tests"] if test["name"] == "Felt")["state"] != "yes"
