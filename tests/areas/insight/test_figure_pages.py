"""Our figures beside others: on the page, in its table and as CSV."""

import csv

import pytest
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

import factories
from goldenthread.accounts.roles import Role

pytestmark = pytest.mark.django_db

SHARE = ["timeliness_20_week_totals", "PC_plans_issued_20_weeks_ex"]


@pytest.fixture
def analyst(client):
    client.force_login(factories.user(Role.ANALYST))
    return client


def text_of(response):
    return response.content.decode()


def test_before_a_return_published_figures_are_shown_and_ours_have_no_source(analyst):
    page = text_of(analyst.get(reverse("figures")))
    assert "not worked out yet" in page
    assert "46.4%" in page  # England, published for 2024
    assert "no source yet" in text_of(analyst.get(reverse("figure-beside", args=SHARE)))


def test_a_figure_stands_beside_england_region_and_areas_like_ours(analyst, worked_out):
    page = text_of(analyst.get(reverse("figure-beside", args=SHARE)))
    assert "Suffolk: 25.4% in 2024, 122nd highest of 151 areas. England: 46.4%." in page
    for words in ("East of England", "Somerset", "From our own record", "As at 16 January 2025.", "<svg"):
        assert words in page
    for words in ("Out of", "Left out", "Rule TM4", "Source"):
        assert words in page


def test_every_column_of_every_table_has_a_page(analyst, worked_out):
    index = text_of(analyst.get(reverse("figures")))
    for figure in worked_out.figures.all():
        assert reverse("figure-beside", args=[figure.table, figure.column]) in index


@pytest.mark.parametrize(
    "column",
    [
        ("annual_reviews_totals", "review_decision_outstanding"),
        ("caseload_totals", "ehcplans"),
        ("work_based_placements_totals", "open_wbp"),
        ("personal_budgets_totals", "pb_health"),
    ],
)
def test_counts_and_open_columns_have_pages_too(analyst, worked_out, column):
    assert analyst.get(reverse("figure-beside", args=column)).status_code == 200


def test_the_csv_holds_every_published_year(analyst):
    rows = list(csv.reader(text_of(analyst.get(reverse("figure-csv", args=SHARE))).splitlines()))
    assert rows[0] == ["time_period", "Suffolk", "England", "East of England"]
    assert rows[-1][:3] == ["2024", "25.4", "46.4"]


def test_any_area_can_be_shown_with_the_model_that_says_who_is_like_it(analyst):
    address = reverse("figure-beside", args=SHARE)
    kent = text_of(analyst.get(address, {"area": "886"}))
    assert "Kent:" in kent
    assert "Areas most like Kent" in kent
    assert "From our own record" not in kent
    older = text_of(analyst.get(address, {"model": "2021"}))
    assert "the Department’s model of 2021" in older
    for nonsense in ({"area": "000"}, {"area": "x"}, {"model": "1999"}):
        assert analyst.get(address, nonsense).status_code == 404


def test_a_break_in_the_series_is_marked_and_said(analyst):
    page = text_of(analyst.get(reverse("figure-beside", args=["requests_totals", "request_not_assess_pc"])))
    assert "The series breaks at the dotted line. Since the return of January 2023" in page
    assert "The definition changes. Since 2023 the share refused" in page
    assert 'stroke-dasharray="2 3"' in page


def test_a_figure_that_was_never_published_is_not_found(analyst):
    assert analyst.get(reverse("figure-beside", args=["caseload_totals", "nothing"])).status_code == 404
    assert analyst.get(reverse("figure-beside", args=["nothing", "ehcplans"])).status_code == 404


def test_an_analyst_has_figures_worked_out_again_and_sees_that_they_are(analyst, loaded):
    analyst.post(reverse("figures-refresh"))
    assert ProcrastinateJob.objects.filter(task_name="figures.work_out").count() == 1
    page = analyst.get(reverse("figures"))
    assert "being worked out" in text_of(page)
    assert page.headers["Refresh"]


def test_a_coordinator_sees_figures_but_cannot_have_them_worked_out(client, loaded):
    client.force_login(factories.user(Role.COORDINATOR))
    assert client.get(reverse("figures")).status_code == 200
    assert client.post(reverse("figures-refresh")).status_code == 403


def test_pages_of_figures_need_few_queries_however_many_cases_there_are(
    analyst, worked_out, django_assert_max_num_queries
):
    with django_assert_max_num_queries(15):
        analyst.get(reverse("figures"))
    with django_assert_max_num_queries(15):
        analyst.get(reverse("figure-beside", args=SHARE))
