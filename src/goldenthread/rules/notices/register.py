"""The register of notices, dated, and how to find one."""

from __future__ import annotations

from datetime import date

from goldenthread.rules.law import Confirmed, Parameter, Version
from goldenthread.rules.lifecycle import Step
from goldenthread.rules.notices.letters_about_plan import OTHER_LETTERS, REVIEW_LETTERS
from goldenthread.rules.notices.letters_to_plan import LETTERS_TO_PLAN
from goldenthread.rules.notices.notice import Notice
from goldenthread.rules.sources import COMMENCEMENT, send_regulation


def _number(notice: Notice) -> tuple[int, str]:
    return int(notice.number[1:]), notice.code


NOTICES: Parameter[tuple[Notice, ...]] = Parameter(
    "register of notices",
    (
        Version(
            COMMENCEMENT,
            tuple(sorted((*LETTERS_TO_PLAN, *REVIEW_LETTERS, *OTHER_LETTERS), key=_number)),
            send_regulation("32", Confirmed.INTERPRETATION),
        ),
    ),
)


def notices_numbered(
    number: str, on: date, *, register: Parameter[tuple[Notice, ...]] = NOTICES
) -> tuple[Notice, ...]:
    """The notice of that number on the day `on`, in all its forms ("N12" gives N12a and N12b; "N12a" one).

    Raises LookupError for a number that the register does not have.
    """
    found = tuple(notice for notice in register.on(on).value if number in (notice.number, notice.code))
    if not found:
        raise LookupError(f"the register of notices has no {number}")
    return found


def notices_telling(
    step: Step, on: date, *, register: Parameter[tuple[Notice, ...]] = NOTICES
) -> tuple[Notice, ...]:
    """The notices that accompany a step of the life cycle; none for a step that is not written to anyone."""
    return tuple(notice for notice in register.on(on).value if step in notice.tells)
