"""The entries of one child in words, newest first, with what broke a limit and how we know."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse

from goldenthread.casework.acts import BY_STEP
from goldenthread.casework.duties import Duty, DutyKind, duties_of, final_plan_clock, stage_of
from goldenthread.casework.flags import Flag, Judged, flags, judged
from goldenthread.casework.history import CaseHistory, Fact, Withdrawn, details_from
from goldenthread.casework.models import Entry
from goldenthread.casework.presenters.clock import RUNNING
from goldenthread.casework.presenters.wording import (
    DUTIES,
    HAPPENED,
    act_href,
    breach_of,
    by_when,
    declared_in,
    happened,
    law_tie,
    on_day,
)
from goldenthread.casework.queries import CasePage
from goldenthread.rules.lifecycle import Happening, Step
from goldenthread.rules.lifecycle.invariants import ADVISERS
from goldenthread.ui import values
from goldenthread.ui.values import Link
from goldenthread.ui.words import day, listed, moment, plural, short_weekday


@dataclass(frozen=True, slots=True)
class Line:
    """An entry of the thread and the day at which it stands."""

    on: date
    place: int
    drawn: values.Entry
    names: tuple[str, ...] = ()
    """Whose advice it is."""
    shared: tuple[Step, date, str, values.Breach | None] | None = None
    """Lines that agree in this are one: the step, its day, who recorded it and when, and its flag."""


def thread(page: CasePage, today: date, *, may_record: bool) -> list[values.Entry]:
    """What is ahead, where it stands today, what happened: newest first."""
    found = flags(page.history)
    lines = [
        _line(page, fact, place, found.get(place, []), may_record)
        for place, fact in enumerate(page.history.facts)
        if not _goes_without_saying(page, fact)
    ]
    lines = _advice_together(page, lines)
    lines += [_withdrawn(page, gone) for gone in page.history.withdrawn]
    past = [line.drawn for line in sorted(lines, key=lambda line: (line.on, line.place), reverse=True)]
    return [*_ahead(page.history, today), *_now(page, today), *past]


def _advice_together(page: CasePage, lines: list[Line]) -> list[Line]:
    """Pieces of advice asked for, or received, on one day share a line that names each of them."""
    kept: list[Line] = []
    for line in lines:
        if line.shared and kept and kept[-1].shared == line.shared:
            kept[-1] = _joined(page, kept[-1], line)
        else:
            kept.append(line)
    return kept


def _joined(page: CasePage, first: Line, other: Line) -> Line:
    names = (*first.names, *other.names)
    drawn = replace(
        first.drawn,
        what=HAPPENED[first.shared[0]] if first.shared else first.drawn.what,
        more=_sentence(names),
        correction=Link("Correct one of these", reverse("entries", args=[page.case.reference]))
        if first.drawn.correction
        else None,
    )
    return replace(first, drawn=drawn, names=names)


def _sentence(names: Sequence[str]) -> str:
    words = listed(names)
    return f"{words[:1].upper()}{words[1:]}."


def _ahead(history: CaseHistory, today: date) -> list[values.Entry]:
    """What is still to come, the last first; what is past its day stands among the due dates."""
    duties = list(duties_of(history))
    final = final_plan_clock(history)
    asked = any(duty.kind is DutyKind.SEND_FINAL_PLAN for duty in duties)
    if final is not None and stage_of(history) in RUNNING and not asked:
        duties.append(Duty(DutyKind.SEND_FINAL_PLAN, final))
    running = [duty for duty in duties if duty.deadline.due_on >= today]
    coming = sorted(running, key=lambda duty: duty.deadline.due_on, reverse=True)
    return [
        values.Entry(
            DUTIES[duty.kind],
            f"Due {short_weekday(duty.deadline.due_on)}, {by_when(duty.deadline.due_on, today)}",
            "ahead",
            ties=[law_tie(duty.deadline.because)],
        )
        for duty in coming
    ]


def _now(page: CasePage, today: date) -> list[values.Entry]:
    words = stage_of(page.history).value
    return [values.Entry(f"{words[:1].upper()}{words[1:]}", f"Today, {short_weekday(today)}", "now")]


def _goes_without_saying(page: CasePage, fact: Fact) -> bool:
    """A return gives one day for a decision and its notice: one line tells both."""
    return fact.declared is not None and fact.step is Step.DECISION_NOTIFIED


def _line(page: CasePage, fact: Fact, place: int, found: list[Flag], may_record: bool) -> Line:
    told = _notice_of(page, fact)
    if told is not None:
        found = flags(page.history).get(told, [])
    verdict = judged(page.history, page.history.facts[told] if told is not None else fact)
    entry = page.entries[fact.entry_id]
    declared = page.returns[fact.declared.return_id] if fact.declared else None
    drawn = values.Entry(
        what=happened(fact.happening),
        when=on_day(fact),
        more=_in_time(fact, verdict, found),
        breach=breach_of(found[0]) if found else None,
        ties=[law_tie(flag.source) for flag in found]
        or ([law_tie(verdict.deadline.because)] if verdict else []),
        because=entry.because,
        recorded=f"{declared_in(declared)}." if declared else _recorded(page, fact, entry),
        correction=_correction(page, fact, may_record),
    )
    adviser = fact.happening.details.adviser
    if adviser is None or entry.because or fact.versions:
        return Line(fact.day, place, drawn)
    shared = (fact.step, fact.day, drawn.recorded, drawn.breach)
    return Line(fact.day, place, drawn, (ADVISERS[adviser],), shared)


def _notice_of(page: CasePage, fact: Fact) -> int | None:
    """The place of the notice that a declared decision shares its line with."""
    if fact.declared is None:
        return None
    return next(
        (
            place
            for place, one in enumerate(page.history.facts)
            if one.declared is not None and one.happening.details.about is fact.step
        ),
        None,
    )


def _in_time(fact: Fact, verdict: Judged | None, found: list[Flag]) -> str:
    """Day 37. Due by Tue 25 August 2026. Further flags beyond the first stand here too."""
    others = " ".join(breach_of(flag).more for flag in found[1:])
    if verdict is None or verdict.lateness.days_late:
        return others
    number = (fact.day - verdict.deadline.counted_from).days
    return f"In time: day {number}, due by {short_weekday(verdict.deadline.due_on)}. {others}".strip()


def _recorded(page: CasePage, fact: Fact, entry: Entry) -> str:
    if not fact.versions:
        return f"Recorded by {entry.by_name} on {moment(entry.recorded_at)}."
    first = page.entries[fact.versions[0]]
    before = page.entries[fact.versions[-1]]
    return (
        f"Recorded by {first.by_name} on {moment(first.recorded_at)}. Corrected by {entry.by_name} on "
        f"{moment(entry.recorded_at)}: it said {short_weekday(before.happened_on)}."
    )


def _correction(page: CasePage, fact: Fact, may_record: bool) -> Link | None:
    case = page.case
    about = f"{happened(fact.happening)}, {day(fact.day)}"
    if fact.declared is not None:
        act = BY_STEP.get(fact.step)
        return Link("Record it here", act_href(case, act), about) if act and may_record else None
    if fact.versions:
        count = len(fact.versions) + 1
        words = "See both versions" if count == 2 else f"See all {plural(count, 'version')}"
        return Link(words, reverse("entry", args=[case.reference, fact.entry_id]), about)
    if not may_record:
        return None
    return Link("Correct this", reverse("correct-entry", args=[case.reference, fact.entry_id]), about)


def _withdrawn(page: CasePage, gone: Withdrawn) -> Line:
    entry, withdrawal = page.entries[gone.entry_id], page.entries[gone.withdrawal_id]
    what = happened(Happening(Step(entry.kind), entry.happened_on, details_from(entry.said)))
    drawn = values.Entry(
        what=f"Withdrawn: {what[:1].lower()}{what[1:]}",
        when=short_weekday(entry.happened_on),
        more="This did not happen. It stays here to be read.",
        because=withdrawal.because,
        recorded=f"Withdrawn by {withdrawal.by_name} on {moment(withdrawal.recorded_at)}.",
        correction=Link("See both versions", reverse("entry", args=[page.case.reference, entry.pk]), what),
    )
    return Line(entry.happened_on, -1, drawn)
