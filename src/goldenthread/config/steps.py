"""What is done, in which order and with what progress, before the pages can be served?"""

import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import goldenthread
from goldenthread.config.environment import CHECKOUT
from goldenthread.config.processes import python
from goldenthread.config.reaching_database import tell
from goldenthread.ui.assets import digest_of

PACKAGE = Path(goldenthread.__file__).parent
COLLECTED = CHECKOUT / "build" / "collected" / "collected.sha256"
COMMANDS = python("-m", "goldenthread.config.commands")
DJANGO = python("-m", "django")


class StepFailed(RuntimeError):
    """A step did not succeed; the message is a sentence for the person at the keyboard."""


@dataclass(frozen=True)
class Step:
    """One thing to be done. It may be interrupted anywhere: `do` begins anew, or goes on, the next time.

    `is_done` answers from what the step made, not from a note that it once ran.
    """

    title: str
    do: Callable[[], None]
    is_done: Callable[[], bool] = lambda: False


def do_all(steps: Sequence[Step]) -> None:
    """Do the steps in order, saying which; those already done are only named. Raises `StepFailed`."""
    for number, step in enumerate(steps, start=1):
        where = f"{number} of {len(steps)}: {step.title}"
        if step.is_done():
            tell(f"{where} (as before)")
            continue
        tell(where)
        began = time.monotonic()
        step.do()
        took = time.monotonic() - began
        if took >= 2:
            tell(f"    took {took:.0f} seconds")


def run(command: Sequence[str], variables: Mapping[str, str], *, quietly: bool = False) -> None:
    """Run one program of a step to its end. Raises `StepFailed` when it fails.

    What it says is shown, but for what a quiet one says on its standard output.
    """
    said = subprocess.DEVNULL if quietly else None
    done = subprocess.run(command, env=dict(variables), stdin=subprocess.DEVNULL, stdout=said)
    if done.returncode != 0:
        failed = " ".join(command[1:])
        raise StepFailed(f"This step failed, for the reason above: {failed}. The next run goes on from here.")


def for_browsers(variables: Mapping[str, str]) -> list[Step]:
    """Make what browsers fetch beside the pages, under names that change with what is in them."""
    return [
        Step(
            "style sheets and typeface",
            partial(run, python("-m", "goldenthread.ui.assets"), variables, quietly=True),
        ),
        Step("files for browsers", partial(_collect, variables), partial(_are_collected, variables)),
    ]


def _collect(variables: Mapping[str, str]) -> None:
    run([*DJANGO, "collectstatic", "--no-input", "--clear", "--verbosity", "0"], variables)
    COLLECTED.write_text(_what_is_served(variables))


def _are_collected(variables: Mapping[str, str]) -> bool:
    return COLLECTED.is_file() and COLLECTED.read_text() == _what_is_served(variables)


def _what_is_served(variables: Mapping[str, str]) -> str:
    folders = [CHECKOUT / "build" / "static", *PACKAGE.glob("*/static")]
    files = sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())
    return f"{variables['DJANGO_SETTINGS_MODULE']} {digest_of(files)}"
