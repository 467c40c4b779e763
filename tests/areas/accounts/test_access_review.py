"""The monthly review of access: everyone's access is in one review, each is kept or ended, nobody's by
themselves."""

from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

import factories
from goldenthread.accounts.models import Appointment
from goldenthread.accounts.roles import Role
from goldenthread.audit import clock
from goldenthread.audit.actions import record, record_reading, record_reading_of_many
from goldenthread.audit.errors import NotFound, NotPermitted, NotPossibleNow
from goldenthread.audit.models import AuditEvent, Seal
from goldenthread.audit.scope import Scope
from goldenthread.casework.access_review import actions, queries
from goldenthread.casework.access_review.jobs import open_reviews
from goldenthread.casework.access_review.models import AccessDecision, AccessReview
from goldenthread.casework.access_review.reading import Reading, readings
from goldenthread.casework.models import Case

pytestmark = pytest.mark.django_db
FIRST, LATER = date(2025, 2, 1), date(2025, 2, 20)
JANUARY = date(2025, 1, 1)
MOST_QUERIES = 12


@pytest.fixture(autouse=True)
def first_of_february(always_on):
    always_on(FIRST)


@pytest.fixture
def team():
    return factories.team("Northern team")


@pytest.fixture
def manager(team):
    return factories.user(Role.TEAM_MANAGER, name="Ama Wickhambrook", of=team)


@pytest.fixture
def coordinator(team):
    return factories.user(name="Ros Thurlow", of=team)


@pytest.fixture
def opened(team, manager, coordinator):
    """The team's review, with one coordinator to decide on."""
    open_reviews()
    return AccessReview.objects.get(team=team)


def of_the_rest():
    return AccessReview.objects.get(team=None)


def waiting_in(review, user):
    return [one.appointment.user.name for one in queries.review(Scope.of(user), review.pk).accesses]


def decide_address(review, user):
    return reverse("decide-access", args=[review.pk, Appointment.objects.get(user=user).pk])


def reads(user, person, *, day, times=1):
    clock.told_by(clock.always_on(day))
    for _ in range(times):
        record_reading(factories.case(person), by=Scope.of(user), person_id=person.pk)
    clock.told_by(clock.always_on(FIRST))


def test_each_team_with_a_manager_has_a_review_of_last_month_and_everyone_else_has_one(opened):
    factories.team("Without a manager")
    found = AccessReview.objects.order_by("pk").values_list("team__name", "month", "due_on")
    assert list(found) == [("Northern team", JANUARY, date(2025, 2, 15)), (None, JANUARY, date(2025, 2, 15))]


def test_opening_twice_makes_one(opened):
    assert open_reviews() == 0
    assert AccessReview.objects.count() == 2
    assert AuditEvent.objects.filter(act="opened a review of access").count() == 2


def test_every_access_of_staff_is_in_exactly_one_review(team, manager, coordinator):
    director = factories.user(Role.DIRECTOR, name="Dee Director")
    factories.user(Role.SENCO, name="Tom Ashbocking")
    factories.user(name="No Manager", of=factories.team())
    factories.user(Role.PARENT, name="A parent")
    open_reviews()
    first = AccessReview.objects.get(team=team)
    assert waiting_in(first, manager) == ["Ros Thurlow"]
    assert waiting_in(of_the_rest(), director) == [
        "Ama Wickhambrook",
        "Dee Director",
        "No Manager",
        "Tom Ashbocking",
    ]


def test_what_began_after_a_review_opened_waits_for_the_next(opened, team, manager, always_on):
    always_on(LATER)
    factories.appointment(factories.user(None, name="Newcomer"), team=team, starts_on=LATER)
    assert waiting_in(opened, manager) == ["Ros Thurlow"]


def test_a_manager_sees_the_review_of_their_own_team_and_no_other(opened, manager):
    other = factories.user(Role.TEAM_MANAGER, of=factories.team())
    assert [one.review for one in queries.reviews(Scope.of(manager))] == [opened]
    assert queries.reviews(Scope.of(other)) == []
    for out_of_reach in (opened, of_the_rest()):
        with pytest.raises(NotFound):
            queries.review(Scope.of(other), out_of_reach.pk)
    with pytest.raises(NotFound):
        queries.review(Scope.of(manager), of_the_rest().pk)


def test_another_teams_manager_decides_nothing_and_a_coordinator_reviews_nothing(opened, coordinator):
    other = factories.user(Role.TEAM_MANAGER, of=factories.team())
    held = Appointment.objects.get(user=coordinator)
    with pytest.raises(NotFound):
        actions.decide(opened, held, decision="keep", by=Scope.of(other))
    with pytest.raises(NotPermitted):
        actions.decide(opened, held, decision="keep", by=Scope.of(coordinator))
    assert not AccessDecision.objects.exists()


