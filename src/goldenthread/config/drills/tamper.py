"""Is every kind of tampering found and named, whoever does it and whatever rights they hold?

Attacks come in turn, each on rows, columns and places by chance, and are taken back after verifying has
spoken. A head that was exported before them lies where the attacker cannot reach it.
"""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction

from goldenthread.accounts.models import User
from goldenthread.audit import clock
from goldenthread.audit.erasure import approve_erasure, ask_for_erasure, erase
from goldenthread.audit.models import AuditEvent
from goldenthread.audit.scope import Scope
from goldenthread.audit.seal import heads, signing
from goldenthread.audit.seal.verifying import Heads, verify
from goldenthread.config.database import databases
from goldenthread.config.drills.attacks import ATTACKS, Attack
from goldenthread.config.drills.drill import Outcome, Progress
from goldenthread.config.drills.scratch import ScratchArea

ERASED = 5
SEED = 16
TOLD_EVERY = 50


def run(area: ScratchArea, size: int, progress: Progress) -> Outcome:
    """Tamper `size` times. Found means that verifying names just what was tampered with."""
    _erase_some()
    head = heads.newest_head(settings.AREA, clock.now(), signing.private_key())
    held_against = Heads([(Path("the head of before"), head)], [head.public_key])
    with _as_administrator(area.url("cluster")):
        progress(f"tampering with a journal of {head.position:,} positions")
        if not verify(heads=held_against, progress=_silent).is_whole:
            progress("the journal is not whole before anybody touched it")
            return Outcome(tried=size, found=0, lost=size)
        chance = random.Random(SEED)  # noqa: S311  which row is attacked, no secret
        lost = 0
        for number in range(size):
            lost += not _is_found(ATTACKS[number % len(ATTACKS)], chance, held_against, progress)
            if (number + 1) % TOLD_EVERY == 0:
                progress(f"tampered {number + 1} of {size} times")
    return Outcome(tried=size, found=size - lost, lost=lost)


def _is_found(attack: Attack, chance: random.Random, held_against: Heads, progress: Progress) -> bool:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role TO replica")  # no trigger fires, no key is checked
        target = attack(chance)
        verdict = verify(heads=held_against, progress=_silent)
        transaction.set_rollback(True)
    if target.is_named_by(verdict.faults):
        return True
    progress(f"not named: {target.says}. What was said: {'; '.join(map(str, verdict.faults)) or 'nothing'}")
    return False


def _erase_some() -> None:
    """Some rows are erased as they should be, so that tombstones are tampered with too."""
    one, other = (Scope.of(user) for user in User.objects.order_by("pk")[:2])
    rows = list(AuditEvent.objects.order_by("pk")[:ERASED])
    authority = ask_for_erasure(rows, why="a drill", rule="none: made-up children", by=one)
    approve_erasure(authority, by=other)
    erase(rows, authority=authority, by=one)


@contextmanager
def _as_administrator(address: str) -> Iterator[None]:
    """This process speaks to the scratch database as its superuser while the block runs."""
    before = dict(connection.settings_dict)
    connection.close()
    connection.settings_dict.update(databases({"DATABASE_URL": address})["default"])
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict.update(before)


def _silent(_: str) -> None:
    """The drill tells how far it is itself."""
