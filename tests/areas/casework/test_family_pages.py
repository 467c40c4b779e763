"""The people around a child on the pages of staff, and a family's own page."""

from datetime import date

import pytest
from django.urls import reverse

import factories
from builders import a_case
from goldenthread.accounts.roles import Role
from goldenthread.audit.models import AuditEvent
from goldenthread.casework.family.forms import FORMS
from goldenthread.casework.models import Standing
from goldenthread.people.models import Contact, Person, Relationship, Shielding
from goldenthread.people.shielding import WITHHELD

pytestmark = pytest.mark.django_db
TODAY = date(2025, 2, 3)
STARTS = {"starts_on-day": "3", "starts_on-month": "2", "starts_on-year": "2025"}
MOTHER = {
    "adult": "new",
    "name": "Dana Denholm",
    "kind": "parent",
    "responsibility": "yes",
    "evidence": "birth certificate seen",
    "agrees": "no",
    **STARTS,
}


@pytest.fixture(autouse=True)
def day(always_on):
    always_on(TODAY)


@pytest.fixture
def ros(client):
    user = factories.user(Role.COORDINATOR, name="Ros Tilley", of=factories.team("West"))
    client.force_login(user)
    return user


@pytest.fixture
def case(ros):
    return a_case().requested_on("2025-01-20").in_the_journal(coordinator=ros)


def add(client, case, kind, said):
    return client.post(reverse("family-add", args=[case.reference, kind]), said)


def page_of(client, case):
    answer = client.get(reverse("family", args=[case.reference]))
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_parent_is_recorded_and_then_decides(client, case):
    assert "Nobody around this child is recorded yet" in page_of(client, case)
    assert client.get(reverse("family-add", args=[case.reference, "relationship"])).status_code == 200
    assert add(client, case, "relationship", MOTHER).status_code == 302
    page = page_of(client, case)
    assert page.count("Dana Denholm") > 8
    assert "birth certificate seen" in page
    assert "until then the parent decides" in page


def test_responsibility_without_evidence_comes_back_with_everything_typed(client, case):
    answer = add(client, case, "relationship", {**MOTHER, "evidence": ""})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Say how we know that they have parental responsibility" in page
    assert 'value="Dana Denholm"' in page
    assert not Relationship.objects.exists()


@pytest.mark.parametrize("kind", list(FORMS))
def test_each_form_opens_and_an_empty_one_comes_back(client, case, kind):
    factories.relationship(case.person)
    assert client.get(reverse("family-add", args=[case.reference, kind])).status_code == 200
    assert add(client, case, kind, {}).status_code == 422


def test_an_order_and_a_finding_change_who_decides(client, case):
    dana = factories.relationship(case.person).adult
    order = {"adult": dana.pk, "forbids": ["deciding"], "evidence": "Family Court, 3 June 2024", **STARTS}
    assert add(client, case, "order", order).status_code == 302
    page = page_of(client, case)
    assert "Family Court, 3 June 2024" in page
    assert page.count("Nobody who is recorded here") == 8
    found = {f"assessed_on-{part}": number for part, number in (("day", 3), ("month", 2), ("year", 2025))}
    finding = {"matter": "APPEAL", "able": "no", "assessed_by": "Dr Wren", "evidence": "file", **found}
    assert add(client, case, "capacity", finding).status_code == 302
    assert "Cannot decide" in page_of(client, case)


def test_a_line_ends_or_is_withdrawn_and_stays_in_the_history(client, case):
    row = factories.relationship(case.person)
    address = reverse("family-change", args=[case.reference, "relationship", row.pk])
    assert client.get(address).status_code == 200
    assert client.post(address, {"what": "ended", "because": "Moved"}).status_code == 422
    ends = {"ends_on-day": "1", "ends_on-month": "2", "ends_on-year": "2025"}
    assert client.post(address, {"what": "ended", "because": "Moved", **ends}).status_code == 302
    assert "has ended" in page_of(client, case)
    newer = Relationship.standing().get()
    address = reverse("family-change", args=[case.reference, "relationship", newer.pk])
    assert client.post(address, {"what": "withdrawn", "because": "Another child"}).status_code == 302
    assert not Relationship.standing().exists()
    assert Relationship.objects.count() == 3
    assert client.get(address).status_code == 404


def test_a_withheld_address_is_shown_to_nobody_and_only_a_guardian_gives_it_back(client, case):
    dana = factories.relationship(case.person).adult
    said = {"adult": dana.pk, "address": "9 Quay Yard", "postcode": "IP99 9ZZ", "email": "", "phone": ""}
    assert add(client, case, "contact", said).status_code == 302
    assert "9 Quay Yard" in page_of(client, case)
    shield = {"adult": dana.pk, "because": "She is in a refuge"}
    assert add(client, case, "shielding", shield).status_code == 302
    page = page_of(client, case)
    assert "9 Quay Yard" not in page
    assert "IP99" not in page
    assert WITHHELD in page
    row = Shielding.objects.get()
    lift = reverse("family-change", args=[case.reference, "shielding", row.pk])
    assert lift in page
    assert client.post(lift, {"what": "withdrawn", "because": "Safe now"}).status_code == 403
    client.force_login(factories.user(Role.GUARDIAN))
    assert "9 Quay Yard" not in page_of(client, case)
    assert client.post(lift, {"what": "withdrawn", "because": "Safe now"}).status_code == 302
    assert "9 Quay Yard" in page_of(client, case)
    assert "Quay" not in str(list(AuditEvent.objects.values_list("details", "because")))


