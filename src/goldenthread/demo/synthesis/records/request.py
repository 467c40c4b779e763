"""One case as the return has it: the request, the assessment, the plan named and the plan in force."""

from dataclasses import dataclass
from datetime import date
from random import Random

from goldenthread.demo.synthesis.cases.days import school_year_age
from goldenthread.demo.synthesis.cases.draft import Draft
from goldenthread.demo.synthesis.cases.standing import OLDER, RESTARTED
from goldenthread.demo.synthesis.columns import UNKNOWN_NEED
from goldenthread.demo.synthesis.records.attending import Attending, Places
from goldenthread.demo.synthesis.records.letters import budget_letter, work_letter
from goldenthread.sen2.records import ActivePlan, Assessment, NamedPlan, Need, Request

SOURCES = (("1", 46), ("2", 49), ("3", 3), ("4", 1), ("5", 1))
"""Code of the return to how often a request comes from there. Invented."""
SECOND_NEEDS = ("ASD", "SLCN", "SEMH", "MLD", "SPLD", "PD", "SLD", "HI", "VI")
WITH_SECOND_NEED, DOWN_SYNDROME = 0.35, 0.2
"""Shares of plans with a second need, and of other needs that are Down syndrome, which is counted there."""

FROM_PRIMARY, FROM_SECONDARY = 10, 15  # age on 31 August: the last years of primary and secondary school


@dataclass(frozen=True, slots=True)
class Writer:
    """Makes the records of one area."""

    places: Places
    census_day: date
    rng: Random

    def request(self, draft: Draft, transferred_from: str | None = None) -> Request:
        """The record of one request with all that followed from it."""
        historical = draft.outcome == "H"
        decided = draft.outcome in ("Y", "N")
        new = draft.kind not in (OLDER, RESTARTED)
        attending = self.places.attending(draft, new=new) if draft.started_on else None
        return Request(
            received_on=draft.received_on,
            source=None if historical else self._source(),
            rya=None if historical else draft.youth_accommodation,
            outcome_on=draft.outcome_on,
            outcome=draft.outcome,
            mediation=bool(draft.mediation) if decided else draft.mediation or None,
            tribunal=bool(draft.tribunal) if decided else draft.tribunal or None,
            assessment=self._assessment(draft, attending) if draft.assessment else None,
            active_plan=self._active_plan(draft, attending, transferred_from) if attending else None,
        )

    def _source(self) -> str:
        return self.rng.choices([code for code, _ in SOURCES], [weight for _, weight in SOURCES])[0]

    def _assessment(self, draft: Draft, attending: Attending | None) -> Assessment:
        dated = draft.assessment in ("Y", "N") and draft.assessment_on is not None

        def flag(raised: bool) -> bool | None:
            return raised if dated else raised or None

        return Assessment(
            outcome=draft.assessment,
            outcome_on=draft.assessment_on,
            mediation=flag(draft.assessment_mediation),
            tribunal=flag(draft.assessment_tribunal),
            other_mediation=flag(draft.other_mediation),
            other_tribunal=flag(draft.other_tribunal),
            exception=draft.exception if dated and draft.assessment == "Y" else None,
            named_plan=self._named_plan(draft, attending) if attending else None,
        )

    def _named_plan(self, draft: Draft, attending: Attending) -> NamedPlan:
        return NamedPlan(
            started_on=draft.started_on,
            residential=draft.residential,
            work_based=work_letter(draft.work_based),
            personal_budget=draft.personal_budget,
            organised_arrangement=draft.organised,
            direct_payment=budget_letter(draft.budget_kind),
            ceased_on=draft.ceased_on,
            cease_reason=draft.cease_reason,
            plan_details=attending.details,
        )

    def _active_plan(self, draft: Draft, attending: Attending, transferred_from: str | None) -> ActivePlan:
        due, final = self._phase_transfer(draft)
        return ActivePlan(
            transferred_from=transferred_from,
            review_meeting_on=draft.meeting_on,
            review_outcome=draft.review_outcome,
            review_draft_on=draft.draft_on,
            phase_transfer_due_on=due,
            phase_transfer_final_on=final,
            last_review_on=draft.decision_on,
            placements=attending.placements,
            needs=self._needs(draft),
        )

    def _needs(self, draft: Draft) -> tuple[Need, ...]:
        if draft.need is None or draft.need == UNKNOWN_NEED:
            return ()
        first = draft.need.removeprefix("number_").upper()
        if first == "OTH" and self.rng.random() < DOWN_SYNDROME:
            first = "DS"
        needs = [Need(need=first, rank=1)]
        if self.rng.random() < WITH_SECOND_NEED:
            second = self.rng.choice(SECOND_NEEDS)
            if second != first:
                needs.append(Need(need=second, rank=2))
        return tuple(needs)

    def _phase_transfer(self, draft: Draft) -> tuple[date | None, date | None]:
        """Due for those who change phase next September: 15 February, or 31 March after secondary school."""
        if draft.meeting_on is None or draft.born_on is None:
            return None, None
        age = school_year_age(draft.born_on, self.census_day)
        if age not in (FROM_PRIMARY, FROM_SECONDARY) or self.rng.random() < 0.2:
            return None, None
        due = date(self.census_day.year, 2, 15) if age == FROM_PRIMARY else date(self.census_day.year, 3, 31)
        earliest = draft.decision_on or draft.meeting_on
        done = self.rng.random() < 0.15 and date(self.census_day.year - 1, 9, 1) < earliest < self.census_day
        return due, earliest if done else None
