"""How does a command reach the database: the server that DATABASE_URL names, else the embedded one?"""

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import django
from django.core.exceptions import ImproperlyConfigured

from goldenthread.config.embedded_postgres import CannotRunPostgres, running

DEMO, PRODUCTION = "goldenthread.config.settings.demo", "goldenthread.config.settings.production"


def settings_module() -> str:
    """The settings a command uses: as chosen; real ones where a secret key is set; else the demonstration."""
    chosen = os.environ.get("DJANGO_SETTINGS_MODULE")
    return chosen or (PRODUCTION if os.environ.get("GOLDEN_THREAD_SECRET_KEY") else DEMO)


def tell(line: str) -> None:
    print(f"gt: {line}", file=sys.stderr, flush=True)


@contextmanager
def database(say: Callable[[str], None] = tell) -> Iterator[dict[str, str]]:
    """The variables by which this process and others reach the database; set here while the block runs.

    DATABASE_URL is the serving role's address, DATABASE_OWNER_URL that of the role that migrates; where only
    the first is given, it is both.
    """
    given = os.environ.get("DATABASE_URL", "").strip()
    if given:
        owner = os.environ.get("DATABASE_OWNER_URL", "").strip() or given
        with _environment({"DATABASE_URL": given, "DATABASE_OWNER_URL": owner}) as variables:
            yield variables
    else:
        with running(say=say) as server, _environment(server.environment) as variables:
            yield variables


def as_app(variables: Mapping[str, str]) -> dict[str, str]:
    """The environment of what serves: it never learns the owner's password."""
    return {name: value for name, value in variables.items() if name != "DATABASE_OWNER_URL"}


def as_owner(variables: Mapping[str, str]) -> dict[str, str]:
    """The environment of what migrates."""
    return {**variables, "DATABASE_URL": variables["DATABASE_OWNER_URL"]}


@contextmanager
def _environment(variables: dict[str, str]) -> Iterator[dict[str, str]]:
    variables = {**variables, "DJANGO_SETTINGS_MODULE": settings_module()}
    before = {name: os.environ.get(name) for name in variables}
    os.environ.update(variables)
    try:
        yield variables
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def with_database(act: Callable[[], int], *, as_owner: bool = False) -> int:
    """Run a command's `act` with Django set up and the database there; its exit code.

    `as_owner` is for what changes the shape of the database. What the person can mend is said in a sentence.
    """
    try:
        with database() as variables:
            if as_owner:
                os.environ["DATABASE_URL"] = variables["DATABASE_OWNER_URL"]
            django.setup()
            return act()
    except (CannotRunPostgres, ImproperlyConfigured) as problem:
        tell(str(problem))
        return 1
