"""Whose turn is it? Open work in due order, at a cost that does not grow with the number of cases.

Each group is read from an index in due order, ten rows of it; counts stop at a ceiling; the entries
of the rows shown are read in one query. Every part has a fixed bound.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from django.db.models import Q, QuerySet, prefetch_related_objects

from goldenthread.audit.scope import Scope
from goldenthread.casework.history import CaseHistory, histories
from goldenthread.casework.models import Case, Entry, Standing
from goldenthread.casework.permissions import within_reach

SHOWN = 10
"""Rows of a group on the worklist itself."""
ON_A_PAGE = 25
"""Rows of a page that goes through one group."""
CEILING = 30
"""Counting stops here and says "more than"; exact counts by person are the team page's."""
SOON = timedelta(days=7)


class When(StrEnum):
    """The groups of the worklist, worst first."""

    PAST = "past"
    SOON = "soon"
    LATER = "later"
    NO_DATE = "no-date"


@dataclass(frozen=True, slots=True)
class Filters:
    """What to narrow the list to: a duty by its code, a coordinator by number."""

    duty: str = ""
    coordinator_id: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page of a group begins: after this day and case."""

    due_on: date | None
    case_id: int


@dataclass(frozen=True, slots=True)
class Row:
    """One case on the list, with what is known of it."""

    case: Case
    history: CaseHistory
    due_on: date | None


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of one group in due order. `count` is None where it is not counted, and stops at the ceiling."""

    when: When
    rows: tuple[Row, ...]
    count: int | None
    next_place: Place | None

    @property
    def more_than_counted(self) -> bool:
        return self.count is not None and self.count > CEILING


@dataclass(frozen=True, slots=True)
class Worklist:
    """Open work within reach, in groups; empty groups are left out."""

    today: date
    groups: tuple[Group, ...]

    def count(self, when: When) -> int:
        """How many are in a counted group, up to one more than the ceiling."""
        return next((group.count or 0 for group in self.groups if group.when is when), 0)


def worklist(scope: Scope, filters: Filters, today: date) -> Worklist:
    """Open work of everyone within reach: eight queries, whatever the number of cases."""
    open_work = _open_work(scope, filters)
    picked = {when: _rows(open_work, when, today, SHOWN + 1) for when in When}
    counts = {when: _count(open_work, when, today) for when in (When.PAST, When.SOON) if picked[when]}
    known = _histories([row for rows in picked.values() for row in rows[:SHOWN]])
    groups = (_group(when, picked[when], SHOWN, known, counts.get(when)) for when in When if picked[when])
    return Worklist(today, tuple(groups))


def group_page(scope: Scope, filters: Filters, today: date, when: When, after: Place | None) -> Group:
    """One page of one group, after a place: three queries."""
    rows = _rows(_open_work(scope, filters), when, today, ON_A_PAGE + 1, after)
    return _group(when, rows, ON_A_PAGE, _histories(rows[:ON_A_PAGE]), None)


def _open_work(scope: Scope, filters: Filters) -> QuerySet[Standing]:
    found = Standing.objects.filter(within_reach(scope), is_open=True)
    if filters.duty:
        found = found.filter(next_duty=filters.duty)
    if filters.coordinator_id is not None:
        found = found.filter(coordinator=filters.coordinator_id)
    return found


def _within(when: When, today: date) -> Q:
    return {
        When.PAST: Q(next_due_on__lt=today),
        When.SOON: Q(next_due_on__gte=today, next_due_on__lte=today + SOON),
        When.LATER: Q(next_due_on__gt=today + SOON),
        When.NO_DATE: Q(next_due_on=None),
    }[when]


def _rows(
    open_work: QuerySet[Standing], when: When, today: date, limit: int, after: Place | None = None
) -> list[Standing]:
    """The first rows of a group in due order. They are picked from the index alone, and only then joined to
    their cases and people, so that the plan stays the same in a larger area."""
    found = open_work.filter(_within(when, today))
    if after is not None and after.due_on is None:
        found = found.filter(case__gt=after.case_id)
    elif after is not None:
        found = found.filter(
            Q(next_due_on__gt=after.due_on) | Q(case__gt=after.case_id), next_due_on__gte=after.due_on
        )
    picked = found.order_by("next_due_on", "case").values("case")[:limit]
    rows = Standing.objects.filter(case__in=picked).select_related("case__person")
    return list(rows.order_by("next_due_on", "case"))


def _count(open_work: QuerySet[Standing], when: When, today: date) -> int:
    """How many, counted from the index alone and no further than one above the ceiling."""
    found = open_work.filter(_within(when, today)).order_by("next_due_on", "case")
    return found.values("next_due_on")[: CEILING + 1].count()


def _histories(rows: Sequence[Standing]) -> dict[int, CaseHistory]:
    """What is known of the cases of these rows, and on the way who holds each: two queries."""
    prefetch_related_objects([row.case for row in rows], "coordinator")
    return histories(Entry.objects.filter(case__in=[row.case_id for row in rows]).order_by("pk"))


def _group(
    when: When,
    picked: Sequence[Standing],
    shown: int,
    known: dict[int, CaseHistory],
    count: int | None,
) -> Group:
    rows = picked[:shown]
    last = rows[-1] if len(picked) > shown else None
    return Group(
        when,
        tuple(Row(row.case, known.get(row.case_id, CaseHistory()), row.next_due_on) for row in rows),
        count,
        Place(last.next_due_on, last.case_id) if last else None,
    )
