"""Is nothing lost or doubled when web server, job worker and database are killed hard while people write?

Eight writers send forms over HTTP. In turn one part is killed with SIGKILL, by its own number, and started
again. Afterwards every act that was acknowledged must be there exactly once, whatever was sent again.
"""

import os
import random
import signal
import time
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack

from django.db import connection
from procrastinate.contrib.django import app

from goldenthread.config.drills import kept, written
from goldenthread.config.drills.drill import Outcome, Progress
from goldenthread.config.drills.made_up import coordinators
from goldenthread.config.drills.programs import Program
from goldenthread.config.drills.scratch import CommandFailed, ScratchArea
from goldenthread.config.drills.writers import Writers

WRITERS = 8
SECONDS_OF_WORK = (0.3, 1.5)  # between one kill and the next, by chance
FEWEST_ACTS_BETWEEN = 4  # so that each kill meets people at work
SECONDS_FOR_JOBS = 120
TAKE_UP = "operations.take_up_abandoned"
SEED = 20


def run(area: ScratchArea, size: int, progress: Progress) -> Outcome:
    """Kill `size` times. A kill is survived when all that was acknowledged by then is there once."""
    with ExitStack() as stack:
        web = stack.enter_context(area.started("web"))
        worker = stack.enter_context(area.started("worker"))
        writers = Writers(area.home / "lists")
        stack.callback(writers.stop.set)
        users = coordinators()
        connection.close()
        writers.begin(WRITERS, users=users, port=web.port, kinds=written.kinds())
        parts = (web_server(web), job_worker(worker), database(area))
        chance = random.Random(SEED)  # noqa: S311  moments, not secrets
        for number in range(size):
            _let_them_work(writers, chance)
            name, kill = parts[number % len(parts)]
            kill()
            progress(f"killed {number + 1} of {size}: {name}; {writers.sent} acts acknowledged")
        _let_them_work(writers, chance)
        writers.end()
        progress("waiting for the jobs")
        _wait_for_jobs()
        lost = kept.problems(writers.acknowledged(), progress) + _verify(area, progress)
    counts = Counter(line["kind"] for line in writers.acknowledged())
    progress("acknowledged: " + ", ".join(f"{count} {kind}" for kind, count in sorted(counts.items())))
    return Outcome(tried=size, found=size if not lost else 0, lost=lost)


def _verify(area: ScratchArea, progress: Progress) -> int:
    """Whether the whole chain of the journal verifies: 0 or 1 to add to what was lost."""
    try:
        progress(area.command("audit", "verify").strip())
    except CommandFailed as problem:
        progress(str(problem))
        return 1
    return 0


def _let_them_work(writers: Writers, chance: random.Random) -> None:
    """Wait a moment by chance, and until the writers have done something since."""
    enough = writers.sent + FEWEST_ACTS_BETWEEN
    time.sleep(chance.uniform(*SECONDS_OF_WORK))
    while writers.sent < enough:
        writers.check()
        time.sleep(0.05)


def _wait_for_jobs() -> None:
    """Wait until every job is done, taking up at once those of workers that were killed."""
    end = time.monotonic() + SECONDS_FOR_JOBS
    while _jobs_left():
        if time.monotonic() > end:
            return  # what is left is counted as lost
        app.configure_task(TAKE_UP).defer(timestamp=int(time.time()))
        time.sleep(1)


def _jobs_left() -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM procrastinate_jobs "
            "WHERE status IN ('todo', 'doing') AND queue_name <> 'operations'"
        )
        return int(cursor.fetchone()[0])


Part = tuple[str, Callable[[], None]]


def web_server(web: Program) -> Part:
    def kill() -> None:
        web.kill_hard()
        web.start()

    return "the web server", kill


def job_worker(worker: Program) -> Part:
    def kill() -> None:
        worker.kill_hard()
        worker.start()

    return "the job worker", kill


def database(area: ScratchArea) -> Part:
    def kill() -> None:
        os.kill(area.server_process(), signal.SIGKILL)
        area.database_again()

    return "the database", kill
