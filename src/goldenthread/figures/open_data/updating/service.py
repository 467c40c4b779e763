"""What does the Department publish now? The one adapter to its Explore Education Statistics API, version 1.

Address and shapes: https://api.education.gov.uk/statistics/docs/ (openapi-v1). Reading needs no key.
"""

import gzip
import json
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

ADDRESS = "https://api.education.gov.uk/statistics/v1"
PLANS = "88312cc0-fe1d-4ab5-81df-33fd708185cb"
"""The publication "Education, health and care plans"."""

LARGEST_PAGE = 20
SECONDS = 30
TRIES = 3
MOST_BYTES = 200 * 1024 * 1024
BUSY = (429, 503, 504)


class Offline(Exception):
    """Nobody answers at the address."""


class NotUnderstood(Exception):
    """Someone answered, but not as documented."""


@dataclass(frozen=True, slots=True)
class DataSet:
    """One data set with its newest version. `published` is the day as text, `release` may be empty."""

    id: str
    title: str
    version: str
    published: str


@dataclass(frozen=True)
class Service:
    """The API at an address. `wait` sleeps for so many seconds when it asks us to come back later."""

    address: str = ADDRESS
    wait: Callable[[float], None] = time.sleep

    def data_sets(self, publication: str = PLANS) -> tuple[DataSet, ...]:
        """Every data set of a publication that may be used. Raises `Offline`, `NotUnderstood`."""
        return tuple(self._data_sets(publication))

    def _data_sets(self, publication: str) -> Iterator[DataSet]:
        page, pages = 1, 1
        while page <= pages:
            asked = {"page": page, "pageSize": LARGEST_PAGE}
            answer = self._json(f"/publications/{publication}/data-sets", asked)
            try:
                pages = int(answer["paging"]["totalPages"])
                found = [data_set(each) for each in answer["results"] if each["status"] != "Withdrawn"]
            except (KeyError, TypeError, ValueError) as problem:
                raise NotUnderstood(f"a list of data sets without {problem}") from problem
            yield from (each for each in found if each)
            page += 1

    def release_of(self, found: DataSet) -> str:
        """The title of the release that a version was published with. Raises `Offline`, `NotUnderstood`."""
        answer = self._json(f"/data-sets/{found.id}/versions/{found.version}", {})
        try:
            return str(answer["release"]["title"])
        except (KeyError, TypeError) as problem:
            raise NotUnderstood(f"a version without {problem}") from problem

    def csv(self, found: DataSet) -> str:
        """The whole file of one version, as text. Raises `Offline`, `NotUnderstood`."""
        octets = self._get(f"/data-sets/{found.id}/csv", {"dataSetVersion": found.version})
        try:
            return octets.decode("utf-8-sig")
        except UnicodeDecodeError as problem:
            raise NotUnderstood("a file that is not UTF-8") from problem

    def _json(self, path: str, asked: Mapping[str, Any]) -> dict[str, Any]:
        try:
            answer = json.loads(self._get(path, asked))
        except ValueError as problem:
            raise NotUnderstood(f"{path} did not answer with JSON") from problem
        if not isinstance(answer, dict):
            raise NotUnderstood(f"{path} answered with something else than an object")
        return answer

    def _get(self, path: str, asked: Mapping[str, Any]) -> bytes:
        url = f"{self.address}{path}" + (f"?{urlencode(asked)}" if asked else "")
        request = Request(url, headers={"Accept-Encoding": "gzip", "User-Agent": "goldenthread"})  # noqa: S310
        for left in reversed(range(TRIES)):
            try:
                with urlopen(request, timeout=SECONDS) as answer:  # noqa: S310  the address is ours, https
                    return unpacked(answer.read(MOST_BYTES), answer.headers.get("Content-Encoding", ""))
            except HTTPError as problem:
                if problem.code not in BUSY or not left:
                    raise NotUnderstood(f"{path} answered with status {problem.code}") from problem
                self.wait(min(seconds_asked(problem.headers.get("Retry-After")), 60))
            except (URLError, TimeoutError, ConnectionError) as problem:
                raise Offline(str(getattr(problem, "reason", problem))) from problem
        raise AssertionError("unreachable")


def data_set(read: Mapping[str, Any]) -> DataSet | None:
    """A data set from its summary; None where it has no published version."""
    newest = read.get("latestVersion")
    if not newest:
        return None
    return DataSet(read["id"], read["title"], newest["version"], str(newest["published"])[:10])


def unpacked(octets: bytes, encoding: str) -> bytes:
    """The answer itself; files come compressed, with or without saying so."""
    if encoding != "gzip" and octets[:2] != b"\x1f\x8b":
        return octets
    try:
        return gzip.decompress(octets)
    except (OSError, EOFError) as problem:
        raise NotUnderstood("a compressed answer that does not open") from problem


def seconds_asked(header: str | None) -> float:
    """How long a busy service asks us to wait."""
    return float(header) if header and header.isdecimal() else 5.0
