"""Is everyone refused what is not theirs, asked of a running service over HTTP?

The matrix is that of the tests (`tests/refusals`): its made-up world, its addresses, and its table of what
must happen to each role on each page about each kind of record. So this drill runs in a checkout.
"""

import random
import sys
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from django.conf import settings
from django.db import connection
from django.urls import URLPattern, reverse

from goldenthread.accounts.access import pages
from goldenthread.accounts.roles import Role
from goldenthread.config.drills.drill import Outcome, Progress
from goldenthread.config.drills.scratch import CommandFailed, ScratchArea
from goldenthread.config.drills.visitor import Answer, Visitor
from goldenthread.config.environment import CHECKOUT

SEED = 31
EVERY = 500  # answers between two lines of progress
ENDS_THE_SESSION = frozenset({"sign-out", "choose-who-to-be"})
NOT_WITH_GET = 405

Cell = tuple[Role | None, URLPattern, Any, str]
"""Who asks, which page, about which kind of record, and its address."""


def run(area: ScratchArea, size: int, progress: Progress) -> Outcome:
    """Ask `size` questions of the matrix, drawn by chance, or all there are. A wrong answer is lost."""
    matrix = _matrix()
    progress("making one record of each kind, and a person of each role")
    world = matrix["world"].build()
    cells = list(_cells(matrix, world))
    random.Random(SEED).shuffle(cells)  # noqa: S311  a choice of questions, not a secret
    wrong = 0
    with area.started("web") as web:
        visitors = {role: _visitor(web.port, world, role) for role in (None, *Role)}
        connection.close()
        chosen = cells[:size]
        progress(f"asking {len(chosen)} of {len(cells)} questions")
        for number, (role, pattern, subject, where) in enumerate(chosen, start=1):
            fault = _fault(matrix, (role, pattern, subject, where), visitors[role].get(where))
            if fault:
                wrong += 1
                progress(f"{where} about {subject} as {role or 'a stranger'}: {fault}")
            if number % EVERY == 0:
                progress(f"asked {number} of {len(chosen)}")
    return Outcome(tried=len(chosen), found=len(chosen) - wrong, lost=wrong)


def _matrix() -> dict[str, Any]:
    """The modules of the tests' matrix."""
    tests = CHECKOUT / "tests"
    if not (tests / "refusals").is_dir():
        raise CommandFailed(f"The table of what must happen is in {tests}, which is not there.")
    sys.path.insert(0, str(tests))
    return {name: import_module(f"refusals.{name}") for name in ("world", "addresses", "expected")}


def _cells(matrix: dict[str, Any], world: Any) -> Iterator[Cell]:
    subjects = matrix["world"].Subject
    is_of_a_child, address = matrix["addresses"].is_of_a_child, matrix["addresses"].address
    for _, pattern in pages():
        if pattern.name in ENDS_THE_SESSION:
            continue
        for subject in subjects if is_of_a_child(pattern) else [subjects.OWN]:
            where = address(pattern, world, subject)
            yield from ((role, pattern, subject, where) for role in (None, *Role))


def _visitor(port: int, world: Any, role: Role | None) -> Visitor:
    """A browser in which this role's person is signed in."""
    visitor = Visitor(port)
    if role is not None:
        session = world.client(role).cookies[settings.SESSION_COOKIE_NAME].value
        visitor.cookies[settings.SESSION_COOKIE_NAME] = session
    return visitor


def _fault(matrix: dict[str, Any], cell: Cell, answer: Answer) -> str:
    """What is wrong with the answer; empty where it is as it must be."""
    role, pattern, subject, _ = cell
    expected, outcomes = matrix["expected"].outcome(pattern, role, subject), matrix["expected"].Outcome
    if answer.status >= 500:
        return f"status {answer.status}"
    hidden = matrix["world"].SECRETS
    if role is not Role.GUARDIAN:
        hidden = (*hidden, matrix["world"].SEALED_NAME)
    if given := [words for words in hidden if words.encode() in answer.body]:
        return f"gives away {given}"
    by_role = (outcomes.REFUSED, outcomes.SENT_TO_THE_DOOR)
    if answer.status == NOT_WITH_GET:  # it looks at the role first, and for the record only when sent a form
        return "" if expected not in by_role else f"is let in, should be: {expected}"
    found = _met(outcomes, answer)
    about_nobody = not matrix["addresses"].is_of_a_child(pattern) and expected is outcomes.OPENS
    fine = found is expected or (about_nobody and found is outcomes.NOT_FOUND)
    return "" if fine else f"{found}, should be: {expected}"


def _met(outcomes: Any, answer: Answer) -> Any:
    if answer.status == 403:
        return outcomes.REFUSED
    if answer.status == 404:
        return outcomes.NOT_FOUND
    if answer.status == 302 and answer.location.partition("?")[0] == reverse(settings.LOGIN_URL):
        return outcomes.SENT_TO_THE_DOOR
    return outcomes.OPENS
