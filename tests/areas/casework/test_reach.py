"""Who reaches whose record: organisations by day, sealed records and one's own family not at all."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

import factories
from builders import a_case
from goldenthread.accounts.roles import Permission, Role
from goldenthread.audit.errors import NotFound, NotPermitted
from goldenthread.audit.scope import Scope
from goldenthread.casework import actions, queries
from goldenthread.casework.models import Case, Standing
from goldenthread.casework.permissions import check_can_record, reaches, within_reach
from goldenthread.organisations.models import Organisation
from goldenthread.people.matching import Claim
from goldenthread.people.models import Identifier, MatchQuestion, Person

pytestmark = pytest.mark.django_db
TODAY = date(2025, 2, 3)


@pytest.fixture(autouse=True)
def day(always_on):
    always_on(TODAY)


@pytest.fixture
def case():
    return a_case().requested_on("2025-01-20").in_the_journal()


def found(scope):
    """The answers of every way to ask agree; which cases it is."""
    by_query = set(Case.objects.filter(within_reach(scope)))
    assert by_query == {one for one in Case.objects.all() if reaches(scope, one)}
    assert {row.case for row in Standing.objects.filter(within_reach(scope))} == by_query
    return by_query


@pytest.mark.parametrize(
    ("starts", "ends", "reached"), [(0, None, True), (1, None, False), (-9, 1, True), (-9, 0, False)]
)
def test_a_school_reaches_a_child_for_as_long_as_they_learn_there(case, starts, ends, reached):
    school = factories.setting()
    senco = factories.user(Role.SENCO, at=school)
    factories.involvement(
        case.person,
        school,
        starts_on=TODAY + timedelta(days=starts),
        ends_on=TODAY + timedelta(days=ends) if ends is not None else None,
    )
    assert found(Scope.of(senco)) == ({case} if reached else set())
    assert found(Scope.of(factories.user(Role.SENCO))) == set()


def test_an_organisation_reaches_those_it_advises_and_those_of_its_settings(case):
    trust = Organisation.objects.create(name="Children’s therapies", kind="nhs trust")
    school = factories.setting()
    school.organisation = trust
    school.save()
    adviser = factories.user(None)
    factories.appointment(adviser, Role.ADVICE_GIVER, organisation=trust)
    other = a_case().in_the_journal(of=factories.person("Kit"))
    factories.involvement(case.person, trust)
    factories.involvement(other.person, school)
    assert found(Scope.of(adviser)) == {case, other}


def test_recording_needs_a_reach_of_its_own(case):
    both = factories.user(None)
    factories.appointment(both, Role.ANALYST)
    factories.appointment(both, Role.COORDINATOR)
    scope = Scope.of(both)
    assert found(scope) == {case}
    with pytest.raises(NotPermitted, match="for those who hold it"):
        check_can_record(scope, case)
    with pytest.raises(NotFound):
        queries.case_in_reach(scope, case.reference, Permission.RECORD_ON_CASES)


@pytest.mark.parametrize(
    "role", [Role.COORDINATOR, Role.TEAM_MANAGER, Role.ANALYST, Role.GUARDIAN, Role.SENCO]
)
def test_a_sealed_record_is_found_by_those_named_alone(role):
    team, school = factories.team(), factories.setting()
    holder = factories.user(Role.COORDINATOR, of=team)
    user = holder if role is Role.COORDINATOR else factories.user(role, of=team, at=school)
    case = a_case().requested_on("2025-01-20").in_the_journal(coordinator=holder)
    factories.involvement(case.person, school)
    assert found(Scope.of(user)) == {case}
    factories.sealing(case.person)
    assert found(Scope.of(user)) == set()
    with pytest.raises(NotFound):
        queries.case_page(Scope.of(user), case.reference)
    Person.objects.update(is_sealed=False)
    factories.sealing(case.person, user)
    assert found(Scope.of(user)) == {case}


def test_the_system_reaches_sealed_records_for_its_stated_reason(case):
    factories.sealing(case.person)
    assert found(Scope.system("figures are worked out")) == {case}


@pytest.mark.parametrize("role", [Role.ANALYST, Role.GUARDIAN])
def test_nobody_sees_the_record_of_their_own_family_whatever_their_reach(case, role):
    user = factories.user(role)
    factories.own_family(user, case.person)
    assert found(Scope.of(user)) == set()
    assert found(factories.scope(role)) == {case}


def test_a_request_about_a_sealed_child_opens_a_record_of_its_own_and_says_nothing(case):
    upn = "A935000000123"
    Identifier.objects.create(person=case.person, kind="UPN", value=upn)
    factories.sealing(case.person)
    person = case.person
    claim = Claim(person.surname, person.forename, person.birth_date, (("UPN", upn),))
    by = factories.scope(Role.COORDINATOR, of=factories.team())
    newcomer = actions.receive_request_about(claim, received_on=TODAY, by=by)
    assert newcomer.person != person
    assert reaches(by, newcomer)
    question = MatchQuestion.objects.get()
    assert (question.newcomer, question.known) == (newcomer.person, person)


def test_questions_about_a_sealed_child_are_for_the_guardian(client, case):
    other = factories.person("Kit")
    question = MatchQuestion.objects.create(
        newcomer=other, known=case.person, why="alike", asked_at="2025-02-03T09:00Z"
    )
    factories.sealing(case.person)
    for role, status in ((Role.ANALYST, 404), (Role.GUARDIAN, 200)):
        client.force_login(factories.user(role))
        assert client.get(reverse("match-question", args=[question.pk])).status_code == status
        listed = client.get(reverse("match-questions")).content.decode()
        assert ("Denholm" in listed) == (status == 200)
