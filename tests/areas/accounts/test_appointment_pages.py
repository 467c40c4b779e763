"""Giving and ending access on its pages: nothing typed is lost, nobody appoints themselves."""

from datetime import date

import pytest
from django.urls import reverse

import factories
from goldenthread.accounts.models import Appointment
from goldenthread.accounts.roles import Role
from goldenthread.audit.scope import Scope

pytestmark = pytest.mark.django_db
TODAY = date(2025, 2, 3)


@pytest.fixture(autouse=True)
def day(always_on):
    always_on(TODAY)


@pytest.fixture
def administrator(client):
    user = factories.user(Role.ADMINISTRATOR, name="Mina Thrandeston")
    client.force_login(user)
    return user


def sent(user, role, **more):
    first = {"starts_on-day": "3", "starts_on-month": "2", "starts_on-year": "2025"}
    return {"email": user.email, "role": role.value, **first, **more}


def test_someone_is_appointed_at_a_school_and_seen_on_the_list(client, administrator):
    user, school = factories.user(None, name="Tom Ashbocking"), factories.setting("Alder Vale")
    assert client.get(reverse("appoint")).status_code == 200
    answer = client.post(reverse("appoint"), sent(user, Role.SENCO, place=school.urn), follow=True)
    assert "Tom Ashbocking is appointed." in answer.content.decode()
    assert "Alder Vale" in answer.content.decode()
    assert Scope.of(user).parts[0].setting_id == school.pk


def test_what_was_typed_comes_back_with_what_is_wrong(client, administrator):
    user = factories.user(None)
    answer = client.post(reverse("appoint"), sent(user, Role.SENCO, place="999999"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "No setting has this URN" in page
    assert user.email in page
    assert "999999" in page


def test_everyone_with_access_is_listed_with_where_and_since_when(client, administrator):
    factories.user(Role.SENCO, name="Tom Ashbocking", at=factories.setting("Alder Vale"))
    page = client.get(reverse("appointments")).content.decode()
    assert "Tom Ashbocking" in page
    assert "Alder Vale" in page
    assert "since 1 January 2020" in page


def test_nobody_gives_access_to_themselves(client, administrator):
    answer = client.post(reverse("appoint"), sent(administrator, Role.ANALYST))
    assert answer.status_code == 409
    assert "Nobody gives access to themselves" in answer.content.decode()


def test_a_stranger_to_the_system_is_invited_first(client, administrator):
    page = client.post(reverse("appoint"), {**sent(administrator, Role.ANALYST), "email": "no@example.org"})
    assert "Invite them first" in page.content.decode()


def test_an_appointment_is_ended_today(client, administrator):
    user = factories.user(Role.ANALYST)
    held = Appointment.objects.get(user=user)
    address = reverse("end-appointment", args=[held.pk])
    assert client.get(address).status_code == 200
    early = {"ends_on-day": "1", "ends_on-month": "2", "ends_on-year": "2025", "because": "Left"}
    assert client.post(address, early).status_code == 422
    assert client.post(address, {**early, "ends_on-day": "3"}).status_code == 302
    assert Scope.of(user).parts == ()
    assert client.get(address).status_code == 404
