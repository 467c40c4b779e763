"""A drill's scratch area: the demonstration, with an entrance for files and letters and a quick heartbeat."""

from goldenthread.config.settings.demo import *  # noqa: F403  settings files build on one another

ROOT_URLCONF = "goldenthread.config.drills.urls"
WORKER_OPTIONS = {"update_heartbeat_interval": 0.5, "stalled_worker_timeout": 3}
SECONDS_TO_CALL_A_WORKER_DEAD = 3
