"""An appointment in words: where it is, and from when until when."""

from datetime import date

from goldenthread.accounts.models import Appointment
from goldenthread.accounts.places import Place
from goldenthread.ui.words import day


def place_of(one: Appointment) -> str:
    return str(Place(one.team, one.organisation, one.setting))


def days_of(one: Appointment, today: date) -> str:
    """As in "since 3 February 2025, until 1 March 2025": the day it ends is the first without it."""
    words = f"{'since' if one.starts_on <= today else 'from'} {day(one.starts_on)}"
    return f"{words}, until {day(one.ends_on)}" if one.ends_on else words
