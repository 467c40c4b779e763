"""What does the seal cost? The same 100,000 rows by 8 writers, with and without it, in the same run.

Writers are processes that add entries and audit events as acts do, through the journal's one door, as the
role `app`, on an embedded PostgreSQL of its own that writes to disk at every commit. Floor: the same with the
seal's triggers off. Two shapes: acts of 4 rows, and loads of 2,000. The ratio may be at most 1.5.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import resource
import subprocess
import sys
import tempfile
import time
from multiprocessing.synchronize import Barrier
from pathlib import Path

import django
import psycopg
from django.apps import apps
from django.db import connection, transaction

from goldenthread.audit import clock, journal
from goldenthread.config.embedded_postgres import running

ROWS, WRITERS, ROUNDS, VERIFIED = 100_000, 8, 3, 1_000_000
AT_MOST = 1.5
SHAPES = {"acts of 4 rows": 4, "loads of 2,000 rows": 2_000}
TABLES = ("casework_entry", "audit_auditevent")


def main() -> int:
    asked = _asked()
    with tempfile.TemporaryDirectory(prefix="gt-bench-") as home:
        os.environ["GOLDEN_THREAD_HOME"] = home
        with running(Path(home)) as server:
            owner = server.url("owner")
            os.environ |= {
                "DJANGO_SETTINGS_MODULE": "goldenthread.config.settings.test",
                "DATABASE_URL": owner,
            }
            migrate = [sys.executable, "-m", "django", "migrate", "--no-input", "--verbosity", "0"]
            subprocess.run(migrate, check=True)
            os.environ["DATABASE_URL"] = server.url("app")
            with psycopg.connect(server.url("cluster"), autocommit=True) as administrator:
                _a_case(administrator)
                worst = max(_compare(administrator, name, size, asked) for name, size in SHAPES.items())
                _verify(administrator, asked.verify)
    print(f"at worst {worst:.2f} times the time without the seal; at most {AT_MOST} is promised")
    return 0 if worst <= AT_MOST else 1


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./gt bench seal", description=__doc__)
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--verify", type=int, default=VERIFIED, help="positions to verify afterwards")
    return parser.parse_args()


def _a_case(administrator: psycopg.Connection) -> None:
    administrator.execute(
        "INSERT INTO people_person (surname, forename, sex, ethnicity, postcode, upn_unknown)"
        " VALUES ('Denholm', 'Maya', '', '', '', '')"
    )
    administrator.execute(
        "INSERT INTO casework_case (id, reference, person_id) SELECT 1, '2025-0001', id FROM people_person"
    )


def _compare(administrator: psycopg.Connection, name: str, size: int, asked: argparse.Namespace) -> float:
    """The ratio of the best rounds; rounds with and without take turns, so both see the same machine."""
    best = {"without": float("inf"), "with": float("inf")}
    for _ in range(asked.rounds):
        for how, state in (("without", "DISABLE"), ("with", "ENABLE")):
            for table in TABLES:
                administrator.execute(f"ALTER TABLE {table} {state} TRIGGER {table}_is_sealed")
            best[how] = min(best[how], _seconds(size, asked.rows))
    sealed = administrator.execute("SELECT count(*) FROM audit_seal").fetchone()
    ratio = best["with"] / best["without"]
    print(
        f"{name}: {asked.rows:,} rows, {WRITERS} writers: {best['without']:.1f} s without the seal,"
        f" {best['with']:.1f} s with it: {ratio:.2f} ({sealed[0]:,} positions so far)",
        flush=True,
    )
    return ratio


def _verify(administrator: psycopg.Connection, wanted: int) -> None:
    """How long verifying takes, and how much memory, when the journal has grown to so many positions.

    Rows that were added while the seal was off are taken out first: they would be named one by one.
    """
    administrator.execute("SET session_replication_role TO replica")
    for table in TABLES:
        sealed = f"SELECT FROM audit_seal AS seal WHERE seal.table_name = '{table}' AND seal.row_id = one.id"
        administrator.execute(f"DELETE FROM {table} AS one WHERE NOT EXISTS ({sealed})")  # noqa: S608
    administrator.execute("SET session_replication_role TO origin")
    (there,) = administrator.execute("SELECT count(*) FROM audit_seal").fetchone() or (0,)
    administrator.execute(
        "INSERT INTO audit_auditevent (at, act, actor_name, subject_kind, subject_id, because, details)"
        " SELECT now(), 'recorded what happened', 'A writer', 'casework.Case', n, '', '{\"rows\": 4}'"
        " FROM generate_series(1, %s) AS n",
        [max(wanted - there, 0)],
    )
    administrator.execute("ANALYZE")
    began = time.perf_counter()
    verify = [sys.executable, "-m", "goldenthread.config.commands", "audit", "verify"]
    done = subprocess.run(verify, capture_output=True, text=True)
    took = time.perf_counter() - began
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{done.stdout.strip()} ({took:.1f} s, no process above {memory:.0f} MB)", flush=True)
    if done.returncode:
        raise SystemExit(done.stderr)


def _seconds(size: int, rows: int) -> float:
    start = multiprocessing.get_context("fork").Barrier(WRITERS + 1)
    context = multiprocessing.get_context("fork")
    writers = [context.Process(target=_write, args=(start, rows // WRITERS, size)) for _ in range(WRITERS)]
    for writer in writers:
        writer.start()
    start.wait()
    began = time.perf_counter()
    for writer in writers:
        writer.join()
    took = time.perf_counter() - began
    if any(writer.exitcode for writer in writers):
        raise SystemExit("a writer failed")
    return took


def _write(start: Barrier, rows: int, size: int) -> None:
    """Acts of `size` rows each: entries of a case, and the one audit event of the act."""
    django.setup()
    connection.ensure_connection()
    entry, event = apps.get_model("casework.Entry"), apps.get_model("audit.AuditEvent")
    start.wait()
    for first in range(0, rows, size):
        at = clock.now()
        said = {"case_id": 1, "kind": "family_consulted", "happened_on": at.date(), "recorded_at": at}
        about = {"subject_kind": "casework.Case", "subject_id": "1", "actor_name": "A writer"}
        with transaction.atomic():
            journal.append_many(
                [
                    entry(**said, by_name="A writer", payload={"names_setting": False})
                    for _ in range(min(size, rows - first) - 1)
                ]
            )
            journal.append(event(at=at, act="recorded what happened", details={"rows": size}, **about))


if __name__ == "__main__":
    sys.exit(main())
