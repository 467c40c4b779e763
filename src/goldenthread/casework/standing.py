"""Where cases stand, written down for sorting and finding: derived from entries, never the truth itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from django.db import transaction

from goldenthread.casework.duties import CLOSED, duties_of, stage_of
from goldenthread.casework.history import CaseHistory, histories
from goldenthread.casework.models import Case, Entry, Standing

BATCH = 2_000
"""Cases worked out at once: some ten thousand entries, a few megabytes."""

DERIVED = ("stage", "is_open", "next_duty", "next_due_on", "team", "coordinator")


@dataclass(frozen=True, slots=True)
class Derived:
    """What a history says of where its case stands."""

    stage: str
    is_open: bool
    next_duty: str
    next_due_on: date | None


def derive(history: CaseHistory) -> Derived:
    """Stage, whether work is open, and what is due next. The same on every day."""
    stage = stage_of(history)
    duties = duties_of(history)
    first = min(duties, key=lambda duty: duty.deadline.due_on) if duties else None
    return Derived(
        stage=stage.name.lower(),
        is_open=stage not in CLOSED or first is not None,
        next_duty=first.kind.value if first else "",
        next_due_on=first.deadline.due_on if first else None,
    )


@transaction.atomic
def rebuild_standing(case_ids: Sequence[int]) -> int:
    """Works out the standing of these cases anew; how many there were. Three statements for each batch."""
    rebuilt = 0
    for batch in _batches(sorted(set(case_ids))):
        cases = Case.objects.filter(pk__in=batch).only("pk", "team_id", "coordinator_id")
        known = histories(Entry.objects.filter(case__in=batch).order_by("case_id", "pk"))
        rows = [_standing(case, known.get(case.pk, CaseHistory())) for case in cases]
        Standing.objects.bulk_create(
            rows, update_conflicts=True, unique_fields=["case"], update_fields=list(DERIVED)
        )
        rebuilt += len(rows)
    return rebuilt


def rebuild_every_standing() -> int:
    """Works out the standing of every case anew; how many there were."""
    return rebuild_standing(list(Case.objects.values_list("pk", flat=True)))


def _standing(case: Case, history: CaseHistory) -> Standing:
    derived = derive(history)
    return Standing(
        case=case,
        stage=derived.stage,
        is_open=derived.is_open,
        next_duty=derived.next_duty,
        next_due_on=derived.next_due_on,
        team_id=case.team_id,
        coordinator_id=case.coordinator_id,
    )


def _batches(case_ids: Sequence[int]) -> Iterator[list[int]]:
    remaining = iter(case_ids)
    while batch := list(islice(remaining, BATCH)):
        yield batch
