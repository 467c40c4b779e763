"""Real records: every setting that matters comes from the environment, and a missing one stops the start."""

import os

from goldenthread.config.database import databases
from goldenthread.config.environment import ENVIRONMENT
from goldenthread.config.outside import by_mail_server, storage
from goldenthread.config.settings.base import *  # noqa: F403  settings files build on one another
from goldenthread.config.settings.base import OUTBOX_CARRIERS
from goldenthread.operations.logs import logging_of

LOGGING = logging_of(sealed=True)
DATABASES = databases(os.environ)
AREA = ENVIRONMENT.area
SECRET_KEY = ENVIRONMENT.secret_key
HEAD_KEY = ENVIRONMENT.head_key
ALLOWED_HOSTS = ENVIRONMENT.hosts
SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^(healthy|ready|metrics)$"]  # asked by machines on this computer, without TLS
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-session"  # a browser keeps it for this very host, by TLS alone
CSRF_COOKIE_NAME = "__Host-csrf"
CSRF_COOKIE_SECURE = True
STORAGES = {
    "default": storage(ENVIRONMENT.files_on_s3),
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

RETENTION_LEDGER = "goldenthread.config.backup.ledger.write"

if (MAIL := ENVIRONMENT.mail) is not None:
    OUTBOX_CARRIERS = {**OUTBOX_CARRIERS, "email": "goldenthread.outbox.channels.smtp.MailServer"}
    globals().update(by_mail_server(MAIL))
