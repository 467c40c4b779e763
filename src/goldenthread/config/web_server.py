"""Settings of gunicorn, the web server: few processes, and an end with whoever started it."""

import os
from typing import Any

from goldenthread.config.operations_environment import OPERATIONS_ENVIRONMENT
from goldenthread.config.processes import end_with_starter
from goldenthread.operations.logs import log_what_ends_a_program

workers = OPERATIONS_ENVIRONMENT.web_processes
preload_app = True  # one reading of the code, shared by the workers
graceful_timeout = OPERATIONS_ENVIRONMENT.seconds_to_stop  # requests in progress finish
timeout = 120
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None  # noqa: S108  a heartbeat file, no content
accesslog = None
loglevel = "info"
control_socket_disable = True


def when_ready(_server: Any) -> None:
    """Called once in the parent of the workers, before it makes them."""
    end_with_starter()
    log_what_ends_a_program()
