"""How people name a case: GT and its number."""

from django.db import connection


def reference(number: int) -> str:
    """How people name a case, from its number."""
    return f"GT-{number:05d}"


def next_numbers(count: int) -> list[int]:
    """Numbers for new cases, each given out once; a case that is not kept leaves a gap."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence('casework_case', 'id')) FROM generate_series(1, %s)",
            [count],
        )
        return [row[0] for row in cursor.fetchall()]
