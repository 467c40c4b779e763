"""`./gt demo`: from nothing to a peopled area that is served, in steps that can be interrupted anywhere."""

import fcntl
import os
from contextlib import ExitStack
from functools import partial
from importlib import import_module
from pathlib import Path

import django

from goldenthread.config.embedded_postgres import CannotRunPostgres
from goldenthread.config.embedded_postgres.folder import locked
from goldenthread.config.environment import ENVIRONMENT
from goldenthread.config.processes import guarded
from goldenthread.config.reaching_database import DEMO, as_app, database, tell
from goldenthread.config.serving import open_port, serve
from goldenthread.config.steps import COMMANDS, StepFailed, do_all

EMPTY, APART = "--empty", "empty-area"
AFTER_SET_UP = "goldenthread.config.demonstration"


def main(arguments: list[str]) -> int:
    """Serve the demonstration until stopped; with --empty an area that has its people and nothing else.

    PORT chooses the port. An empty area keeps its data apart, so both can be there side by side.
    """
    if arguments not in ([], [EMPTY]):
        tell("demo takes --empty or nothing; PORT=8001 ./gt demo serves at another port")
        return 2
    if arguments and ENVIRONMENT.home.name != APART:
        os.environ["GOLDEN_THREAD_HOME"] = str(ENVIRONMENT.home / APART)
    return guarded(partial(conduct, empty=bool(arguments)), [*COMMANDS, "demo", *arguments])


def conduct(*, empty: bool = False) -> int:
    """Do every step, then serve. Says in a sentence what stopped it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", DEMO)
    here = ENVIRONMENT.home / "demo"
    here.mkdir(parents=True, exist_ok=True)
    try:
        with ExitStack() as stack:
            _only_one_at_a_time(here, stack)
            listening = stack.enter_context(open_port())
            variables = {**os.environ, **stack.enter_context(database())}
            django.setup()
            demonstration = import_module(AFTER_SET_UP)
            do_all(demonstration.steps(variables, empty=empty))
            return serve(listening, as_app(variables), demonstration.welcome)
    except (StepFailed, CannotRunPostgres) as problem:
        tell(str(problem))
        return 1


def _only_one_at_a_time(here: Path, stack: ExitStack) -> None:
    try:
        stack.enter_context(locked(here / "running", fcntl.LOCK_EX | fcntl.LOCK_NB))
    except BlockingIOError:
        raise StepFailed("The demonstration of this checkout is running already.") from None
