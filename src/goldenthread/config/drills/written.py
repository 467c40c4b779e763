"""What the writers of a drill write, and is it there exactly once afterwards?"""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.db import connection, models

from goldenthread.audit import clock
from goldenthread.audit.models import AuditEvent
from goldenthread.casework.models import Case, Entry
from goldenthread.config.drills.drill import Progress
from goldenthread.config.drills.visitor import Answer, PageForm, Visitor
from goldenthread.config.drills.writers import Act, MakeAct

STEP = "consult-a-setting"
BECAUSE = "drill "
A_CASE = re.compile(r"/cases/(?!new/)[^/]+/")
SERVER_ERROR = 500


def kinds() -> list[MakeAct]:
    """The kinds of act that the writers do in turn."""
    return [entry, request, entry]


def entry(number: int) -> Act:
    """Record a step on one of the writer's cases."""
    mark = str(uuid4())

    def send(visitor: Visitor) -> Answer:
        cases = [link for link in opened(visitor, "/work/past/").links() if A_CASE.fullmatch(link)]
        address = f"{cases[number % len(cases)]}record/{STEP}/"
        form = form_at(visitor, address)
        typed = {**date_boxes("happened_on"), "because": BECAUSE + mark, "submission": mark}
        return visitor.send(form, typed)

    return Act("entries", mark, send)


def request(number: int) -> Act:
    """Open a case for a child who is not known yet."""
    mark = str(uuid4())

    def send(visitor: Visitor) -> Answer:
        form = form_at(visitor, "/cases/new/")
        typed = {
            "surname": f"Drill-{mark[:8]}",
            "forename": f"Child {number}",
            **date_boxes("birth_date", days_ago=3_000),
            **date_boxes("received_on"),
            "because": BECAUSE + mark,
            "submission": mark,
        }
        return visitor.send(form, typed)

    return Act("requests", mark, send)


def opened(visitor: Visitor, address: str) -> Answer:
    """A page that is there. Raises `ConnectionError` where what it needs was killed: try again."""
    answer = visitor.get(address)
    if answer.status >= SERVER_ERROR:
        raise ConnectionError(f"{answer.status} at {address}")
    return answer


def form_at(visitor: Visitor, address: str) -> PageForm:
    """The form of a page that is kept once only."""
    answer = opened(visitor, address)
    for form in answer.forms():
        if "submission" in form.values:
            return form
    raise LookupError(f"{answer.status} and no form at {address}")


def date_boxes(name: str, days_ago: int = 1) -> dict[str, str]:
    """The three boxes of a date some days ago."""
    day = clock.today() - timedelta(days=days_ago)
    return {f"{name}-day": str(day.day), f"{name}-month": str(day.month), f"{name}-year": str(day.year)}


def problems(acknowledged: Iterable[dict[str, Any]], progress: Progress) -> int:
    """How many acknowledged acts are not there exactly once, each said through `progress`."""
    marks = _counted(Entry, "submission", submission__isnull=False)
    because = _counted(Entry, "because", because__startswith=BECAUSE)
    cases = _counted(Case, "person__surname", person__surname__startswith="Drill-")
    audited = _counted(AuditEvent, "because", because__startswith=BECAUSE)
    connection.close()
    lost = 0
    for line in acknowledged:
        mark = line["mark"]
        reason = BECAUSE + mark
        counts = {"entry": marks[mark], "reason": because[reason], "audit": audited[reason]}
        if line["kind"] == "requests":
            counts["child"] = cases[f"Drill-{mark[:8]}"]
        wrong = {what: count for what, count in counts.items() if count != 1}
        if wrong:
            lost += 1
            progress(f"{line['kind']} {mark} is not there exactly once: {wrong}")
    doubled = sum(1 for count in (*because.values(), *cases.values()) if count > 1)
    if doubled:
        progress(f"{doubled} acts were kept twice")
    return lost + doubled


def _counted(model: type[models.Model], column: str, **which: Any) -> Counter[str]:
    """How often each value of a column is there."""
    rows = model._default_manager.filter(**which).values_list(column, flat=True)
    return Counter(str(value) for value in rows)
