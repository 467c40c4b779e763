"""The web server and the job worker, running together until one ends or someone stops them."""

import http.client
import os
import shutil
import socket
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

from goldenthread.config.environment import ENVIRONMENT
from goldenthread.config.operations_environment import OPERATIONS_ENVIRONMENT
from goldenthread.config.processes import Together, python
from goldenthread.config.reaching_database import tell
from goldenthread.config.steps import StepFailed
from goldenthread.operations import metrics

FIRST_PORT = 8000
WEB, WORKER = "web server", "job worker"
PATIENCE = OPERATIONS_ENVIRONMENT.seconds_to_stop + 5
SECONDS_BEFORE_SAYING_SO = 15
SECONDS_OF_PATIENCE = 600  # a busy computer may take minutes; a server that ends is noticed at once


def open_port() -> socket.socket:
    """A listening socket at GOLDEN_THREAD_LISTEN and PORT; without PORT at 8000, else wherever is free.

    Raises `StepFailed` when PORT is set and cannot be had.
    """
    host = OPERATIONS_ENVIRONMENT.listen
    chosen = os.environ.get("PORT", "").strip()
    if chosen and not chosen.isdigit():
        raise StepFailed(f"PORT is “{chosen}”: give a number, for example 8000.")
    for port in [int(chosen)] if chosen else [FIRST_PORT, 0]:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        listening = socket.socket(family, socket.SOCK_STREAM)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((host, port))
        except OSError as problem:
            listening.close()
            if chosen:
                raise StepFailed(f"Port {port} cannot be used: {problem.strerror}.") from problem
        else:
            listening.listen(128)
            return listening
    raise StepFailed("No port of this computer is free.")


def serve(
    listening: socket.socket,
    variables: Mapping[str, str],
    when_ready: Callable[[int], None],
    *,
    with_worker: bool = True,
) -> int:
    """Serve pages at `listening` and do background jobs; returns only when one of the two has ended.

    `variables` are the programs' environment. `when_ready` is called with the port once pages are answered.
    """
    number = listening.fileno()
    port = int(listening.getsockname()[1])
    variables = {**variables, metrics.FOLDER: str(_folder_for_counts())}
    gunicorn = ["-m", "gunicorn", "--config", "python:goldenthread.config.web_server"]
    application = "goldenthread.config.wsgi:application"
    with closing(listening), Together(PATIENCE) as programs:
        web = python(*gunicorn, "--bind", f"fd://{number}", application)
        programs.start(WEB, web, variables, files=[number])
        if with_worker:
            programs.start(WORKER, _worker(), variables)
        _wait_for_answer(port, programs)
        when_ready(port)
        tell(f"the {programs.watch()} has ended, so everything stops")
    return 1


def work(variables: Mapping[str, str]) -> int:
    """Do background jobs alone, for a computer of its own; returns only when the worker has ended."""
    with Together(PATIENCE) as programs:
        programs.start(WORKER, _worker(), variables)
        tell("doing jobs")
        tell(f"the {programs.watch()} has ended")
    return 1


def _worker() -> list[str]:
    return python("-m", "goldenthread.config.job_worker")


def _folder_for_counts() -> Path:
    """An empty folder where the processes of this start keep their counts."""
    folder = ENVIRONMENT.home / "counts"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def _wait_for_answer(port: int, programs: Together) -> None:
    """Wait for as long as both programs live, and say so. Raises `StepFailed` when one has ended."""
    began = time.monotonic()
    told = 0
    while not _answers(port):
        if ended := programs.ended():
            raise StepFailed(f"The {ended} did not start; the reason is above.")
        waited = time.monotonic() - began
        if waited > SECONDS_OF_PATIENCE:
            raise StepFailed(f"The web server runs but has not answered for {waited / 60:.0f} minutes.")
        if waited > (told + 1) * SECONDS_BEFORE_SAYING_SO:
            told += 1
            tell(f"    the web server is starting; {waited:.0f} seconds so far")
        time.sleep(0.1)


def _answers(port: int) -> bool:
    """Whether pages are answered within a moment: a worker that has yet to start takes none."""
    asking = http.client.HTTPConnection("127.0.0.1", port, timeout=SECONDS_BEFORE_SAYING_SO)
    try:
        asking.request("GET", "/", headers={"Host": "localhost"})
        asking.getresponse()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        asking.close()
    return True


def print_address(port: int) -> None:
    """The address, on a line of its own."""
    print(f"http://localhost:{port}", flush=True)
