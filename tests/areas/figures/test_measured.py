"""Measures from the journal: kept with what they rest on, read through a scope, walked back to the cases."""

from datetime import date

import pytest

import factories
from fixtures.loaded_area import FEW
from goldenthread.accounts.roles import Role
from goldenthread.analysis.catalogue import measures
from goldenthread.audit import clock
from goldenthread.audit.errors import NotFound, NotPermitted, NotPossibleNow
from goldenthread.audit.scope import Part, Reach, Scope
from goldenthread.casework.models import Case
from goldenthread.figures.jobs import work_out_figures_nightly, work_out_measures
from goldenthread.figures.measured import queries
from goldenthread.figures.measured.actions import bring_groups, refresh_measures
from goldenthread.figures.measured.values import FigureKey, interval
from goldenthread.figures.models import MeasuredSet

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("folders_of_its_own", "few_measures")]

SYSTEM = Scope.system("a test")


@pytest.fixture
def measured(loaded):
    work_out_figures_nightly(0)
    found = queries.newest_measured(SYSTEM)
    assert found is not None
    return found


def test_the_night_works_out_measures_from_the_facts_of_the_published_figures(measured):
    assert set(measured.measures) == set(FEW)
    assert measured.facts_of is not None
    assert measured.position == measured.facts_of.position
    assert measured.first_day == date(2024, 1, 1)


def test_a_measure_over_time_covers_every_month_and_says_where_nothing_was_counted(measured):
    months = queries.series(SYSTEM, "plans_in_20_weeks")
    assert [one.key.period for one in months] == [date(2024, m, 1) for m in range(1, 13)] + [date(2025, 1, 1)]
    assert all((one.value is None) == bool(one.why_none) for one in months)
    assert [one.complete for one in months] == [True] * 12 + [False]


def test_a_share_has_an_interval_around_it(measured):
    (year, _) = queries.series(SYSTEM, "requests_refused", by="year")
    around = interval(measures()["requests_refused"], year)
    assert around.low < year.value < around.high


def test_groups_add_up_to_everyone(measured):
    everyone = queries.series(SYSTEM, "plans_in_20_weeks", by="year")[0]
    by_need = queries.by_group(SYSTEM, "plans_in_20_weeks", "need", period=date(2024, 1, 1))
    assert len(by_need) > 2
    assert sum(one.denominator for one in by_need) == everyone.denominator
    assert sum(one.numerator for one in by_need) == everyone.numerator


def test_a_dimension_without_a_source_says_so_and_is_there_once_somebody_tells_us(measured):
    assert dict((d.name, why) for d, why in queries.dimensions(SYSTEM))["district"] == "No source yet."
    assert queries.by_group(SYSTEM, "plans_in_20_weeks", "district") == []
    everyone = sorted(set(Case.objects.values_list("person_id", flat=True)))
    rows = [(person, "district", "Babergh" if person % 2 else "Ipswich") for person in everyone]
    assert bring_groups(rows, source="a test", by=SYSTEM) == len(everyone)
    work_out_figures_nightly(0)
    found = queries.by_group(SYSTEM, "requests_refused", "district", period=date(2024, 1, 1))
    assert [one.key.group for one in found] == ["Babergh", "Ipswich"]


def test_the_walk_from_a_figure_gives_its_cases_and_they_add_up_to_it(measured):
    year = queries.series(SYSTEM, "requests_refused", by="year")[0]
    walk = queries.records_behind(SYSTEM, year.key)
    assert walk.out_of_reach == 0
    assert sum(one.numerator for one in walk.records) == year.numerator
    assert sum(one.denominator for one in walk.records) == year.denominator
    assert all(one.case.reference for one in walk.records)


def test_the_walk_shows_nobody_out_of_reach_but_counts_them(measured):
    year = queries.series(SYSTEM, "requests_refused", by="year")[0]
    coordinator = factories.scope(Role.COORDINATOR)
    case = queries.records_behind(SYSTEM, year.key).records[0].case
    Case.objects.filter(pk=case.case_id).update(coordinator=coordinator.actor_id)
    walk = queries.records_behind(coordinator, year.key)
    assert [one.case.case_id for one in walk.records] == [case.case_id]
    assert walk.out_of_reach == year.denominator - 1


def test_as_at_an_earlier_day_what_came_later_is_not_known(measured):
    wanted = refresh_measures(by=SYSTEM, as_at=date(2024, 6, 30))
    work_out_measures(wanted.pk)
    then = queries.measured_set(SYSTEM, wanted.pk)
    assert then.status == MeasuredSet.Status.READY
    assert queries.newest_measured(SYSTEM) == measured
    now = queries.series(SYSTEM, "backlog", by="month")
    before = queries.series(SYSTEM, "backlog", by="month", of=then)
    assert [one.value for one in before] == [one.value for one in now][:6]


def test_every_request_stands_on_its_clock(measured):
    clocks = queries.clock_cohorts(SYSTEM)
    rows = clocks.rows.to_pylist()
    assert {row["outcome"] for row in rows} <= {"plan", "refused", "withdrawn", "moved", "open"}
    assert all(0 <= row["entered"] <= row["days"] for row in rows)
    assert {"need", "sex"} <= set(clocks.rows.column_names)


def test_the_catalogue_lists_every_measure_with_its_newest_figure_or_why_there_is_none(measured):
    listed = queries.catalogue(SYSTEM)
    assert [one.measure.name for one in listed] == list(measures())
    assert all(one.has_source or one.newest is None for one in listed)


def test_before_anything_was_worked_out_the_catalogue_says_so(db):
    assert {one.why_none for one in queries.catalogue(SYSTEM) if one.measure.source} == {
        "Measures were not worked out yet."
    }
    assert queries.series(SYSTEM, "backlog") == []
    assert queries.clock_cohorts(SYSTEM) is None


def test_measures_are_not_asked_for_twice_nor_of_a_day_to_come(loaded):
    with pytest.raises(NotPossibleNow, match="not come yet"):
        refresh_measures(by=SYSTEM, as_at=clock.today().replace(year=clock.today().year + 1))
    refresh_measures(by=SYSTEM)
    with pytest.raises(NotPossibleNow, match="being worked out already"):
        refresh_measures(by=SYSTEM)
    assert queries.measuring_now(SYSTEM).status == MeasuredSet.Status.WAITING


def test_a_day_before_the_facts_begin_fails_with_a_reason(loaded):
    wanted = refresh_measures(by=SYSTEM, as_at=date(2023, 5, 1))
    work_out_measures(wanted.pk)
    failed = queries.measuring_now(SYSTEM)
    assert failed.status == MeasuredSet.Status.FAILED
    assert "1 January 2024" in failed.problem


def test_who_may_not_see_figures_or_records_is_refused(measured):
    stranger = Scope(actor_id=1, actor_name="Someone", parts=(Part(Reach.AREA),))
    with pytest.raises(NotPermitted):
        queries.catalogue(stranger)
    director = factories.scope(Role.DIRECTOR)
    year = queries.series(director, "requests_refused", by="year")[0]
    with pytest.raises(NotPermitted):
        queries.records_behind(director, year.key)
    with pytest.raises(NotFound):
        queries.figure(SYSTEM, FigureKey(measured.pk, "no_such_measure", "year", date(2024, 1, 1)))
