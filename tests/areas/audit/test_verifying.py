"""Whatever was done to the journal behind its back, verifying finds it and names it."""

import base64
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection

import factories
from builders import a_case
from goldenthread.accounts.roles import Role
from goldenthread.audit.actions import record
from goldenthread.audit.erasure import approve_erasure, ask_for_erasure, erase
from goldenthread.audit.models import AuditEvent, Seal
from goldenthread.audit.scope import Scope
from goldenthread.audit.seal import signing
from goldenthread.audit.seal.faults import Kind
from goldenthread.audit.seal.heads import NotAHead, newest_head, read, read_all, write
from goldenthread.audit.seal.verifying import Heads, verify

pytestmark = pytest.mark.django_db

SYSTEM = Scope.system("a test of verifying")
NOW = datetime(2025, 2, 3, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def key(settings):
    settings.HEAD_KEY = signing.new_key()
    return signing.private_key()


@pytest.fixture
def journal(seal_now):
    """Twelve events and an entry, sealed."""
    a_case().requested_on("2025-01-20").in_the_journal()
    team = factories.team()
    for number in range(12):
        record(f"act {number}", team, by=SYSTEM, details={"number": number}, because="Ff – ŵ")
    return seal_now()


def behind_its_back(*statements):
    """As whoever holds the whole database: no trigger stops them."""
    with connection.cursor() as cursor:
        for table in ("audit_auditevent", "audit_seal"):
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        for statement in statements:
            cursor.execute(statement)


def found(heads=(), since=None, trusted=None):
    trusted = trusted or [signing.public_text(signing.private_key())]
    verdict = verify(heads=Heads(list(heads), trusted), since=since, progress=lambda words: None)
    return [(fault.kind, fault.position) for fault in verdict.faults]


def row_at(position):
    return Seal.objects.get(position=position).row_id


def head_now(at=NOW):
    head = newest_head("935", at, signing.private_key())
    return Path(head.file_name), head


def test_a_journal_that_nobody_touched_is_whole(journal):
    verdict = verify(heads=Heads(), progress=lambda words: None)
    assert (verdict.newest, verdict.is_whole, verdict.erased) == (journal, True, {})


def test_it_is_whole_whatever_the_session_is_set_to(journal):
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL timezone TO 'Asia/Kathmandu'")
        cursor.execute("SET LOCAL datestyle TO 'German'")
        cursor.execute("SET LOCAL extra_float_digits TO 0")
        cursor.execute("SET LOCAL bytea_output TO 'escape'")
        assert found() == []
        cursor.execute("SHOW timezone")
        assert cursor.fetchone() == ("Asia/Kathmandu",)


def test_a_row_added_under_other_settings_is_sealed_the_same(seal_now):
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL timezone TO 'Asia/Kathmandu'")
        cursor.execute("SET LOCAL datestyle TO 'German'")
        cursor.execute(
            "INSERT INTO audit_auditevent (at, act, actor_name, subject_kind, subject_id, because, details)"
            " VALUES ('1.7.2025 12:00:00.123456', 'far away', '', '', '', '', '{\"b\": 1.10, \"a\": null}')"
        )
    seal_now()
    assert found() == []


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ("UPDATE audit_auditevent SET act = 'nothing' WHERE id = {row}", Kind.CHANGED),
        ("UPDATE audit_auditevent SET at = at + interval '1 microsecond' WHERE id = {row}", Kind.CHANGED),
        ("UPDATE audit_auditevent SET details = '{{}}' WHERE id = {row}", Kind.CHANGED),
        ("UPDATE audit_auditevent SET actor_id = 7 WHERE id = {row}", Kind.CHANGED),
        ("UPDATE audit_auditevent SET seal_salt = gen_random_uuid() WHERE id = {row}", Kind.CHANGED),
        ("UPDATE audit_auditevent SET seal_salt = NULL WHERE id = {row}", Kind.CHANGED),
        ("DELETE FROM audit_auditevent WHERE id = {row}", Kind.REMOVED),
        ("UPDATE audit_seal SET row_id = -5 WHERE position = 6", Kind.SEAL_CHANGED),
        ("UPDATE audit_seal SET row_digest = sha256('') WHERE position = 6", Kind.SEAL_CHANGED),
        ("UPDATE audit_seal SET digest = sha256('') WHERE position = 6", Kind.SEAL_CHANGED),
        ("UPDATE audit_seal SET form = 2 WHERE position = 6", Kind.SEAL_CHANGED),
        ("DELETE FROM audit_seal WHERE position = 6", Kind.SEAL_REMOVED),
    ],
)
def test_what_was_done_to_one_row_or_its_seal_is_found_and_named(journal, change, kind):
    behind_its_back(change.format(row=row_at(6)))
    faults = found()
    assert (kind, 6) in faults
    assert {position for _, position in faults} <= {6, None}


