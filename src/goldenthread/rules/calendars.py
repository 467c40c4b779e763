"""Which days are working days in England and Wales, and how far ahead we know."""

from __future__ import annotations

from datetime import date, timedelta

from goldenthread.rules.law import Confirmed, Kind, Source

BANK_HOLIDAYS_SOURCE = Source(
    Kind.STATUTE,
    "Banking and Financial Dealings Act 1971",
    "section 1 and Schedule 1, with royal proclamations",
    "https://www.gov.uk/bank-holidays",
    Confirmed.SECONDARY,
)
"""Dates as published on GOV.UK (Open Government Licence v3.0)."""

_MONTHS_AND_DAYS = {
    2012: "01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26",
    2013: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
    2014: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    2015: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2016: "01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27",
    2017: "01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
    2018: "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26",
    2019: "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26",
    2020: "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
    2021: "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
    2022: "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
    2023: "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
    2024: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
    2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
    2028: "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
}
"""Add a year when GOV.UK publishes it: proclamations can add or move a day."""

BANK_HOLIDAYS = frozenset(
    date.fromisoformat(f"{year}-{month_and_day}")
    for year, days in _MONTHS_AND_DAYS.items()
    for month_and_day in days.split()
)
KNOWN_FROM = date(min(_MONTHS_AND_DAYS), 1, 1)
KNOWN_UNTIL = date(max(_MONTHS_AND_DAYS), 12, 31)

_ONE_DAY = timedelta(days=1)
_SATURDAY = 5
_WARN_AHEAD = timedelta(days=365)


class OutsideKnownCalendar(LookupError):
    """A working day was asked for where the bank holidays are not known."""


def is_working_day(day: date) -> bool:
    """Is `day` neither at a weekend nor a bank holiday in England and Wales?

    Raises `OutsideKnownCalendar` where bank holidays are not known. Source: BANK_HOLIDAYS_SOURCE.
    """
    if not KNOWN_FROM <= day <= KNOWN_UNTIL:
        raise OutsideKnownCalendar(
            f"bank holidays are known from {KNOWN_FROM.isoformat()} to {KNOWN_UNTIL.isoformat()}, "
            f"so working days cannot be counted on {day.isoformat()}"
        )
    return day.weekday() < _SATURDAY and day not in BANK_HOLIDAYS


def first_working_day_from(day: date) -> date:
    """The first working day on or after `day`. Source: BANK_HOLIDAYS_SOURCE."""
    while not is_working_day(day):
        day += _ONE_DAY
    return day


def calendar_warning(today: date) -> str | None:
    """What to do when the known bank holidays end within a year of `today`; None while all is well.

    Source: BANK_HOLIDAYS_SOURCE.
    """
    if today + _WARN_AHEAD <= KNOWN_UNTIL:
        return None
    return (
        f"Bank holidays are known only until {KNOWN_UNTIL.isoformat()}. "
        f"Add the next year from {BANK_HOLIDAYS_SOURCE.address} to rules/calendars.py."
    )
