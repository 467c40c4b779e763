"""Reads the environment in one typed place, and says at start which variable is wrong and how to mend it."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

CHECKOUT = Path(__file__).resolve().parents[3]


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
    def area(self) -> str:
        code = self._asked("GOLDEN_THREAD_AREA", "Give the DfE's three-digit number of the local authority.")
        if not (code.isdigit() and len(code) == 3):
            raise ImproperlyConfigured(
                f"GOLDEN_THREAD_AREA is '{code}'. Give three digits, for example 935 for Suffolk."
            )
        return code

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
