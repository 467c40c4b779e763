"""Lets the planner know what a load has just added, within the load's own transaction.

PostgreSQL's own round of statistics does not see rows that are not committed yet: it may note, in the middle
of a load, that a table of 12,000 new rows is empty, and every query of the load then reads it row by row.
"""

from django.db import connection, models


def take_statistics(*kinds: type[models.Model]) -> None:
    """Has the statistics of these models' tables taken anew, this transaction's rows included."""
    names = [kind._meta.db_table for kind in kinds]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT take_statistics({', '.join(['%s'] * len(names))})", names)
