"""What was recorded on cases after the journal stood at a position, and was it late or a correction?"""

from collections.abc import Iterable
from enum import StrEnum

from goldenthread.accounts.roles import Permission
from goldenthread.audit.scope import Scope
from goldenthread.audit.seal.queries import known_at
from goldenthread.casework.models import Entry


class Since(StrEnum):
    """Why a case counts otherwise than it did."""

    CORRECTED = "correction"
    RECORDED_LATER = "late recording"


def recorded_after(scope: Scope, case_ids: Iterable[int], position: int) -> dict[int, Since]:
    """Of each case on which anything was recorded after the position: a correction, or something new.

    A number of cases only, so figures are enough to ask. A case on which nothing was recorded is left out.
    """
    scope.require(Permission.SEE_FIGURES)
    entries = Entry.objects.filter(case_id__in=set(case_ids))
    before = known_at(entries, position).values("pk")
    later = entries.exclude(pk__in=before).values_list("case_id", "corrects_id").order_by("pk")
    found: dict[int, Since] = {}
    for case_id, corrects_id in later:
        if corrects_id is not None:
            found[case_id] = Since.CORRECTED
        found.setdefault(case_id, Since.RECORDED_LATER)
    return found
