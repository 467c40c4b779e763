"""Whatever goes wrong and wherever a name stands, a sealed log does not say it. Names are planted."""

import io
import json
import logging
import logging.config
import threading
from contextlib import contextmanager

import pytest
from django.db import DataError, IntegrityError, connection, transaction
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import path
from structlog.contextvars import bound_contextvars

import factories
from builders import a_case
from goldenthread.accounts.access import open_to_everyone
from goldenthread.accounts.roles import Role
from goldenthread.config import urls
from goldenthread.operations.events import Event
from goldenthread.operations.log_privacy import KNOWN
from goldenthread.operations.logs import event_log, log_what_ends_a_program, logging_of
from goldenthread.people.models import Identifier

PLANTED = {
    "forename": "Wilhelmina",
    "surname": "Quillfeather",
    "upn": "A925000000017",
    "nhs_number": "9990000018",
    "postcode": "ZZ99 7QF",
    "email": "wilhelmina@quillfeather.example",
    "reason": "placed away from her stepfather",
}
"""A child who does not exist, as she might stand in a form, an error or an argument."""


@contextmanager
def sealed_log():
    """The lines that the real service would write while the block runs."""
    made = logging_of(sealed=True)
    before = {name: logging.getLogger(name) for name in made["loggers"]}
    handlers = {name: (list(one.handlers), one.propagate, one.level) for name, one in before.items()}
    root, level = list(logging.root.handlers), logging.root.level
    out = io.StringIO()
    made["handlers"]["lines"]["stream"] = out
    logging.config.dictConfig(made)
    try:
        yield out
    finally:
        logging.root.handlers, logging.root.level = root, level
        for name, (own, propagate, its_level) in handlers.items():
            one = logging.getLogger(name)
            one.handlers, one.propagate, one.level = own, propagate, its_level


def lines(out):
    return [json.loads(line) for line in out.getvalue().splitlines()]


def assert_says_nothing(out):
    """There are lines, each one is JSON, and none holds anything that was planted, whole or in part."""
    text = out.getvalue().casefold()
    assert lines(out)
    for value in PLANTED.values():
        for part in {value, *value.split()}:
            if len(part) > 3:
                assert part.casefold() not in text, part


def fail(forename, surname):
    """An error like a careless programmer's: its message holds what its variables hold."""
    about = {"child": f"{forename} {surname}", **PLANTED}
    raise ValueError(f"no plan for {about}")


@open_to_everyone
def failing(request, reference=""):
    fail(request.POST.get("forename", ""), request.POST.get("surname", ""))


@open_to_everyone
def answering(request, reference=""):
    return HttpResponse("ok")


urlpatterns = [
    path("fails/<str:reference>/", failing),
    path("answers/<str:reference>/", answering),
    *urls.urlpatterns,
]


@pytest.fixture
def at_the_door(settings):
    """The outermost part of the service, and pages that fail."""
    settings.ROOT_URLCONF = __name__
    settings.MIDDLEWARE = ["goldenthread.operations.middleware.RequestMiddleware"]
    return Client(raise_request_exception=False)


def test_an_exception_in_a_page_with_a_form(at_the_door):
    with sealed_log() as out:
        answer = at_the_door.post(f"/fails/{PLANTED['surname']}/?q={PLANTED['upn']}", PLANTED)
    assert answer.status_code == 500
    assert_says_nothing(out)
    failed = next(line for line in lines(out) if "error" in line)
    assert failed["error"] == ["builtins.ValueError"]
    assert any(place.endswith(" fail") for place in failed["at"])
    assert next(line for line in lines(out) if line.get("route"))["route"] == "fails/<str:reference>/"


@pytest.mark.parametrize(
    ("address", "status"),
    [
        (f"/answers/{PLANTED['surname']}/?q={PLANTED['nhs_number']}", 200),
        (f"/{PLANTED['email']}/nowhere/", 404),
    ],
)
def test_an_address_that_names_somebody(at_the_door, address, status):
    with sealed_log() as out:
        assert at_the_door.get(address).status_code == status
    assert_says_nothing(out)


