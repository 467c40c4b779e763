"""The review queue: two records side by side, a decision, and its undoing."""

import pytest
from django.urls import reverse

import factories
from goldenthread.accounts.roles import Role
from goldenthread.audit.scope import Scope
from goldenthread.people import actions
from goldenthread.people.models import MatchQuestion, Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def question():
    known, newcomer = factories.person("Amara", "Osei"), factories.person("Amara", "Osei")
    actions.ask_whether_one_person([(newcomer.pk, known.pk, "The names agree.")], by=Scope.system("a test"))
    return MatchQuestion.objects.get()


@pytest.fixture
def analyst(client):
    client.force_login(factories.user(Role.ANALYST))
    return client


def test_a_question_is_listed_decided_and_undone(analyst, question):
    queue, page = reverse("match-questions"), reverse("match-question", args=[question.pk])
    assert page in analyst.get(queue).content.decode()
    assert "The names agree." in analyst.get(page).content.decode()
    analyst.post(page, {"answer": "same", "because": "The school confirmed it."})
    assert Person.objects.get(pk=question.newcomer_id).same_as_id == question.known_id
    assert "one child" in analyst.get(queue).content.decode()
    analyst.post(page, {"answer": "undone", "because": "Wrong school."})
    assert Person.objects.get(pk=question.newcomer_id).same_as_id is None


def test_a_decision_without_its_ground_comes_back_with_what_was_typed(analyst, question):
    page = reverse("match-question", args=[question.pk])
    response = analyst.post(page, {"answer": "same", "because": ""})
    assert response.status_code == 422
    assert "Enter how we know" in response.content.decode()
    assert Person.objects.get(pk=question.newcomer_id).same_as_id is None


def test_a_coordinator_is_refused(client, question):
    client.force_login(factories.user(Role.COORDINATOR))
    assert client.get(reverse("match-questions")).status_code == 403
    assert client.get(reverse("match-question", args=[question.pk])).status_code == 403


def test_a_question_that_is_not_there_is_not_found(analyst):
    assert analyst.get(reverse("match-question", args=[999])).status_code == 404
