"""Reads the environment in one typed place, and says at start which variable is wrong and how to mend it."""

import os
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

HEAD_KEY_BYTES = 32

CHECKOUT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True, slots=True)
class MailServer:
    """A server that takes e-mail; always by TLS, at once or from STARTTLS on."""

    host: str
    port: int
    user: str
    password: str
    tls_at_once: bool
    sender: str


@dataclass(frozen=True, slots=True)
class S3:
    """A bucket and a folder in it. Keys come from the environment, as every S3 client reads them."""

    bucket: str
    folder: str
    endpoint: str | None


@dataclass(frozen=True, slots=True)
class Environment:
    """What the outside decides. Each property names its variable in the error it raises."""

    variables: Mapping[str, str]

    def _asked(self, name: str, cure: str) -> str:
        value = self.variables.get(name, "").strip()
        if not value:
            raise ImproperlyConfigured(f"{name} is not set. {cure}")
        return value

    @property
    def home(self) -> Path:
        """Where data that is not in a database lives: uploads, facts, the embedded database."""
        given = self.variables.get("GOLDEN_THREAD_HOME", "").strip()
        return Path(given) if given else CHECKOUT / "var"

    @property
    def secret_key(self) -> str:
        key = self._asked(
            "GOLDEN_THREAD_SECRET_KEY",
            "Make one with: python -c 'import secrets; print(secrets.token_urlsafe(64))'",
        )
        if len(key) < 50:
            raise ImproperlyConfigured("GOLDEN_THREAD_SECRET_KEY is too short. Use 50 characters or more.")
        return key

    @property
    def hosts(self) -> list[str]:
        names = self._asked(
            "GOLDEN_THREAD_HOSTS", "Give the names that people reach this by, separated by commas."
        )
        return [name.strip() for name in names.split(",") if name.strip()]

    @property
    def head_key(self) -> str:
        """The private key (Ed25519) that heads of the journal are signed with: 32 bytes in base64."""
        key = self._asked("GOLDEN_THREAD_HEAD_KEY", "Make one with: ./gt audit key")
        try:
            right = len(b64decode(key, validate=True)) == HEAD_KEY_BYTES
        except ValueError:
            right = False
        if not right:
            raise ImproperlyConfigured("GOLDEN_THREAD_HEAD_KEY is not a key. Make one with: ./gt audit key")
        return key

    @property
    def heads(self) -> Path:
        """Where heads of the journal are exported to; best out of the database keeper's reach."""
        given = self.variables.get("GOLDEN_THREAD_HEADS", "").strip()
        return Path(given) if given else self.home / "heads"

    @property
    def area(self) -> str:
        code = self._asked("GOLDEN_THREAD_AREA", "Give the DfE's three-digit number of the local authority.")
        if not (code.isdigit() and len(code) == 3):
            raise ImproperlyConfigured(
                f"GOLDEN_THREAD_AREA is '{code}'. Give three digits, for example 935 for Suffolk."
            )
        return code

    @property
    def smallest_count_shown(self) -> int:
        """The public sees no count below this but nought; nor anything that would give one away."""
        given = self.variables.get("GOLDEN_THREAD_SMALLEST_COUNT_SHOWN", "").strip() or "5"
        if not given.isdigit() or int(given) < 5:
            raise ImproperlyConfigured(
                f"GOLDEN_THREAD_SMALLEST_COUNT_SHOWN is '{given}'. Give a whole number of 5 or more."
            )
        return int(given)

    @property
    def public_address(self) -> str:
        """Where everyone reads the public site; empty where nobody said."""
        given = self.variables.get("GOLDEN_THREAD_PUBLIC_ADDRESS", "").strip()
        if given and not (given.startswith("https://") and urlsplit(given).hostname):
            raise ImproperlyConfigured(
                f"GOLDEN_THREAD_PUBLIC_ADDRESS is '{given}'. Give https://HOST/ of the public site."
            )
        return given

    @property
    def clamav(self) -> str:
        """Where the virus scanner listens; empty where there is none."""
        given = self.variables.get("GOLDEN_THREAD_CLAMAV", "").strip()
        if given and not given.startswith(("unix:///", "tcp://")):
            raise ImproperlyConfigured(
                f"GOLDEN_THREAD_CLAMAV is '{given}'. Give unix:///run/clamav/clamd.ctl or tcp://HOST:3310."
            )
        return given

    @property
    def mail(self) -> MailServer | None:
        """The mail server that takes our e-mail; None where e-mail goes to the readable outbox."""
        given = self.variables.get("GOLDEN_THREAD_MAIL", "").strip()
        if not given:
            return None
        sender = self._asked("GOLDEN_THREAD_MAIL_FROM", "Give the address that families answer to.")
        where = urlsplit(given)
        if where.scheme not in ("smtp", "smtps") or not where.hostname:
            raise ImproperlyConfigured(
                "GOLDEN_THREAD_MAIL cannot be read. "
                "Give smtp://USER:PASSWORD@HOST:587, or smtps:// with port 465."
            )
        return MailServer(
            host=where.hostname,
            port=where.port or (465 if where.scheme == "smtps" else 587),
            user=unquote(where.username or ""),
            password=unquote(where.password or ""),
            tls_at_once=where.scheme == "smtps",
            sender=sender,
        )

    @property
    def files_on_s3(self) -> S3 | None:
        """The bucket that files lie in; None where they lie on this computer's disk."""
        given = self.variables.get("GOLDEN_THREAD_FILES", "").strip()
        if not given:
            return None
        where = urlsplit(given)
        if where.scheme != "s3" or not where.netloc:
            raise ImproperlyConfigured(
                f"GOLDEN_THREAD_FILES is '{given}'. Give s3://BUCKET/FOLDER, or leave it out to use the disk."
            )
        return S3(where.netloc, where.path.strip("/"), self.bucket_endpoint)

    @property
    def bucket_endpoint(self) -> str | None:
        """An S3 server other than Amazon's."""
        return self.variables.get("GOLDEN_THREAD_BUCKET_ENDPOINT", "").strip() or None

    @property
    def backup_to(self) -> str:
        """The folder, or s3://BUCKET/FOLDER, that backups go to."""
        return self.variables.get("GOLDEN_THREAD_BACKUP_TO", "").strip() or str(self.home / "backups")

    @property
    def backup_recipient(self) -> str:
        """To whom backups are encrypted; empty where nobody was named yet."""
        return self.variables.get("GOLDEN_THREAD_BACKUP_RECIPIENT", "").strip()

    @property
    def backup_keep(self) -> int:
        """How many backups are kept; older ones are removed."""
        given = self.variables.get("GOLDEN_THREAD_BACKUP_KEEP", "").strip() or "30"
        if not given.isdigit() or int(given) < 1:
            raise ImproperlyConfigured(f"GOLDEN_THREAD_BACKUP_KEEP is '{given}'. Give a number of 1 or more.")
        return int(given)

    @property
    def demonstration_day(self) -> date:
        given = self.variables.get("GOLDEN_THREAD_DEMONSTRATION_DAY", "").strip() or "2025-02-03"
        try:
            return date.fromisoformat(given)
        except ValueError as error:
            raise ImproperlyConfigured(
                f"GOLDEN_THREAD_DEMONSTRATION_DAY is '{given}'. Write it as 2025-02-03."
            ) from error


ENVIRONMENT = Environment(os.environ)
