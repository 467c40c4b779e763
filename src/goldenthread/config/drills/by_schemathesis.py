"""Schemathesis asks every address of the description what nobody would ask, as one role after another."""

import json
import re
import subprocess
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from goldenthread.config.drills.description import openapi
from goldenthread.config.drills.drill import Progress
from goldenthread.config.drills.visitor import PageForm, Visitor
from goldenthread.config.processes import python

LEAST_SECONDS = 12
GENERATED = re.compile(r"(\d[\d,]*) generated")
FAILED = re.compile(r"^_+ ([A-Z]+ /\S*) _+$", re.MULTILINE)
SECONDS_TO_START = 60


class Tally(Protocol):
    """Whatever counts answers and faults."""

    asked: int
    faults: Counter[str]


@dataclass
class Asked:
    """How many answers there were, and which addresses failed."""

    answers: int = 0
    faults: Counter[str] = field(default_factory=Counter)

    def add_to(self, tally: Tally) -> None:
        tally.asked += self.answers
        tally.faults.update(self.faults)


def ask(
    visitors: Sequence[tuple[str, Visitor]],
    forms: Mapping[str, PageForm],
    seconds: int,
    folder: Path,
    progress: Progress,
) -> Asked:
    """Share `seconds` among the roles, at least twelve for each: in a short run only the first."""
    asked = Asked()
    if find_spec("schemathesis") is None:
        progress("schemathesis is not installed here, so the crawler alone has asked: ./gt test installs it")
        return asked
    description = folder / "openapi.json"
    description.write_text(json.dumps(openapi(forms)))
    turns = max(1, min(len(visitors), seconds // LEAST_SECONDS))
    for role, visitor in visitors[:turns]:
        said = _run(description, visitor, max(1, seconds // turns), folder)
        generated = sum(int(count.replace(",", "")) for count in GENERATED.findall(said)[-1:])
        failed = FAILED.findall(said)
        asked.answers += generated
        asked.faults.update(f"schemathesis: {one} as {role}" for one in failed)
        progress(f"schemathesis as {role}: {generated} answers, {len(failed)} addresses failed")
    if not asked.answers:
        asked.faults.update([f"schemathesis asked nothing: {said[-1_000:]}"])
    return asked


def _run(description: Path, visitor: Visitor, seconds: int, folder: Path) -> str:
    """One run as one role; what it said."""
    token = next(
        (
            form.values["csrfmiddlewaretoken"]
            for form in visitor.get("/accessibility/").forms()
            if "csrfmiddlewaretoken" in form.values
        ),
        "",
    )
    cookies = "; ".join(f"{name}={value}" for name, value in visitor.cookies.items())
    options = {
        "--url": f"http://{visitor.host}:{visitor.port}",
        "--checks": "not_a_server_error",
        "--max-time": str(seconds),
        "--max-redirects": "0",
        "--exclude-path-regex": "sign-out|choose-who-to-be",
        "--generation-database": "none",
        "--seed": "12",
        "--warnings": "off",
        "--phases": "coverage,fuzzing",
    }
    command = python("-m", "schemathesis.cli", "run", str(description), "--no-color", "--no-shrink")
    for name, value in options.items():
        command += [name, value]
    for header in (f"Cookie:{cookies}", f"X-CSRFToken:{token}"):
        command += ["-H", header]
    done = subprocess.run(
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=seconds + SECONDS_TO_START,
    )
    return done.stdout + done.stderr
