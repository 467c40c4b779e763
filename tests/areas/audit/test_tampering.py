"""The drill `tamper`, small, on the test's own database: every kind of attack is found and named."""

import pytest
from django.db import connection

from goldenthread.config.drills import tamper
from goldenthread.config.drills.attacks import ATTACKS, Target
from goldenthread.config.drills.drill import Outcome
from goldenthread.config.drills.made_up import add_people

pytestmark = pytest.mark.django_db(transaction=True)

ATTEMPTS = 4 * len(ATTACKS)


class Area:
    """What the drill needs of a scratch area: the address of its administrator."""

    def __init__(self, server):
        self.server = server

    def url(self, role):
        return self.server.url(role, connection.settings_dict["NAME"])


@pytest.fixture
def area(database_server, settings, tmp_path):
    settings.HEAD_KEY_FILE = tmp_path / "head-key"
    add_people(3, lambda words: None)
    return Area(database_server)


@pytest.mark.slow
def test_every_kind_of_attack_is_found_and_named(area):
    told = []
    outcome = tamper.run(area, ATTEMPTS, told.append)
    assert outcome == Outcome(tried=ATTEMPTS, found=ATTEMPTS, lost=0), told


@pytest.mark.nightly
def test_five_hundred_attacks_are_found_and_named(area):
    told = []
    assert tamper.run(area, 500, told.append) == Outcome(tried=500, found=500, lost=0), told


def test_an_attack_that_verifying_did_not_name_counts_as_lost(area, monkeypatch):
    def nothing_at_all(chance):
        return Target("nothing was done", frozenset({"changed"}), frozenset({("casework_entry", 1)}))

    monkeypatch.setattr(tamper, "ATTACKS", (nothing_at_all,))
    assert tamper.run(area, 2, lambda words: None) == Outcome(tried=2, found=0, lost=2)


def test_a_journal_that_was_broken_before_is_said_to_be(area, monkeypatch):
    monkeypatch.setattr(tamper, "_erase_some", lambda: None)
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_auditevent DISABLE TRIGGER audit_auditevent_is_append_only")
        cursor.execute("DELETE FROM audit_auditevent WHERE id = (SELECT min(id) FROM audit_auditevent)")
        cursor.execute("ALTER TABLE audit_auditevent ENABLE TRIGGER audit_auditevent_is_append_only")
    told = []
    assert tamper.run(area, 3, told.append) == Outcome(tried=3, found=0, lost=3)
    assert "not whole" in told[-1]
