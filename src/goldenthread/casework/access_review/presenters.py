"""Reviews of access in words."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.urls import reverse

from goldenthread.accounts.models import Appointment
from goldenthread.accounts.terms import days_of, place_of
from goldenthread.audit import clock
from goldenthread.casework.access_review.models import AccessDecision, AccessReview
from goldenthread.casework.access_review.queries import Access, Listed, Reviewed
from goldenthread.casework.access_review.reading import Reading
from goldenthread.ui import words
from goldenthread.ui.fields import start_upper
from goldenthread.ui.values import Cell, Column, Link, Table

Row = list[Cell | str | int | float | None]


def rule() -> str:
    """The rule for unusual reading, as the page says it."""
    return (
        "A child counts as read outside someone’s own work if they opened the child’s record, or a document "
        "or letter in it, in the month, and the child is today neither on their caseload nor in one of their "
        "teams. For someone with neither, such as an analyst, every child counts. Lists and searches do not "
        "count. Beside it stands what is usual for them: the mean of the three months before. It is marked "
        f"where it is more than {settings.UNUSUAL_READING_TIMES} times the usual and at least "
        f"{words.plural(settings.UNUSUAL_READING_AT_LEAST, 'child', 'children')} more. A mark is a reason to "
        "ask, and proves nothing."
    )


def title(review: AccessReview) -> str:
    """Access in Northern team, January 2025"""
    where = f"in {review.team}" if review.team else "of everyone not in a manager’s team"
    return f"Access {where}, {words.month(review.month)}"


def lists(found: Sequence[Listed]) -> dict[str, Any]:
    """Tables of what is overdue, open and closed; None where there is nothing."""
    still_open = [one for one in found if one.review.closed_at is None]
    overdue = [one for one in still_open if one.is_overdue]
    return {
        "overdue": _reviews_table(overdue, "Overdue"),
        "overdue_words": f"{words.plural(len(overdue), 'review')} overdue." if overdue else "",
        "open": _reviews_table([one for one in still_open if not one.is_overdue], "To do"),
        "closed": _reviews_table([one for one in found if one.review.closed_at is not None], "Done"),
    }


def _reviews_table(found: Sequence[Listed], caption: str) -> Table | None:
    rows: list[Row] = [
        [
            Cell(title(one.review), href=reverse("access-review", args=[one.review.pk])),
            one.left,
            Cell(
                words.day(one.review.due_on), chip="overdue", alarming=True, note=words.day(one.review.due_on)
            )
            if one.is_overdue
            else words.day(one.review.due_on),
            words.moment(one.review.closed_at) if one.review.closed_at else None,
        ]
        for one in found
    ]
    columns = [Column("Review"), Column("To decide", number=True), Column("Due"), Column("Closed")]
    return Table(columns, rows, caption=caption, missing="not yet") if rows else None


def review_values(found: Reviewed, reviewer: int | None) -> dict[str, Any]:
    review, left = found.listed.review, found.listed.left
    shown = len(found.accesses)
    return {
        "title": title(review),
        "above": Link("Reviews of access", reverse("access-reviews")),
        "overdue": f"This was due on {words.day(review.due_on)}." if found.listed.is_overdue else "",
        "due": f"Due on {words.day(review.due_on)}.",
        "closed": f"Closed {words.moment(review.closed_at)}." if review.closed_at else "",
        "waiting": _waiting_table(found, reviewer) if found.accesses else None,
        "more": f"{shown} of {left} are shown. The next come when these are decided." if left > shown else "",
        "decided": _decided_table(found.decisions) if found.decisions else None,
        "rule": rule(),
    }


def _waiting_table(found: Reviewed, reviewer: int | None) -> Table:
    today = clock.today()
    review = found.listed.review
    rows: list[Row] = [_access_row(one, review, today, reviewer) for one in found.accesses]
    heads = (
        "Name",
        "Access",
        "When",
        "Last signed in",
        "Sealed records opened in an emergency",
        "Children read outside their own work",
        "Decide",
    )
    return Table([Column(head) for head in heads], rows, caption="To decide", missing="none")


def _access_row(one: Access, review: AccessReview, today: date, reviewer: int | None) -> Row:
    held = one.appointment
    to = reverse("decide-access", args=[review.pk, held.pk])
    return [
        Cell(held.user.name, note=held.user.email, break_anywhere=True),
        _access_of(held),
        Cell(days_of(held, today), note="Ends within a month" if _ends_soon(held, today) else ""),
        words.moment(held.user.last_login) if held.user.last_login else "Never",
        Cell(str(one.reading.emergencies), chip=str(one.reading.emergencies), alarming=True)
        if one.reading.emergencies
        else None,
        _reading_cell(one.reading),
        "Yours: a colleague decides" if held.user_id == reviewer else Cell("Keep or end", href=to),
    ]


def _reading_cell(reading: Reading) -> Cell:
    usual = f"usually {words.rounded(reading.usually)} a month"
    if reading.is_unusual:
        return Cell(str(reading.outside), chip=f"{reading.outside}, unusual", alarming=True, note=usual)
    return Cell(str(reading.outside), note=usual)


def _access_of(held: Appointment) -> str:
    return ", ".join(filter(None, [start_upper(held.role), place_of(held)]))


def _ends_soon(held: Appointment, today: date) -> bool:
    return held.ends_on is not None and held.ends_on <= today + timedelta(days=31)


def _decided_table(found: Sequence[AccessDecision]) -> Table:
    rows: list[Row] = [
        [
            one.appointment.user.name,
            _access_of(one.appointment),
            start_upper(one.get_decision_display()),
            one.because or None,
            f"{one.by_name}, {words.moment(one.decided_at)}",
        ]
        for one in found
    ]
    heads = ("Name", "Access", "Decision", "Why", "By")
    return Table([Column(head) for head in heads], rows, caption="Decided", missing="no reason given")


def decide_values(one: Access, review: AccessReview) -> dict[str, Any]:
    """What is known about one access, in sentences."""
    held, read = one.appointment, one.reading
    signed_in = words.moment(held.user.last_login) if held.user.last_login else "never"
    says = (
        f"They hold it {days_of(held, clock.today())}. Last signed in: {signed_in}. "
        f"In {words.month(review.month)} they read {words.plural(read.outside, 'child', 'children')} outside "
        f"their own work (usually {words.rounded(read.usually)} a month), and opened "
        f"{words.plural(read.emergencies, 'sealed record')} in an emergency."
    )
    return {"title": f"The access of {held.user.name}", "caption": _access_of(held), "says": says}
