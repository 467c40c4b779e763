"""What the outside decides of running the service: neighbours, a token, how long stopping takes."""

import ipaddress
import os
from collections.abc import Mapping
from dataclasses import dataclass

from django.core.exceptions import ImproperlyConfigured

Network = ipaddress.IPv4Network | ipaddress.IPv6Network

SHORTEST_TOKEN = 32


@dataclass(frozen=True, slots=True)
class OperationsEnvironment:
    """Each property names its variable, and the cure, in the error it raises."""

    variables: Mapping[str, str]

    def _given(self, name: str, otherwise: str = "") -> str:
        return self.variables.get(name, "").strip() or otherwise

    def _number(self, name: str, otherwise: int, least: int, most: int) -> int:
        given = self._given(name, str(otherwise))
        if not given.isdigit() or not least <= int(given) <= most:
            raise ImproperlyConfigured(f"{name} is '{given}'. Give a whole number from {least} to {most}.")
        return int(given)

    @property
    def proxy_addresses(self) -> tuple[Network, ...]:
        """The neighbours whose request numbers are taken over: the web server that stands before this one."""
        given = self._given("GOLDEN_THREAD_PROXY_ADDRESSES", "127.0.0.1,::1")
        try:
            return tuple(ipaddress.ip_network(one.strip()) for one in given.split(",") if one.strip())
        except ValueError as error:
            raise ImproperlyConfigured(
                f"GOLDEN_THREAD_PROXY_ADDRESSES is '{given}'. Give addresses or networks separated by "
                "commas, for example 127.0.0.1,10.0.0.0/24."
            ) from error

    @property
    def metrics_token(self) -> str:
        """What whoever reads the counts must show; empty: only this computer itself may."""
        token = self._given("GOLDEN_THREAD_METRICS_TOKEN")
        if token and len(token) < SHORTEST_TOKEN:
            raise ImproperlyConfigured(
                f"GOLDEN_THREAD_METRICS_TOKEN is too short. Use {SHORTEST_TOKEN} characters or more, "
                "or leave it out: then only this computer itself may read the counts."
            )
        return token

    @property
    def seconds_to_stop(self) -> int:
        """How long requests and jobs in progress may take to finish when the service is stopped."""
        return self._number("GOLDEN_THREAD_SECONDS_TO_STOP", 20, 1, 900)

    @property
    def listen(self) -> str:
        """The address to listen at; another than this computer's own is for containers."""
        given = self._given("GOLDEN_THREAD_LISTEN", "127.0.0.1")
        try:
            return str(ipaddress.ip_address(given))
        except ValueError as error:
            raise ImproperlyConfigured(
                f"GOLDEN_THREAD_LISTEN is '{given}'. Give an address of this computer: 127.0.0.1, or 0.0.0.0 "
                "in a container."
            ) from error

    @property
    def web_processes(self) -> int:
        return self._number("WEB_CONCURRENCY", 2, 1, 64)

    @property
    def backup_hours(self) -> int:
        """How old the newest backup, and the newest exported head, may be before somebody is called."""
        return self._number("GOLDEN_THREAD_BACKUP_HOURS", 26, 1, 24 * 31)


OPERATIONS_ENVIRONMENT = OperationsEnvironment(os.environ)
