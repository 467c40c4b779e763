"""After an erasure no word of the record remains: not in any table, file, facts, letter, document or log.

Unusual words are planted in every text, JSON and binary column that can hold one for this child, by going
through the tables themselves, so that a new column is planted too. Then everything there is is read for
them.
"""

import io
import logging
from datetime import date

import pytest
from django.db import connection

import factories
from areas.retention.conftest import LONG_AGO
from builders import a_case
from goldenthread.audit.actions import record
from goldenthread.audit.kept import Way
from goldenthread.audit.scope import Scope
from goldenthread.casework.facts import facts
from goldenthread.casework.models import Case, Entry, Finding, Return
from goldenthread.documents import actions as documents
from goldenthread.figures.collection import write_facts
from goldenthread.figures.models import FigureSet
from goldenthread.figures.working_out import facts_folder
from goldenthread.improvement.models import SeenBy
from goldenthread.outbox import actions as outbox
from goldenthread.outbox.delivering import deliver
from goldenthread.outbox.outgoing import Outgoing
from goldenthread.people.models import Adult, Contact, Identifier, Person, PersonEntry, Relationship
from goldenthread.retention import actions, erasing
from goldenthread.retention.declarations import kept

pytestmark = pytest.mark.django_db
SYSTEM = Scope.system("a test")
WORD = "Quillfea"
TODAY = date(2025, 2, 3)


@pytest.fixture
def child(folders):
    """A child with something of every kind that an erasure must reach, each with a planted word."""
    source = factories.loaded_return()
    person = factories.person(f"{WORD}1", f"{WORD}2", birth_date=LONG_AGO, postcode=f"{WORD}3")
    case = factories.case(person)
    Identifier.objects.create(person=person, kind="UPN", value=f"{WORD}4")
    payload = {"request": {"received_on": "1980-01-01", "outcome": "N"}, "note": f"{WORD}5"}
    stamp = {"recorded_at": "2025-02-03T09:00:00Z", "by_name": "Someone", "because": f"{WORD}6"}
    factories.kept(
        Entry(case=case, kind="declared", happened_on=TODAY, declared_in=source, payload=payload, **stamp)
    )
    factories.kept(
        PersonEntry(
            person=person, kind="recorded", happened_on=TODAY, payload={"surname": f"{WORD}7"}, **stamp
        )
    )
    adult = Adult.objects.create(name=f"{WORD}8")
    factories.kept(
        Relationship(
            person=person,
            adult=adult,
            kind="parent",
            has_responsibility=True,
            evidence=f"{WORD}20",
            starts_on=TODAY,
            **stamp,
        )
    )
    factories.kept(Contact(adult=adult, address=f"{WORD}9", email=f"{WORD}@example.org", **stamp))
    Finding.objects.create(
        found_in=source,
        record="person 1",
        element="x",
        rule="1",
        found=f"{WORD}10",
        says="x",
        fix="x",
        sets_aside=False,
    )
    folder = folders / "MEDIA_ROOT" / "returns" / source.digest / "source"
    folder.mkdir(parents=True)
    (folder / "sen2.xml").write_text(f"<Surname>{WORD}</Surname>")
    record(
        "opened a record",
        case,
        by=SYSTEM,
        because=f"{WORD}11",
        details={"x": f"{WORD}12"},
        person_id=person.pk,
    )
    brought = documents.Brought(f"{WORD}13.txt", 12, io.BytesIO(f"{WORD}14".encode()))
    documents.add(
        brought, kind="advice", title=f"{WORD}15", about=documents.About(person.pk, case.pk), by=SYSTEM
    )
    for number, channel in enumerate(("post", "email")):
        letter = Outgoing(
            kind="letter",
            channel=channel,
            recipient=f"{WORD}16@example.org",
            recipient_name=f"{WORD}17",
            subject=f"{WORD}18",
            body=f"{WORD}19".encode(),
            idempotency_key=f"letter {number}",
            about_person_id=person.pk,
        )
        deliver(outbox.queue(letter, by=SYSTEM).pk, by=SYSTEM)
    write_the_facts(source)
    tell_a_case_study(person)
    return person


def tell_a_case_study(person):
    told = {"title": f"{WORD}30", "shows": f"{WORD}31", "provenance": f"{WORD}32", "kind": "case study"}
    told |= {"consented_by": f"{WORD}33", "consent_kept_at": f"{WORD}34", "person_id": person.pk}
    study = factories.evidence(factories.promise(), seen_by=SeenBy.ROOM, **told)
    factories.evidence_check(study, because=f"{WORD}35")
    factories.evidence_withdrawal(study, because=f"{WORD}36")


def write_the_facts(source):
    wanted = FigureSet.objects.create(
        area="935", year=source.year, as_at=TODAY, asked_at="2025-02-03T09:00:00Z"
    )
    tables = facts(SYSTEM, area="935", year=source.year)
    wanted.facts_digest = write_facts(tables, facts_folder(wanted))
    wanted.save()
    return wanted


