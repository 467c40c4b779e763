"""The planner knows what a load has just added, before the load is committed."""

import pytest
from django.db import connection

import factories
from goldenthread.casework.loading.statistics import take_statistics
from goldenthread.people.models import Person

pytestmark = pytest.mark.django_db
ADDED = 300


def counted(model):
    """How many rows the planner believes a table to have."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT reltuples FROM pg_class WHERE oid = %s::regclass", [model._meta.db_table])
        return int(cursor.fetchone()[0])


def test_rows_of_the_open_transaction_are_counted_though_the_serving_role_owns_no_table(as_app):
    before = Person.objects.count()
    for number in range(ADDED):
        factories.person(surname=f"Number {number}")
    take_statistics(Person)
    assert counted(Person) == before + ADDED
