"""`./gt demo`: from nothing to a peopled area that is served, in steps that can be interrupted anywhere."""

import fcntl
import os
from contextlib import ExitStack
from importlib import import_module

import django

from goldenthread.config.embedded_postgres import CannotRunPostgres
from goldenthread.config.embedded_postgres.folder import locked
from goldenthread.config.environment import ENVIRONMENT
from goldenthread.config.processes import guarded
from goldenthread.config.reaching_database import DEMO, as_app, database, tell
from goldenthread.config.serving import open_port, serve
from goldenthread.config.steps import COMMANDS, StepFailed, do_all

HERE = ENVIRONMENT.home / "demo"
AFTER_SET_UP = "goldenthread.config.demonstration"


def main(arguments: list[str]) -> int:
    """Serve the demonstration until stopped. Takes no arguments; PORT chooses the port."""
    if arguments:
        tell("demo takes no arguments; PORT=8001 ./gt demo serves at another port")
        return 2
    return guarded(conduct, [*COMMANDS, "demo"])


def conduct() -> int:
    """Do every step, then serve. Says in a sentence what stopped it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", DEMO)
    HERE.mkdir(parents=True, exist_ok=True)
    try:
        with ExitStack() as stack:
            _only_one_at_a_time(stack)
            listening = stack.enter_context(open_port())
            variables = {**os.environ, **stack.enter_context(database())}
            django.setup()
            demonstration = import_module(AFTER_SET_UP)
            do_all(demonstration.steps(variables))
            return serve(listening, as_app(variables), demonstration.welcome)
    except (StepFailed, CannotRunPostgres) as problem:
        tell(str(problem))
        return 1


def _only_one_at_a_time(stack: ExitStack) -> None:
    try:
        stack.enter_context(locked(HERE / "running", fcntl.LOCK_EX | fcntl.LOCK_NB))
    except BlockingIOError:
        raise StepFailed("The demonstration of this checkout is running already.") from None
