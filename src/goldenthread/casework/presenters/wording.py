"""The words that every page about cases uses: steps, duties, people, how late, where it is written."""

from collections.abc import Mapping
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from goldenthread.casework.acts import Act
from goldenthread.casework.duties import Duty, DutyKind
from goldenthread.casework.flags import Flag
from goldenthread.casework.history import Fact
from goldenthread.casework.models import Case, Return
from goldenthread.people.models import Person
from goldenthread.rules.excuses import Excuse
from goldenthread.rules.lateness import Verdict
from goldenthread.rules.law import Source
from goldenthread.rules.lifecycle import Happening, Step
from goldenthread.rules.lifecycle.invariants import ADVISERS
from goldenthread.ui.values import Breach, Tie
from goldenthread.ui.words import day, plural, short_weekday

SHORT_NAMES: Mapping[str, str] = {
    "Special Educational Needs and Disability Regulations 2014 (S.I. 2014/1530)": "SEND Regulations 2014",
    "SEND Code of Practice: 0 to 25 years (January 2015)": "SEND Code of Practice",
}
SHORT_PROVISIONS = (("regulation ", "reg "), ("section ", "s"))

HAPPENED: Mapping[Step, str] = {
    Step.REQUEST_RECEIVED: "Request for an assessment received",
    Step.BECAME_RESPONSIBLE: "Brought to the council’s notice",
    Step.FAMILY_CONSULTED: "Told the family it is being considered, and asked for its views",
    Step.REQUEST_WITHDRAWN: "Request withdrawn",
    Step.DECIDED_TO_ASSESS: "Decided to assess",
    Step.DECIDED_NOT_TO_ASSESS: "Decided not to assess",
    Step.ADVICE_SOUGHT: "Asked for advice",
    Step.ADVICE_RECEIVED: "Advice received",
    Step.DECIDED_TO_ISSUE: "Decided to issue a plan",
    Step.DECIDED_NOT_TO_ISSUE: "Decided not to issue a plan",
    Step.DRAFT_SENT: "Draft plan sent",
    Step.REPRESENTATIONS_RECEIVED: "The family gave its views on the draft",
    Step.SETTING_CONSULTED: "School or college consulted",
    Step.SETTING_REPLIED: "School or college replied",
    Step.FINAL_PLAN_SENT: "Final plan sent",
    Step.REVIEW_CALLED: "Review meeting called",
    Step.REVIEW_MEETING_HELD: "Review meeting held",
    Step.REVIEW_REPORT_SENT: "Report of the review meeting sent",
    Step.DECIDED_TO_MAINTAIN: "Decided to keep the plan as it is",
    Step.DECIDED_TO_AMEND: "Decided to amend the plan",
    Step.DECIDED_TO_CEASE: "Decided to cease the plan",
    Step.AMENDMENT_NOTICE_SENT: "Notice of changes to the plan sent",
    Step.AMENDED_PLAN_SENT: "Amended plan sent",
    Step.CEASING_PROPOSED: "Consulted about ceasing the plan",
    Step.PLAN_CEASED: "Plan ceased",
    Step.PLAN_RECEIVED: "Plan received from another area",
    Step.MOVED_AWAY: "Moved to another area",
    Step.PERSON_DIED: "Died",
}
"""What happened, in the fewest words; a step that is not here says what `rules` says of it."""

DECISIONS: Mapping[Step, str] = {
    Step.DECIDED_TO_ASSESS: "to assess",
    Step.DECIDED_NOT_TO_ASSESS: "not to assess",
    Step.DECIDED_NOT_TO_ISSUE: "not to issue a plan",
    Step.DECIDED_TO_MAINTAIN: "to keep the plan as it is",
    Step.DECIDED_TO_AMEND: "to amend the plan",
    Step.DECIDED_TO_CEASE: "to cease the plan",
}

