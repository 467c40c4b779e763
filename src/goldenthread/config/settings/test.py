"""Tests: fast password hashes, a fixed secret, a database cloned from a template."""

from goldenthread.config.settings.base import *  # noqa: F403  settings files build on one another

SECRET_KEY = "for tests only"  # noqa: S105  guards nothing