def test_headers_that_name_somebody(at_the_door):
    with sealed_log() as out:
        at_the_door.get(
            "/answers/x/",
            headers={"User-Agent": PLANTED["forename"], "X-Request-ID": PLANTED["surname"], "Host": "x"},
        )
    assert_says_nothing(out)


def test_a_host_that_names_somebody(at_the_door, settings):
    settings.ALLOWED_HOSTS = ["send.example.org"]
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, "django.middleware.common.CommonMiddleware"]
    with sealed_log() as out:
        assert at_the_door.get("/answers/x/", headers={"Host": "quillfeather.example"}).status_code == 400
    assert_says_nothing(out)


@pytest.mark.django_db
def test_a_unique_violation_says_its_constraint_and_not_the_value():
    person = factories.person(forename=PLANTED["forename"], surname=PLANTED["surname"])
    Identifier.objects.create(person=person, kind="UPN", value=PLANTED["upn"])
    with sealed_log() as out:
        with pytest.raises(IntegrityError, match=PLANTED["upn"]) as caught, transaction.atomic():
            Identifier.objects.create(person=person, kind="UPN", value=PLANTED["upn"])
        logging.getLogger("django.request").error("%s", PLANTED["upn"], exc_info=caught.value)
    assert_says_nothing(out)
    assert lines(out)[0]["sqlstate"] == "23505"
    assert lines(out)[0]["constraint"] == "a_person_has_an_identifier_once"


@pytest.mark.django_db
def test_text_that_the_database_cannot_read_as_a_number():
    with sealed_log() as out:
        with pytest.raises(DataError, match=PLANTED["surname"]) as caught, transaction.atomic():
            connection.cursor().execute("SELECT %s::integer", [PLANTED["surname"]])
        logging.getLogger("goldenthread.anything").error("failed", exc_info=caught.value)
    assert_says_nothing(out)


def test_a_job_with_arguments_and_a_result():
    job = {"id": 7, "task_name": "casework.load_return", "queue": "returns", "task_kwargs": PLANTED}
    job["call_string"] = f"casework.load_return[7](surname={PLANTED['surname']!r})"
    with sealed_log() as out:
        logging.getLogger("procrastinate.worker").info(
            f"Job {job['call_string']} ended with status: Success - Result: {PLANTED['forename']}",
            extra={"action": "job_success", "job": job},
        )
    assert_says_nothing(out)
    (line,) = lines(out)
    assert (line["event"], line["job_id"], line["task"]) == ("job_success", 7, "casework.load_return")


@pytest.mark.parametrize(
    "name",
    ["goldenthread.casework", "some.library", "django.request", "procrastinate", "asyncio", "gunicorn.error"],
)
def test_a_careless_message(name):
    with sealed_log() as out:
        log = logging.getLogger(name)
        log.error(f"could not find {PLANTED['forename']} {PLANTED['surname']}")
        log.error("could not find %s at %s", PLANTED["forename"], PLANTED["postcode"])
        log.error("%(surname)s was not found", {"surname": PLANTED["surname"]})
        log.error(PLANTED["reason"], extra=PLANTED | {"action": PLANTED["reason"]})
        log.error(ValueError(PLANTED["surname"]))
    assert_says_nothing(out)
    assert len(lines(out)) == 5


def test_our_own_log_with_careless_words_and_values():
    with sealed_log() as out, bound_contextvars(**PLANTED, request_id=PLANTED["surname"]):
        LOG = event_log()
        LOG.error(f"no plan for {PLANTED['surname']}")
        LOG.error(Event.REQUEST_ANSWERED, **{name: PLANTED["surname"] for name in KNOWN if name not in CODES})
        LOG.error(Event.REQUEST_ANSWERED, **PLANTED)
    assert_says_nothing(out)


CODES = {"task", "queue", "check", "route"}
"""Values that only our own code gives, of names in the code: a word there cannot be told from a name."""


