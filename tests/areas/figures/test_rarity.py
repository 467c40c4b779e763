"""What is rare is charted by what lies between its events; what is not, by its counts."""

from datetime import date, timedelta

import pyarrow as pa
import pytest
from django.urls import reverse

import factories
from goldenthread.accounts.roles import Role
from goldenthread.analysis.catalogue import measures
from goldenthread.analysis.facts import Facts
from goldenthread.analysis.measuring import measuring
from goldenthread.analysis.rare import rare_events
from goldenthread.analysis.settings import settings_of
from goldenthread.analysis.statistics.process_behaviour import Standing
from goldenthread.figures.changes.rarity import rarity
from goldenthread.figures.measured.keeping import CLOCKS, EVENTS, FIGURES, keep
from goldenthread.sen2.schemas import TABLES

YEAR_LONG = "plans_over_a_year"
NEW = "new_plans"


def facts_with(gaps, plans=200):
    """Plans issued through 2024, those after so many others took more than a year."""
    late, last = set(), -1
    for gap in gaps:
        last += gap + 1
        late.add(last)
    rows = {"return": [{"area": "935", "census_day": date(2025, 1, 16)}], "requests": [], "assessments": []}
    for number in range(plans):
        issued = date(2024, 1, 1) + timedelta(days=number * 365 // plans)
        days = 400 if number in late else 100
        key = {"request_key": number + 1}
        asked = issued - timedelta(days=days)
        rows["requests"].append(key | {"person_key": number + 1, "received_on": asked, "outcome": "Y"})
        plan = {"outcome": "Y", "outcome_on": issued, "days_from_request": days}
        rows["assessments"].append(key | plan | {"issued_within_limit": days <= 140})
    return Facts({name: pa.Table.from_pylist(rows.get(name, []), schema) for name, schema in TABLES.items()})


def events_of(facts):
    with measuring(facts, settings_of([], "none")) as running:
        return rare_events(running, running.all_figures())


def test_a_share_that_seldom_counts_anybody_is_rare_and_one_that_often_does_is_not():
    events = events_of(facts_with([10, 40, 30, 50]))
    named = set(events["measure"].to_pylist())
    assert YEAR_LONG in named
    assert "requests_received" not in named
    rows = [row for row in events.to_pylist() if row["measure"] == YEAR_LONG]
    assert [row["cases"] for row in rows] == [11, 52, 83, 134, 200]
    assert [row["is_event"] for row in rows] == [True] * 4 + [False]
    assert rows[-1]["on_day"] == date(2025, 1, 16)


@pytest.fixture
def with_events(measured_set, measured_tables):
    def make(facts):
        tables = {FIGURES: measured_tables[FIGURES], CLOCKS: measured_tables[CLOCKS]}
        measured_set.facts_digest = "with events"
        measured_set.save()
        keep(measured_set, tables | {EVENTS: events_of(facts)})
        return measured_set

    return make


@pytest.mark.django_db
def test_gaps_are_the_cases_between_events_and_the_last_is_open(with_events):
    found = rarity(with_events(facts_with([10, 40, 30, 50])), measures()[YEAR_LONG])
    assert found.events == 4
    assert found.chart.gaps == (40, 30, 50, 66)
    assert found.chart.is_open
    assert found.chart.standing is Standing.TOO_FEW


@pytest.mark.django_db
def test_what_has_become_much_rarer_is_better_on_its_page_only_with_a_question(with_events, client):
    of = with_events(facts_with([3, 2, 4, 3, 2, 3, 4, 2, 3, 2, 3, 4, 3], plans=200))
    assert rarity(of, measures()[YEAR_LONG]).chart.standing is Standing.BETTER
    client.force_login(factories.user(Role.DIRECTOR))
    page = client.get(reverse("measure", args=[YEAR_LONG])).content.decode()
    assert "it has become rarer, for the better" in page
    assert "Each mark is the cases from one event to the next" in page
    assert ">Better?<" in page


@pytest.mark.django_db
def test_of_an_older_set_nothing_is_known_to_be_rare(measured_set):
    assert rarity(measured_set, measures()[YEAR_LONG]) is None