def test_an_appointment_of_another_review_is_not_found_in_this_one(opened, manager):
    foreign = factories.appointment(factories.user(None), team=factories.team())
    with pytest.raises(NotFound):
        actions.decide(opened, foreign, decision="end", because="No longer here", by=Scope.of(manager))
    assert Appointment.objects.get(pk=foreign.pk).ends_on is None


def test_keeping_the_last_access_closes_the_review_and_is_audited(client, opened, manager, coordinator):
    client.force_login(manager)
    page = client.post(decide_address(opened, coordinator), {"decision": "keep", "because": ""}, follow=True)
    assert "The access of Ros Thurlow is kept." in page.content.decode()
    opened.refresh_from_db()
    assert opened.closed_at is not None
    acts = AuditEvent.objects.filter(actor_id=manager.pk).values_list("act", flat=True)
    assert {"reviewed an access", "closed a review of access"} <= set(acts)
    assert Appointment.objects.get(user=coordinator).ends_on is None


def test_ending_an_access_ends_the_appointment_today_with_its_reason(client, opened, manager, coordinator):
    client.force_login(manager)
    typed = {"decision": "end", "because": "Moved to another service"}
    page = client.post(decide_address(opened, coordinator), typed, follow=True).content.decode()
    assert "The access of Ros Thurlow is ended." in page
    assert "Moved to another service" in page
    assert Appointment.objects.get(user=coordinator).ends_on == FIRST
    event = AuditEvent.objects.get(act="ended an appointment")
    assert (event.actor_id, event.because) == (manager.pk, "Moved to another service")


def test_an_end_without_a_reason_comes_back_with_what_was_typed(client, opened, manager, coordinator):
    client.force_login(manager)
    answer = client.post(decide_address(opened, coordinator), {"decision": "end", "because": " "})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Enter why their access ends" in page
    assert 'value="end" checked' in page
    answer = client.post(decide_address(opened, coordinator), {"because": "She still works here"})
    assert answer.status_code == 422
    assert "She still works here" in answer.content.decode()
    held = Appointment.objects.get(user=coordinator)
    with pytest.raises(NotPossibleNow, match="why"):
        actions.decide(opened, held, decision="end", because=" ", by=Scope.of(manager))


def test_nobody_confirms_their_own_access(client, opened):
    administrator = factories.user(Role.ADMINISTRATOR, name="Mina Thrandeston")
    clock.told_by(clock.always_on(date(2025, 3, 1)))
    open_reviews()
    review = AccessReview.objects.get(team=None, month=date(2025, 2, 1))
    client.force_login(administrator)
    assert (
        "Yours: a colleague decides"
        in client.get(reverse("access-review", args=[review.pk])).content.decode()
    )
    for answer in (
        client.get(decide_address(review, administrator)),
        client.post(decide_address(review, administrator), {"decision": "keep"}),
    ):
        assert answer.status_code == 409
        assert "Nobody confirms their own access" in answer.content.decode()
    held = Appointment.objects.get(user=administrator)
    with pytest.raises(NotPossibleNow, match="own"):
        actions.decide(review, held, decision="keep", by=Scope.of(administrator))
    director = factories.user(Role.DIRECTOR)
    actions.decide(review, held, decision="keep", by=Scope.of(director))


def test_an_access_is_decided_once(opened, team, manager, coordinator):
    factories.appointment(factories.user(None, name="Second"), team=team)
    held = Appointment.objects.get(user=coordinator)
    AccessReview.objects.filter(pk=opened.pk).update(opened_at=clock.now())
    actions.decide(opened, held, decision="keep", by=Scope.of(manager))
    with pytest.raises(NotFound, match="decided already"):
        actions.decide(opened, held, decision="end", because="Again", by=Scope.of(manager))
    assert waiting_in(opened, manager) == ["Second"]


def test_a_decision_is_sealed_and_never_changed(opened, manager, coordinator):
    held = Appointment.objects.get(user=coordinator)
    with transaction.atomic():
        made = actions.decide(opened, held, decision="keep", by=Scope.of(manager))
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert Seal.objects.filter(table="access_review_accessdecision", row_id=made.pk).exists()
    for change in (lambda rows: rows.update(because="Changed"), lambda rows: rows._raw_delete("default")):
        with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
            change(AccessDecision.objects.filter(pk=made.pk))


