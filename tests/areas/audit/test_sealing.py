"""Every row of a journal has its place in one chain, given at commit, whoever writes at the same time."""

import hashlib
import json
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import DatabaseError, connection, transaction

import factories
from builders import a_case
from goldenthread.audit.actions import record
from goldenthread.audit.models import AuditEvent, Seal, SealForm
from goldenthread.audit.scope import Scope
from goldenthread.audit.seal.canonical import TYPES
from goldenthread.audit.seal.queries import known_at, newest_position, position_of

SYSTEM = Scope.system("a test of the seal")
WRITERS = 8


def sealed_tables():
    return sorted({form.table for form in SealForm.objects.all()})


def chain():
    return list(Seal.objects.order_by("position"))


def is_whole(seals):
    """The chain, worked out once more here: gapless, each digest over the one before and the row."""
    before = b""
    for number, seal in enumerate(seals, start=1):
        said = f"{number}|{seal.table}|{seal.row_id}|{seal.form}|".encode()
        before = hashlib.sha256(before + said + bytes(seal.row_digest)).digest()
        if (seal.position, bytes(seal.digest)) != (number, before):
            return False
    return True


@pytest.mark.django_db
def test_rows_of_all_journals_share_one_chain(seal_now):
    a_case().requested_on("2025-01-20").in_the_journal()
    record("did something", factories.team(), by=SYSTEM)
    assert newest_position() == 0
    assert seal_now() == 2
    assert [seal.table for seal in chain()] == ["casework_entry", "audit_auditevent"]
    assert is_whole(chain())


@pytest.mark.django_db
def test_the_digest_of_a_row_is_the_same_on_every_postgresql_and_can_be_worked_out_without_one(seal_now):
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL timezone TO 'Pacific/Apia'")
        cursor.execute(
            "INSERT INTO audit_auditevent (id, at, act, actor_name, subject_kind, subject_id, because,"
            " details, person_id, seal_salt) VALUES (77, '2025-07-01 11:30:00.5+01', 'said \"yes\"',"
            " 'Siân Ŵyn', 'a\\b', '1', E'one\\ntwo', '{\"b\": 1.10, \"a\": [true, null]}', 9,"
            " '3f0c1c0e-9f3b-4f9e-8a54-0f4dd3a0b7c1')"
        )
    seal_now()
    salt = "3f0c1c0e-9f3b-4f9e-8a54-0f4dd3a0b7c1"
    details = '{"a": [true, null], "b": 1.10}'
    columns = [
        "77",
        "2025-07-01 10:30:00.5+00",
        'said "yes"',
        None,
        "Siân Ŵyn",
        "a\\b",
        "1",
        "one\ntwo",
        details,
    ]
    text = json.dumps([*columns, "9", "write"], ensure_ascii=False)
    seal = Seal.objects.get(table="audit_auditevent", row_id=77)
    assert bytes(seal.row_digest) == hashlib.sha256((salt + text).encode()).digest()


@pytest.mark.django_db
def test_an_act_that_is_taken_back_leaves_no_gap(seal_now):
    team = factories.team()
    record("first", team, by=SYSTEM)
    undone = transaction.savepoint()
    record("never was", team, by=SYSTEM)
    transaction.savepoint_rollback(undone)
    record("second", team, by=SYSTEM)
    assert seal_now() == 2
    assert is_whole(chain())


@pytest.mark.django_db
def test_a_load_of_many_rows_is_sealed_in_the_order_of_their_ids(seal_now):
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO audit_auditevent (at, act, actor_name, subject_kind, subject_id, because, details)"
            " SELECT now(), 'tried', 'A tester', 'test', n, '', '{}' FROM generate_series(1, 12000) AS n"
        )
    assert seal_now() == 12_000
    rows = [seal.row_id for seal in chain()]
    assert rows == sorted(rows)
    assert is_whole(chain())


@pytest.mark.django_db
def test_what_was_known_at_a_position_is_what_was_sealed_by_then(seal_now):
    team = factories.team()
    first = record("first", team, by=SYSTEM)
    then = seal_now()
    second = record("second", team, by=SYSTEM)
    assert position_of(second) is None
    later = seal_now()
    assert list(known_at(AuditEvent.objects.all(), then)) == [first]
    assert list(known_at(AuditEvent.objects.order_by("pk"), later)) == [first, second]
    assert (position_of(first), position_of(second)) == (then, later)


@pytest.mark.django_db
def test_every_column_of_a_sealed_table_is_covered_and_of_a_kind_that_is_written_in_one_way_only():
    for table in sealed_tables():
        newest = SealForm.objects.filter(table=table).order_by("-form").first()
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT column_name, data_type FROM information_schema.columns WHERE table_name = %s", [table]
            )
            kinds = dict(cursor.fetchall())
        assert set(newest.columns) == set(kinds) - {"seal_salt"}, table
        assert {kinds[name] for name in newest.columns} <= TYPES, table


@pytest.mark.django_db
def test_every_table_that_is_never_changed_is_sealed():
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname ~ '_is_append_only$'")
        protected = {row[0] for row in cursor.fetchall()}
    assert protected - {"audit_seal"} == set(sealed_tables())


