"""Asked to stop, the service finishes what it has begun: a request in progress is answered, a job is done."""

import http.client
import os
import signal
import subprocess
import sys
import threading
import time

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.allow_hosts(["127.0.0.1"])]

SECONDS_OF_WORK = 3
STARTS_WITHIN = 60

# A page that takes its time, served as the real pages are: the same settings of the web server.
APPLICATION = f"""
import time
def application(environ, start_response):
    if environ["PATH_INFO"] == "/slow":
        time.sleep({SECONDS_OF_WORK})
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"done"]
"""

# The worker's own way of working, on a queue in memory.
WORKER = f"""
import asyncio, os, signal, time
import django
from django.conf import settings
django.setup()
from procrastinate import App, testing
from goldenthread.operations import worker

ours = App(connector=testing.InMemoryConnector())

@ours.task(name="slow")
def slow():
    print("begun", flush=True)
    time.sleep({SECONDS_OF_WORK})
    print("done", flush=True)

async def go():
    async with ours.open_async():
        await slow.defer_async()
    await worker._work_until_stopped(ours)

asyncio.run(go())
print("ended", flush=True)
"""


@pytest.fixture
def slow_page(tmp_path):
    """A web server with the service's own settings, its port."""
    (tmp_path / "slow_application.py").write_text(APPLICATION)
    command = ["-m", "gunicorn", "--config", "python:goldenthread.config.web_server", "--bind", "127.0.0.1:0"]
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(tmp_path), "WEB_CONCURRENCY": "1"}
    with subprocess.Popen(
        [sys.executable, *command, "slow_application:application"],
        env=environment,
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as server:
        line = next(line for line in server.stderr if "Listening at" in line)
        threading.Thread(target=server.stderr.read, daemon=True).start()
        yield server, int(line.rpartition(":")[2].split()[0].rstrip(")"))
        server.kill()


def test_a_request_in_progress_is_answered(slow_page):
    server, port = slow_page
    asking = http.client.HTTPConnection("127.0.0.1", port, timeout=STARTS_WITHIN)
    asking.request("GET", "/slow")
    time.sleep(1)
    server.send_signal(signal.SIGTERM)
    assert asking.getresponse().read() == b"done"
    assert server.wait(30) == 0


def test_a_job_in_progress_is_done():
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "goldenthread.config.settings.test"}
    with subprocess.Popen(
        [sys.executable, "-c", WORKER], env=environment, stdout=subprocess.PIPE, text=True
    ) as worker:
        assert worker.stdout.readline() == "begun\n"
        worker.send_signal(signal.SIGTERM)
        assert worker.stdout.read().split() == ["done", "ended"]
        assert worker.wait(30) == 0
