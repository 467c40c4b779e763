"""What the environment says about signing in: time limits, proxies, and organisations' own sign-in."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

PROVIDERS = "GOLDEN_THREAD_SIGN_IN_PROVIDERS"


@dataclass(frozen=True, slots=True)
class SignInEnvironment:
    """Each property names its variable in the error it raises."""

    variables: Mapping[str, str]

    def _number(self, name: str, otherwise: int, least: int, most: int) -> int:
        given = self.variables.get(name, "").strip()
        if not given:
            return otherwise
        if not given.isdigit() or not least <= int(given) <= most:
            raise ImproperlyConfigured(f"{name} is '{given}'. Give a whole number from {least} to {most}.")
        return int(given)

    @property
    def session_hours(self) -> int:
        """After so many hours someone signs in again, however busy they were."""
        return self._number("GOLDEN_THREAD_SESSION_HOURS", 10, 1, 24)

    @property
    def session_idle_minutes(self) -> int:
        """After so many minutes without a page someone signs in again."""
        return self._number("GOLDEN_THREAD_SESSION_IDLE_MINUTES", 60, 5, 240)

    @property
    def minutes_to_ask_again(self) -> int:
        """Sealed records and bulk export open only so long after someone last showed who they are."""
        return self._number("GOLDEN_THREAD_ASK_AGAIN_MINUTES", 10, 1, 60)

    @property
    def proxies(self) -> int:
        """How many web servers of our own stand before this one and add to X-Forwarded-For."""
        return self._number("GOLDEN_THREAD_PROXIES", 0, 0, 5)

    @property
    def sign_in_providers(self) -> list[dict[str, Any]]:
        """The apps of allauth's OpenID Connect, one for each name that the variable lists."""
        names = self.variables.get(PROVIDERS, "").replace(",", " ").split()
        for name in names:
            if not re.fullmatch(r"[a-z][a-z0-9]*", name) or name in ("given", "failed"):
                raise ImproperlyConfigured(
                    f"{PROVIDERS} names '{name}'. Use small letters and digits, as in 'council'."
                )
        return [self._provider(name) for name in names]

    def _provider(self, name: str) -> dict[str, Any]:
        start = f"{PROVIDERS.removesuffix('PROVIDERS')}{name.upper()}_"

        def asked(part: str, cure: str) -> str:
            value = self.variables.get(start + part, "").strip()
            if not value:
                raise ImproperlyConfigured(f"{start}{part} is not set. {cure}")
            return value

        domains = asked(
            "DOMAINS", "Give the e-mail domains whose people this provider vouches for, as in nhs.net."
        )
        return {
            "provider_id": name,
            "name": asked("NAME", "Give the words of the button, as in 'Suffolk County Council'."),
            "client_id": asked(
                "CLIENT_ID", "The provider's administrator gives it when this service is registered."
            ),
            "secret": asked(
                "CLIENT_SECRET", "The provider's administrator gives it when this service is registered."
            ),
            "settings": {
                "server_url": self._address(
                    start + "ADDRESS", asked("ADDRESS", "Give the provider's https address.")
                ),
                "oauth_pkce_enabled": True,
                "domains": [domain.lower() for domain in domains.replace(",", " ").split()],
                "vouches_for_addresses": self._yes(start + "ADDRESSES_ARE_VERIFIED"),
                "second_factor_claim": self.variables.get(start + "SECOND_FACTOR_CLAIM", "").strip(),
            },
        }

    def _yes(self, name: str) -> bool:
        given = self.variables.get(name, "").strip().lower()
        if given not in ("", "yes", "no"):
            raise ImproperlyConfigured(f"{name} is '{given}'. Give yes or no.")
        return given == "yes"

    @staticmethod
    def _address(name: str, given: str) -> str:
        parts = urlsplit(given)
        near = parts.hostname in ("localhost", "127.0.0.1")
        if not parts.hostname or not (parts.scheme == "https" or (parts.scheme == "http" and near)):
            raise ImproperlyConfigured(f"{name} is '{given}'. Give an address that begins with https://.")
        return given


SIGN_IN_ENVIRONMENT = SignInEnvironment(os.environ)
