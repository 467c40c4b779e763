"""Waits side by side, a watch for one group, figures as known at a position, and what is kept of them."""

from datetime import date

import pytest
from django.urls import reverse

import factories
from goldenthread.accounts.roles import Role
from goldenthread.audit import clock
from goldenthread.figures.measured.keeping import folder_of
from goldenthread.figures.measured.working_out import KEPT, let_go_of_old_ones
from goldenthread.figures.models import FigureSet, MeasuredSet, Watch
from goldenthread.figures.working_out import facts_folder
from goldenthread.insight.measured.everywhere import everywhere, waits_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def director(client):
    client.force_login(factories.user(Role.DIRECTOR))
    return client


def text_of(response):
    return response.content.decode()


def test_who_waits_longest_is_asked_of_days_too(director, measured_set):
    page = text_of(director.get(reverse("everywhere"), {"measure": "days_to_plan", "dimension": "sex"}))
    assert "The middle wait in days of each group, among plans issued." in page
    assert "mean wait in days" not in page  # of two groups no funnel is drawn
    assert "Many comparisons" in page
    assert director.get(reverse("everywhere"), {"measure": "days_open"}).status_code == 200


def test_the_waits_of_groups_are_those_of_their_own_children(measured_set):
    everyone = waits_in(measured_set, "days_to_plan", "", "")
    by_sex = [waits_in(measured_set, "days_to_plan", "sex", one) for one in ("Female", "Male")]
    assert sorted(everyone) == sorted(days for each in by_sex for days in each)
    found = everywhere(factories.scope(Role.DIRECTOR), "days_to_plan", "sex", measured_set)
    assert {one.group: one.count for one in found.equity.groups} == {
        "Female": len(by_sex[0]),
        "Male": len(by_sex[1]),
    }
    assert [one.name for one in found.funnel.units] == ["Female", "Male"]


def test_a_watch_for_a_group_is_for_that_group_alone(director, measured_by_district):
    measured_by_district("plans_in_20_weeks", {"Aford": 40, "Beford": 60})
    whose = {"dimension": "district", "group": "Aford"}
    address = reverse("begin-watch", args=["plans_in_20_weeks"], query=whose)
    page = text_of(director.get(reverse("measure", args=["plans_in_20_weeks"]), whose))
    assert "Watch this group" in page
    assert "Watch this group" in text_of(director.get(address))
    typed = {"began_on-day": "1", "began_on-month": "1", "began_on-year": "2025"}
    assert director.post(address, {**typed, "about_words": "No child in Aford waits"}).status_code == 302
    watch = Watch.objects.get()
    assert (watch.dimension, watch.group) == ("district", "Aford")
    listed = text_of(director.get(reverse("watches")))
    assert "Plans issued within 20 weeks: Aford" in listed
    assert "dimension=district&amp;group=Aford" in listed


def test_a_group_that_is_not_there_or_is_withheld_cannot_be_watched(director, measured_by_district):
    measured_by_district("plans_in_20_weeks", {"Aford": 3, "Beford": 20, "Ceford": 30, "Deford": 40})
    for group in ("Zedford", "Aford"):
        whose = {"dimension": "district", "group": group}
        answer = director.get(reverse("begin-watch", args=["plans_in_20_weeks"], query=whose))
        assert answer.status_code == 404, group


def test_a_position_to_come_is_refused_and_what_was_typed_is_kept(client, loaded):
    client.force_login(factories.user(Role.ANALYST))
    typed = {"as_at-day": "31", "as_at-month": "10", "as_at-year": "2024", "known_at": "99999999"}
    refused = text_of(client.post(reverse("as-at"), typed))
    assert "has not come to that position" in refused
    assert "99999999" in refused
    assert not MeasuredSet.objects.exists()


def night():
    """Published figures and measures of one night, with the facts they rest on."""
    when = {"area": "935", "year": 2025, "as_at": date(2025, 1, 16), "asked_at": clock.now()}
    done = {"status": "ready", "asked_by_name": "a test", "ready_at": clock.now()}
    facts = FigureSet.objects.create(**when, **done)
    measured = MeasuredSet.objects.create(**when, **done, facts_of=facts)
    for folder in (facts_folder(facts), folder_of(measured) / "tables"):
        folder.mkdir(parents=True)
        (folder / "requests.parquet").write_bytes(b"rows")
    return facts, measured


@pytest.mark.usefixtures("folders_of_its_own")
def test_facts_that_no_kept_set_rests_on_are_let_go():
    nights = [night() for _ in range(KEPT + 2)]
    let_go_of_old_ones(nights[-1][1])
    kept = [facts_folder(facts).exists() for facts, _ in nights]
    assert kept == [False] * 2 + [True] * KEPT
    assert [folder_of(measured).exists() for _, measured in nights] == kept
