"""Counts for whoever watches the service. Labels are methods, routes and states, never anything of a person.

With several processes, each keeps its counts in a file under PROMETHEUS_MULTIPROC_DIR, which `./gt serve`
makes anew at each start; the page adds them up.
"""

import os
from collections.abc import Iterable, Iterator, Mapping

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from goldenthread.operations.log_privacy import METHODS

FOLDER = "PROMETHEUS_MULTIPROC_DIR"
OTHER = "other"

OWN = CollectorRegistry()
REQUESTS = Counter("goldenthread_requests", "Requests answered.", ["method", "route", "status"], registry=OWN)
SECONDS = Histogram(
    "goldenthread_request_seconds",
    "How long an answer took.",
    ["route"],
    registry=OWN,
    buckets=(0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30),
)


def count_request(method: str, route: str, status: int, seconds: float) -> None:
    """Count one answered request by its route, which is a pattern and not the address that was asked for."""
    REQUESTS.labels(method if method in METHODS else OTHER, route, str(status)).inc()
    SECONDS.labels(route).observe(seconds)


class _Now(Collector):
    """Values that are read when they are asked for."""

    def __init__(self, found: Iterable[Metric]) -> None:
        self.found = list(found)

    def collect(self) -> Iterator[Metric]:
        yield from self.found


def gauge(name: str, says: str, values: Mapping[tuple[str, ...], float], *labels: str) -> Metric:
    """A value that goes up and down, by labels."""
    family = GaugeMetricFamily(f"goldenthread_{name}", says, labels=labels)
    for label, value in values.items():
        family.add_metric(label, value)
    return family


def page(now: Iterable[Metric]) -> bytes:
    """The page of counts in Prometheus's text format: of all processes, and the values `now`."""
    together = CollectorRegistry()
    if os.environ.get(FOLDER):
        MultiProcessCollector(together)  # type: ignore[no-untyped-call]  # it registers itself
        together.register(_Now(now))
        return generate_latest(together)
    together.register(_Now(now))
    return generate_latest(OWN) + generate_latest(together)
