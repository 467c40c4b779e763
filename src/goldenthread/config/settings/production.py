"""Real records: every setting that matters comes from the environment, and a missing one stops the start."""

import os

from goldenthread.config.database import databases
from goldenthread.config.environment import ENVIRONMENT
from goldenthread.config.settings.base import *  # noqa: F403  settings files build on one another

DATABASES = databases(os.environ)
AREA = ENVIRONMENT.area
SECRET_KEY = ENVIRONMENT.secret_key
ALLOWED_HOSTS = ENVIRONMENT.hosts
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 31_536_000
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
