"""How the law counts time: one named function for each form of words, with the convention it follows."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from enum import Enum

from goldenthread.rules.calendars import first_working_day_from, is_working_day

_ONE_DAY = timedelta(days=1)
_AUGUST, _DECEMBER = 8, 12
_CHRISTMAS_DAY = 25


class Counting(Enum):
    """A way of counting, by the number of its convention and what it does."""

    WITHIN = ("C1", "the day of the event is day 0; every calendar day counts; the last day is never moved")
    CORRESPONDING_DATE = (
        "C1 in months",
        "the same date in the later month, or its last day if the month is too short; never moved",
    )
    BEGINNING_WITH = ("C2", "the day of the event is day 1; every calendar day counts; never moved")
    MONTHS_BEGINNING_WITH = (
        "C3",
        "the day of the event is the first day, so the last is the day before the anniversary; never moved",
    )
    TRIBUNAL_MONTHS = (
        "C4",
        "the same date in the later month, by 17:00; moved on from a day that is not a working day, from "
        "August and from 25 December to 1 January",
    )
    TRIBUNAL_WORKING_DAYS = (
        "C4 in working days",
        "the day after the event is day 1; weekends, bank holidays, August and 25 December to 1 January "
        "are not counted",
    )
    WORKING_DAYS_BEGINNING_WITH = (
        "C5",
        "the day of the event is day 1 if it is a working day; weekends and bank holidays are not counted",
    )
    WITHIN_WORKING_DAYS = (
        "C5 from the day after",
        "the first working day after the event is day 1; weekends and bank holidays are not counted",
    )
    MONTH_TO_NEXT_WORKING_DAY = (
        "C1 in months, moved",
        "the same date in the later month, or its last day; moved on to the next working day",
    )
    BEFORE_A_DATE = (
        "C7",
        "strictly the day before the date that the law names; practice reads 'by' the date",
    )
    AT_LEAST_BEFORE = ("C8", "counted back from the event; a cautious reader leaves one clear day more")
    ON_THE_DAY = ("on the day", "nothing is counted: the duty falls on the day itself")

    def __init__(self, convention: str, words: str) -> None:
        self.convention = convention
        self.words = words

    def __str__(self) -> str:
        return f"{self.convention}: {self.words}"


def within_days(event: date, days: int) -> date:
    """Convention C1: the last day that is "within `days` days of" `event`, itself day 0."""
    return event + timedelta(days=days)


def within_weeks(event: date, weeks: int) -> date:
    """Convention C1: the last day that is "within `weeks` weeks of" `event`, itself day 0."""
    return event + timedelta(days=7 * weeks)


def days_beginning_with(event: date, days: int) -> date:
    """Convention C2: the last of `days` days beginning with `event`, itself day 1."""
    return event + timedelta(days=days - 1)


def corresponding_date(event: date, months: int) -> date:
    """Convention C1 in months: the same date later (earlier if negative), or the last of a short month."""
    year, month = divmod(event.year * 12 + event.month - 1 + months, 12)
    return date(year, month + 1, min(event.day, monthrange(year, month + 1)[1]))


def months_beginning_with(event: date, months: int) -> date:
    """Convention C3: the last day of `months` months beginning with `event`.

    The period ends the day before the same date; where there is no such date (12 months beginning with
    29 February), the last day of the month is the day before it.
    """
    same_date = corresponding_date(event, months)
    return same_date - _ONE_DAY if same_date.day == event.day else same_date


def months_before(event: date, months: int) -> date:
    """Convention C8: the same date `months` months before `event`, or the last of a shorter month.

    Where a longer month lies between, a day or two later would reach the event in that time as well
    (31 August and 30 September); the earlier day is the one that no reading calls late.
    """
    return corresponding_date(event, -months)


def days_before(event: date, days: int) -> date:
    """Convention C8: the latest day that is at least `days` days before `event`."""
    return event - timedelta(days=days)


def before(day: date) -> date:
    """Convention C7: the last day that is strictly before `day`."""
    return day - _ONE_DAY


def working_days_beginning_with(event: date, days: int) -> date:
    """Convention C5: the last of `days` working days beginning with `event`."""
    day = first_working_day_from(event)
    for _ in range(days - 1):
        day = first_working_day_from(day + _ONE_DAY)
    return day


def within_working_days(event: date, days: int) -> date:
    """Convention C5 from the day after: the last of `days` working days that follow `event`."""
    day = event
    for _ in range(days):
        day = first_working_day_from(day + _ONE_DAY)
    return day


def working_days_before(event: date, days: int) -> date:
    """Convention C5 counted back: the latest day with `days` working days until `event`."""
    day = event
    for _ in range(days):
        day -= _ONE_DAY
        while not is_working_day(day):
            day -= _ONE_DAY
    return day


def in_tribunal_recess(day: date) -> bool:
    """Is `day` in August or from 25 December to 1 January (tribunal rule 12)? Convention C4."""
    return (
        day.month == _AUGUST
        or (day.month == _DECEMBER and day.day >= _CHRISTMAS_DAY)
        or (day.month == 1 and day.day == 1)
    )


def appeal_received_by(end_of_period: date) -> date:
    """Convention C4, tribunal rule 12 for an appeal notice: the day on which the period ends, at 17:00.

    An end in August or from 25 December to 1 January moves to the first working day after; otherwise an end
    on a day that is not a working day moves to the next one. On the literal reading that next day may itself
    fall in August or at Christmas (30 and 31 July, 24 December), and then stays there.
    """
    if not in_tribunal_recess(end_of_period):
        return first_working_day_from(end_of_period)
    return first_working_day_after_recess(end_of_period)


def first_working_day_after_recess(day: date) -> date:
    """Convention C4: the first working day on or after `day` that is outside the tribunal's recess."""
    while in_tribunal_recess(day):
        day += _ONE_DAY
    return first_working_day_from(day)


def within_tribunal_working_days(event: date, days: int) -> date:
    """Convention C4, tribunal rule 12 for any other act: the last of `days` counted days after `event`."""
    day = event
    for _ in range(days):
        day = first_working_day_from(day + _ONE_DAY)
        while in_tribunal_recess(day):
            day = first_working_day_from(day + _ONE_DAY)
    return day
