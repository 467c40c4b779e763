"""What may go, what holds it, and that two people must agree."""

from datetime import date

import pytest
from django.db import DatabaseError, IntegrityError, transaction

import factories
from areas.retention.conftest import LONG_AGO
from builders import a_case
from goldenthread.accounts.roles import Role
from goldenthread.audit.errors import NotPermitted, NotPossibleNow
from goldenthread.audit.models import ErasureAuthority
from goldenthread.audit.scope import Scope
from goldenthread.people.models import Person, PersonEntry
from goldenthread.retention import actions, erasing
from goldenthread.retention.due import OPEN, due_on, kept_until, policies
from goldenthread.retention.kinds import Kind
from goldenthread.retention.models import Hold, Policy, Run, RunPerson

pytestmark = pytest.mark.django_db
TODAY = date(2025, 2, 3)
SYSTEM = Scope.system("a test")


def outcomes(run):
    return {row.people[0]: row.outcome for row in run.people.all()}


def erase(run):
    return erasing.erase_run(run.pk, by=SYSTEM)


def test_without_a_policy_nothing_may_go(old, officer):
    assert list(due_on(TODAY)) == []
    with pytest.raises(NotPossibleNow, match="Decide first"):
        actions.prepare(as_at=TODAY, by=officer)


def test_a_record_may_go_from_the_day_that_the_policy_gives_and_not_a_day_before(old, policy):
    until = kept_until(LONG_AGO, 31)
    assert until == date(2001, 5, 3)
    assert [due.people for due in due_on(until)] == [(old.pk,)]
    assert list(due_on(date(2001, 5, 2))) == []


def test_a_child_of_29_february_is_kept_until_the_day_after_where_there_is_none():
    assert kept_until(date(1972, 2, 29), 31) == date(2003, 3, 1)
    assert kept_until(date(1972, 2, 29), 32) == date(2004, 2, 29)


def test_the_newest_policy_stands_and_no_policy_is_changed(old, policy):
    actions.set_policy(Kind.WITHOUT_PLAN, years=75, because="Looked after", by=SYSTEM)
    assert policies()[Kind.WITHOUT_PLAN].years == 75
    assert list(due_on(TODAY)) == []
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        Policy.objects.update(years=1)


def test_a_child_without_a_birthday_or_still_young_is_never_due(policy):
    factories.case(factories.person(birth_date=None))
    factories.case(factories.person(birth_date=date(2010, 1, 1)))
    assert list(due_on(TODAY)) == []


def test_a_plan_makes_another_kind_of_record(policy):
    case = a_case().requested_on("2024-01-20").declared("2024-01-18", named_plan={}).in_the_journal()
    Person.objects.filter(pk=case.person_id).update(birth_date=date(1985, 1, 1))
    assert list(due_on(date(2026, 1, 1))) == [], "31 years have passed, 45 have not"
    assert [due.kind for due in due_on(date(2030, 1, 1))] == [Kind.WITH_PLAN]


def test_records_of_one_child_go_together_or_not_at_all(old, policy):
    also = factories.person("Also", "Record", birth_date=date(1995, 1, 1), same_as=old)
    assert list(due_on(TODAY)) == []
    assert [due.people for due in due_on(date(2026, 1, 1))] == [(old.pk, also.pk)]


def test_an_open_case_and_a_hold_keep_a_record_and_the_run_says_why(old, policy, officer):
    other = a_case().requested_on("2024-12-20").in_the_journal()
    Person.objects.filter(pk=other.person_id).update(birth_date=LONG_AGO)
    placed = actions.hold(old.pk, ground=Hold.Ground.APPEAL, because="SE1/2", by=officer)
    run = actions.prepare(as_at=TODAY, by=officer)
    why = {row.people[0]: row.why for row in run.people.all()}
    assert why == {old.pk: "Held for an appeal.", other.person_id: OPEN}
    assert set(outcomes(run).values()) == {"held"}
    actions.refuse(run, because="Look again", by=officer)
    actions.lift(placed, because="Decided", by=officer)
    assert outcomes(actions.prepare(as_at=TODAY, by=officer))[old.pk] == "goes"
    with pytest.raises(NotPossibleNow, match="lifted already"):
        actions.lift(placed, because="Again", by=officer)


