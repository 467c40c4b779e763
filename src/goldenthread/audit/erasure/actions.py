"""Asking for an erasure, agreeing to it, and erasing. Who may do so is for the area that calls to say."""

from collections import defaultdict
from collections.abc import Iterable

from django.db import connection, models, transaction

from goldenthread.audit import clock, journal
from goldenthread.audit.actions import record
from goldenthread.audit.errors import NotPermitted, NotPossibleNow
from goldenthread.audit.models import ErasureApproval, ErasureAuthority, SealForm
from goldenthread.audit.scope import Scope

NEEDS_TWO = "Nothing is erased until another person has looked at it and agreed."
NOT_COVERED = "The authority does not cover all of these records. Ask for a new one that names them."


@transaction.atomic
def ask_for_erasure(rows: Iterable[models.Model], *, why: str, rule: str, by: Scope) -> ErasureAuthority:
    """Asks that what these rows of journals hold be erased, under `rule` (or whose request), because `why`.

    Neither text may tell what is to be erased: both are kept for good. The rows are named one by one, and
    nothing else is ever erased under this authority. Raises `ValueError` for a table with nothing erasable.
    """
    if not (why.strip() and rule.strip()):
        raise ValueError("an erasure is asked for with a reason and the rule it rests on")
    covers = _by_table(rows)
    erasable = set(SealForm.objects.exclude(erasable=[]).values_list("table", flat=True))
    if not covers or not set(covers) <= erasable:
        raise ValueError(
            f"nothing to erase in {', '.join(sorted(set(covers) - erasable)) or 'no rows at all'}"
        )
    authority = journal.append(
        ErasureAuthority(
            why=why,
            rule=rule,
            covers=covers,
            asked_at=clock.now(),
            asked_by_id=by.actor_id,
            asked_by_name=by.actor_name,
        )
    )
    record("asked for an erasure", authority, by=by, because=rule, details=_counts(covers))
    return authority


@transaction.atomic
def approve_erasure(authority: ErasureAuthority, *, by: Scope) -> ErasureApproval:
    """Agrees to an erasure that someone else asked for. One that the system asked for needs two people.

    Raises `NotPermitted` for whoever asked for it, and for the system itself.
    """
    if by.actor_id is None or by.actor_id == authority.asked_by_id:
        raise NotPermitted("Another person than the one who asked must agree to an erasure.")
    if authority.approvals.filter(approved_by_id=by.actor_id).exists():
        raise NotPossibleNow("You have agreed to this already.")
    approval = journal.append(
        ErasureApproval(
            authority=authority,
            approved_at=clock.now(),
            approved_by_id=by.actor_id,
            approved_by_name=by.actor_name,
        )
    )
    record("agreed to an erasure", authority, by=by)
    return approval


@transaction.atomic
def erase(rows: Iterable[models.Model], *, authority: ErasureAuthority, by: Scope) -> int:
    """Puts tombstones where the payloads of these rows were, and takes their salts; how many there were.

    Rows erased before are left as they are, so that an erasure cut short is begun again without harm. Raises
    `NotPossibleNow` unless two people stand behind the authority and it covers every row; the database checks
    both itself as well.
    """
    asked = _by_table(rows)
    if not authority.is_approved:
        raise NotPossibleNow(NEEDS_TWO)
    if any(not set(ids) <= set(authority.covers.get(table, ())) for table, ids in asked.items()):
        raise NotPossibleNow(NOT_COVERED)
    erased = {table: _erase(table, ids, authority, by) for table, ids in asked.items()}
    record("erased", authority, by=by, because=authority.rule, details=erased)
    return sum(erased.values())


def _erase(table: str, ids: list[int], authority: ErasureAuthority, by: Scope) -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT erase_rows(%s, %s, %s, %s, %s, %s)",
            [authority.pk, table, ids, by.actor_id, by.actor_name, clock.now()],
        )
        return int(cursor.fetchone()[0])


def _by_table(rows: Iterable[models.Model]) -> dict[str, list[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        found[row._meta.db_table].add(row.pk)
    return {table: sorted(ids) for table, ids in sorted(found.items())}


def _counts(covers: dict[str, list[int]]) -> dict[str, int]:
    return {table: len(ids) for table, ids in covers.items()}
