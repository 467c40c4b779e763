"""The bank holidays we hold are those that the Act and the proclamations give."""

from datetime import date, timedelta

from goldenthread.rules.calendars import BANK_HOLIDAYS, KNOWN_FROM, KNOWN_UNTIL

MOVED = {
    date(2012, 5, 28): date(2012, 6, 4),  # spring, for the Diamond Jubilee
    date(2020, 5, 4): date(2020, 5, 8),  # early May, for the anniversary of VE Day
    date(2022, 5, 30): date(2022, 6, 2),  # spring, for the Platinum Jubilee
}
PROCLAIMED = {
    date(2012, 6, 5),  # Diamond Jubilee
    date(2022, 6, 3),  # Platinum Jubilee
    date(2022, 9, 19),  # State Funeral of Queen Elizabeth II
    date(2023, 5, 8),  # Coronation of King Charles III
}


def easter_sunday(year):
    """The anonymous Gregorian algorithm."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def monday_of(year, month, *, last=False):
    days = [date(year, month, day) for day in range(1, 32) if not (month == 6 and day == 31)]
    mondays = [day for day in days if day.weekday() == 0]
    return mondays[-1] if last else mondays[0]


def by_rule(year):
    easter = easter_sunday(year)
    days = {easter - timedelta(days=2), easter + timedelta(days=1)}
    days |= {monday_of(year, 5), monday_of(year, 5, last=True), monday_of(year, 8, last=True)}
    for fixed in (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)):
        while fixed.weekday() > 4 or fixed in days:
            fixed += timedelta(days=1)
        days.add(fixed)
    return {MOVED.get(day, day) for day in days} | {day for day in PROCLAIMED if day.year == year}


def test_every_known_year_agrees_with_the_rules_and_the_proclamations():
    expected = set().union(*(by_rule(year) for year in range(KNOWN_FROM.year, KNOWN_UNTIL.year + 1)))
    assert expected == BANK_HOLIDAYS
