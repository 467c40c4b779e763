"""Who has seen and changed a record: kept for every way to read, shown to staff, given to the family."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

import factories
from builders import a_case
from goldenthread.accounts.roles import Role
from goldenthread.audit.actions import record, record_reading, record_reading_of_many
from goldenthread.audit.models import AuditEvent
from goldenthread.audit.scope import Scope
from goldenthread.casework.models import Case
from goldenthread.people.models import MatchQuestion
from goldenthread.people.shielding import WITHHELD

pytestmark = pytest.mark.django_db
TODAY = date(2025, 2, 3)


@pytest.fixture(autouse=True)
def day(always_on):
    always_on(TODAY)


@pytest.fixture
def ros():
    return factories.user(Role.COORDINATOR, name="Ros Tilley", of=factories.team("West"))


@pytest.fixture
def case(ros):
    return a_case().requested_on("2025-01-20").in_the_journal(coordinator=ros)


@pytest.fixture
def officer():
    return factories.user(Role.RECORDS_OFFICER, name="Owen Stradbroke")


def history(client, case, **more):
    return client.get(reverse("record-history", args=[case.reference]), more).content.decode()


@pytest.mark.parametrize("name", ["case", "entries", "family", "record-history", "history-for-the-family"])
def test_opening_a_childs_record_is_kept_with_whose_it_is(client, case, name):
    user = factories.user(Role.GUARDIAN)
    client.force_login(user)
    assert client.get(reverse(name, args=[case.reference])).status_code == 200
    event = AuditEvent.objects.get(way="read")
    assert (event.actor_id, event.person_id) == (user.pk, case.person_id)


@pytest.mark.parametrize(
    "address", ["/work/", "/work/past/", "/work/soon/", "/work/later/", "/find/?words=Denholm"]
)
def test_being_shown_a_list_is_one_event_with_everyone_on_it(client, case, ros, address):
    other = a_case().requested_on("2024-12-02").in_the_journal(of=factories.person("Kit"), coordinator=ros)
    client.force_login(ros)
    page = client.get(address).content.decode()
    shown = sorted(one.person_id for one in (case, other) if str(one.person) in page)
    events = list(AuditEvent.objects.filter(way="read"))
    assert [event.details for event in events] == ([{"people": shown}] if shown else [])


def test_comparing_two_records_is_kept_for_both(client, case):
    other = factories.person("Kit")
    question = MatchQuestion.objects.create(
        newcomer=other, known=case.person, why="alike", asked_at="2025-02-03T09:00Z"
    )
    client.force_login(factories.user(Role.ANALYST))
    client.get(reverse("match-question", args=[question.pk]))
    assert AuditEvent.objects.get(way="read").details == {"people": sorted([other.pk, case.person_id])}


def test_the_page_says_who_saw_and_who_changed_it_with_their_role_that_day(client, case, ros, officer):
    client.force_login(ros)
    client.get(reverse("case", args=[case.reference]))
    client.get(reverse("find-a-case"), {"words": "Denholm"})
    client.force_login(officer)
    page = history(client, case)
    assert "Ros Tilley" in page
    assert "Opened the record" in page
    assert "Was shown what a search found" in page
    assert ">coordinator<" in page
    assert "Owen Stradbroke" in history(client, case)


def test_only_those_who_may_see_histories_do_and_within_their_reach(client, case, ros, officer):
    client.force_login(ros)
    assert client.get(reverse("record-history", args=[case.reference])).status_code == 403
    client.force_login(factories.user(Role.TEAM_MANAGER, of=factories.team()))
    assert client.get(reverse("record-history", args=[case.reference])).status_code == 404
    factories.sealing(case.person)
    client.force_login(officer)
    assert client.get(reverse("record-history", args=[case.reference])).status_code == 404


def test_a_long_history_goes_page_by_page_at_the_same_cost(client, case, ros, officer):
    by = Scope.of(ros)
    client.force_login(officer)
    counts = []
    for number in (3, 150):
        for _ in range(number):
            record_reading(case, by=by, person_id=case.person_id)
            record_reading_of_many("was shown a list of work", Case, by=by, person_ids=[case.person_id])
        with CaptureQueriesContext(connection) as asked:
            page = history(client, case)
        counts.append(len(asked))
    assert counts[0] == counts[1]
    assert "Show earlier lines" in page
    last = AuditEvent.objects.order_by("pk")[5].pk
    assert "Show earlier lines" not in history(client, case, before=last)


def test_a_withheld_address_that_someone_wrote_down_as_a_reason_is_not_shown(client, case, ros, officer):
    dana = factories.relationship(case.person).adult
    factories.contact(dana, address="9 Quay Yard", postcode="IP99 9ZZ")
    record("did something", case, by=Scope.of(ros), because="Moved to 9 Quay Yard", person_id=case.person_id)
    client.force_login(officer)
    assert "9 Quay Yard" in history(client, case)
    factories.shielding(case.person, dana)
    page = history(client, case)
    assert "9 Quay Yard" not in page
    assert WITHHELD in page


class TestTheCopyForTheFamily:
    @pytest.fixture
    def events(self, case, ros):
        person_id = case.person_id
        record_reading(case, by=Scope.of(ros), person_id=person_id)
        record_reading(case, by=factories.scope(Role.ANALYST, name="Priya Sandhurst"), person_id=person_id)
        for act in ("withheld an address and contact", "recorded a court order", "sealed a record"):
            record(act, case, by=Scope.of(ros), because="A reason", person_id=person_id)
        record("recorded what happened", case, by=Scope.system("a job"), person_id=person_id)

    def test_names_those_whom_policy_names_and_gives_others_by_role(self, client, case, officer, events):
        client.force_login(officer)
        answer = client.get(reverse("history-for-the-family", args=[case.reference]))
        page = answer.content.decode()
        assert "attachment" in answer["Content-Disposition"]
        assert "Ros Tilley, coordinator" in page
        assert "Priya" not in page
        assert "Analyst" in page
        assert "Golden Thread, by itself" in page

    def test_says_nothing_of_another_adult_nor_that_anything_is_left_out(self, client, case, officer, events):
        client.force_login(officer)
        page = client.get(reverse("history-for-the-family", args=[case.reference])).content.decode()
        assert "court" not in page
        assert "withheld" not in page
        assert "A reason" not in page
        assert "whether or not there are any" in page

    def test_is_the_familys_own_page_and_file_without_other_readers_of_the_family(self, client, case, events):
        dana, sam = (factories.user(Role.PARENT, name=name) for name in ("Dana Denholm", "Sam Denholm"))
        for user in (dana, sam):
            factories.relationship(case.person, factories.adult(user.name, user=user))
            client.force_login(user)
            assert client.get(reverse("own-record", args=[case.person_id])).status_code == 200
        page = client.get(reverse("own-history", args=[case.person_id])).content.decode()
        assert "Ros Tilley, coordinator" in page
        assert page.count(">You<") == 1
        assert "Dana" not in page
        assert "Parent or carer" not in page
        file = client.get(reverse("own-history-file", args=[case.person_id]))
        assert "attachment" in file["Content-Disposition"]
        assert "Ros Tilley, coordinator" in file.content.decode()

    def test_does_not_exist_for_another_family(self, client, case):
        client.force_login(factories.user(Role.PARENT))
        for name in ("own-history", "own-history-file"):
            assert client.get(reverse(name, args=[case.person_id])).status_code == 404
