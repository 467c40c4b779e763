"""What happens between an empty database and the demonstration's pages? Imported once Django is set up."""

import shutil
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from django.db import connection
from django.db.migrations.executor import MigrationExecutor

import goldenthread
from goldenthread.config.environment import ENVIRONMENT
from goldenthread.config.reaching_database import as_app, as_owner, tell
from goldenthread.config.serving import print_address
from goldenthread.config.steps import COMMANDS, DJANGO, Step, for_browsers, run
from goldenthread.demo.queries import personas
from goldenthread.demo.scene import ACTS
from goldenthread.ui.assets import digest_of

HERE = ENVIRONMENT.home / "demo"
AREA, YEAR, SEED = "935", "2025", "7"


def steps(variables: Mapping[str, str], *, empty: bool = False) -> list[Step]:
    """Everything between a database that runs and pages that are served; `empty` stops after the people."""
    app, owner = as_app(variables), as_owner(variables)
    before = [
        Step(
            "tables", partial(run, [*DJANGO, "migrate", "--no-input", "--verbosity", "0"], owner), is_migrated
        ),
        *for_browsers(app),
    ]
    return [*before, *(_peopling(app)[:1] if empty else _filling(app))]


def _filling(app: dict[str, str]) -> list[Step]:
    made_up = return_file()
    making = Step("inventing an area's children", partial(make_return, made_up, app), made_up.exists)
    return [making, *_peopling(app)]


def _peopling(app: dict[str, str]) -> list[Step]:
    """The acts of the scene; the first are the people who work here."""
    made_up = return_file()
    return [
        Step(
            act.title,
            partial(run, [*DJANGO, "demonstrate", act.name, str(made_up)], app),
            partial(act.is_done, made_up),
        )
        for act in ACTS
    ]


def return_file() -> Path:
    """Where the made-up return lies. A change of what makes it, or of what it imitates, makes another one."""
    package = Path(goldenthread.__file__).parent
    makers = sorted(
        path
        for folder in (
            package / "demo" / "synthesis",
            package / "figures" / "open_data",
            package / "sen2" / "years",
        )
        for path in folder.rglob("*")
        if path.suffix in {".py", ".csv", ".yaml"}
    )
    return HERE / f"return-{digest_of(makers)[:12]}" / f"{AREA}-{YEAR}.xml"


def make_return(made_up: Path, variables: Mapping[str, str]) -> None:
    """Make the return with the command that anyone may use, whole or not at all. Older ones go."""
    for old in HERE.glob("return-*"):
        shutil.rmtree(old)
    draft = made_up.parent.with_suffix(".draft")
    draft.mkdir(parents=True)
    wish = ["--area", AREA, "--year", YEAR, "--seed", SEED, "-o", str(draft / made_up.name)]
    run([*COMMANDS, "sen2", "synth", *wish], variables, quietly=True)
    draft.rename(made_up.parent)


def is_migrated() -> bool:
    """Whether the database has every table of this version."""
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def welcome(port: int) -> None:
    """Say where to look and who to be."""
    connection.close()
    tell("ready. Open the address below and choose who to be:")
    for persona in personas():
        tell(f"    {persona.name}, {persona.role}{', ' + persona.place if persona.place else ''}")
    connection.close()
    tell("Ctrl-C stops it.")
    print_address(port)
