"""May this reason end a plan, at this age? No one loses a plan only for their age before 25."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from goldenthread.rules.law import Confirmed, Source
from goldenthread.rules.rights.ages import age_on
from goldenthread.rules.sources import act, code_of_practice, send_regulation
from goldenthread.rules.timetable.age import (
    OUTCOMES_ARE_WEIGHED_FROM,
    YOUNG_PERSON_UNTIL,
    Attends,
    plan_kept_at_25_due,
)
from goldenthread.rules.wording import in_words

_ADULT = 18


class Reason(Enum):
    """Why an authority would end a plan."""

    NOT_RESPONSIBLE = "the authority is no longer responsible"
    NOT_NECESSARY = "the plan is no longer necessary"
    STOPPED_ATTENDING = "the young person has stopped attending"
    AGE = "the person's age"


class ReviewFound(Enum):
    """What a review found of someone of 18 or over who stopped attending."""

    SHOULD_RETURN = "they wish to return, and that is appropriate"
    DO_NOT_WISH = "they do not wish to return"
    NOT_APPROPRIATE = "a return is not appropriate"


@dataclass(frozen=True, slots=True)
class Ceasing:
    """What a reason for ceasing is judged by.

    `outcomes_weighed`: the authority has considered whether the education and training outcomes are met.
    `review_found`: None before a review. `attends` and `course_ends_on` matter from 25.
    """

    born_on: date
    reason: Reason
    outcomes_weighed: bool = False
    review_found: ReviewFound | None = None
    attends: Attends = Attends.OTHER
    course_ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class MayCease:
    """Whether a reason can end a plan on a day, why in a sentence, and where that is written."""

    yes: bool
    because: str
    source: Source

    def __bool__(self) -> bool:
        return self.yes


def may_cease_because(ceasing: Ceasing, on: date) -> MayCease:
    """Can this reason end the plan, if decided on the day `on` (sections 45 and 46, regulations 29 and 30)?

    It judges the reason alone: consultation, notice and the hold during an appeal are asked of
    `goldenthread.rules.lifecycle`. Raises `NotInForce` before the Act.
    """
    YOUNG_PERSON_UNTIL.on(on)
    answers = {
        Reason.NOT_RESPONSIBLE: _not_responsible,
        Reason.NOT_NECESSARY: _not_necessary,
        Reason.STOPPED_ATTENDING: _stopped_attending,
        Reason.AGE: _age,
    }
    return answers[ceasing.reason](ceasing, on)


def _not_responsible(ceasing: Ceasing, on: date) -> MayCease:
    return MayCease(
        True,
        "The authority may cease a plan for someone who is no longer its responsibility. A move within "
        "England transfers the plan instead.",
        act("45(1)", Confirmed.READ),
    )


def _not_necessary(ceasing: Ceasing, on: date) -> MayCease:
    weighed_from = OUTCOMES_ARE_WEIGHED_FROM.on(on)
    if age_on(ceasing.born_on, on) < weighed_from.value:
        return MayCease(
            True, "The authority may cease a plan that is no longer necessary.", act("45(1)", Confirmed.READ)
        )
    if ceasing.outcomes_weighed:
        return MayCease(
            True,
            "The authority has weighed whether the outcomes are met, and finds the plan no longer necessary.",
            weighed_from.source,
        )
    return MayCease(
        False,
        f"From {weighed_from.value}, the authority must weigh whether the education and training outcomes "
        "are met before it decides.",
        weighed_from.source,
    )


def _stopped_attending(ceasing: Ceasing, on: date) -> MayCease:
    if age_on(ceasing.born_on, on) < _ADULT:
        return MayCease(
            False,
            "Someone under 18 who is out of education keeps the plan: amend it to bring them back.",
            send_regulation("29", Confirmed.READ),
        )
    source = send_regulation("30", Confirmed.READ)
    if ceasing.review_found is None:
        return MayCease(False, "Review the plan first, to find whether they wish to return.", source)
    if ceasing.review_found is ReviewFound.SHOULD_RETURN:
        return MayCease(
            False, "They wish to return and that is appropriate, so the plan is amended, not ended.", source
        )
    return MayCease(True, f"A review found that {ceasing.review_found.value}.", source)


def _age(ceasing: Ceasing, on: date) -> MayCease:
    until = YOUNG_PERSON_UNTIL.on(on)
    if age_on(ceasing.born_on, on) < until.value:
        return MayCease(False, "Age alone is never a reason to end a plan.", code_of_practice("9.200"))
    last = plan_kept_at_25_due(ceasing.born_on, ceasing.attends, ceasing.course_ends_on)
    return MayCease(
        True,
        f"The person is {age_on(ceasing.born_on, on)}. The authority may keep the plan until "
        f"{in_words(last.due_on)}, and not longer.",
        last.because,
    )
