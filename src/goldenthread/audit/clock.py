"""What time is it, and what day is it where the law is read? The one place that asks."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def _real() -> datetime:
    return datetime.now(UTC)


_tell: Callable[[], datetime] = _real


def now() -> datetime:
    """This moment, with its time zone."""
    return _tell()


def today() -> date:
    """The day in London: at 23:30 UTC in July it is already tomorrow there."""
    return now().astimezone(LONDON).date()


def told_by(source: Callable[[], datetime] | None) -> None:
    """Ask `source` from now on; None means the real clock. For the demonstration and for tests."""
    global _tell
    _tell = source or _real


def always_on(day: date) -> Callable[[], datetime]:
    """A clock whose hands move as usual but whose day is always `day`."""

    def tell() -> datetime:
        return datetime.combine(day, _real().astimezone(LONDON).time(), tzinfo=LONDON)

    return tell
