"""The clock of 20 weeks in words and knots: running, past its end, or stopped by what happened."""

from datetime import date

from goldenthread.casework.duties import Duty, Stage, duties_of, final_plan_clock, stage_of
from goldenthread.casework.flags import judged
from goldenthread.casework.history import CaseHistory, Fact
from goldenthread.casework.presenters.wording import DUTIES, by_when, how_long, lower_first
from goldenthread.rules.deadline import Deadline
from goldenthread.rules.lateness import Verdict
from goldenthread.rules.lifecycle import Step
from goldenthread.ui.values import Clock, Mark
from goldenthread.ui.words import day_and_month, plural, weekday

RUNNING = frozenset({Stage.CONSIDERING, Stage.ASSESSING, Stage.WRITING, Stage.DRAFT})

KNOTS = {
    Step.DECIDED_TO_ASSESS: "Decided to assess",
    Step.DECIDED_TO_ISSUE: "Plan agreed",
    Step.DRAFT_SENT: "Draft sent",
}
"""What happened on the way, and what its knot is called."""


def clock_of(history: CaseHistory, today: date) -> Clock | None:
    """The running clock. None where nothing runs, or the day of the request is not known."""
    final = final_plan_clock(history)
    if final is None or stage_of(history) not in RUNNING:
        return None
    reached = (today - final.counted_from).days
    length = (final.due_on - final.counted_from).days
    headline = f"Day {reached:,} of {length}." if reached <= length else _past(final, today)
    says = _says(history, final, today)
    return Clock(
        length=length,
        today=reached,
        headline=headline,
        says=says,
        described=f"The {final.limit} from the request to the final plan. {headline} {says}",
        marks=_marks(history, final),
    )


def how_it_ended(history: CaseHistory) -> str:
    """One sentence where the clock has stopped, and nothing where there is none to speak of."""
    sent = history.last(Step.FINAL_PLAN_SENT)
    verdict = judged(history, sent) if sent is not None else None
    if sent is None or verdict is None:
        return ""
    number = (sent.day - verdict.deadline.counted_from).days
    limit = (verdict.deadline.due_on - verdict.deadline.counted_from).days
    late = verdict.lateness.days_late
    how = "in time" if verdict.lateness.verdict is Verdict.IN_TIME else f"{plural(late, 'day')} late"
    return f"The final plan was sent on {weekday(sent.day)}, day {number:,} of {limit}: {how}."


def _past(final: Deadline, today: date) -> str:
    return f"{how_long((today - final.due_on).days).capitalize()} past the {final.limit}."


def _says(history: CaseHistory, final: Deadline, today: date) -> str:
    """The next duty by its day; past the end, the day that it was."""
    if today > final.due_on:
        return f"The final plan was due on {weekday(final.due_on)}."
    running = [duty for duty in duties_of(history) if duty.deadline.due_on >= today]
    duty = min(running, key=lambda one: one.deadline.due_on, default=None)
    if duty is None or duty.deadline == final:
        return f"The final plan is due on {weekday(final.due_on)}, {by_when(final.due_on, today)}."
    return f"{_first(duty)} by {weekday(duty.deadline.due_on)}, {by_when(duty.deadline.due_on, today)}."


def _first(duty: Duty) -> str:
    return f"First, {lower_first(DUTIES[duty.kind])},"


def _marks(history: CaseHistory, final: Deadline) -> list[Mark]:
    start = final.counted_from
    marks = [Mark(0, "Request", day_and_month(start))]
    newest = {fact.step: fact for fact in history.facts if fact.step in KNOTS and fact.day_is_known}
    for step, fact in newest.items():
        note = ", ".join(filter(None, [day_and_month(fact.day), _how(history, fact)]))
        marks.append(Mark((fact.day - start).days, KNOTS[step], note))
    if not any(fact.step is Step.DECIDED_TO_ASSESS for fact in history.facts):
        decide = next(iter(duties_of(history)), None)
        if decide is not None:
            due_on = decide.deadline.due_on
            marks.append(Mark((due_on - start).days, "Decision due", day_and_month(due_on), happened=False))
    end = (final.due_on - start).days
    return [*marks, Mark(end, "Final plan due", day_and_month(final.due_on), happened=False)]


def _how(history: CaseHistory, fact: Fact) -> str:
    """in time, or late, by the day on which the family was told of it."""
    told = next(
        (one for one in history.facts if one.happening.details.about is fact.step and one.day >= fact.day),
        fact,
    )
    verdict = judged(history, told)
    if verdict is None:
        return ""
    return "in time" if verdict.lateness.verdict is Verdict.IN_TIME else "late"
