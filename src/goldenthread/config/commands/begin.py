"""`./gt begin EMAIL "NAME"`: an empty area of one's own, ready for its first person, in one command."""

import argparse
import os
import subprocess
from functools import partial

from django.core.exceptions import ImproperlyConfigured

from goldenthread.config.embedded_postgres import CannotRunPostgres
from goldenthread.config.reaching_database import PRODUCTION, as_app, as_owner, database, tell
from goldenthread.config.steps import DJANGO, Step, StepFailed, do_all, for_browsers, run


def main(arguments: list[str]) -> int:
    """0 when the area is ready, 1 when something stopped it and said why, 2 when asked wrongly.

    The environment says which database and which area, as for `./gt serve`. Safe to run again: it goes on
    where it stopped, and invites the person anew.
    """
    asked = _parser().parse_args(arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", PRODUCTION)
    try:
        with database() as given:
            variables = {**os.environ, **given}
            do_all(_steps(variables, asked.email, asked.name))
    except (StepFailed, CannotRunPostgres, ImproperlyConfigured) as problem:
        tell(str(problem))
        return 1
    tell("the area is empty and ready. Now ./gt serve, and open the address above")
    tell("there, begin with Partnership: the council, the NHS boards, the parent carer forum and the teams")
    return 0


def _steps(variables: dict[str, str], email: str, name: str) -> list[Step]:
    app, owner = as_app(variables), as_owner(variables)
    migrate = [*DJANGO, "migrate", "--no-input", "--verbosity", "0"]
    invite = [*DJANGO, "invite_administrator", "--again", email, name]
    return [
        Step("settings", partial(_check_settings, app)),
        Step("tables", partial(run, migrate, owner)),
        *for_browsers(app),
        Step("the first person", partial(run, invite, app)),
    ]


def _check_settings(variables: dict[str, str]) -> None:
    """Before anything is made: a setting that is missing is named, with its cure. Raises `StepFailed`."""
    checked = subprocess.run([*DJANGO, "check"], env=variables, capture_output=True, text=True)
    if checked.returncode != 0:
        raise StepFailed(
            checked.stderr.strip().rpartition("ImproperlyConfigured: ")[2] or "The settings are not right."
        )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="./gt begin", description="Make an empty area and invite the person who invites everyone else."
    )
    parser.add_argument("email", help="the e-mail address of the first administrator of people")
    parser.add_argument("name", help="their name, in quotation marks")
    return parser
