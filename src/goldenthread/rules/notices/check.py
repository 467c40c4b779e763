"""Does this draft letter carry all that its notice must, and does it go to everyone?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from goldenthread.rules.law import Source
from goldenthread.rules.lifecycle import Step
from goldenthread.rules.notices.elements import Element, Recipient
from goldenthread.rules.notices.notice import Notice
from goldenthread.rules.timetable.draft import representations_due
from goldenthread.rules.timetable.review import amendment_representations_due
from goldenthread.rules.wording import in_words


@dataclass(frozen=True, slots=True)
class LetterDraft:
    """A letter before it goes out.

    `carries` are the elements that its writer or template says it has, `to` those whom it goes to, `text` its
    words ("" to check only what is claimed), `dates` the days that it gives for elements, `served_on` the day
    on which it will be served.
    """

    carries: frozenset[Element]
    to: frozenset[Recipient]
    text: str = ""
    dates: Mapping[Element, date] = field(default_factory=lambda: MappingProxyType({}))
    served_on: date | None = None


@dataclass(frozen=True, slots=True)
class Missing:
    """What a draft letter lacks: an element or a recipient, why in a sentence, and if law asks for it."""

    what: Element | Recipient
    because: str
    is_duty: bool
    source: Source


def missing_from(notice: Notice, draft: LetterDraft) -> tuple[Missing, ...]:
    """Everything that the notice must or should carry, or whom it must reach, and the draft does not.

    With a text, an element that the draft claims must also be shown by its words, and its day must be there.
    Missing content is a ground on which the tribunal may allow a late appeal.
    """
    return (*_people(notice, draft), *_content(notice, draft))


def _people(notice: Notice, draft: LetterDraft) -> Iterator[Missing]:
    for goes_to in notice.to:
        if goes_to.recipient not in draft.to:
            because = f"The letter must also go to {goes_to.recipient.value}."
            yield Missing(goes_to.recipient, because, True, goes_to.source)


def _content(notice: Notice, draft: LetterDraft) -> Iterator[Missing]:
    for carries in notice.carries:
        problem = _problem(notice, carries.element, draft)
        if problem is not None:
            yield Missing(carries.element, problem, carries.is_duty, carries.source)


def _problem(notice: Notice, element: Element, draft: LetterDraft) -> str | None:
    if element not in draft.carries:
        return f"The letter does not give {element.words}."
    if draft.text and not element.is_shown_by(draft.text):
        return f"The letter is said to give {element.words}, but its words do not show it."
    day = draft.dates.get(element)
    if day is None:
        return None
    if draft.text and not _names(draft.text, day):
        return f"The letter should give {in_words(day)} for {element.words}, but its words do not."
    if element is Element.WINDOW and draft.served_on is not None:
        return _too_soon(notice, day, draft.served_on)
    return None


def _too_soon(notice: Notice, day: date, served_on: date) -> str | None:
    window = representations_due if Step.DRAFT_SENT in notice.tells else amendment_representations_due
    end = window(served_on).due_on
    if day >= end:
        return None
    return f"The letter gives the family until {in_words(day)}; they have until {in_words(end)}."


def _names(text: str, day: date) -> bool:
    return f"{day.day} {day:%B} {day.year}" in " ".join(text.split())
