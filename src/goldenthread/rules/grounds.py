"""Which grounds excuse lateness under which regulation, and which reasons never do."""

from __future__ import annotations

from datetime import date, timedelta

from goldenthread.rules.excuses import Facts, Ground, Period, Refused, Test
from goldenthread.rules.law import Confirmed, Parameter, Source, Version
from goldenthread.rules.sources import COMMENCEMENT, coronavirus, detained_regulation, send_regulation
from goldenthread.rules.wording import count_of, in_words

_ONE_WEEK = timedelta(weeks=1)
_SHORTEST_CLOSURE_IN_DAYS = 28

CORONAVIRUS_FROM = date(2020, 5, 1)
CORONAVIRUS_UNTIL = date(2020, 9, 25)
"""Days between which S.I. 2020/471 loosened the limits, both included."""
_AFTER_CORONAVIRUS = CORONAVIRUS_UNTIL + timedelta(days=1)


def _closure(facts: Facts, period: Period) -> str | None:
    closed_from, reopens_on = facts.get("closed_from"), facts.get("reopens_on")
    if closed_from is not None and reopens_on is not None:
        closed_for = (reopens_on - closed_from).days
        if closed_for < _SHORTEST_CLOSURE_IN_DAYS:
            return (
                f"It was closed for {count_of(closed_for, 'day')}. "
                "Only a closure of at least 4 weeks in a row counts."
            )
    asked_on = facts.get("advice_requested_on")
    if asked_on is not None and closed_from is not None and asked_on < closed_from - _ONE_WEEK:
        return (
            f"Advice was asked for before {in_words(closed_from - _ONE_WEEK)}, "
            "a week before the closure, so the closure does not count."
        )
    if asked_on is not None and reopens_on is not None and asked_on > reopens_on - _ONE_WEEK:
        return (
            f"Advice was asked for after {in_words(reopens_on - _ONE_WEEK)}, "
            "a week before reopening, so the closure does not count."
        )
    return None


def _absence_of(weeks: int) -> Test:
    def test(facts: Facts, period: Period) -> str | None:
        away_from, away_until = facts.get("away_from"), facts.get("away_until")
        if away_from is None or away_until is None:
            return None
        days = (min(away_until, period.end) - max(away_from, period.start)).days + 1
        if days >= 7 * weeks:
            return None
        return (
            f"The absence covers {count_of(max(days, 0), 'day')} of the period, both end days counted. "
            f"Only {weeks} weeks in a row ({7 * weeks} days) or more count."
        )

    return test


def _in_the_period(first: str, last: str) -> Test:
    def test(facts: Facts, period: Period) -> str | None:
        began_on, ended_on = facts.get(first), facts.get(last)
        if began_on is not None and began_on > period.end:
            return f"It began after {in_words(period.end)}, when the act was already due."
        if ended_on is not None and ended_on < period.start:
            return f"It ended before {in_words(period.start)}, when the time began."
        return None

    return test


def _limit_fell_in_coronavirus_period(facts: Facts, period: Period) -> str | None:
    if CORONAVIRUS_FROM <= period.end <= CORONAVIRUS_UNTIL:
        return None
    return "The limit did not fall between 1 May and 25 September 2020."


_CLOSURE_FACTS = {
    "advice_requested_on": "the day advice was asked for",
    "closed_from": "the first day it was closed",
    "reopens_on": "the day it opened again",
}


def _school_closure(source: Source) -> Ground:
    return Ground(
        "school_closure",
        "Advice was asked of a head or principal between a week before a closure of at least 4 weeks in a "
        "row and a week before the school or other institution reopened.",
        _CLOSURE_FACTS,
        "the published term dates and the dated request for advice",
        source,
        _closure,
    )


def _early_years_closure(source: Source) -> Ground:
    return Ground(
        "early_years_closure",
        "Advice was asked of an early years provider between a week before a closure of at least 4 weeks in "
        "a row and a week before it reopened.",
        _CLOSURE_FACTS,
        "the provider's dates and the dated request for advice",
        source,
        _closure,
    )


def _exceptional_circumstances(source: Source) -> Ground:
    return Ground(
        "exceptional_circumstances",
        "Exceptional personal circumstances affected the child, the parent or the young person during the "
        "period.",
        {"circumstances_from": "the day the circumstances began"},
        "a dated record of the circumstances from the family or a professional",
        source,
        _in_the_period("circumstances_from", "circumstances_until"),
        {"circumstances_until": "the last day of the circumstances, if they are over"},
    )


def _absence(source: Source, weeks: int = 4) -> Ground:
    return Ground(
        "absence",
        f"The child, the parent or the young person was away from the area for at least {weeks} weeks in a "
        "row during the period.",
        {"away_from": "the first day away", "away_until": "the last day away"},
        "travel papers or the family's dated message",
        source,
        _absence_of(weeks),
    )


