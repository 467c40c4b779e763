"""When was each plan's latest annual review, and when did the authority write with its decision?"""

from datetime import date

from goldenthread.demo.synthesis.cases.days import MEETINGS_BY_MONTH, Days, days
from goldenthread.demo.synthesis.cases.decided import BEFORE
from goldenthread.demo.synthesis.cases.draft import Draft
from goldenthread.demo.synthesis.cases.standing import OLDER
from goldenthread.demo.synthesis.cohort.reviews import EARLIER, JANUARY, YEAR, Review, Reviews

FOUR_WEEKS = 28


def review(plans: list[Draft], reviews: Reviews, calendar: Days) -> None:
    """Give each plan that started before the year its review, or none; the newest go without first."""
    expected = [draft for draft in plans if draft.in_force and draft.kind in (OLDER, BEFORE)]
    expected.sort(key=lambda draft: (not _recent(draft, calendar, 3), calendar.rng.random()))
    held = [kind for kind, count in reviews.kinds.items() for _ in range(count)]
    calendar.rng.shuffle(held)
    recent_first = sorted(held, key=lambda kind: kind.meeting == EARLIER)
    reviewed = expected[reviews.none :]
    if len(reviewed) != len(held):
        raise ValueError("the reviews are not those of the plans old enough for one")
    reviewed.sort(key=lambda draft: not _recent(draft, calendar, 5))
    youngest = sum(_recent(draft, calendar, 5) for draft in reviewed)
    rest = recent_first[youngest:]
    calendar.rng.shuffle(rest)
    for draft, kind in zip(reviewed, recent_first[:youngest] + rest, strict=True):
        draft.meeting_on, draft.decision_on = _days_of(kind, calendar)
        _start_before_review(draft, calendar)
    _decide(reviewed, reviews, calendar)


def _recent(draft: Draft, calendar: Days, years: int) -> bool:
    """Is the plan or the child too new to have been reviewed long ago?"""
    if draft.born_on is None:
        raise ValueError("a plan's person has no birth date")
    return draft.kind == BEFORE or draft.born_on > calendar.first - days(365.25 * years)


def _days_of(kind: Review, calendar: Days) -> tuple[date, date | None]:
    """The day of the meeting and of the letter with the decision, if there was one."""
    if kind.decision is None:
        return _undecided_meeting(kind, calendar), None
    first, last = _span(kind.decision, calendar)
    shortest, longest = (6, FOUR_WEEKS) if kind.within else (FOUR_WEEKS + 1, 120)
    meeting_first, meeting_last = _span(kind.meeting, calendar)
    if kind.decision != kind.meeting:  # across a new year: only meetings near enough to it
        meeting_first = max(meeting_first, first - days(longest + (200 if not kind.within else 0)))
        meeting_last = min(meeting_last, last - days(shortest))
        if kind.within:
            meeting_first = max(meeting_first, first - days(FOUR_WEEKS - 8))
    else:
        meeting_last = max(meeting_first, last - days(shortest + 4))
    if kind.meeting == JANUARY:
        shortest = 1
        meeting_last = calendar.census - days(5)
    meeting = calendar.between(meeting_first, meeting_last, MEETINGS_BY_MONTH)
    decided = calendar.between(
        max(first, meeting + days(shortest)), min(last, max(first + days(14), meeting + days(longest)))
    )
    return meeting, _kept(decided, meeting, kind.within)


def _kept(decided: date, meeting: date, within: bool) -> date:
    """Hold the letter to its side of the four weeks, where the nearest working day fell on the other."""
    if within and (decided - meeting).days > FOUR_WEEKS:
        return meeting + days(FOUR_WEEKS)
    if not within and (decided - meeting).days <= FOUR_WEEKS:
        return meeting + days(FOUR_WEEKS + 1)
    return decided


def _span(year: str, calendar: Days) -> tuple[date, date]:
    if year == JANUARY:
        return calendar.last + days(1), calendar.census - days(1)
    if year == YEAR:
        return calendar.first, calendar.last
    return calendar.first - days(420), calendar.first - days(1)


def _undecided_meeting(kind: Review, calendar: Days) -> date:
    first, last = _span(kind.meeting, calendar)
    if kind.recent:
        return calendar.between(max(first, calendar.census - days(FOUR_WEEKS - 1)), last)
    return calendar.between(first, min(last, calendar.census - days(FOUR_WEEKS + 4)), MEETINGS_BY_MONTH)


def _start_before_review(draft: Draft, calendar: Days) -> None:
    """A plan is some months old when it is first reviewed."""
    if draft.meeting_on is None or draft.started_on is None or draft.born_on is None:
        raise ValueError("a reviewed plan lacks a day")
    newest = draft.meeting_on - days(240)
    if draft.kind == OLDER and draft.started_on > newest:
        draft.started_on = calendar.before(newest, 1, 130)
        draft.received_on = calendar.before(draft.started_on, 120, 220)
        draft.born_on = min(draft.born_on, draft.received_on - days(calendar.rng.randint(250, 700)))


def _decide(reviewed: list[Draft], reviews: Reviews, calendar: Days) -> None:
    """Hand out the outcomes; none goes first to plans without a decision."""
    outcomes = [code for code, count in reviews.outcomes.items() if code for _ in range(count)]
    calendar.rng.shuffle(outcomes)
    drawn = sorted(reviewed, key=lambda draft: (draft.decision_on is None, calendar.rng.random()))
    for draft, outcome in zip(drawn, outcomes, strict=False):
        draft.review_outcome = outcome
        if outcome == "A" and draft.decision_on and draft.meeting_on and calendar.rng.random() < 0.6:
            draft.draft_on = max(
                draft.meeting_on, draft.decision_on - days(calendar.rng.choice((0, 0, 1, 3)))
            )
