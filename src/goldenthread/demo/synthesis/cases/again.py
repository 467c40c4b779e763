"""Who was asked for twice? A refusal followed by a new request, which is a record of its own."""

from datetime import date

from goldenthread.demo.synthesis.cases.asked import NOT_DECIDED, OPEN, REFUSED_REQUEST
from goldenthread.demo.synthesis.cases.days import days
from goldenthread.demo.synthesis.cases.draft import Draft

SHARE = 0.3
"""Share of refused families who ask again within the year. Invented."""
SOONEST = 90  # days after the refusal


def join_requests(drafts: list[Draft]) -> list[Draft]:
    """Let some requests follow an earlier refusal for the same person; the first requests leave the list."""
    first = [d for d in drafts if d.kind == REFUSED_REQUEST and not d.mediation and not d.tribunal]
    second = [d for d in drafts if d.kind in (OPEN, NOT_DECIDED) and d.outcome in ("Y", "A")]
    first.sort(key=_decided)
    second.sort(key=lambda d: d.received_on, reverse=True)
    joined = set()
    for earlier, later in zip(first[: round(len(first) * SHARE)], second, strict=False):
        if later.received_on >= _decided(earlier) + days(SOONEST) and not earlier.youth_accommodation:
            later.follows = earlier
            joined.add(id(earlier))
    return [draft for draft in drafts if id(draft) not in joined]


def _decided(draft: Draft) -> date:
    return draft.outcome_on or date.max
