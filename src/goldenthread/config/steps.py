"""What is done, in which order and with what progress, before the pages can be served?"""

import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from goldenthread.config.processes import python
from goldenthread.config.reaching_database import tell

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


def run(command: Sequence[str], variables: Mapping[str, str]) -> None:
    """Run one program of a step to its end; what it says is shown. Raises `StepFailed` when it fails."""
    done = subprocess.run(command, env=dict(variables), stdin=subprocess.DEVNULL)
    if done.returncode != 0:
        raise StepFailed(f"This step failed: {' '.join(command[1:])}")


def for_browsers(variables: Mapping[str, str]) -> list[Step]:
    """Make what browsers fetch beside the pages, under names that change with what is in them."""
    collect = [*DJANGO, "collectstatic", "--no-input", "--verbosity", "0"]
    return [
        Step("style sheets and typeface", lambda: run(python("-m", "goldenthread.ui.assets"), variables)),
        Step("files for browsers", lambda: run(collect, variables)),
    ]
