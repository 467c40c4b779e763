"""A watched measure that gets worse is told to its owner, once, and stays told until it was read."""

from datetime import date
from itertools import product

import pyarrow as pa
import pytest
from django.urls import reverse

import factories
from goldenthread.accounts.roles import Role
from goldenthread.audit.errors import NotFound
from goldenthread.audit.models import AuditEvent
from goldenthread.audit.scope import Scope
from goldenthread.figures.changes.actions import Watched, begin_watch, end_watch
from goldenthread.figures.changes.watching import look
from goldenthread.figures.measured.keeping import CLOCKS, FIGURES, keep
from goldenthread.figures.models import Watch, WatchNotice

pytestmark = pytest.mark.django_db

NIGHT = Scope.system("a test")
BACKLOG = "backlog"


@pytest.fixture
def owner():
    return factories.user(Role.DIRECTOR)


@pytest.fixture
def watch(owner, measured_set) -> Watch:
    what = Watched(BACKLOG, about="promise-7", about_words="No child waits past 20 weeks")
    return begin_watch(what, owner_id=owner.pk, began_on=date(2024, 10, 1), by=Scope.of(owner))


def figures_with(measured_set, measured_tables, newest: float, worse_from: int = 12) -> None:
    """The backlog stands at about ten each month of two years, then at `newest` from a month of 2024."""
    every = measured_tables[FIGURES].to_pylist()
    ours = [row for row in every if (row["measure"], row["by"], row["dimension"]) == (BACKLOG, "month", "")]
    rows = [row for row in every if row not in ours]
    for year, month in product((2023, 2024), range(1, 13)):
        value = newest if year == 2024 and month >= worse_from else 10.0 + month % 2
        rows.append({**ours[0], "period": date(year, month, 1), "numerator": value, "value": value})
    table = pa.Table.from_pylist(rows, schema=measured_tables[FIGURES].schema)
    measured_set.facts_digest = f"with {newest}"
    measured_set.first_day = date(2023, 1, 1)
    measured_set.save()
    keep(measured_set, {FIGURES: table, CLOCKS: measured_tables[CLOCKS]})


def test_a_signal_for_the_worse_is_written_down_once(watch, measured_set, measured_tables):
    figures_with(measured_set, measured_tables, newest=40.0)
    (notice,) = look(by=NIGHT)
    assert notice.period == date(2024, 12, 1)
    assert "Dec 2024 is above the limits" in notice.words
    assert notice.position == measured_set.position
    assert look(by=NIGHT) == []
    assert AuditEvent.objects.filter(act="a watch saw a measure get worse").count() == 1


def test_the_limits_are_those_of_before_the_watch(watch, measured_set, measured_tables):
    """Half of what is watched is far worse: limits drawn through that too would take it for usual."""
    Watch.objects.update(began_on=date(2024, 7, 1))
    figures_with(measured_set, measured_tables, newest=14.0, worse_from=7)
    assert {notice.period for notice in look(by=NIGHT)} >= {date(2024, 7, 1), date(2024, 8, 1)}


def test_a_past_of_less_than_a_year_has_no_limits_to_judge_by(watch, measured_set, measured_tables):
    Watch.objects.update(began_on=date(2023, 12, 1))
    figures_with(measured_set, measured_tables, newest=40.0)
    assert look(by=NIGHT) == []


def test_noise_is_not_told(watch, measured_set, measured_tables):
    for newest in (11.0, 10.0):
        figures_with(measured_set, measured_tables, newest)
        assert look(by=NIGHT) == []
    watch.refresh_from_db()
    assert watch.looked_at is not None


def test_a_signal_before_the_watch_began_is_not_its_business(watch, measured_set, measured_tables):
    Watch.objects.update(began_on=date(2025, 1, 1), until=date(2027, 1, 1))
    figures_with(measured_set, measured_tables, newest=40.0)
    assert look(by=NIGHT) == []


def test_an_ended_watch_and_one_that_is_over_are_not_looked_at(watch, owner, measured_set, measured_tables):
    figures_with(measured_set, measured_tables, newest=40.0)
    end_watch(watch.pk, "Another measure is better", by=Scope.of(owner))
    assert look(by=NIGHT) == []


def test_the_owner_sees_it_on_the_overview_until_it_was_read(
    client, watch, owner, measured_set, measured_tables
):
    figures_with(measured_set, measured_tables, newest=40.0)
    look(by=NIGHT)
    client.force_login(factories.user(Role.ANALYST))
    assert "A measure that you watch got worse." not in client.get(reverse("overview")).content.decode()
    client.force_login(owner)
    page = client.get(reverse("overview")).content.decode()
    assert "A measure that you watch got worse." in page
    assert "No child waits past 20 weeks" in page
    client.post(reverse("notice-read", args=[WatchNotice.objects.get().pk]))
    assert "A measure that you watch got worse." not in client.get(reverse("overview")).content.decode()
    assert "above the limits" in client.get(reverse("watches")).content.decode()


def test_somebody_elses_notice_is_not_mine_to_read(client, watch, measured_set, measured_tables):
    figures_with(measured_set, measured_tables, newest=40.0)
    look(by=NIGHT)
    client.force_login(factories.user(Role.ANALYST))
    assert client.post(reverse("notice-read", args=[WatchNotice.objects.get().pk])).status_code == 404


def test_a_measure_that_is_in_no_catalogue_cannot_be_watched(owner):
    with pytest.raises(NotFound):
        begin_watch(Watched("zebra"), owner_id=owner.pk, began_on=date(2024, 1, 1), by=Scope.of(owner))