@pytest.mark.parametrize("role", [Role.TEAM_MANAGER, Role.DIRECTOR, Role.ADMINISTRATOR])
def test_what_is_overdue_stands_on_top_for_managers_and_directors(client, opened, manager, role, always_on):
    user = manager if role is Role.TEAM_MANAGER else factories.user(role)
    client.force_login(user)
    assert "overdue" not in client.get(reverse("access-reviews")).content.decode()
    always_on(LATER)
    page = client.get(reverse("access-reviews")).content.decode()
    assert "overdue." in page
    assert page.index("overdue.") < page.index("Access in Northern team, January 2025")
    assert (
        "This was due on 15 February 2025."
        in client.get(reverse("access-review", args=[opened.pk])).content.decode()
    )


def test_the_page_says_since_when_until_when_and_what_ends_soon(client, opened, manager, coordinator):
    Appointment.objects.filter(user=coordinator).update(ends_on=date(2025, 2, 21))
    client.force_login(manager)
    page = client.get(reverse("access-review", args=[opened.pk])).content.decode()
    assert "since 1 January 2020, until 21 February 2025" in page
    assert "Ends within a month" in page
    assert "Never" in page
    assert "more than 2 times the usual and at least 5 children more" in page


def test_reading_outside_caseload_and_team_is_counted_by_child_and_month(team, coordinator):
    theirs, teams, strange, stranger = (factories.person(f"Child {number}") for number in range(4))
    factories.case(theirs, coordinator=coordinator, team=factories.team())
    factories.case(teams, team=team)
    for person in (theirs, teams, strange):
        reads(coordinator, person, day=date(2025, 1, 31), times=2)
    reads(coordinator, stranger, day=date(2024, 12, 31))
    reads(coordinator, stranger, day=FIRST)
    reads(coordinator, stranger, day=date(2024, 9, 30))
    by = Scope.of(coordinator)
    record_reading_of_many("found records", Case, by=by, person_ids=[stranger.pk])
    assert readings({coordinator.pk}, JANUARY) == {coordinator.pk: Reading(1, 1 / 3, 0)}


@pytest.mark.parametrize(
    ("outside", "usually", "unusual"),
    [(5, 0, True), (4, 0, False), (10, 5, False), (11, 5, True), (11, 5.5, False), (7, 3, False)],
)
def test_reading_is_unusual_above_twice_the_usual_and_by_five(outside, usually, unusual):
    assert Reading(outside, usually).is_unusual is unusual


def test_emergency_openings_and_unusual_reading_are_on_the_page(
    client, opened, manager, coordinator, always_on
):
    for number in range(6):
        reads(coordinator, factories.person(f"Child {number}"), day=date(2025, 1, 10))
    always_on(date(2025, 1, 12))
    sealed = factories.broken_seal(factories.person("Secret", "Quillfeather"), coordinator)
    with transaction.atomic():
        record("opened a sealed record", sealed, by=Scope.of(coordinator), because="Quillfeather fell")
    always_on(FIRST)
    client.force_login(manager)
    assert readings({coordinator.pk}, JANUARY)[coordinator.pk] == Reading(6, 0, 1)
    for address in (reverse("access-review", args=[opened.pk]), decide_address(opened, coordinator)):
        assert "Quillfeather" not in client.get(address).content.decode()
    page = client.get(reverse("access-review", args=[opened.pk])).content.decode()
    assert "6, unusual" in page
    assert "usually 0.0 a month" in page
    assert (
        "1 sealed record in an emergency" in client.get(decide_address(opened, coordinator)).content.decode()
    )


def test_the_next_opening_closes_what_has_nothing_left(opened, coordinator, always_on):
    Appointment.objects.filter(user=coordinator).update(ends_on=LATER)
    always_on(date(2025, 3, 1))
    open_reviews()
    opened.refresh_from_db()
    assert opened.closed_at is not None
    assert AccessReview.objects.filter(month=date(2025, 2, 1)).count() == 2


def test_the_pages_ask_no_more_of_the_database_for_more_people(
    client, opened, team, manager, django_assert_max_num_queries
):
    director = factories.user(Role.DIRECTOR)
    for number in range(30):
        factories.user(name=f"Colleague {number}", of=team)
        factories.user(Role.TEAM_MANAGER, of=factories.team())
    AccessReview.objects.update(opened_at=clock.now())
    open_reviews()
    assert AccessReview.objects.count() == 32
    client.force_login(director)
    for address in (reverse("access-reviews"), reverse("access-review", args=[opened.pk])):
        with django_assert_max_num_queries(MOST_QUERIES):
            assert client.get(address).status_code == 200


def test_the_review_shows_so_many_and_says_how_many_more(client, opened, team, manager):
    for number in range(queries.SHOWN):
        factories.user(name=f"Colleague {number}", of=team)
    AccessReview.objects.update(opened_at=clock.now())
    client.force_login(manager)
    page = client.get(reverse("access-review", args=[opened.pk])).content.decode()
    assert "50 of 51 are shown." in page
