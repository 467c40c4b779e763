"""Who was erased is told to the place of the backups, without a name, and erased again after a restore."""

import pyrage
import pytest
from pyrage import x25519

import factories
from areas.retention.conftest import LONG_AGO
from areas.retention.test_runs import TODAY, said_of
from goldenthread.accounts.roles import Role
from goldenthread.audit.models import ErasureApproval, ErasureAuthority
from goldenthread.audit.scope import Scope
from goldenthread.config.backup import aftercare, ledger
from goldenthread.config.backup.checking import About
from goldenthread.config.backup.destinations import Folder
from goldenthread.config.backup.settings import Chosen
from goldenthread.config.backup.snapshot import Head
from goldenthread.config.environment import Environment
from goldenthread.outbox import actions as outbox
from goldenthread.outbox.delivering import deliver
from goldenthread.outbox.models import Status
from goldenthread.outbox.outgoing import Outgoing
from goldenthread.people.models import Person, PersonEntry
from goldenthread.retention import actions, erasing
from goldenthread.retention.kinds import Kind

pytestmark = pytest.mark.django_db
SYSTEM = Scope.system("a test")
KEY = x25519.Identity.generate()
ABOUT = About("2025-01-01T00:00:00+00:00", Head(0, ""), {}, {}, [], 0, {})


@pytest.fixture
def place(tmp_path, monkeypatch):
    where = Folder(tmp_path / "backups")
    given = Environment({"GOLDEN_THREAD_BACKUP_RECIPIENT": str(KEY.to_public())})
    monkeypatch.setattr(ledger, "chosen", lambda: Chosen(where, 30, given))
    return where


@pytest.fixture
def person():
    made = factories.person("Old", "Record", birth_date=LONG_AGO)
    factories.kept(said_of(made))
    return made


@pytest.fixture
def run(person, settings, tmp_path):
    for name in ("MEDIA_ROOT", "FACTS_ROOT", "OUTBOX_ROOT"):
        setattr(settings, name, tmp_path / name)
    actions.set_policy(Kind.WITHOUT_PLAN, years=31, because="The board", by=SYSTEM)
    made = actions.prepare(as_at=TODAY, by=factories.scope(Role.RECORDS_OFFICER))
    actions.approve(made, by=factories.scope(Role.GUARDIAN))
    return made


def test_a_note_names_records_by_number_and_can_be_read_with_the_key_alone(place, person, run):
    name = ledger.write(erasing.erase_run(run.pk, by=SYSTEM))
    content = (place.path / name).read_bytes()
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(content, [x25519.Identity.generate()])
    plain = pyrage.decrypt(content, [KEY])
    assert b"Record" not in plain
    assert [one.people for one in ledger.erased(place, KEY)] == [(person.pk,)]


def test_a_run_that_erased_nobody_writes_no_note(place, run):
    assert ledger.write(run) == ""


def test_after_a_restore_they_are_erased_again_by_the_same_two_people(place, person, run):
    ledger.write(erasing.erase_run(run.pk, by=SYSTEM))
    back = restored(person)
    said = list(aftercare.after_restore(place, KEY, ABOUT))
    assert "1 children erased again, who were erased since" in said
    assert Person.objects.get(pk=back.pk).surname == ""
    newest = ErasureAuthority.objects.order_by("-pk")[0]
    assert newest.asked_by_id == run.asked_by_id
    run.refresh_from_db()
    assert ErasureApproval.objects.get(authority=newest).approved_by_id == run.decided_by_id
    assert "0 children erased again, who were erased since" in list(
        aftercare.after_restore(place, KEY, ABOUT)
    )


def restored(person):
    """As a backup of before the erasure has it: the name is there again, with a row nobody erased."""
    Person.objects.filter(pk=person.pk).update(surname="Record", forename="Old", birth_date=LONG_AGO)
    back = Person.objects.get(pk=person.pk)
    factories.kept(said_of(back))
    assert PersonEntry.objects.filter(person=back).count() == 2
    return back


def test_letters_that_had_not_left_wait_for_a_person_after_a_restore(place, settings, tmp_path):
    settings.OUTBOX_ROOT = tmp_path / "OUTBOX_ROOT"
    letter = Outgoing(
        kind="letter",
        channel="post",
        recipient="1 Street",
        recipient_name="A family",
        subject="Draft",
        body=b"Dear family",
        idempotency_key="one",
    )
    message = outbox.queue(letter, by=SYSTEM)
    assert "1 messages wait" in next(iter(aftercare.after_restore(place, KEY, ABOUT)))
    assert deliver(message.pk, by=SYSTEM) is Status.UNCLEAR
    assert not settings.OUTBOX_ROOT.exists()