def test_a_row_that_did_not_come_through_the_journal_is_found(journal):
    behind_its_back(
        "INSERT INTO audit_auditevent (at, act, actor_name, subject_kind, subject_id, because, details)"
        " VALUES (now(), 'never was', '', '', '', '', '{}')"
    )
    verdict = verify(heads=Heads(), progress=lambda words: None)
    (fault,) = verdict.faults
    assert (fault.kind, fault.table) == (Kind.UNSEALED, "audit_auditevent")
    assert fault.row_id == AuditEvent.objects.get(act="never was").pk
    assert str(fault.row_id) in str(fault)


@pytest.mark.parametrize(("one", "other"), [(4, 5), (3, 11), (1, 13)])
def test_two_places_that_were_exchanged_are_both_named(journal, one, other):
    behind_its_back(
        "ALTER TABLE audit_seal DROP CONSTRAINT audit_seal_pkey",
        f"UPDATE audit_seal SET position = {one + other} - position WHERE position IN ({one}, {other})",
    )
    faults = found()
    assert {(Kind.REORDERED, one), (Kind.REORDERED, other)} <= set(faults)
    # the one after an exchanged place fits no more; nothing else is blamed
    assert {position for _, position in faults} <= {one, other, one + 1, other + 1}


def test_contents_that_were_exchanged_are_both_named(journal):
    one, other = row_at(4), row_at(9)
    behind_its_back(
        f"UPDATE audit_auditevent SET id = -1 WHERE id = {one}",
        f"UPDATE audit_auditevent SET id = {one} WHERE id = {other}",
        f"UPDATE audit_auditevent SET id = {other} WHERE id = -1",
    )
    assert found() == [(Kind.CHANGED, 4), (Kind.CHANGED, 9)]


def test_a_cut_at_the_end_shows_beside_an_exported_head(journal):
    head = head_now()
    row = row_at(journal)
    behind_its_back(
        f"DELETE FROM audit_auditevent WHERE id = {row}",
        f"DELETE FROM audit_seal WHERE position = {journal}",
    )
    assert found() == []
    assert found([head]) == [(Kind.CUT, journal)]


def test_a_chain_that_was_made_anew_shows_beside_an_exported_head(journal, seal_now):
    early = newest_head("935", NOW, signing.private_key())
    record("one more", factories.team(), by=SYSTEM)
    seal_now()
    late = head_now(NOW + timedelta(days=1))
    row = row_at(journal + 1)
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_auditevent DISABLE TRIGGER audit_auditevent_is_append_only")
        cursor.execute("ALTER TABLE audit_seal DISABLE TRIGGER audit_seal_is_append_only")
        cursor.execute("DELETE FROM audit_seal WHERE position = %s", [journal + 1])
        cursor.execute("DELETE FROM audit_auditevent WHERE id = %s", [row])
    record("one more, in other words", factories.team(), by=SYSTEM)
    seal_now()
    assert found() == []
    assert found([(Path("early"), early), late]) == [(Kind.REWRITTEN, journal + 1)]


