"""Is the journal what it was? Every row, every place of the chain, and every head that was exported.

Reads some thousand rows at a time, so its memory does not grow with the journal. It writes nothing.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from django.db import connection, transaction
from django.db.models import Count

from goldenthread.audit.models import Erasure, Seal
from goldenthread.audit.seal.canonical import SETTINGS
from goldenthread.audit.seal.chain_check import check_chain
from goldenthread.audit.seal.faults import Fault, Kind
from goldenthread.audit.seal.heads import Head
from goldenthread.audit.seal.queries import newest_position
from goldenthread.audit.seal.row_check import check_rows, check_tables, sealed_tables

NAMED_AT_MOST = 1_000
"""Faults kept to be named; the others are counted."""

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Heads:
    """Heads to hold the chain against, each with its file, and the public keys that are trusted."""

    files: Sequence[tuple[Path, Head]] = ()
    trusted: Collection[str] = ()


@dataclass
class Verdict:
    """What was found. `since` is the position that was taken as given; `erased` counts rows by authority."""

    newest: int
    since: int
    heads: int = 0
    erased: dict[int, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    unnamed: int = 0

    @property
    def is_whole(self) -> bool:
        return not self.faults

    def add(self, fault: Fault) -> None:
        if len(self.faults) < NAMED_AT_MOST:
            self.faults.append(fault)
        else:
            self.unnamed += 1


def verify(*, heads: Heads, since: Head | None = None, progress: Progress) -> Verdict:
    """Check the whole journal, or what was sealed after `since`, a head that is trusted.

    Rows without a seal are looked for everywhere, whatever `since` says.
    """
    with transaction.atomic(), _canonical_settings():
        newest = newest_position()
        start = since.position if since is not None else 0
        verdict = Verdict(newest, start, heads=len(heads.files))
        tables = sealed_tables()
        found = chain(
            _held_against(heads, newest),
            check_chain(start + 1, newest, _teller(progress, "chain, of " + f"{newest:,}")),
            check_tables({table.name for table in tables}),
            *(check_rows(table, start, _teller(progress, f"{table.name}, id")) for table in tables),
        )
        for fault in found:
            verdict.add(fault)
        verdict.erased = _erased()
        return verdict


def _teller(progress: Progress, what: str) -> Callable[[int], None]:
    return lambda number: progress(f"{what}: {number:,}")


def _held_against(heads: Heads, newest: int) -> Iterator[Fault]:
    """The chain beside each head. One head that fits leaves everything up to its position as it was."""
    fits_up_to = 0
    for path, head in heads.files:
        if not head.is_signed_by(heads.trusted):
            yield Fault(Kind.HEAD, f"{path} is not signed by a key that is trusted", head.position)
        elif head.position > newest:
            reached = f"on {head.taken_at} it reached {head.position} ({path.name})"
            says = f"the chain ends at position {newest}; {reached}"
            yield Fault(Kind.CUT, says, newest + 1)
        elif head.position and _digest_at(head.position) != head.digest:
            says = (
                f"position {head.position} is not what it was on {head.taken_at} ({path.name}):"
                f" the chain was made anew somewhere after position {fits_up_to}"
            )
            yield Fault(Kind.REWRITTEN, says, head.position)
        else:
            fits_up_to = head.position


def _digest_at(position: int) -> str:
    found = Seal.objects.filter(position=position).values_list("digest", flat=True).first()
    return bytes(found).hex() if found is not None else ""


def _erased() -> dict[int, int]:
    counted = Erasure.objects.values_list("authority").annotate(rows=Count("pk")).order_by("authority")
    return dict(counted)


@contextmanager
def _canonical_settings() -> Iterator[None]:
    """Values are written as text in one way while the block runs, whatever this session is set to."""
    with connection.cursor() as cursor:
        before = {}
        for name, value in SETTINGS.items():
            cursor.execute("SELECT current_setting(%s), set_config(%s, %s, true)", [name, name, value])
            before[name] = cursor.fetchone()[0]
        yield
        for name, value in before.items():
            cursor.execute("SELECT set_config(%s, %s, true)", [name, value])
