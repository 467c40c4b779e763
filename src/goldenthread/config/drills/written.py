"""What do the writers of a drill write? Entries, requests, files and letters, each with a mark of its own."""

import re
from datetime import timedelta
from uuid import uuid4

from goldenthread.audit import clock
from goldenthread.config.drills.visitor import Answer, PageForm, Visitor
from goldenthread.config.drills.writers import Act, MakeAct

STEP = "consult-a-setting"
BECAUSE = "drill "
A_CASE = re.compile(r"/cases/(?!new/)[^/]+/")
SERVER_ERROR = 500


def kinds() -> list[MakeAct]:
    """The kinds of act that the writers do in turn."""
    return [entry, request, file, letter]


def entry(number: int) -> Act:
    """Record a step on one of the writer's cases."""
    mark = str(uuid4())

    def send(visitor: Visitor) -> Answer:
        address = f"/cases/{_case(visitor, number)}/record/{STEP}/"
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


def file(number: int) -> Act:
    """Bring a file to one of the writer's cases."""
    mark = str(uuid4())

    def send(visitor: Visitor) -> Answer:
        values = {"submission": mark, "csrfmiddlewaretoken": _token(visitor)}
        content = {"file": ("note.txt", f"{BECAUSE}{mark}\n".encode())}
        return visitor.post(f"/drill/{_case(visitor, number)}/", values, content)

    return Act("files", mark, send)


def letter(number: int) -> Act:
    """Queue a letter about the child of one of the writer's cases."""
    mark = str(uuid4())

    def send(visitor: Visitor) -> Answer:
        values = {"submission": mark, "csrfmiddlewaretoken": _token(visitor)}
        return visitor.post(f"/drill/{_case(visitor, number)}/letter/", values)

    return Act("letters", mark, send)


def _case(visitor: Visitor, number: int) -> str:
    """The reference of one of the writer's cases."""
    cases = [link for link in opened(visitor, "/work/past/").links() if A_CASE.fullmatch(link)]
    return cases[number % len(cases)].split("/")[2]


def _token(visitor: Visitor) -> str:
    return form_at(visitor, "/cases/new/").values["csrfmiddlewaretoken"]


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