def everything_in_the_database():
    """Every row of every table as text, whatever Django knows of it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
        )
        tables = [name for (name,) in cursor.fetchall()]
        for table in tables:
            cursor.execute(f'SELECT one::text FROM "{table}" AS one')
            for (row,) in cursor.fetchall():
                yield table, row


def where_it_stands(folders, text=WORD):
    """Every table and file in which the word can be read, also as the bytes of a binary column."""
    found = {
        table for table, row in everything_in_the_database() if text in row or text.encode().hex() in row
    }
    found |= {
        str(path.relative_to(folders))
        for path in folders.rglob("*")
        if path.is_file() and text.encode() in path.read_bytes()
    }
    return found


def erase(officer, guardian, policy):
    run = actions.prepare(as_at=TODAY, by=officer)
    actions.approve(run, by=guardian)
    return erasing.erase_run(run.pk, by=SYSTEM)


def test_the_words_are_there_before(child, folders):
    found = where_it_stands(folders)
    assert {table for table in found if "/" not in table} >= {
        "people_person",
        "people_personentry",
        "people_identifier",
        "people_adult",
        "people_contact",
        "casework_entry",
        "casework_finding",
        "documents_document",
        "documents_version",
        "outbox_message",
        "audit_auditevent",
    }
    assert {name.split("/")[0] for name in found if "/" in name} == {
        "MEDIA_ROOT",
        "FACTS_ROOT",
        "OUTBOX_ROOT",
    }


def test_afterwards_they_are_nowhere(child, folders, officer, guardian, policy, caplog):
    with caplog.at_level(logging.DEBUG):
        run = erase(officer, guardian, policy)
    assert [row.outcome for row in run.people.all()] == ["erased"]
    assert where_it_stands(folders) == set()
    assert WORD not in caplog.text


def test_what_is_kept_of_others_stays(child, folders, officer, guardian, policy):
    other = a_case().requested_on("2025-01-20").in_the_journal()
    Person.objects.filter(pk=other.person_id).update(surname="Steadfast")
    documents.add(
        documents.Brought("kept.txt", 4, io.BytesIO(b"kept")),
        kind="advice",
        title="Kept",
        about=documents.About(other.person_id, other.pk),
        by=SYSTEM,
    )
    erase(officer, guardian, policy)
    assert Person.objects.get(pk=other.person_id).surname == "Steadfast"
    assert where_it_stands(folders, "Steadfast") >= {"people_person"}
    assert any(path.read_bytes() == b"kept" for path in folders.rglob("*") if path.is_file())


def test_a_parent_with_another_child_here_is_not_forgotten_and_goes_with_the_last(
    child, folders, officer, guardian, policy
):
    brother = factories.person("Younger", "Brother", birth_date=date(2015, 1, 1))
    factories.case(brother)
    adult = Adult.objects.get()
    stamp = {"recorded_at": "2025-02-03T09:00:00Z", "by_name": "Someone"}
    factories.kept(
        Relationship(
            person=brother, adult=adult, kind="parent", has_responsibility=False, starts_on=TODAY, **stamp
        )
    )
    erase(officer, guardian, policy)
    assert where_it_stands(folders) == {"people_adult", "people_contact"}
    Person.objects.filter(pk=brother.pk).update(birth_date=LONG_AGO)
    erase(officer, guardian, policy)
    assert where_it_stands(folders) == set()


def test_after_an_erasure_the_record_still_opens_and_facts_can_still_be_worked_out(
    client, child, folders, officer, guardian, policy
):
    erase(officer, guardian, policy)
    facts(SYSTEM, area="935", year=Return.objects.get().year)
    client.force_login(factories.user(of=factories.team()))
    reader = factories.user(role_of_area())
    client.force_login(reader)
    answer = client.get(f"/cases/{Case.objects.get().reference}/")
    assert answer.status_code in (200, 404)
    assert WORD not in answer.content.decode()


def role_of_area():
    return next(role for role in factories.Role if role.value == "records officer")


def test_every_table_that_holds_text_about_a_child_was_planted_or_cannot_hold_any(child, folders):
    """A declared table without a planted row is one that this test does not try."""
    tried = {table for table, row in everything_in_the_database()}
    declared = {one.model._meta.db_table for one in kept(*Way)}
    assert declared - tried <= SELDOM, "plant a word in it"


SELDOM = {
    *("people_courtorder", "people_capacity", "people_death", "people_involvement", "people_sealing"),
    *("people_ownfamily", "people_shielding", "people_brokenseal", "people_sealjudgement"),
    *("people_matchdecision", "people_matchquestion", "account_emailaddress", "mfa_authenticator"),
    *("socialaccount_socialaccount", "signing_in_invitation"),
    *("accounts_user", "signing_in_session", "documents_scan", "figures_groupofperson", "casework_standing"),
}
"""Tables whose columns test_retention_covers_all.py holds against what an erasure takes."""
