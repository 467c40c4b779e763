"""One case with all that is known of it; finding cases by name or number."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Q

from goldenthread.accounts.roles import Permission
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Scope
from goldenthread.audit.seal.queries import known_at
from goldenthread.casework.history import CaseHistory, history_of
from goldenthread.casework.models import Case, Entry, Return
from goldenthread.casework.permissions import NO_SUCH_CASE, within_reach, within_reach_or_opened
from goldenthread.organisations.queries import setting_names

FOUND_AT_MOST = 50


@dataclass(frozen=True, slots=True)
class CasePage:
    """A case, its history, and the entries and returns that the history points to, by number."""

    case: Case
    history: CaseHistory
    entries: Mapping[int, Entry]
    returns: Mapping[int, Return]
    settings: tuple[str, ...]
    """The schools or colleges that the plan names, as the newest return declares."""


@dataclass(frozen=True, slots=True)
class EntryPage:
    """One entry and every version of it, oldest first; a withdrawal is the last."""

    case: Case
    entry: Entry
    versions: tuple[Entry, ...]
    recorded_with: tuple[Entry, ...]
    """Others that were recorded at the same moment for the same day, and not corrected since."""

    @property
    def newest(self) -> Entry:
        return self.versions[-1]


def case_in_reach(scope: Scope, reference: str, permission: Permission = Permission.SEE_CASES) -> Case:
    """The case of that reference, within the reach of this permission. Raises `NotFound`."""
    found = (
        Case.objects.filter(within_reach_or_opened(scope, permission), reference=reference)
        .select_related("person", "team", "coordinator")
        .first()
    )
    if found is None:
        raise NotFound(NO_SUCH_CASE)
    return found


def case_page(scope: Scope, reference: str, *, position: int | None = None) -> CasePage:
    """All that is known of a case: three queries. Raises `NotFound`.

    With a `position` of the journal, what was known when it stood there, whatever was recorded since.
    """
    case = case_in_reach(scope, reference)
    recorded = Entry.objects.filter(case=case).select_related("declared_in").order_by("pk")
    entries = list(recorded if position is None else known_at(recorded, position))
    returns = {entry.declared_in.pk: entry.declared_in for entry in entries if entry.declared_in is not None}
    history = history_of(entries)
    by_id = {entry.pk: entry for entry in entries}
    newest = by_id[history.declarations[-1].entry_id] if history.declarations else None
    return CasePage(case, history, by_id, returns, _named_in_plan(newest) if newest else ())


def _named_in_plan(declared: Entry) -> tuple[str, ...]:
    details = declared.said.get("plan_details", ())
    numbers = [number for row in details for number in (row.get("urn"), row.get("ukprn")) if number]
    return tuple(setting_names(numbers)) if numbers else ()


def entry_page(scope: Scope, reference: str, entry_id: int) -> EntryPage:
    """An entry with all its versions. Raises `NotFound`."""
    page = case_page(scope, reference)
    entry = page.entries.get(entry_id)
    if entry is None:
        raise NotFound("There is no such entry on this record.")
    newer = {later.corrects_id: later for later in page.entries.values() if later.corrects_id}
    versions = [entry]
    while versions[0].corrects_id is not None:
        versions.insert(0, page.entries[versions[0].corrects_id])
    while versions[-1].pk in newer:
        versions.append(newer[versions[-1].pk])
    return EntryPage(page.case, entry, tuple(versions), _recorded_with(page, entry, set(newer)))


def _recorded_with(page: CasePage, entry: Entry, corrected: set[int]) -> tuple[Entry, ...]:
    return tuple(
        other
        for other in page.entries.values()
        if other.pk != entry.pk
        and other.pk not in corrected
        and other.kind not in (Entry.DECLARED, Entry.WITHDRAWN)
        and (other.recorded_at, other.happened_on) == (entry.recorded_at, entry.happened_on)
    )


def search(scope: Scope, words: str) -> list[Case]:
    """Cases within reach by reference, pupil or learner number, or the beginnings of names, by name."""
    found = Case.objects.filter(within_reach(scope))
    for word in words.split():
        found = found.filter(
            Q(reference__iexact=word)
            | Q(person__identifiers__value__iexact=word)
            | Q(person__surname__istartswith=word)
            | Q(person__forename__istartswith=word)
        )
    if not words.split():
        return []
    by_name = found.order_by("person__surname", "person__forename", "pk").distinct()
    return list(by_name.select_related("person", "standing", "coordinator")[:FOUND_AT_MOST])