def test_a_dry_run_changes_nothing(old, policy, officer):
    actions.prepare(as_at=TODAY, by=officer)
    assert Person.objects.get(pk=old.pk).surname == "Record"


def test_whoever_prepared_a_run_cannot_agree_to_it_in_code_or_in_the_database(old, policy, officer):
    run = actions.prepare(as_at=TODAY, by=officer)
    both = Scope.of(factories.user(Role.RECORDS_OFFICER))
    with pytest.raises(NotPermitted):
        actions.approve(run, by=both)
    with pytest.raises(NotPermitted):
        actions.approve(run, by=SYSTEM)
    with pytest.raises(IntegrityError), transaction.atomic():
        Run.objects.filter(pk=run.pk).update(status="erasing", decided_by_id=run.asked_by_id)
    assert Run.objects.get(pk=run.pk).status == Run.Status.PREPARED


def test_one_person_with_both_roles_cannot_agree_with_themselves(old, policy):
    user = factories.user(Role.RECORDS_OFFICER)
    factories.appointment(user, Role.GUARDIAN)
    both = Scope.of(user)
    run = actions.prepare(as_at=TODAY, by=both)
    with pytest.raises(NotPermitted, match="Another person"):
        actions.approve(run, by=both)


def test_after_another_person_agreed_the_record_goes_and_a_tombstone_stays(
    old, policy, officer, guardian, folders
):
    factories.kept(said_of(old))
    run = actions.prepare(as_at=TODAY, by=officer)
    actions.approve(run, by=guardian)
    done = erase(run)
    assert (done.status, outcomes(done)) == (Run.Status.DONE, {old.pk: "erased"})
    gone = Person.objects.get(pk=old.pk)
    assert (gone.surname, gone.forename, gone.birth_date) == ("", "", None)
    assert PersonEntry.objects.get(person=old).payload == {"erased_under": ErasureAuthority.objects.get().pk}


def test_what_was_recorded_after_the_agreement_is_not_covered_and_leaves_the_record(
    old, policy, officer, guardian, folders
):
    run = actions.prepare(as_at=TODAY, by=officer)
    actions.approve(run, by=guardian)
    factories.kept(said_of(old))
    erase(run)
    assert outcomes(run) == {old.pk: "changed"}
    assert Person.objects.get(pk=old.pk).surname == "Record"


def test_a_hold_that_came_after_the_agreement_keeps_the_record(old, policy, officer, guardian, folders):
    run = actions.prepare(as_at=TODAY, by=officer)
    actions.approve(run, by=guardian)
    actions.hold(old.pk, ground=Hold.Ground.INQUIRY, because="IICSA", by=officer)
    erase(run)
    assert outcomes(run) == {old.pk: "changed"}
    assert RunPerson.objects.get().why == "Held for an inquiry."


def test_a_run_that_was_cut_off_goes_on_where_it_was(old, policy, officer, guardian, folders, monkeypatch):
    second = factories.person("Second", "Record", birth_date=LONG_AGO)
    factories.case(second)
    run = actions.prepare(as_at=TODAY, by=officer)
    actions.approve(run, by=guardian)
    real, seen = erasing.take_away, []

    def dies_on_the_second(one, *, by):
        seen.append(one)
        if len(seen) == 2:
            raise KeyboardInterrupt
        real(one, by=by)

    monkeypatch.setattr(erasing, "take_away", dies_on_the_second)
    with pytest.raises(KeyboardInterrupt):
        erase(run)
    assert sorted(outcomes(run).values()) == ["erased", "goes"]
    monkeypatch.setattr(erasing, "take_away", real)
    assert erase(run).status == Run.Status.DONE
    assert set(outcomes(run).values()) == {"erased"}


def test_a_refused_run_erases_nothing(old, policy, officer, guardian, folders):
    run = actions.prepare(as_at=TODAY, by=officer)
    actions.refuse(run, because="Not yet", by=guardian)
    erase(run)
    assert Person.objects.get(pk=old.pk).surname == "Record"
    with pytest.raises(NotPossibleNow):
        actions.approve(run, by=guardian)


def said_of(person):
    return PersonEntry(
        person=person,
        kind="recorded",
        happened_on=TODAY,
        recorded_at="2025-02-03T09:00:00Z",
        by_name="Someone",
        payload={"surname": "Record"},
    )
