"""An old payload is read, never rewritten: by today's code, and by tomorrow's."""

import json
from datetime import date

import pytest
from django.db import connection

import factories
from builders import a_case
from goldenthread.audit import journal
from goldenthread.audit.payloads import Readers, WrittenByANewerVersion
from goldenthread.audit.scope import Scope
from goldenthread.audit.seal.verifying import Heads, verify
from goldenthread.casework import actions, payloads, queries
from goldenthread.casework.declared_history import answers
from goldenthread.casework.history import details_from
from goldenthread.casework.models import Entry
from goldenthread.people import details
from goldenthread.people.models import PersonEntry
from goldenthread.rules.lifecycle import Adviser, Details, Step

SYSTEM = Scope.system("a test of payloads")

FIRST_VERSION = {
    "advice_received": '{"adviser": "psychologist"}',
    "decision_notified": '{"about": "decided_not_to_assess"}',
    "final_plan_sent": '{"names_setting": true}',
}
"""As the first version wrote them, to the letter. They are never changed here; readers are added instead."""

DECLARED_FIRST = (
    '{"request": {"received_on": "2024-03-04", "outcome": "Y", "outcome_on": "2024-04-12"},'
    ' "assessment": {"outcome": "Y"}, "named_plan": {"started_on": "2024-07-19"}, "active_plan": {}}'
)

PERSON_FIRST = (
    '{"surname": "Denholm", "forename": "Maya", "birth_date": "2019-05-03", "postcode": "IP99 1AA"}'
)


def with_a_second_version(kind):
    """Tomorrow's code: the setting that a plan names moves into a part of its own."""

    def read_first(payload):
        return {**payload, "names_setting": payload.pop("named", None)}

    return Readers({(kind, 1): read_first})


def kept_first(kind, text, case):
    return journal.append(
        Entry(
            case=case,
            kind=kind,
            happened_on=date(2024, 9, 2),
            recorded_at=factories.clock.now(),
            by_name="Ros Tilley",
            payload=json.loads(text),
            payload_version=1,
        )
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kind", "means"),
    [
        ("advice_received", Details(adviser=Adviser.PSYCHOLOGIST)),
        ("decision_notified", Details(about=Step.DECIDED_NOT_TO_ASSESS)),
        ("final_plan_sent", Details(names_setting=True)),
    ],
)
def test_a_step_of_the_first_version_is_read_by_the_newest_code(kind, means):
    entry = kept_first(kind, FIRST_VERSION[kind], factories.case())
    entry.refresh_from_db()
    assert details_from(entry.said) == means


def test_what_a_return_declared_in_the_first_version_is_read_by_the_newest_code():
    entry = Entry(kind=Entry.DECLARED, payload=json.loads(DECLARED_FIRST), payload_version=1)
    said = [(one.step, one.day) for answer in answers(entry.said).values() for one in answer.said]
    assert (Step.REQUEST_RECEIVED, date(2024, 3, 4)) in said
    assert (Step.FINAL_PLAN_SENT, date(2024, 7, 19)) in said


def test_details_of_a_person_of_the_first_version_are_read_by_the_newest_code():
    entry = PersonEntry(kind="recorded", payload=json.loads(PERSON_FIRST), payload_version=1)
    assert details.in_force([entry]).for_row()["birth_date"] == date(2019, 5, 3)


def test_a_reader_gives_the_newest_shape_and_leaves_the_payload_as_it_is():
    readers = Readers(
        {("step", 1): lambda said: {**said, "b": 2}, ("step", 2): lambda said: {**said, "c": 3}}
    )
    kept = {"a": 1}
    assert readers.read("step", 1, kept) == {"a": 1, "b": 2, "c": 3}
    assert readers.read("step", 2, kept) == {"a": 1, "c": 3}
    assert readers.read("step", 3, kept) == kept == {"a": 1}
    assert (readers.newest("step"), readers.newest("another")) == (3, 1)


@pytest.mark.parametrize("version", [0, 2])
def test_a_version_that_is_not_known_is_refused_rather_than_guessed(version):
    with pytest.raises(WrittenByANewerVersion):
        Readers().read("step", version, {})


def test_an_erased_payload_is_read_as_empty_whatever_its_version():
    assert Readers().read("step", 7, {"erased_under": 3}) == {}


@pytest.mark.django_db
def test_tomorrows_code_reads_yesterdays_rows_and_its_corrections_are_of_tomorrow(monkeypatch, seal_now):
    case = a_case().requested_on("2024-09-02").in_the_journal()
    kept = kept_first("final_plan_sent", '{"named": true}', case)
    tomorrow = with_a_second_version("final_plan_sent")
    for module in (payloads, Entry.__module__, actions):
        target = module if isinstance(module, str) else module.__name__
        monkeypatch.setattr(f"{target}.ENTRIES", tomorrow)
    page = queries.case_page(SYSTEM, case.reference)
    assert page.history.last(Step.FINAL_PLAN_SENT).happening.details.names_setting is True
    actions.correct_entry(kept, happened_on=date(2024, 9, 3), because="read wrongly", by=SYSTEM)
    correction = Entry.objects.get(corrects=kept)
    assert (correction.payload_version, correction.payload["names_setting"]) == (2, True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT payload, payload_version FROM casework_entry WHERE id = %s", [kept.pk])
        assert cursor.fetchone() == ('{"named": true}', 1)
    seal_now()
    assert verify(heads=Heads(), progress=lambda words: None).is_whole