def test_nested_errors_say_every_kind_and_no_message():
    with sealed_log() as out:
        try:
            try:
                fail(PLANTED["forename"], PLANTED["surname"])
            except ValueError as first:
                raise LookupError(PLANTED["postcode"]) from first
        except LookupError:
            logging.getLogger("django.request").exception("Internal Server Error: %s", PLANTED["surname"])
    assert_says_nothing(out)
    (line,) = lines(out)
    assert line["error"] == ["builtins.LookupError", "builtins.ValueError"]
    assert line["event"] == "Internal Server Error: …"


def test_an_error_in_a_thread_that_nobody_catches(monkeypatch):
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr("sys.excepthook", None)
    with sealed_log() as out:
        log_what_ends_a_program()
        thread = threading.Thread(target=fail, args=(PLANTED["forename"], PLANTED["surname"]))
        thread.start()
        thread.join()
    assert_says_nothing(out)
    assert lines(out)[0]["event"] == Event.PROGRAM_ENDED


@pytest.mark.django_db
def test_a_coordinator_finding_and_recording(client):
    """The pages themselves, as they are used."""
    team = factories.team()
    user = factories.user(Role.TEAM_MANAGER, of=team)
    case = a_case().requested_on("2025-01-20").in_the_journal()
    client.force_login(user)
    with sealed_log() as out:
        client.get("/find/", {"q": f"{PLANTED['forename']} {PLANTED['surname']}"})
        client.post("/cases/new/", {**PLANTED, "received_on-day": "99", "because": PLANTED["reason"]})
        client.get(f"/cases/{case.reference}/{PLANTED['surname']}/")
    assert_says_nothing(out)
    assert case.reference not in out.getvalue()
    assert user.name not in out.getvalue()


def test_a_line_has_its_request_its_route_and_how_long_it_took(at_the_door):
    number = "0123456789abcdef0123456789abcdef"
    with sealed_log() as out:
        answer = at_the_door.get("/answers/x/", headers={"X-Request-ID": number})
    (line,) = [line for line in lines(out) if line["event"] == Event.REQUEST_ANSWERED]
    assert answer["X-Request-ID"] == line["request_id"] == number
    assert (line["method"], line["route"], line["status"]) == ("GET", "answers/<str:reference>/", 200)
    assert line["took_ms"] >= 0


def test_a_number_is_taken_over_from_a_trusted_proxy_only(at_the_door, settings):
    number = "0123456789abcdef0123456789abcdef"
    assert at_the_door.get("/answers/x/", headers={"X-Request-ID": number})["X-Request-ID"] == number
    elsewhere = at_the_door.get("/answers/x/", headers={"X-Request-ID": number}, REMOTE_ADDR="203.0.113.9")
    assert elsewhere["X-Request-ID"] != number
    assert len({at_the_door.get("/answers/x/")["X-Request-ID"] for _ in range(3)}) == 3


def test_the_demonstration_prints_words_and_the_traceback():
    """About invented people, for whoever develops: nothing is withheld there."""
    made = logging_of(sealed=False)
    out = io.StringIO()
    made["handlers"]["lines"]["stream"] = out
    formatter = made["formatters"]["lines"]
    handler = logging.StreamHandler(out)
    kind = formatter.pop("()")
    handler.setFormatter(kind(**formatter))
    try:
        fail("Wilhelmina", "Quillfeather")
    except ValueError:
        record = logging.LogRecord("django.request", logging.ERROR, __file__, 1, "%s failed", ("it",), None)
        record.exc_info = __import__("sys").exc_info()
        handler.emit(record)
    assert "it failed" in out.getvalue()
    assert "Quillfeather" in out.getvalue()


def test_nothing_is_left_of_a_request_when_the_next_one_comes(at_the_door):
    with sealed_log() as out:
        at_the_door.get("/answers/x/")
        logging.getLogger("django").error("after %s", "it")
    assert "request_id" not in lines(out)[-1]
    assert RequestFactory().get("/").path == "/"
