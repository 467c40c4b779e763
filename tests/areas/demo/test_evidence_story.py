"""The demonstration's evidence: examples that say so, some of which count and some of which do not."""

from datetime import date

import pytest
from django.urls import reverse

from goldenthread.accounts.models import User
from goldenthread.accounts.roles import Role
from goldenthread.audit.scope import Scope
from goldenthread.demo import people
from goldenthread.demo.story import evidence, plans, said_of_us
from goldenthread.improvement.models import Commentary, Evidence, ForumWord, Promise
from goldenthread.improvement.queries.evidence import of_promises

pytestmark = pytest.mark.django_db

SYSTEM = Scope.system("a test tells the story")


@pytest.fixture
def told(always_on):
    always_on(date(2025, 2, 3))
    people.add_people(SYSTEM)
    said_of_us.keep_documents(SYSTEM)
    plans.begin_plans(SYSTEM)
    assert not evidence.is_kept()
    evidence.keep_evidence(SYSTEM)
    assert evidence.is_kept()


def test_every_item_and_every_word_says_that_it_is_an_example(told):
    for table in (Evidence, ForumWord, Commentary):
        assert table.objects.exists()
        assert not table.objects.filter(is_example=False).exists()


def test_some_count_some_do_not_and_one_was_overturned(told):
    items = of_promises(SYSTEM, Promise.objects.values_list("pk", flat=True))
    every = [one for beside in items.values() for one in beside]
    assert {one.counts for one in every} == {True, False}
    assert any(len(one.checks) == 2 and not one.counts for one in every)
    assert any(not one.checks for one in every)


def test_the_adviser_lands_in_the_room_and_gets_in_until_a_day(told, client):
    jo = User.objects.get(name="Jo Lavenham")
    client.force_login(jo)
    page = client.get(reverse("evidence-room"))
    assert "The room is open to you until 31 July 2025." in page.content.decode()
    assert [part.role for part in jo.scope().parts] == [Role.INSPECTOR]
    assert client.get(reverse("plans")).status_code == 403