def tries(statement, *, role=None):
    """What the database says to a statement, the transaction around it left whole."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            if role:
                cursor.execute(f"SET LOCAL ROLE {role}")
            cursor.execute(statement)
    except DatabaseError as problem:
        return str(problem)
    return "was allowed"


OF_THE_CHAIN = ["audit_seal", "audit_sealform", "audit_sealing", "audit_sealing_turn", "audit_erasing"]


@pytest.mark.django_db
@pytest.mark.parametrize("change", ["UPDATE {0} SET {1} = {1}", "DELETE FROM {0}", "TRUNCATE {0} CASCADE"])
def test_the_role_that_serves_pages_may_not_change_the_chain_nor_what_is_in_it(change):
    for table in [*sealed_tables(), *OF_THE_CHAIN]:
        column = "position" if table == "audit_seal" else "id" if table not in OF_THE_CHAIN[2:] else "xid"
        assert "permission denied" in tries(change.format(table, column), role="app"), table


@pytest.mark.django_db
@pytest.mark.parametrize("table", [*OF_THE_CHAIN, "audit_erasure"])
def test_the_role_that_serves_pages_may_not_write_a_seal_itself(table):
    assert "permission denied" in tries(f"INSERT INTO {table} DEFAULT VALUES", role="app")


@pytest.mark.django_db
def test_even_the_owner_of_the_tables_is_stopped_by_a_trigger(seal_now):
    a_case().requested_on("2025-01-20").in_the_journal()
    record("did something", factories.team(), by=SYSTEM)
    seal_now()
    for change in (
        "UPDATE audit_seal SET form = 2",
        "DELETE FROM audit_seal",
        "TRUNCATE audit_seal",
        "TRUNCATE audit_auditevent",
        "UPDATE audit_auditevent SET act = 'x'",
    ):
        assert "added, never changed" in tries(change), change


@pytest.mark.django_db(transaction=True)
def test_a_journal_is_not_written_on_an_old_view_of_the_chain():
    with connection.cursor() as cursor:
        cursor.execute("SET default_transaction_isolation TO 'repeatable read'")
    with pytest.raises(DatabaseError, match="read committed only"), transaction.atomic():
        record("did something", Seal, by=SYSTEM)
    with connection.cursor() as cursor:
        cursor.execute("RESET default_transaction_isolation")


@pytest.fixture
def sessions(transactional_db):
    """Opens further connections to the test's database, to plant transactions that overlap."""
    opened = []

    def session():
        opened.append(connection.get_new_connection(connection.get_connection_params()))
        return opened[-1]

    yield session
    for one in opened:
        one.close()


def add_event(session, act):
    session.execute(
        "INSERT INTO audit_auditevent (at, act, actor_name, subject_kind, subject_id, because, details)"
        " VALUES (now(), %s, 'A tester', 'test', '1', '', '{}')",
        [act],
    )


def acts_known_at(position):
    return list(known_at(AuditEvent.objects.order_by("pk"), position).values_list("act", flat=True))


@pytest.mark.django_db(transaction=True)
def test_long_transactions_open_across_a_moment_cannot_change_what_was_known_then(sessions):
    early, quick, late = sessions(), sessions(), sessions()
    add_event(early, "begun first, done last")
    add_event(late, "begun second")
    add_event(quick, "begun third, done first")
    quick.commit()
    then = newest_position()
    answer = acts_known_at(then)
    assert answer == ["begun third, done first"]
    late.commit()
    add_event(early, "added at the end")
    early.commit()
    assert newest_position() == 4
    assert acts_known_at(then) == answer
    assert [AuditEvent.objects.get(pk=seal.row_id).act for seal in chain()] == [
        "begun third, done first",
        "begun second",
        "begun first, done last",
        "added at the end",
    ]
    assert is_whole(chain())


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_eight_writers_never_fork_the_chain_and_a_reader_never_sees_a_gap(sessions):
    writers, watcher = [sessions() for _ in range(WRITERS)], sessions()
    seen = []
    done = threading.Event()

    def write(session):
        for number in range(25):
            for _ in range(number % 3 + 1):
                add_event(session, "wrote")
            if number % 7 == 3:
                session.rollback()
            else:
                session.commit()

    def read():
        while not done.is_set():
            row = watcher.execute("SELECT count(*), coalesce(max(position), 0) FROM audit_seal").fetchone()
            watcher.commit()
            seen.append(row)

    reader = threading.Thread(target=read)
    reader.start()
    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(write, writers))
    done.set()
    reader.join()
    assert seen
    assert all(count == newest for count, newest in seen)
    assert len(chain()) == AuditEvent.objects.count() > WRITERS * 25
    assert is_whole(chain())


@pytest.mark.django_db(transaction=True)
def test_whoever_waits_for_the_chain_holds_back_nobody_who_is_in_it(sessions):
    """One holds a row that the other's foreign key must look at, and both come to commit."""
    team = factories.team()
    holder, other = sessions(), sessions()
    holder.execute("SELECT 1 FROM organisations_team WHERE id = %s FOR UPDATE", [team.pk])
    add_event(holder, "holds the team")
    add_event(other, "added before the row whose foreign key is looked at")
    other.execute(
        "INSERT INTO people_person (surname, forename, sex, ethnicity, postcode, upn_unknown)"
        " VALUES ('Denholm', 'Maya', '', '', '', '')"
    )
    other.execute(
        "INSERT INTO casework_case (id, reference, person_id, team_id)"
        " SELECT 999999, '2025-9999', id, %s FROM people_person",
        [team.pk],
    )
    waiting = threading.Thread(target=other.commit)
    waiting.start()
    waiting.join(0.3)
    assert waiting.is_alive()
    holder.commit()
    waiting.join(10)
    assert not waiting.is_alive()
    assert len(chain()) == 2
    assert is_whole(chain())
