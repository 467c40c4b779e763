"""Which database: DATABASE_URL, and for migrations the role that owns the tables.

Settings never start a server. The commands behind `./gt` start the embedded one where no
DATABASE_URL is given, and hand its address on in these variables.
"""

from collections.abc import Mapping
from typing import Any

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

PLANNER = "-c random_page_cost=1.1"
"""What a page read out of order costs beside one in order. PostgreSQL's own 4 is that of a turning disk; with
it, the plan of a query changes as the area grows, and what a page asks of the database with it."""


def databases(variables: Mapping[str, str]) -> dict[str, Any]:
    """Django's DATABASES. Raises `ImproperlyConfigured` naming the variable and the cure."""
    address = variables.get("DATABASE_URL", "").strip()
    if not address:
        raise ImproperlyConfigured(
            "DATABASE_URL is not set. Give postgres://USER:PASSWORD@HOST:5432/NAME, "
            "or run through ./gt, which brings a database of its own."
        )
    try:
        found = dj_database_url.parse(address, conn_max_age=None, conn_health_checks=True)
    except ValueError as error:
        raise ImproperlyConfigured(f"DATABASE_URL cannot be read: {error}") from error
    if found["ENGINE"] != "django.db.backends.postgresql":
        raise ImproperlyConfigured(
            "DATABASE_URL names another kind of database. Golden Thread runs on PostgreSQL."
        )
    return {"default": {**found, "OPTIONS": {**found.get("OPTIONS", {}), "options": PLANNER}}}