def test_what_a_head_covers_can_be_taken_as_given(journal, seal_now):
    _, head = head_now()
    behind_its_back(f"UPDATE audit_auditevent SET act = 'x' WHERE id = {row_at(3)}")
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_auditevent ENABLE TRIGGER USER")
        cursor.execute("ALTER TABLE audit_seal ENABLE TRIGGER USER")
    later = record("later", factories.team(), by=SYSTEM)
    newest = seal_now()
    assert found(since=head) == []
    behind_its_back(f"UPDATE audit_auditevent SET act = 'x' WHERE id = {later.pk}")
    assert found(since=head) == [(Kind.CHANGED, newest)]
    assert found() == [(Kind.CHANGED, 3), (Kind.CHANGED, newest)]


def test_a_head_that_another_key_signed_is_not_trusted(journal, settings):
    head = head_now()
    settings.HEAD_KEY = signing.new_key()
    assert found([head]) == [(Kind.HEAD, journal)]
    assert found([head], trusted=[head[1].public_key]) == []


def test_a_head_that_was_altered_is_not_trusted(journal):
    path, head = head_now()
    assert found([(path, replace(head, position=3))]) == [(Kind.HEAD, 3)]


def test_a_head_is_written_and_read_again(journal, tmp_path):
    _, head = head_now()
    path = write(head, tmp_path / "heads")
    assert list(read_all(tmp_path / "heads")) == [(path, head)]


OF_WRONG_KINDS = '{"area": "935", "position": "x", "digest": "zz", "taken_at": ""}'


@pytest.mark.parametrize("words", ["", "[]", "{}", OF_WRONG_KINDS])
def test_a_file_that_is_no_head_is_refused_by_name(tmp_path, words):
    path = tmp_path / "head-x.json"
    path.write_text(words)
    with pytest.raises(NotAHead, match=r"head-x\.json"):
        read(path)


def test_a_key_is_made_once_where_none_is_given(settings, tmp_path):
    settings.HEAD_KEY, settings.HEAD_KEY_FILE = "", tmp_path / "home" / "head-key"
    first = signing.public_text(signing.private_key())
    assert signing.public_text(signing.private_key()) == first
    assert settings.HEAD_KEY_FILE.stat().st_mode & 0o777 == 0o600
    assert len(base64.b64decode(first)) == 32


class TestErasedRows:
    @pytest.fixture
    def authority(self, journal, seal_now):
        asker, other = factories.scope(Role.TEAM_MANAGER), factories.scope(Role.TEAM_MANAGER)
        rows = AuditEvent.objects.filter(act__in=["act 3", "act 4"])
        authority = ask_for_erasure(rows, why="kept long enough", rule="schedule 1", by=asker)
        approve_erasure(authority, by=other)
        assert erase(rows, authority=authority, by=asker) == 2
        seal_now()
        return authority

    def test_leave_the_chain_whole_and_are_counted(self, authority):
        verdict = verify(heads=Heads(), progress=lambda words: None)
        assert verdict.is_whole
        assert verdict.erased == {authority.pk: 2}

    def test_are_found_when_their_tombstone_is_altered(self, authority):
        row = AuditEvent.objects.get(act="act 3")
        other = '{"erased_under": 99}'
        behind_its_back(f"UPDATE audit_auditevent SET details = '{other}' WHERE id = {row.pk}")
        assert [kind for kind, _ in found()] == [Kind.CHANGED]

    def test_are_not_made_by_a_tombstone_alone(self, authority):
        row = AuditEvent.objects.get(act="act 5")
        behind_its_back(
            f"UPDATE audit_auditevent SET details = '{{\"erased_under\": {authority.pk}}}', because = '',"
            f" seal_salt = NULL WHERE id = {row.pk}"
        )
        assert [kind for kind, _ in found()] == [Kind.CHANGED]

    def test_show_when_the_record_of_their_erasure_is_removed(self, authority):
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE audit_erasure DISABLE TRIGGER USER")
            cursor.execute("DELETE FROM audit_erasure WHERE id = (SELECT min(id) FROM audit_erasure)")
        assert {kind for kind, _ in found()} == {Kind.CHANGED, Kind.REMOVED}
