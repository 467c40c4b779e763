"""Who a child is can be put right by whoever records on the case; what was said before stays to be read."""

from datetime import date

import pytest
from django.urls import reverse

import factories
from goldenthread.accounts.roles import Role
from goldenthread.audit.models import AuditEvent
from goldenthread.audit.scope import Scope
from goldenthread.people import actions
from goldenthread.people.models import Person, PersonEntry

pytestmark = pytest.mark.django_db

SYSTEM = Scope.system("a test")


@pytest.fixture
def ros():
    return factories.user(Role.COORDINATOR, name="Ros Tilley", of=factories.team("Northern team"))


@pytest.fixture
def case(ros):
    details = {"surname": "Denholm", "forename": "Maya", "birth_date": "2016-05-03", "postcode": "IP1 1AA"}
    (person,) = actions.add_declared_people(
        [{**details, "ethnicity": "WENG"}],
        numbers=[[]],
        census_day=date(2025, 1, 16),
        digest="d" * 64,
        by=SYSTEM,
    )
    return factories.case(person, coordinator=ros)


def typed(**changes):
    said = {"forename": "Maya", "surname": "Denholm", "sex": "", "ethnicity": "WENG", "postcode": "IP1 1AA"}
    born = {"birth_date-day": "3", "birth_date-month": "5", "birth_date-year": "2016"}
    return {**said, **born, "because": "The birth certificate says so", **changes}


def correct(client, case, **changes):
    return client.post(reverse("correct-details", args=[case.reference]), typed(**changes), follow=True)


def test_the_page_says_who_said_what_and_when(client, ros, case):
    client.force_login(ros)
    page = client.get(reverse("details", args=[case.reference])).content.decode()
    assert "Declared in a return as at 16 January 2025" in page
    assert "3 May 2016" in page


def test_only_what_is_different_is_put_right_and_what_was_said_stays(client, ros, case):
    client.force_login(ros)
    page = correct(client, case, surname="Denham").content.decode()
    assert "Put right." in page
    assert "Corrected since" in page
    correction = PersonEntry.objects.order_by("-pk").first()
    assert correction.said == {"surname": "Denham"}
    assert Person.objects.get().ethnicity == "WENG"
    assert (
        AuditEvent.objects.get(act="corrected a person's details").because == "The birth certificate says so"
    )


def test_a_correction_can_be_put_right_again(client, ros, case):
    client.force_login(ros)
    correct(client, case, surname="Denham")
    correct(client, case, surname="Denholm", forename="Maia")
    person = Person.objects.get()
    assert (person.forename, person.surname) == ("Maia", "Denholm")
    assert person.entries.count() == 3


def test_a_day_of_birth_is_put_right(client, ros, case):
    client.force_login(ros)
    correct(client, case, **{"birth_date-day": "4"})
    assert Person.objects.get().birth_date == date(2016, 5, 4)


def test_a_form_without_a_change_comes_back_with_what_was_typed(client, ros, case):
    client.force_login(ros)
    answer = correct(client, case, because="I wonder")
    assert answer.status_code == 422
    assert "Nothing is different" in answer.content.decode()
    assert "I wonder" in answer.content.decode()


def test_a_wrong_day_comes_back_with_the_other_changes(client, ros, case):
    client.force_login(ros)
    answer = correct(client, case, forename="Maia", **{"birth_date-year": "2031"})
    assert answer.status_code == 422
    assert "must be today or earlier" in answer.content.decode()
    assert 'value="Maia"' in answer.content.decode()


def test_a_postcode_that_is_withheld_is_neither_shown_nor_asked_for(client, ros, case):
    factories.shielding(case.person)
    client.force_login(ros)
    pages = [client.get(reverse(name, args=[case.reference])) for name in ("details", "correct-details")]
    assert all("IP1 1AA" not in page.content.decode() for page in pages)
    correct(client, case, surname="Denham")
    assert Person.objects.get().postcode == "IP1 1AA"


@pytest.mark.parametrize(("role", "status"), [(Role.ANALYST, 403), (Role.COORDINATOR, 404)])
def test_others_put_nothing_right(client, case, role, status):
    of = factories.team("Southern team") if role is Role.COORDINATOR else None
    client.force_login(factories.user(role, of=of))
    assert correct(client, case, surname="Denham").status_code == status
    assert Person.objects.get().surname == "Denholm"


def test_the_page_costs_the_same_however_much_was_said(client, ros, case, django_assert_max_num_queries):
    client.force_login(ros)
    for name in ("Denham", "Denhom", "Denholme", "Denholm-Gray"):
        correct(client, case, surname=name)
    with django_assert_max_num_queries(16):
        client.get(reverse("details", args=[case.reference]))
