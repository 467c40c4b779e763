"""Rows of journals are added through one door, inside a transaction, and never changed."""

from datetime import date

import pytest
from django.db import ProgrammingError, connection, transaction

import factories
from builders import RECORDED_AT, a_case
from goldenthread.audit import journal
from goldenthread.audit.actions import record, record_reading
from goldenthread.audit.models import AuditEvent
from goldenthread.audit.scope import Scope
from goldenthread.casework.models import Entry
from goldenthread.people.models import MatchDecision, PersonEntry

SYSTEM = Scope.system("a test of the journal")
JOURNALS = [AuditEvent, Entry, PersonEntry, MatchDecision]


@pytest.mark.django_db(transaction=True)
def test_nothing_is_added_outside_a_transaction():
    with pytest.raises(RuntimeError, match="inside a transaction"):
        record("did something", factories.team(), by=SYSTEM)
    assert not AuditEvent.objects.exists()


@pytest.mark.django_db
def test_a_row_is_not_added_twice():
    event = record("did something", factories.team(), by=SYSTEM)
    with pytest.raises(ValueError, match="never written twice"):
        journal.append(event)


@pytest.mark.django_db
def test_nothing_is_added_of_nothing():
    assert journal.append_many([]) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    "change", ["UPDATE casework_entry SET happened_on = happened_on", "DELETE FROM casework_entry"]
)
def test_the_database_itself_refuses_to_change_an_entry(change):
    a_case().requested_on("2025-01-20").in_the_journal()
    with pytest.raises(ProgrammingError, match="added, never changed"), transaction.atomic():
        connection.cursor().execute(change)


@pytest.mark.django_db
@pytest.mark.usefixtures("as_app")
@pytest.mark.parametrize("model", JOURNALS, ids=lambda model: model._meta.db_table)
@pytest.mark.parametrize("change", ["UPDATE {} SET id = id", "DELETE FROM {}", "TRUNCATE {} CASCADE"])
def test_the_role_that_serves_pages_has_no_right_to_change_a_journal(model, change):
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        connection.cursor().execute(change.format(model._meta.db_table))


@pytest.mark.django_db
@pytest.mark.usefixtures("as_app")
def test_the_role_that_serves_pages_records_and_reads():
    case = a_case().requested_on("2025-01-20").in_the_journal()
    record("did something", case, by=SYSTEM)
    assert Entry.objects.get(case=case).happened_on == date(2025, 1, 20)
    assert Entry.objects.get(case=case).recorded_at == RECORDED_AT


@pytest.mark.django_db
def test_an_act_says_whose_record_it_touched():
    event = record("did something", factories.team(), by=SYSTEM, person_id=7)
    assert (event.person_id, event.way) == (7, AuditEvent.Way.WRITE)


@pytest.mark.django_db
def test_reading_a_record_is_kept_with_whose_it_was_and_why():
    event = record_reading(factories.team(), by=SYSTEM, person_id=7, because="a call from school")
    event.refresh_from_db()
    assert (event.way, event.person_id, event.because) == ("read", 7, "a call from school")
