"""`./gt serve`: the real system's pages and jobs, with the settings that the environment gives.

Changes nothing in the database: where its tables are older than this version, it says which command to run.
"""

import os
import subprocess

import django
from django.core.exceptions import ImproperlyConfigured

from goldenthread.config.embedded_postgres import CannotRunPostgres
from goldenthread.config.processes import guarded
from goldenthread.config.reaching_database import PRODUCTION, as_app, database, tell
from goldenthread.config.serving import open_port, print_address, serve
from goldenthread.config.steps import COMMANDS, DJANGO, StepFailed, do_all, for_browsers


def main(arguments: list[str]) -> int:
    """Serve until stopped. Takes no arguments; the environment says what to serve, and PORT where."""
    if arguments:
        tell("serve takes no arguments; its settings are variables of the environment")
        return 2
    return guarded(conduct, [*COMMANDS, "serve"])


def conduct() -> int:
    """Check the settings and the tables, then serve. Says in a sentence what stopped it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", PRODUCTION)
    try:
        with open_port() as listening, database() as variables:
            django.setup()  # a missing setting stops here, with its name and the cure
            variables = as_app({**os.environ, **variables})
            _check_tables(variables)
            do_all(for_browsers(variables))
            return serve(listening, variables, print_address)
    except (StepFailed, CannotRunPostgres, ImproperlyConfigured) as problem:
        tell(str(problem))
        return 1


def _check_tables(variables: dict[str, str]) -> None:
    pending = subprocess.run([*DJANGO, "migrate", "--check"], env=variables, capture_output=True, text=True)
    if pending.returncode != 0:
        reason = pending.stderr.strip().rpartition("\n")[2]
        raise StepFailed(reason or "The database lacks tables of this version. Run: ./gt manage migrate")
