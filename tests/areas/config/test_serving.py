"""The server is waited for while it lives, however slow the computer, and one that ends is noticed."""

import http.server
import socket
import sys
import threading
import time
from contextlib import contextmanager

import pytest

from goldenthread.config import serving
from goldenthread.config.processes import Together
from goldenthread.config.steps import StepFailed

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])


class Answer(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(302)
        self.end_headers()

    def log_message(self, *_):
        pass


@contextmanager
def answering_after(seconds):
    """A listening socket behind which somebody begins to answer after a while; its port."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        port = listening.getsockname()[1]
        server = http.server.HTTPServer(("127.0.0.1", port), Answer, bind_and_activate=False)
        server.socket.close()
        server.socket = listening
        late = threading.Timer(seconds, server.serve_forever)
        late.daemon = True
        late.start()
        yield port
        late.cancel()
        server.shutdown()


@contextmanager
def silent():
    """A socket at which nobody ever answers; its port."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        yield listening.getsockname()[1]


@pytest.fixture
def impatient(monkeypatch):
    monkeypatch.setattr(serving, "SECONDS_BEFORE_SAYING_SO", 0.2)


def test_a_slow_server_is_waited_for_and_the_wait_is_said(impatient, capsys):
    began = time.monotonic()
    with answering_after(1) as port, Together() as programs:
        programs.start("web server", [sys.executable, "-c", "input()"], {})
        serving._wait_for_answer(port, programs)
        assert time.monotonic() - began >= 1
    assert "the web server is starting" in capsys.readouterr().err


def test_a_server_that_has_ended_is_not_waited_for(impatient):
    with silent() as port, Together() as programs:
        programs.start("web server", [sys.executable, "-c", "pass"], {})
        with pytest.raises(StepFailed, match="The web server did not start"):
            serving._wait_for_answer(port, programs)
