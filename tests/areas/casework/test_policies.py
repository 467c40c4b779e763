"""What cannot be recorded, and why; who reaches whose record."""

from datetime import date

import pytest

import factories
from builders import a_case
from goldenthread.accounts.roles import Role
from goldenthread.audit.errors import NotFound, NotPossibleNow
from goldenthread.audit.scope import Reach, Scope
from goldenthread.casework import policies
from goldenthread.casework.models import Case, Entry
from goldenthread.casework.permissions import can_record, check_can_see, reaches, within_reach

TODAY = date(2025, 2, 3)


@pytest.mark.parametrize("day", [TODAY, date(2025, 2, 2), date(1999, 1, 1)])
def test_today_and_every_earlier_day_can_be_recorded(day):
    policies.check_day(day, today=TODAY)


def test_tomorrow_cannot_be_recorded():
    with pytest.raises(NotPossibleNow, match="must be today or earlier"):
        policies.check_day(date(2025, 2, 4), today=TODAY)


@pytest.mark.parametrize(
    ("kind", "corrected", "reason"),
    [
        ("draft_sent", False, ""),
        ("draft_sent", True, "corrected this entry already"),
        (Entry.DECLARED, False, "A return declared this"),
        (Entry.WITHDRAWN, False, "record it again"),
    ],
)
def test_only_the_newest_version_of_what_was_recorded_here_is_correctable(kind, corrected, reason):
    newer = Entry(pk=2) if corrected else None
    said = policies.why_not_correctable(Entry(pk=1, kind=kind), corrected_by=newer)
    assert bool(said) == bool(reason)
    assert reason in said


@pytest.mark.django_db
class TestReach:
    @pytest.fixture
    def cases(self):
        """One record each: held by Ros, of her team, of nobody."""
        team = factories.team()
        self.ros = factories.user(Role.COORDINATOR, of=team)
        self.team = team
        return {
            "own": factories.case(coordinator=self.ros),
            "team": factories.case(coordinator=factories.user(of=team)),
            "other": factories.case(coordinator=factories.user(of=factories.team())),
            "nobody": factories.case(),
        }

    @pytest.mark.parametrize(
        ("role", "found"),
        [
            (Role.COORDINATOR, {"own"}),
            (Role.TEAM_MANAGER, {"own", "team"}),
            (Role.ANALYST, {"own", "team", "other", "nobody"}),
            (Role.DIRECTOR, set()),
        ],
    )
    def test_each_role_reaches_its_records_and_no_others(self, cases, role, found):
        scope = Scope.of(self.ros) if role is Role.COORDINATOR else factories.scope(role, of=self.team)
        assert {name for name, case in cases.items() if reaches(scope, case)} == found
        listed = set(Case.objects.filter(within_reach(scope)))
        assert listed == {cases[name] for name in found}

    def test_a_manager_without_a_team_reaches_nobody(self, cases):
        scope = factories.scope(Role.TEAM_MANAGER, of=None)
        assert not any(reaches(scope, case) for case in cases.values())
        assert not Case.objects.filter(within_reach(scope)).exists()

    def test_reach_without_the_permission_to_see_reaches_nobody(self, cases):
        scope = factories.stranger(Reach.AREA)
        assert not reaches(scope, cases["own"])
        assert not Case.objects.filter(within_reach(scope)).exists()

    def test_out_of_reach_is_not_found_rather_than_forbidden(self, cases):
        with pytest.raises(NotFound):
            check_can_see(Scope.of(self.ros), cases["other"])

    def test_an_analyst_sees_everyone_and_records_on_nobody(self, cases):
        assert not can_record(factories.scope(Role.ANALYST), cases["own"])


def test_the_builder_tells_the_same_history_with_and_without_a_database():
    history = a_case().requested_on("2025-01-20").draft_sent_on("2025-01-30").history()
    assert [fact.day for fact in history.facts] == [date(2025, 1, 20), date(2025, 1, 30)]
