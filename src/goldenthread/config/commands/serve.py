"""`./gt serve`: the real system's pages and jobs, with the settings that the environment gives.

Changes nothing in the database: where its tables are older than this version, it says which command to run.
"""

import os
import subprocess
from contextlib import ExitStack

import django
from django.core.exceptions import ImproperlyConfigured

from goldenthread.config.embedded_postgres import CannotRunPostgres
from goldenthread.config.processes import guarded
from goldenthread.config.reaching_database import PRODUCTION, as_app, database, tell
from goldenthread.config.serving import open_port, print_address, serve, work
from goldenthread.config.steps import COMMANDS, DJANGO, StepFailed, do_all, for_browsers

EVERYTHING = ""
PARTS = (EVERYTHING, "web", "worker", "prepare")
"""What a computer does: everything, pages alone, jobs alone; or only make what browsers fetch."""


def main(arguments: list[str]) -> int:
    """Serve until stopped: pages and jobs, or one of them. The environment says what to serve, PORT where."""
    part = arguments[0] if arguments else EVERYTHING
    if part not in PARTS or len(arguments) > 1:
        tell(f"serve takes {', '.join(PARTS[1:])} or nothing; its settings are variables of the environment")
        return 2
    return guarded(lambda: conduct(part), [*COMMANDS, "serve", *arguments])


def conduct(part: str) -> int:
    """Check the settings and the tables, then serve. Says in a sentence what stopped it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", PRODUCTION)
    try:
        if part == "prepare":
            return _prepare()
        with ExitStack() as stack:
            listening = stack.enter_context(open_port()) if part != "worker" else None
            given = stack.enter_context(database())
            django.setup()  # a missing setting stops here, with its name and the cure
            variables = as_app({**os.environ, **given})
            _check_tables(variables)
            if listening is None:
                return work(variables)
            do_all(for_browsers(variables))
            return serve(listening, variables, print_address, with_worker=part != "web")
    except (StepFailed, CannotRunPostgres, ImproperlyConfigured) as problem:
        tell(str(problem))
        return 1


def _prepare() -> int:
    """Make what browsers fetch, where that is done once and before: in a container, at an installation."""
    do_all(for_browsers(dict(os.environ)))
    return 0


def _check_tables(variables: dict[str, str]) -> None:
    pending = subprocess.run([*DJANGO, "migrate", "--check"], env=variables, capture_output=True, text=True)
    if pending.returncode != 0:
        reason = pending.stderr.strip().rpartition("\n")[2]
        raise StepFailed(reason or "The database lacks tables of this version. Run: ./gt manage migrate")