def _missed_appointment(source: Source) -> Ground:
    return Ground(
        "missed_appointment",
        "The child or the young person did not keep an appointment for an examination or test that the body "
        "giving advice had made in the period.",
        {"appointment_on": "the day of the missed appointment"},
        "the letter that offered the appointment and the record that it was missed",
        source,
        _in_the_period("appointment_on", "appointment_on"),
    )


def _coronavirus() -> Ground:
    return Ground(
        "coronavirus",
        "The limit fell between 1 May and 25 September 2020 and a reason to do with coronavirus made it "
        "impractical.",
        {},
        "a dated record of how coronavirus made the limit impractical",
        coronavirus(),
        _limit_fell_in_coronavirus_period,
    )


def _in_force(
    name: str, source: Source, *grounds: Ground, since: date = COMMENCEMENT, loosened_in_2020: bool = True
) -> Parameter[tuple[Ground, ...]]:
    versions = [Version(since, grounds, source)]
    if loosened_in_2020:
        versions.append(Version(CORONAVIRUS_FROM, (*grounds, _coronavirus()), coronavirus()))
        versions.append(Version(_AFTER_CORONAVIRUS, grounds, source))
    return Parameter(name, tuple(versions))


def _four_grounds(regulation: str, first: Confirmed, others: Confirmed) -> tuple[Ground, ...]:
    return (
        _school_closure(send_regulation(f"{regulation}(a)", first)),
        _early_years_closure(send_regulation(f"{regulation}(b)", others)),
        _exceptional_circumstances(send_regulation(f"{regulation}(c)", others)),
        _absence(send_regulation(f"{regulation}(d)", others)),
    )


def _read(regulation: str) -> Source:
    return send_regulation(regulation, Confirmed.READ)


WHEN_DECIDING_WHETHER_TO_ASSESS = _in_force(
    "grounds for a late decision whether to assess",
    _read("5(4)"),
    *_four_grounds("5(4)", Confirmed.READ, Confirmed.SECONDARY),
)
WHEN_REFUSING_OR_ISSUING = _in_force(
    "grounds for a late refusal or a late final plan",
    _read("10(4) and 13(3)"),
    *_four_grounds("10(4)", Confirmed.READ, Confirmed.READ),
)
WHEN_REASSESSING = _in_force(
    "grounds for a late plan after re-assessment",
    _read("27(3)"),
    *_four_grounds("27(3)", Confirmed.READ, Confirmed.READ),
)
WHEN_ADVISING = _in_force(
    "grounds for late advice",
    _read("8(2)"),
    _exceptional_circumstances(_read("8(2)(a)")),
    _absence(_read("8(2)(b)")),
    _missed_appointment(_read("8(2)(c)")),
)
WHEN_OBEYING_THE_TRIBUNAL = _in_force(
    "grounds for late compliance with the tribunal",
    send_regulation("44(3)", Confirmed.SECONDARY),
    _exceptional_circumstances(send_regulation("44(3)(a)", Confirmed.SECONDARY)),
    _absence(send_regulation("44(3)(b)", Confirmed.SECONDARY), weeks=2),
    *_four_grounds("44(3)(c) with 10(4)", Confirmed.SECONDARY, Confirmed.SECONDARY)[:2],
)
WHEN_DETAINED = _in_force(
    "grounds for a late plan for a detained person",
    detained_regulation("13(3)", Confirmed.READ),
    _school_closure(detained_regulation("10(4)(a)", Confirmed.READ)),
    _early_years_closure(detained_regulation("10(4)(b)", Confirmed.SECONDARY)),
    _exceptional_circumstances(detained_regulation("10(4)(c)", Confirmed.SECONDARY)),
    since=date(2015, 4, 1),
    loosened_in_2020=False,
)

NEVER = (
    Refused(
        "staff_shortage",
        "Too few staff is never a ground: the list in the Regulations is closed and does not name it.",
    ),
    Refused(
        "panel_date",
        "A panel is the council's own arrangement. Waiting for one is never a ground.",
    ),
    Refused(
        "waiting_list",
        "A waiting list for advice is never a ground, for the council or for the body asked for advice.",
    ),
    Refused(
        "incomplete_form",
        "The Regulations set no form. An unfinished council form is never a ground.",
    ),
    Refused(
        "late_advice",
        "Advice that comes late does not excuse the council. Its own limit stands.",
    ),
    Refused(
        "summer_pause",
        "School holidays do not stop the clock. Only advice asked for near a closure of 4 weeks or more "
        "counts: claim school_closure with its dates.",
    ),
    Refused(
        "missed_appointment",
        "A missed appointment excuses only the body that was to give the advice. The council's limit stands.",
    ),
)
"""Reasons that officers give and the law refuses, each in words to answer with."""
