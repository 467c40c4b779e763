"""Settings of gunicorn, the web server: few processes, and an end with whoever started it."""

import os
from typing import Any

from goldenthread.config.processes import end_with_starter

workers = int(os.environ.get("WEB_CONCURRENCY") or 2)
preload_app = True  # one reading of the code, shared by the workers
graceful_timeout = 5
timeout = 120
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None  # noqa: S108  a heartbeat file, no content
accesslog = None
loglevel = "warning"
control_socket_disable = True


def when_ready(_server: Any) -> None:
    """Called once in the parent of the workers, before it makes them."""
    end_with_starter()
