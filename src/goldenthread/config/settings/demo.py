"""The demonstration: invented people, no passwords, a day that stands still. Never for real records."""

import os

from goldenthread.config.database import databases
from goldenthread.config.environment import ENVIRONMENT
from goldenthread.config.settings.base import *  # noqa: F403  settings files build on one another
from goldenthread.config.settings.base import INSTALLED_APPS

DATABASES = databases(os.environ)
DEMONSTRATION = True
SECOND_FACTOR_REQUIRED = False
LOGIN_URL = "choose-who-to-be"
DEMONSTRATION_DAY = ENVIRONMENT.demonstration_day
AREA = "935"
INSTALLED_APPS = [*INSTALLED_APPS, "goldenthread.demo"]
SECRET_KEY = "a demonstration guards nothing"  # noqa: S105
ALLOWED_HOSTS = ["localhost", "127.0.0.1"]
