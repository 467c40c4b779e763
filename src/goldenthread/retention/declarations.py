"""What every area keeps about a child, as their `retention.py` say; settings name those that are read."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from django.conf import settings
from django.db.models import Model
from django.utils.module_loading import import_string

from goldenthread.audit.kept import Declaration, Kept, KeptFiles, Way


@lru_cache(maxsize=1)
def declarations() -> tuple[Declaration, ...]:
    return tuple(import_string(f"{module}.DECLARATION") for module in settings.RETENTION_DECLARATIONS)


def kept(*ways: Way) -> Iterator[Kept]:
    """Every table that goes in one of these ways, in the order in which it is safe."""
    for declaration in declarations():
        yield from (one for one in declaration.kept if one.way in ways)


def files() -> Iterator[KeptFiles]:
    for declaration in declarations():
        yield from declaration.files


def rows_of_journals(people: Sequence[int]) -> list[Model]:
    """Every row about these people that leaves a tombstone."""
    return [row for one in kept(Way.TOMBSTONE) for row in one.rows(people).only("pk").distinct()]
