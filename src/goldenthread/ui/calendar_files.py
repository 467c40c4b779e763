"""How is a day or a meeting written so that a calendar takes it? iCalendar, RFC 5545."""

from collections.abc import Sequence
from datetime import UTC, datetime

LONGEST = 75
"""Octets of a line; what goes on begins with a space."""


def stamp(moment: datetime) -> str:
    """A moment in UTC, which every calendar turns into its own time."""
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def escaped(text: str) -> str:
    """Text as a value: commas, semicolons and ends of lines are marked."""
    for mark in ("\\", ";", ","):
        text = text.replace(mark, f"\\{mark}")
    return text.replace("\r\n", "\n").replace("\n", "\\n")


def calendar_of(maker: str, events: Sequence[Sequence[str]]) -> str:
    """A calendar of events, each the lines between BEGIN and END. `maker` says which page made it."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Golden Thread//{maker}//EN"]
    for event in events:
        lines += ["BEGIN:VEVENT", *event, "END:VEVENT"]
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _folded(line: str) -> list[str]:
    """Lines of at most 75 octets; what goes on begins with a space. Characters stay whole."""
    parts, rest = [], line
    while len(rest.encode()) > LONGEST:
        cut = LONGEST - 1
        while len(rest[:cut].encode()) > LONGEST - 1:
            cut -= 1
        parts.append(rest[:cut])
        rest = " " + rest[cut:]
    return [*parts, rest]
