"""Whoever looks after people keeps the list of bodies and teams: an area begins with nothing but these."""

import pytest
from django.urls import reverse

import factories
from goldenthread.accounts.roles import Role
from goldenthread.audit.models import AuditEvent
from goldenthread.organisations.models import Organisation, OrganisationKind, Team
from signing_in import sign_in_afresh

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(client):
    user = factories.user(Role.ADMINISTRATOR, name="Mina Thrandeston")
    sign_in_afresh(client, user)
    return user


def add_body(client, name="Gipping County Council", kind=OrganisationKind.COUNCIL):
    return client.post(reverse("add-body"), {"name": name, "kind": kind.value}, follow=True)


@pytest.mark.usefixtures("administrator")
class TestBodies:
    def test_an_empty_area_says_what_to_begin_with(self, client):
        page = client.get(reverse("partnership")).content.decode()
        assert "No body is named yet." in page
        assert "The council has no team yet." in page

    def test_a_body_is_added_and_stands_on_the_list(self, client):
        page = add_body(client).content.decode()
        assert "Gipping County Council is part of the partnership." in page
        assert Organisation.objects.get().kind == OrganisationKind.COUNCIL
        assert AuditEvent.objects.filter(act="added an organisation").exists()

    def test_a_name_that_is_taken_is_refused_whatever_its_letters_and_spaces(self, client):
        add_body(client)
        answer = add_body(client, name="  gipping  county council ")
        assert answer.status_code == 422
        assert "There is a body of this name already" in answer.content.decode()
        assert "gipping  county council" in answer.content.decode()

    def test_a_body_is_named_anew_and_the_audit_keeps_its_name_before(self, client):
        add_body(client)
        body = Organisation.objects.get()
        client.post(reverse("rename-body", args=[body.pk]), {"name": "Gipping Council", "kind": "council"})
        body.refresh_from_db()
        assert body.name == "Gipping Council"
        kept = AuditEvent.objects.get(act="described an organisation anew").details
        assert kept["before"] == "Gipping County Council"

    def test_a_body_keeps_its_own_name_when_only_its_kind_changes(self, client):
        add_body(client)
        body = Organisation.objects.get()
        client.post(reverse("rename-body", args=[body.pk]), {"name": body.name, "kind": "voluntary"})
        body.refresh_from_db()
        assert body.kind == OrganisationKind.VOLUNTARY

    def test_a_body_that_is_not_there_is_not_found(self, client):
        assert client.get(reverse("partnership-body", args=[987_654])).status_code == 404


@pytest.mark.usefixtures("administrator")
def test_a_team_is_added_and_named_anew(client):
    client.post(reverse("add-team"), {"name": "Northern team"})
    team = Team.objects.get()
    client.post(reverse("rename-team", args=[team.pk]), {"name": "North"})
    again = client.post(reverse("add-team"), {"name": "NORTH"})
    assert Team.objects.get().name == "North"
    assert "There is a team of this name already" in again.content.decode()


@pytest.mark.usefixtures("administrator")
def test_a_team_that_is_not_there_is_not_found(client):
    assert client.get(reverse("rename-team", args=[987_654])).status_code == 404


@pytest.mark.usefixtures("administrator")
class TestSettings:
    def test_a_body_is_said_to_run_a_setting(self, client):
        add_body(client, name="Orwell Schools Trust", kind=OrganisationKind.SCHOOL_OR_COLLEGE)
        body, setting = Organisation.objects.get(), factories.setting("Alder Vale")
        page = client.post(reverse("place-setting", args=[body.pk]), {"urn": setting.urn}, follow=True)
        assert "Orwell Schools Trust runs Alder Vale." in page.content.decode()
        setting.refresh_from_db()
        assert setting.organisation == body

    def test_an_unknown_number_is_refused_and_comes_back(self, client):
        add_body(client)
        answer = client.post(
            reverse("place-setting", args=[Organisation.objects.get().pk]), {"urn": "765432"}
        )
        assert answer.status_code == 422
        assert "No setting has this URN" in answer.content.decode()
        assert "765432" in answer.content.decode()


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.ANALYST, Role.DIRECTOR, Role.IMPROVEMENT_LEAD])
def test_nobody_else_adds_a_body(client, role):
    client.force_login(factories.user(role))
    assert add_body(client).status_code == 403
    assert not Organisation.objects.filter(name="Gipping County Council").exists()
