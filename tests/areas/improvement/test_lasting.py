"""Closing a promise begins watches; a measure that gets worse opens it again, and its owner is told."""

from datetime import date

import pytest
from django.urls import reverse
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

import factories
from goldenthread.accounts.roles import Role
from goldenthread.audit.models import AuditEvent
from goldenthread.audit.scope import Scope
from goldenthread.figures.jobs import work_out_measures
from goldenthread.figures.models import Watch
from goldenthread.improvement.actions import judging, plans
from goldenthread.improvement.actions.judging import MeasureDetails
from goldenthread.improvement.jobs import judge_promises
from goldenthread.improvement.judging.values import State, Test
from goldenthread.improvement.queries import judged

pytestmark = pytest.mark.django_db

BACKLOG = MeasureDetails("backlog", 40, date(2022, 12, 31), "The board's paper", 20, date(2025, 12, 31))


@pytest.fixture(autouse=True)
def _on_the_third_of_february(always_on):
    always_on(date(2025, 2, 3))


@pytest.fixture
def lead():
    return factories.user(Role.IMPROVEMENT_LEAD)


@pytest.fixture
def closed(promises, lead):
    judging.attach_measure(promises[0], BACKLOG, by=Scope.of(lead))
    return plans.close_promise(
        promises[0], closed_on=date(2024, 9, 1), because="Nobody waits", by=Scope.of(lead)
    )


def backlog(newest: float) -> list[tuple[float, float]]:
    return [(newest if place >= 20 else 10 + place % 2, 0) for place in range(24)]


def said(promise):
    by = Scope.system("a test")
    return judged.five_tests(by, [promise.pk])[promise.pk].of(Test.LASTING)


def test_closing_watches_the_measures_for_two_years_and_whoever_closed_is_told(closed, lead):
    (watch,) = Watch.objects.all()
    assert (watch.measure, watch.owner, watch.until) == ("backlog", lead, date(2026, 9, 1))
    assert watch.about == f"promise-{closed.pk}"


def test_while_nothing_gets_worse_it_is_watched(closed, two_years):
    two_years({"backlog": backlog(10)})
    judge_promises()
    closed.refresh_from_db()
    assert closed.closed_on is not None
    assert said(closed).state is State.NOT_YET


def test_an_adverse_signal_opens_the_promise_and_lasting_says_no(client, closed, lead, two_years):
    two_years({"backlog": backlog(40)})
    judge_promises()
    closed.refresh_from_db()
    assert closed.closed_on is None
    verdict = said(closed)
    assert verdict.state is State.NO
    assert "It did not last." in verdict.says
    event = AuditEvent.objects.filter(act="opened a promise again").get()
    assert (event.actor_id, event.actor_name) == (None, "Golden Thread")
    assert event.details == {"was_closed_on": "2024-09-01"}
    client.force_login(lead)
    assert "A measure that you watch got worse." in client.get(reverse("overview")).content.decode()
    judge_promises()
    assert AuditEvent.objects.filter(act="opened a promise again").count() == 1


def test_closed_again_it_begins_anew(closed, lead, two_years):
    two_years({"backlog": backlog(40)})
    judge_promises()
    closed.refresh_from_db()
    plans.close_promise(closed, closed_on=date(2025, 2, 1), because="It is well again", by=Scope.of(lead))
    assert Watch.objects.filter(ended_at=None).count() == 1
    judge_promises()
    closed.refresh_from_db()
    assert closed.closed_on == date(2025, 2, 1)


def test_who_opens_it_by_hand_ends_its_watches(closed, lead):
    plans.reopen_promise(closed, because="Families still wait", by=Scope.of(lead))
    assert not Watch.objects.filter(ended_at=None).exists()
    assert said(closed).state is State.NOT_KNOWN


def test_promises_are_judged_in_a_task_of_its_own_once_measures_are_worked_out(monkeypatch, measured_set):
    monkeypatch.setattr("goldenthread.figures.jobs.measure", lambda number, by: measured_set)
    work_out_measures(measured_set_id=measured_set.pk)
    assert [job.task_name for job in ProcrastinateJob.objects.all()] == ["improvement.judge"]
    assert app.tasks["improvement.judge"] is judge_promises
