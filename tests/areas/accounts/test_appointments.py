"""What a person may do comes from their appointments in force on the day, and never from two mixed."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

import factories
from goldenthread.accounts import actions
from goldenthread.accounts.models import Appointment
from goldenthread.accounts.places import Place
from goldenthread.accounts.roles import GRANTS, WITHIN_ORGANISATION, Permission, Role
from goldenthread.audit.errors import NotPossibleNow
from goldenthread.audit.models import AuditEvent
from goldenthread.audit.scope import Reach, Scope

pytestmark = pytest.mark.django_db
TODAY = date(2025, 2, 3)
SYSTEM = Scope.system("a test")


@pytest.fixture(autouse=True)
def day(always_on):
    always_on(TODAY)


@pytest.mark.parametrize(
    ("starts", "ends", "holds"),
    [
        (0, None, True),
        (1, None, False),
        (-9, 1, True),
        (-9, 0, False),
        (0, 0, False),
        (-9, -1, False),
    ],
)
def test_an_appointment_holds_from_its_first_day_until_the_day_it_ends(starts, ends, holds):
    user = factories.user(None)
    factories.appointment(
        user,
        starts_on=TODAY + timedelta(days=starts),
        ends_on=TODAY + timedelta(days=ends) if ends is not None else None,
    )
    assert Scope.of(user).may(Permission.SEE_CASES) == holds


def test_the_day_is_that_of_london(clock_told_by):
    from_tomorrow = factories.user(None)
    factories.appointment(from_tomorrow, starts_on=date(2025, 7, 2))
    clock_told_by(lambda: datetime(2025, 7, 1, 23, 30, tzinfo=UTC))
    assert Scope.of(from_tomorrow).parts


def test_two_appointments_do_not_lend_each_other_their_reach():
    user = factories.user(None)
    factories.appointment(user, Role.COORDINATOR)
    factories.appointment(user, Role.ANALYST)
    scope = Scope.of(user)
    assert scope.permissions == GRANTS[Role.COORDINATOR].permissions | GRANTS[Role.ANALYST].permissions
    assert scope.reaches_area(Permission.SEE_CASES)
    assert not scope.reaches_area(Permission.RECORD_ON_CASES)
    assert scope.reach is Reach.AREA


def test_someone_who_left_reaches_nobody():
    user = factories.user(Role.ANALYST)
    user.is_active = False
    user.save()
    assert Scope.of(user).parts == ()


def test_an_appointment_that_is_ended_today_ends_now_and_both_acts_are_kept():
    user, team = factories.user(None), factories.team("West")
    held = actions.appoint(user, role=Role.TEAM_MANAGER, at=Place(team=team), starts_on=TODAY, by=SYSTEM)
    assert Scope.of(user).team_id == team.pk
    actions.end_appointment(held, ends_on=TODAY, because="She moved to another council", by=SYSTEM)
    assert Scope.of(user).parts == ()
    acts = AuditEvent.objects.filter(subject_id=str(user.pk)).order_by("pk")
    assert [event.act for event in acts][:2] == ["appointed a person", "ended an appointment"]
    assert acts[0].details["team"] == team.pk
    assert acts[1].because == "She moved to another council"


def test_what_was_held_is_not_unsaid():
    held = factories.appointment(factories.user(None), starts_on=date(2024, 1, 1))
    with pytest.raises(NotPossibleNow, match="today or later"):
        actions.end_appointment(held, ends_on=TODAY - timedelta(days=1), by=SYSTEM)
    actions.end_appointment(held, ends_on=TODAY, by=SYSTEM)
    with pytest.raises(NotPossibleNow, match="ended already"):
        actions.end_appointment(held, ends_on=TODAY, by=SYSTEM)


@pytest.mark.parametrize("role", sorted(WITHIN_ORGANISATION))
def test_a_role_within_an_organisation_names_it(role):
    user = factories.user(None)
    with pytest.raises(NotPossibleNow, match="at which setting"):
        actions.appoint(user, role=role, starts_on=TODAY, by=SYSTEM)
    with pytest.raises(IntegrityError), transaction.atomic():
        Appointment.objects.create(
            user=user, role=role, starts_on=TODAY, appointed_at="2025-02-03T09:00Z", appointed_by_name="?"
        )


def test_one_role_in_one_place_is_held_once_at_a_time():
    user, school = factories.user(None), Place(setting=factories.setting())
    actions.appoint(user, role=Role.SENCO, at=school, starts_on=TODAY, by=SYSTEM)
    with pytest.raises(NotPossibleNow, match="already"):
        actions.appoint(user, role=Role.SENCO, at=school, starts_on=TODAY, by=SYSTEM)
    actions.appoint(user, role=Role.SENCO, at=Place(setting=factories.setting()), starts_on=TODAY, by=SYSTEM)
    assert len(Scope.of(user).parts) == 2


def test_an_appointment_is_at_one_place_and_ends_after_it_starts():
    user = factories.user(None)
    two = Place(team=factories.team(), setting=factories.setting())
    with pytest.raises(NotPossibleNow, match="one place"):
        actions.appoint(user, role=Role.SENCO, at=two, starts_on=TODAY, by=SYSTEM)
    with pytest.raises(NotPossibleNow, match="after the day it starts"):
        actions.appoint(user, role=Role.ANALYST, starts_on=TODAY, ends_on=TODAY, by=SYSTEM)
