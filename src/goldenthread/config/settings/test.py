"""Tests: fast password hashes, a fixed secret, a database cloned from a template."""

import os
from datetime import date

from goldenthread.config.database import databases
from goldenthread.config.settings.base import *  # noqa: F403  settings files build on one another
from goldenthread.config.settings.base import INSTALLED_APPS

DATABASES = databases({"DATABASE_URL": "postgres://nobody@localhost/none", **os.environ})
DEMONSTRATION = True
SECOND_FACTOR_REQUIRED = False
LOGIN_URL = "choose-who-to-be"
DEMONSTRATION_DAY = date(2025, 2, 3)
AREA = "935"
OPEN_DATA_ROOT = None  # tests read what ships, whatever was fetched on this computer
INSTALLED_APPS = [*INSTALLED_APPS, "goldenthread.demo"]
SECRET_KEY = "for tests only"  # noqa: S105  guards nothing
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True  # files are found where they lie: tests collect none
