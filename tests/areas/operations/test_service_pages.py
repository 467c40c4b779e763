"""What machines and those who look after the service are told, and what strangers are not."""

from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.db import connection
from lxml import html
from procrastinate.contrib.django.models import ProcrastinateJob
from prometheus_client.parser import text_string_to_metric_families

import factories
from goldenthread.accounts.roles import Role
from goldenthread.audit import clock
from goldenthread.audit.errors import NotFound, NotPermitted
from goldenthread.audit.models import AuditEvent
from goldenthread.audit.scope import Scope
from goldenthread.audit.seal import heads
from goldenthread.operations import health, queries
from goldenthread.operations.actions import keep_failure, retry_job
from goldenthread.operations.models import JobFailure

pytestmark = pytest.mark.django_db
SYSTEM = Scope.system("a test")
NAME = "Wilhelmina Quillfeather"


@pytest.fixture
def operator(client):
    user = factories.user(Role.OPERATOR)
    client.force_login(user)
    return user


@pytest.fixture
def failed():
    """A job that has failed once, with an error that names a child."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, args, status, attempts) "
            "VALUES ('returns', 'casework.load_return', %s, 'failed', 1) RETURNING id",
            ['{"child": "' + NAME + '"}'],
        )
        number = cursor.fetchone()[0]
    try:
        raise ValueError(NAME)
    except ValueError as error:
        keep_failure(number, "casework.load_return", 0, error, by=SYSTEM)
    return number


def a_worker_said(ago):
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_workers")
        cursor.execute("INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - %s)", [ago])


def words_of(answer):
    return " ".join(html.document_fromstring(answer.content).text_content().split())


def test_healthy_says_that_the_process_answers_and_asks_the_database_nothing(
    client, django_assert_num_queries
):
    with django_assert_num_queries(0):
        answer = client.get("/healthy")
    assert (answer.status_code, answer.content) == (200, b"healthy\n")
    assert "no-store" in answer["Cache-Control"]


def test_ready_when_everything_that_is_needed_is_well(client):
    answer = client.get("/ready")
    assert (answer.status_code, answer.content) == (200, b"ready\n")


@pytest.mark.parametrize("wrong", ["disk", "tables"])
def test_not_ready_without_saying_why(client, monkeypatch, wrong):
    if wrong == "disk":
        monkeypatch.setattr(health, "LEAST_FREE", 1.1)
    else:
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM django_migrations WHERE app = 'operations'")
    answer = client.get("/ready")
    assert (answer.status_code, answer.content) == (503, b"not ready\n")
    assert [check.name for check in health.checks() if check.needed and not check.well] == [wrong]


def test_a_silent_worker_calls_somebody_but_the_pages_stay(client):
    a_worker_said(timedelta(minutes=3))
    assert client.get("/ready").status_code == 200
    (worker,) = [check for check in health.checks() if check.name == "worker"]
    assert not worker.well
    assert "3 minutes" in worker.says
    a_worker_said(timedelta(seconds=5))
    assert [check.well for check in health.checks() if check.name == "worker"] == [True]


def test_what_cannot_be_asked_is_not_well(monkeypatch):
    def broken():
        raise OSError("the disk is gone")

    check = health.Question("disk", "Disk", broken).answer()
    assert not check.well
    assert check.says == "It could not be asked."


def counts(answer):
    return {
        (sample.name, *(sample.labels[label] for label in sorted(sample.labels))): sample.value
        for family in text_string_to_metric_families(answer.content.decode())
        for sample in family.samples
    }


def test_counts_are_read_on_this_computer_by_route_and_never_by_address(client, failed):
    client.get(f"/find/?q={NAME}")
    client.get(f"/{NAME}/")
    answer = client.get("/metrics")
    found = counts(answer)
    assert found["goldenthread_requests_total", "GET", "find/", "302"] >= 1
    assert found["goldenthread_requests_total", "GET", "(none)", "404"] >= 1
    assert found["goldenthread_jobs", "failed", "casework.load_return"] == 1
    assert found["goldenthread_check_well", "database"] == 1
    for part in NAME.split():
        assert part not in answer.content.decode()


@pytest.mark.parametrize(
    "how",
    [
        {"REMOTE_ADDR": "203.0.113.9"},
        {"HTTP_X_FORWARDED_FOR": "203.0.113.9"},
        {"HTTP_X_FORWARDED_PROTO": "https"},
    ],
    ids=["from elsewhere", "through a proxy", "through a proxy with TLS"],
)
def test_counts_do_not_exist_for_others(client, how):
    assert client.get("/metrics", **how).status_code == 404


def test_with_a_token_the_token_decides(client, settings):
    settings.METRICS_TOKEN = "t" * 40
    assert client.get("/metrics").status_code == 404
    assert client.get("/metrics", headers={"Authorization": "Bearer " + "x" * 40}).status_code == 404
    given = {"Authorization": "Bearer " + "t" * 40}
    assert client.get("/metrics", headers=given, REMOTE_ADDR="203.0.113.9").status_code == 200


def test_the_page_shows_checks_and_failed_jobs_and_nothing_of_a_person(client, operator, failed):
    words = words_of(client.get("/service/"))
    assert "casework.load_return" in words
    assert "builtins.ValueError" in words
    words_of_one = words_of(client.get(f"/service/jobs/{failed}/"))
    assert "test_service_pages" in words_of_one
    for part in NAME.split():
        assert part not in words + words_of_one


def test_a_failed_job_is_tried_again_by_an_operator_and_that_is_kept(client, operator, failed):
    answer = client.post(f"/service/jobs/{failed}/retry/", follow=True)
    assert "It is tried again" in words_of(answer)
    job = ProcrastinateJob.objects.get(pk=failed)
    assert job.status == "todo"
    kept = AuditEvent.objects.get(act="had a failed job tried again")
    assert (kept.actor_id, kept.details["job"]) == (operator.pk, failed)
    assert client.post(f"/service/jobs/{failed}/retry/").status_code == 404


def test_a_job_that_does_not_exist_is_not_found(client, operator):
    assert client.get("/service/jobs/4711/").status_code == 404
    assert client.get("/service/jobs/4711/retry/").status_code == 405


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.OPERATOR])
def test_nobody_else_sees_or_tries_again(role, failed):
    scope = factories.scope(role)
    with pytest.raises(NotPermitted):
        queries.failed_jobs(scope)
    with pytest.raises(NotPermitted):
        retry_job(failed, by=scope)


def test_a_job_that_is_not_failed_cannot_be_tried_again(failed):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'succeeded' WHERE id = %s", [failed])
    with pytest.raises(NotFound):
        retry_job(failed, by=SYSTEM)


def test_what_an_error_said_is_not_kept(failed):
    kept = JobFailure.objects.get(job_id=failed)
    assert kept.error == "builtins.ValueError"
    text = f"{kept.error} {kept.place}" + str(list(AuditEvent.objects.values_list("details", flat=True)))
    for part in NAME.split():
        assert part not in text


def a_head(taken_at, folder):
    heads.write(heads.newest_head("935", taken_at, Ed25519PrivateKey.generate()), folder)


@pytest.mark.parametrize(("hours", "well"), [(1, True), (25, True), (27, False)])
def test_an_old_head_calls_somebody(db, settings, tmp_path, hours, well):
    settings.HEADS_ROOT = tmp_path
    assert health.a_head_is_young_enough() == (False, "There is no signed head of the journal yet.")
    a_head(clock.now() - timedelta(hours=hours), tmp_path)
    assert health.a_head_is_young_enough()[0] == well


def test_a_file_among_the_heads_that_is_none_is_said(settings, tmp_path):
    settings.HEADS_ROOT = tmp_path
    (tmp_path / "head-935-1-x.json").write_text("{}")
    assert "audit verify" in health.a_head_is_young_enough()[1]
