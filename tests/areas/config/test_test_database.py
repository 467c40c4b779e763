"""The tests' own database: migrated once, cloned for each process, with the rights of real life."""

import pytest
from django.db import connection
from django.db.utils import ProgrammingError
from django.utils import timezone

from fixtures.database import copy_rows
from goldenthread.audit.models import AuditEvent

COLUMNS = ["at", "act", "actor_name", "subject_kind", "subject_id", "because", "details"]


def events(count: int) -> list[tuple[object, ...]]:
    return [(timezone.now(), "tried", "A tester", "test", str(n), "", "{}") for n in range(count)]


@pytest.mark.django_db
def test_a_test_runs_on_a_clone_named_after_its_process(worker_id):
    name = connection.settings_dict["NAME"]
    assert name.startswith(f"test_{worker_id}_")


@pytest.mark.django_db
def test_rows_can_be_put_in_by_copy():
    assert copy_rows(AuditEvent, COLUMNS, events(1_000)) == 1_000
    assert AuditEvent.objects.count() == 1_000


@pytest.mark.usefixtures("as_app")
def test_the_serving_role_adds_and_reads_audit_rows():
    copy_rows(AuditEvent, COLUMNS, events(1))
    assert AuditEvent.objects.count() == 1


@pytest.mark.usefixtures("as_app")
@pytest.mark.parametrize(
    "act",
    ["UPDATE audit_auditevent SET act = 'x'", "DELETE FROM audit_auditevent", "TRUNCATE audit_auditevent"],
)
def test_the_serving_role_may_not_change_what_the_audit_holds(act):
    with pytest.raises(ProgrammingError, match="permission denied"), connection.cursor() as cursor:
        cursor.execute(act)


@pytest.mark.usefixtures("as_app")
def test_the_serving_role_may_not_change_the_shape_of_the_database():
    with pytest.raises(ProgrammingError, match="permission denied"), connection.cursor() as cursor:
        cursor.execute("CREATE TABLE anything (id int)")