DUTIES: Mapping[DutyKind, str] = {
    DutyKind.DECIDE_WHETHER_TO_ASSESS: "Decide whether to assess",
    DutyKind.TELL_OF_DECISION: "Tell the family of the decision",
    DutyKind.DECIDE_WHETHER_TO_ISSUE: "Say no to a plan, if that is the answer",
    DutyKind.SEND_FINAL_PLAN: "Send the final plan",
    DutyKind.DECIDE_AFTER_REVIEW: "Decide after the review",
}


def citation(source: Source) -> str:
    """SEND Regulations 2014, reg 13(2)"""
    instrument = SHORT_NAMES.get(source.instrument, source.instrument)
    provision = source.provision
    for long, short in SHORT_PROVISIONS:
        provision = provision.replace(long, short)
    return f"{instrument}, {provision}"


def law_tie(source: Source, lead: str = "") -> Tie:
    """The stitch from a thing to where it is written."""
    return Tie(citation(source), source.address, lead)


def happened(happening: Happening) -> str:
    """What happened, with whose advice or which decision it was."""
    about, adviser = happening.details.about, happening.details.adviser
    if happening.kind is Step.DECISION_NOTIFIED and about is not None:
        return f"Told the family of the decision {DECISIONS.get(about, about.done)}"
    words = HAPPENED.get(happening.kind) or _sentence(happening.kind.done)
    return f"{words}: {ADVISERS[adviser]}" if adviser is not None else words


def _sentence(clause: str) -> str:
    return clause[:1].upper() + clause[1:]


def declared_in(source: Return) -> str:
    """Declared in the 2025 return, as at 16 January 2025"""
    year = f"the {source.year} return" if source.year else "a return"
    as_at = f", as at {day(source.census_day)}" if source.census_day else ""
    return f"Declared in {year}{as_at}"


def on_day(fact: Fact) -> str:
    """The day of a fact, or the day by which it had happened."""
    return (
        short_weekday(fact.day)
        if fact.day_is_known
        else f"By {day(fact.day)}, on a day the return leaves out"
    )


def how_long(days: int) -> str:
    """9 days; from two weeks on, 11 weeks"""
    return plural(days, "day") if days < 14 else plural(days // 7, "week")


def breach_of(flag: Flag) -> Breach:
    """The flag at an entry: how late in words, or what the law had against it."""
    if flag.late is None:
        return Breach("Out of order", against(flag))
    due = f"It was due on {short_weekday(flag.late.due_on)}."
    excuse = flag.late.excused_by
    return Breach(
        f"{plural(flag.late.days_late, 'day')} late", f"{due} {_of(flag.late.verdict, excuse)}".strip()
    )


def against(flag: Flag) -> str:
    """What the law had against it, in its first sentence; the provision beside it says the rest."""
    first, stop, _ = flag.because.partition(". ")
    return first + "." if stop else first


def _of(verdict: Verdict, excuse: Excuse | None) -> str:
    if excuse is None:
        return ""
    if verdict is Verdict.LATE_EXCUSED:
        return f"Excused by {excuse.ground}."
    return f"{excuse.reason}"


def by_when(due_on: date, today: date) -> str:
    """today; tomorrow; in 15 days; 9 days past"""
    days = (due_on - today).days
    if days < 0:
        return f"{how_long(-days)} past"
    return {0: "today", 1: "tomorrow"}.get(days, f"in {plural(days, 'day')}")


def limit_of(duty: Duty) -> str:
    """the 20 weeks"""
    return f"the {duty.deadline.limit}" if duty.deadline.limit else "the date"


def age(person: Person, today: date) -> str:
    """age 7; nothing where the birth date is not known"""
    born = person.birth_date
    if born is None:
        return ""
    had_birthday = (today.month, today.day) >= (born.month, born.day)
    return f"age {today.year - born.year - (not had_birthday)}"


def case_href(case: Case) -> str:
    return reverse("case", args=[case.reference])


def act_href(case: Case, act: Act) -> str:
    return reverse("record-step", args=[case.reference, act.slug])


def with_query(href: str, **values: str) -> str:
    """An address with the values that are not empty."""
    kept = {name: value for name, value in values.items() if value}
    return f"{href}?{urlencode(kept)}" if kept else href


def lower_first(words: str) -> str:
    return words[:1].lower() + words[1:]
