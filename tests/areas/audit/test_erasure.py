"""What may no longer be kept is taken away, salt and all, under the authority of two people, and it shows."""

import pytest
from django.db import DatabaseError, connection, transaction

import factories
from goldenthread.accounts.roles import Role
from goldenthread.audit.actions import record
from goldenthread.audit.erasure import approve_erasure, ask_for_erasure, erase, is_erased
from goldenthread.audit.errors import NotPermitted, NotPossibleNow
from goldenthread.audit.models import AuditEvent, Erasure, ErasureAuthority, Seal
from goldenthread.audit.scope import Scope

pytestmark = pytest.mark.django_db

SYSTEM = Scope.system("a test of erasure")
SECRET = "Maya's mother lives at the refuge"


@pytest.fixture
def asker():
    return factories.scope(Role.TEAM_MANAGER)


@pytest.fixture
def other():
    return factories.scope(Role.TEAM_MANAGER)


@pytest.fixture
def event():
    kept = record("wrote", factories.team(), by=SYSTEM, because=SECRET, details={"said": SECRET}, person_id=7)
    record("wrote", factories.team(), by=SYSTEM, because="stays")
    return kept


def asked_for(rows, by):
    return ask_for_erasure(rows, why="put on the wrong child's record", rule="UK GDPR article 5(1)(d)", by=by)


def row_of(event):
    with connection.cursor() as cursor:
        cursor.execute("SELECT seal_salt, t::text FROM audit_auditevent t WHERE id = %s", [event.pk])
        return cursor.fetchone()


def test_an_erased_row_keeps_its_place_and_loses_its_words_and_its_salt(asker, other, event, seal_now):
    authority = asked_for([event], asker)
    approve_erasure(authority, by=other)
    seal_now()
    before = Seal.objects.get(table="audit_auditevent", row_id=event.pk)
    assert row_of(event)[0] is not None
    assert erase([event], authority=authority, by=asker) == 1
    seal_now()
    event.refresh_from_db()
    assert is_erased(event.details)
    assert event.because == ""
    assert (event.act, event.person_id) == ("wrote", 7)
    salt, whole = row_of(event)
    assert salt is None
    assert "refuge" not in whole
    assert Seal.objects.get(table="audit_auditevent", row_id=event.pk) == before
    tombstone = Erasure.objects.get()
    assert (tombstone.authority, tombstone.erased_by_name) == (authority, asker.actor_name)
    assert Seal.objects.filter(table="audit_erasure", row_id=tombstone.pk).exists()


def test_nothing_is_erased_before_another_person_agreed(asker, event):
    authority = asked_for([event], asker)
    with pytest.raises(NotPermitted, match="Another person"):
        approve_erasure(authority, by=asker)
    with pytest.raises(NotPermitted):
        approve_erasure(authority, by=SYSTEM)
    with pytest.raises(NotPossibleNow, match="agreed"):
        erase([event], authority=authority, by=asker)


def test_what_the_system_asks_for_needs_two_people(asker, other, event):
    authority = asked_for([event], SYSTEM)
    approve_erasure(authority, by=asker)
    with pytest.raises(NotPossibleNow, match="agreed"):
        erase([event], authority=authority, by=SYSTEM)
    with pytest.raises(NotPossibleNow, match="already"):
        approve_erasure(authority, by=asker)
    approve_erasure(authority, by=other)
    assert erase([event], authority=authority, by=SYSTEM) == 1


def test_only_the_rows_that_were_agreed_to_are_erased(asker, other, event):
    authority = asked_for([event], asker)
    approve_erasure(authority, by=other)
    with pytest.raises(NotPossibleNow, match="does not cover"):
        erase(AuditEvent.objects.all(), authority=authority, by=asker)


def test_an_erasure_that_was_cut_short_is_begun_again_without_harm(asker, other, event):
    authority = asked_for([event], asker)
    approve_erasure(authority, by=other)
    assert erase([event], authority=authority, by=asker) == 1
    assert erase([event], authority=authority, by=asker) == 0
    assert Erasure.objects.count() == 1


def test_an_erasure_needs_a_reason_a_rule_and_something_to_erase(asker, event):
    with pytest.raises(ValueError, match="a reason and the rule"):
        ask_for_erasure([event], why=" ", rule="a rule", by=asker)
    with pytest.raises(ValueError, match="audit_erasureauthority"):
        asked_for([asked_for([event], asker)], asker)
    with pytest.raises(ValueError, match="no rows"):
        asked_for([], asker)


@pytest.mark.usefixtures("as_app")
@pytest.mark.parametrize("agreed", [False, True])
def test_the_database_itself_refuses_without_two_people_and_beyond_the_rows_agreed_to(agreed):
    asker, other = factories.scope(Role.TEAM_MANAGER), factories.scope(Role.TEAM_MANAGER)
    event, stays = (record("wrote", ErasureAuthority, by=SYSTEM, because=SECRET) for _ in range(2))
    authority = asked_for([event], asker)
    if agreed:
        approve_erasure(authority, by=other)
    said = "does not cover" if agreed else "two people"
    ids = [stays.pk] if agreed else [event.pk]
    with pytest.raises(DatabaseError, match=said), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT erase_rows(%s, 'audit_auditevent', %s, NULL, 'nobody', now())", [authority.pk, ids]
        )
    if agreed:
        assert erase([event], authority=authority, by=asker) == 1


def test_an_erased_row_cannot_be_changed_afterwards(asker, other, event):
    authority = asked_for([event], asker)
    approve_erasure(authority, by=other)
    erase([event], authority=authority, by=asker)
    with (
        pytest.raises(DatabaseError, match="never changed"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("UPDATE audit_auditevent SET act = 'x' WHERE id = %s", [event.pk])
