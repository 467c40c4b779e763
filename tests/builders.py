"""Timelines in words: `a_case().requested_on("2024-09-16").decided_to_assess_on("2024-10-20")`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from django.db import transaction

import factories
from goldenthread.accounts.models import User
from goldenthread.audit import journal
from goldenthread.casework.history import CaseHistory, details_to, history_of
from goldenthread.casework.models import Case, Entry, Return
from goldenthread.casework.standing import rebuild_standing
from goldenthread.people.models import Person
from goldenthread.rules.lifecycle import Adviser, Details, Step

RECORDED_AT = datetime(2024, 6, 3, 9, 40, tzinfo=UTC)

Day = date | str


def day(given: Day) -> date:
    return date.fromisoformat(given) if isinstance(given, str) else given


@dataclass(frozen=True)
class ACase:
    """What happened to a case, in the order told; `number` counts from 1 in that order."""

    entries: tuple[dict[str, Any], ...] = ()

    def step(self, step: Step, on: Day, details: Details | None = None, **rest: Any) -> ACase:
        payload = details_to(details or Details())
        return self._with(kind=step.value, happened_on=day(on), payload=payload, **rest)

    def declared(self, as_at: Day, **payload: Any) -> ACase:
        """What a return says: `declared("2025-01-16", request={"received_on": ...})`."""
        return self._with(kind=Entry.DECLARED, happened_on=day(as_at), payload=payload)

    def corrected(self, number: int, *, on: Day, kind: Step | None = None) -> ACase:
        """A correction of the entry of that number."""
        old = self.entries[number - 1]
        return self._with(
            kind=kind.value if kind else old["kind"],
            happened_on=day(on),
            payload=old["payload"],
            corrects=number,
        )

    def withdrawn(self, number: int, *, on: Day) -> ACase:
        return self._with(kind=Entry.WITHDRAWN, happened_on=day(on), payload={}, corrects=number)

    def requested_on(self, on: Day) -> ACase:
        return self.step(Step.REQUEST_RECEIVED, on)

    def family_consulted_on(self, on: Day) -> ACase:
        return self.step(Step.FAMILY_CONSULTED, on)

    def decided_to_assess_on(self, on: Day) -> ACase:
        """Decided, and the family told the same day."""
        return self._decided(Step.DECIDED_TO_ASSESS, on)

    def decided_not_to_assess_on(self, on: Day) -> ACase:
        return self._decided(Step.DECIDED_NOT_TO_ASSESS, on)

    def asked_everyone_for_advice_on(self, on: Day) -> ACase:
        told = self
        for adviser in (
            Adviser.FAMILY,
            Adviser.EDUCATION,
            Adviser.HEALTH,
            Adviser.PSYCHOLOGIST,
            Adviser.SOCIAL_CARE,
        ):
            told = told.step(Step.ADVICE_SOUGHT, on, Details(adviser=adviser))
        return told

    def decided_to_issue_on(self, on: Day) -> ACase:
        return self.step(Step.DECIDED_TO_ISSUE, on)

    def draft_sent_on(self, on: Day) -> ACase:
        return self.step(Step.DRAFT_SENT, on)

    def final_plan_sent_on(self, on: Day) -> ACase:
        return self.step(Step.FINAL_PLAN_SENT, on)

    def _decided(self, step: Step, on: Day) -> ACase:
        return self.step(step, on).step(Step.DECISION_NOTIFIED, on, Details(about=step))

    def _with(self, **entry: Any) -> ACase:
        return ACase((*self.entries, entry))

    def history(self) -> CaseHistory:
        """The history, without a database; entries are numbered as told, returns by their census day."""
        return history_of(
            self._entry(number, entry, case_id=1, corrects=lambda told: told, source=_number_of)
            for number, entry in enumerate(self.entries, start=1)
        )

    def in_the_journal(
        self, of: Person | None = None, *, coordinator: User | None = None, **rest: Any
    ) -> Case:
        """The same, kept: a case with its entries and its standing."""
        case = factories.case(of, coordinator=coordinator, **rest)
        kept: dict[int, int] = {}
        with transaction.atomic():
            for number, entry in enumerate(self.entries, start=1):
                row = self._entry(None, entry, case_id=case.pk, corrects=kept.__getitem__, source=_return_of)
                kept[number] = journal.append(row).pk
            rebuild_standing([case.pk])
        return case

    def _entry(
        self,
        pk: int | None,
        told: dict[str, Any],
        *,
        case_id: int,
        corrects: Callable[[int], int],
        source: Callable[[date], int],
    ) -> Entry:
        declared = told["kind"] == Entry.DECLARED
        return Entry(
            pk=pk,
            case_id=case_id,
            kind=told["kind"],
            happened_on=told["happened_on"],
            recorded_at=told.get("recorded_at", RECORDED_AT),
            by_name=told.get("by_name", "Ros Tilley"),
            because=told.get("because", ""),
            corrects_id=corrects(told["corrects"]) if "corrects" in told else None,
            declared_in_id=source(told["happened_on"]) if declared else None,
            payload=told["payload"],
        )


def _number_of(census_day: date) -> int:
    return census_day.year


def _return_of(census_day: date) -> int:
    found = Return.objects.filter(census_day=census_day).first()
    return (found or factories.loaded_return(census_day)).pk


def a_case() -> ACase:
    return ACase()