def test_new_contact_details_take_the_place_of_the_old(client, case):
    dana = factories.relationship(case.person).adult
    for phone in ("01473 000001", "01473 000002"):
        add(client, case, "contact", {"adult": dana.pk, "phone": phone})
    page = page_of(client, case)
    assert "01473 000002" in page
    assert "01473 000001" not in page
    assert Contact.objects.count() == 2


def test_a_school_is_given_access_by_its_urn(client, case):
    school = factories.setting("Alder Vale")
    senco = factories.user(Role.SENCO, at=school)
    said = {"place": school.urn, "what": "placed", **STARTS}
    assert add(client, case, "involvement", said).status_code == 302
    assert "Alder Vale" in page_of(client, case)
    assert add(client, case, "involvement", {**said, "place": "nowhere"}).status_code == 422
    client.force_login(senco)
    assert client.get(reverse("case", args=[case.reference])).status_code == 200
    assert client.get(reverse("family", args=[case.reference])).status_code == 403


class TestADeath:
    DIED = {f"died_on-{part}": number for part, number in (("day", 1), ("month", 2), ("year", 2025))}

    def test_of_the_child_ends_work_on_every_case_and_is_said_on_the_record(self, client, case, ros):
        other = a_case().requested_on("2024-12-02").in_the_journal(of=case.person, coordinator=ros)
        assert add(client, case, "death", {"adult": "child", **self.DIED}).status_code == 302
        assert Person.objects.get(pk=case.person_id).died_on == date(2025, 2, 1)
        assert not Standing.objects.filter(is_open=True).exists()
        assert "died on 1 February 2025. Nothing more is sent." in page_of(client, case)
        assert (
            "died on 1 February 2025" in client.get(reverse("case", args=[other.reference])).content.decode()
        )

    def test_recorded_in_error_is_taken_back_everywhere(self, client, case, ros):
        a_case().requested_on("2024-12-02").in_the_journal(of=case.person, coordinator=ros)
        add(client, case, "death", {"adult": "child", **self.DIED})
        entry = case.entries.get(kind="person_died")
        address = reverse("correct-entry", args=[case.reference, entry.pk])
        answer = client.post(address, {"wrong": "did-not-happen", "because": "It was another child"})
        assert answer.status_code == 302, answer.content.decode()
        assert Person.objects.get(pk=case.person_id).died_on is None
        assert Standing.objects.filter(is_open=True).count() == 2

    def test_of_a_parent_is_said_beside_their_name(self, client, case):
        dana = factories.relationship(case.person).adult
        assert add(client, case, "death", {"adult": dana.pk, **self.DIED}).status_code == 302
        assert "died 1 February 2025" in page_of(client, case)
        assert Standing.objects.filter(is_open=True).exists()


class TestAFamilysOwnPage:
    @pytest.fixture
    def dana(self, client, case):
        user = factories.user(Role.PARENT, name="Dana Denholm")
        factories.relationship(case.person, factories.adult(user=user))
        client.force_login(user)
        return user

    def test_shows_who_holds_the_case_and_its_clock_and_is_kept(self, client, case, dana):
        first = client.get(reverse("start"), follow=True).content.decode()
        assert "Maya Denholm" in first
        page = client.get(reverse("own-record", args=[case.person_id])).content.decode()
        assert "Ros Tilley" in page
        assert "Day 14 of 140" in page
        event = AuditEvent.objects.get(way="read")
        assert (event.actor_id, event.person_id) == (dana.pk, case.person_id)

    def test_does_not_exist_for_another_parent_or_another_child(self, client, case, dana):
        other = a_case().in_the_journal(of=factories.person("Kit"))
        assert client.get(reverse("own-record", args=[other.person_id])).status_code == 404
        client.force_login(factories.user(Role.PARENT))
        assert client.get(reverse("own-record", args=[case.person_id])).status_code == 404
        assert "There is no record that you can see" in client.get(reverse("own-records")).content.decode()

    @pytest.mark.parametrize("why", ["order", "sealed", "ended", "died"])
    def test_closes_when_the_right_to_see_it_ends(self, client, case, dana, why):
        row = Relationship.objects.get()
        if why == "order":
            factories.court_order(case.person, row.adult, "knowing")
        elif why == "sealed":
            factories.sealing(case.person)
        elif why == "ended":
            newer = Relationship(**{**row_values(row), "ends_on": TODAY, "replaces": row})
            factories.kept(newer)
        else:
            row.adult.died_on = TODAY
            row.adult.save()
        assert client.get(reverse("own-record", args=[case.person_id])).status_code == 404

    def test_of_a_young_person_is_theirs_and_not_their_parents(self, client, case, dana):
        Person.objects.update(birth_date=date(2007, 5, 3))
        assert client.get(reverse("own-record", args=[case.person_id])).status_code == 404
        young = factories.user(Role.YOUNG_PERSON)
        Person.objects.filter(pk=case.person_id).update(user=young)
        client.force_login(young)
        assert client.get(reverse("own-record", args=[case.person_id])).status_code == 200

    def test_reaches_no_page_of_staff(self, client, case, dana):
        assert client.get(reverse("case", args=[case.reference])).status_code == 403


def row_values(row):
    return {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if field.name not in ("id", "replaces")
    }
