"""Pages of measures over the sixty children: each answers, says what it may, and refuses what it must."""

import csv
import html
import io
from datetime import date

import pytest
from django.urls import reverse

import factories
from goldenthread.accounts.roles import Role
from goldenthread.analysis.catalogue import measures
from goldenthread.figures.jobs import work_out_figures_nightly
from goldenthread.figures.models import DeclaredStep, MeasuredSet, Watch
from goldenthread.ui import palette

pytestmark = pytest.mark.django_db

SHARE = "plans_in_20_weeks"


def text_of(response):
    return response.content.decode()


@pytest.fixture
def director(client):
    client.force_login(factories.user(Role.DIRECTOR))
    return client


@pytest.fixture
def analyst(client):
    client.force_login(factories.user(Role.ANALYST))
    return client


@pytest.fixture
def measured(measured_set) -> MeasuredSet:
    return measured_set


@pytest.fixture
def measured_with_cases(loaded) -> MeasuredSet:
    work_out_figures_nightly(0)
    return MeasuredSet.objects.get()


@pytest.mark.usefixtures("folders_of_its_own")
def test_before_any_figures_every_page_answers_and_says_so(director):
    assert "not worked out yet" in text_of(director.get(reverse("overview")))
    for name in ("catalogue", "clearing", "everywhere", "explore", "watches", "as-at"):
        assert director.get(reverse(name)).status_code == 200, name
    assert "No source yet" in text_of(director.get(reverse("measure", args=[SHARE])))


def test_the_overview_shows_both_clocks_in_their_order_and_the_measures(director, measured):
    page = text_of(director.get(reverse("overview")))
    assert page.index("Among plans issued") < page.index("For children who asked")
    assert "of 100 have a plan by 20 weeks" in page or "not known yet" in page
    assert measures()[SHARE].title in page
    assert "Requests refused an assessment:" in page  # what it is read beside
    assert "<script" not in page


def test_every_measure_has_a_page_with_its_definition(director, measured):
    for name, measure in measures().items():
        page = text_of(director.get(reverse("measure", args=[name])))
        assert measure.owner in page
        if measure.none_yet:
            assert "No source yet" in page


def test_timeliness_is_never_shown_without_the_second_clock(director, measured):
    page = text_of(director.get(reverse("measure", args=[SHARE])))
    assert page.index("Among plans issued") < page.index("For children who asked")
    assert "Half have a plan after" in page
    assert "England: 45.9%." in page


def test_few_periods_make_no_claim_and_no_colour(director, measured):
    page = text_of(director.get(reverse("explore"), {"measure": SHARE, "by": "quarter"}))
    assert "Too few periods to say whether it changed: 4 of the 12 that are needed." in page
    assert palette.YES not in page
    assert palette.NO not in page


def test_the_catalogue_finds_by_words_chapter_and_source(director, measured):
    every = html.unescape(text_of(director.get(reverse("catalogue"))))
    assert all(measure.title in every for measure in measures().values())
    found = text_of(director.get(reverse("catalogue"), {"q": "refused assessment", "topic": "decisions"}))
    assert "1 measure found." in found
    assert text_of(director.get(reverse("catalogue"), {"q": "zebra"})).count("No measure fits.") == 1
    assert director.get(reverse("catalogue"), {"topic": "zebra"}).status_code == 404


def test_everywhere_compares_groups_and_says_how_luck_was_allowed_for(director, measured_by_district):
    measured_by_district(SHARE, {"a": 20, "b": 30, "c": 40})
    page = text_of(director.get(reverse("everywhere"), {"measure": SHARE, "dimension": "district"}))
    assert "Many comparisons" in page
    asked = text_of(director.get(reverse("everywhere"), {"dimension": "sex"}))
    assert "a plan by 20 weeks" in asked
    assert director.get(reverse("everywhere"), {"measure": "backlog", "dimension": "sex"}).status_code == 404
    assert director.get(reverse("everywhere"), {"dimension": "zebra"}).status_code == 404


def test_a_dimension_without_a_source_says_so(director, measured):
    page = text_of(director.get(reverse("everywhere"), {"measure": SHARE, "dimension": "provider"}))
    assert "o source yet" in page


def test_the_address_of_what_was_explored_can_be_shared(director, measured):
    asked = {"measure": SHARE, "by": "year", "dimension": "sex", "set": measured.pk}
    page = text_of(director.get(reverse("explore"), asked))
    assert f"measure={SHARE}&amp;by=year&amp;dimension=sex&amp;set={measured.pk}" in page
    assert "Female" in page


def test_a_file_is_in_the_national_layout_without_small_numbers(director, measured):
    answer = director.get(reverse("explore-csv"), {"measure": SHARE, "dimension": "sex", "by": "year"})
    rows = list(csv.DictReader(io.StringIO(text_of(answer))))
    assert list(rows[0])[:5] == [
        "time_period",
        "time_identifier",
        "geographic_level",
        "country_code",
        "country_name",
    ]
    assert {row["new_la_code"] for row in rows} == {"E10000029"}
    assert all(len(row["time_period"]) == 4 for row in rows)
    assert {row["breakdown_topic"] for row in rows} == {"Total", "Sex"}
    for row in rows:
        for side in ("numerator", "denominator"):
            assert row[side] in ("c", "z") or float(row[side]) == 0 or float(row[side]) >= 5
    assert 'attachment; filename="plans_in_20_weeks-sex-year.csv"' in answer.headers["Content-Disposition"]


def rows_of(director, **asked):
    return list(csv.DictReader(io.StringIO(text_of(director.get(reverse("explore-csv"), asked)))))


@pytest.mark.parametrize(("measure", "side"), [("requests_received", "numerator"), (SHARE, "denominator")])
def test_subtracting_all_that_is_shown_from_the_total_gives_no_hidden_group(
    director, measured_by_district, measure, side
):
    """One group of three, four that are large: the total less those four must not be the three."""
    measured_by_district(measure, {"a": 3, "b": 20, "c": 30, "d": 40, "e": 50})
    rows = rows_of(director, measure=measure, dimension="district", by="year")
    total = next(row for row in rows if row["breakdown"] == "Total" and row[side] not in ("c", "z"))
    groups = {row["breakdown"]: row[side] for row in rows if row["breakdown_topic"] == "District"}
    hidden = [name for name, shown in groups.items() if shown == "c"]
    assert "a" in hidden
    assert len(hidden) > 1
    left = float(total[side]) - sum(float(shown) for shown in groups.values() if shown != "c")
    assert left >= 3 + 5  # what is left could be shared out otherwise, by the width of the rule at least
    page = text_of(director.get(reverse("explore"), {"measure": measure, "dimension": "district"}))
    table = page[page.index("Every group,") :]
    drawn = "".join(page.split("<svg")[1:])
    for name in hidden:
        assert f"{name.upper()}: " not in drawn
    assert table.count("not shown") >= len(hidden)
    for name in groups:
        whole = rows_of(director, measure=measure, dimension="district", group=name, by="year")
        assert [row[side] for row in whole if row["breakdown"] == name][-1] == groups[name]


def test_no_group_that_the_table_hides_is_in_a_chart(director, measured_by_district):
    measured_by_district(SHARE, {"Aford": 3, "Beford": 20, "Ceford": 30, "Deford": 40})
    asked = {"measure": SHARE, "dimension": "district"}
    page = text_of(director.get(reverse("everywhere"), asked))
    content, how = page.split("How this was compared")
    assert "Aford" in how.split("Not shown")[1]
    assert "Aford" not in content
    assert "Deford" in content


def test_the_chart_is_taken_along_as_a_drawing_and_as_a_picture(director, measured):
    drawing = director.get(reverse("explore-svg"), {"measure": SHARE})
    assert text_of(drawing).startswith("<svg")
    picture = director.get(reverse("explore-png"), {"measure": SHARE})
    assert picture.content[:8] == b"\x89PNG\r\n\x1a\n"
    assert len(picture.content) > 5_000


def test_the_walk_lists_cases_within_reach_and_counts_the_others(client, measured_with_cases):
    key = {"set": measured_with_cases.pk, "by": "year", "period": "2024-01-01"}
    address = reverse("measure-cases", args=[SHARE])
    client.force_login(factories.user(Role.ANALYST))
    assert "are listed." in text_of(client.get(address, key))
    client.force_login(factories.user(Role.COORDINATOR))
    assert "out of your reach" in text_of(client.get(address, key))
    client.force_login(factories.user(Role.DIRECTOR))
    assert client.get(address, key).status_code == 403
    page = text_of(client.get(reverse("measure", args=[SHARE])))
    assert address not in page


def test_a_step_is_declared_with_a_reason_shown_and_withdrawn(director, measured):
    address = reverse("declare-step", args=["backlog"])
    day = {"first_day-day": "1", "first_day-month": "7", "first_day-year": "2024"}
    assert "Error" in text_of(director.post(address, day))
    assert director.post(address, {**day, "because": "A new team began"}).status_code == 302
    step = DeclaredStep.objects.get()
    assert step.first_day == date(2024, 7, 1)
    page = text_of(director.get(reverse("measure", args=["backlog"])))
    assert "From 1 July 2024: A new team began." in page
    assert "already" in text_of(director.post(address, {**day, "because": "Again"}))
    director.post(reverse("withdraw-step", args=[step.pk]), {"because": "Nothing changed"})
    assert "A new team began" not in text_of(director.get(reverse("measure", args=["backlog"])))


def test_a_watch_is_begun_shown_and_ended(director, measured):
    address = reverse("begin-watch", args=["backlog"])
    typed = {
        "began_on-day": "1",
        "began_on-month": "1",
        "began_on-year": "2025",
        "about_words": "No child waits past 20 weeks",
    }
    assert director.post(address, typed).status_code == 302
    page = text_of(director.get(reverse("watches")))
    assert "No child waits past 20 weeks" in page
    assert "From 1 January 2025 to 1 January 2027" in page
    assert "watched already" in text_of(director.post(address, typed))
    director.post(
        reverse("end-watch", args=[Watch.objects.get().pk]), {"because": "Another measure is better"}
    )
    assert "Another measure is better" in text_of(director.get(reverse("watches")))


def test_who_may_not_declare_or_watch_is_refused(client, measured):
    client.force_login(factories.user(Role.COORDINATOR))
    for name in ("declare-step", "begin-watch"):
        assert client.get(reverse(name, args=["backlog"])).status_code == 403
    assert client.post(reverse("measures-refresh")).status_code == 403
    client.force_login(factories.user(Role.SENCO))
    for name in ("overview", "catalogue", "explore", "everywhere", "clearing", "watches"):
        assert client.get(reverse(name)).status_code == 403, name


def test_what_nobody_could_have_asked_for_is_not_found(director, measured):
    assert director.get(reverse("measure", args=["zebra"])).status_code == 404
    assert director.get(reverse("measure", args=[SHARE]), {"dimension": "zebra"}).status_code == 404
    assert director.get(reverse("overview"), {"set": "x"}).status_code == 404
    assert director.get(reverse("overview"), {"set": "999"}).status_code == 404
    assert director.post(reverse("notice-read", args=[999])).status_code == 404


def test_an_analyst_has_measures_worked_out_as_at_another_day(analyst, measured_with_cases):
    day = {"as_at-day": "31", "as_at-month": "10", "as_at-year": "2024"}
    assert analyst.post(reverse("as-at"), day).status_code == 302
    wanted = MeasuredSet.objects.order_by("-pk").first()
    assert wanted is not None
    assert wanted.as_at == date(2024, 10, 31)
    page = analyst.get(reverse("overview"))
    assert "Measures are being worked out." in text_of(page)
    assert page.headers["Refresh"]


def test_pages_of_measures_need_few_queries(director, measured, django_assert_max_num_queries):
    addresses = [
        reverse(name) for name in ("overview", "catalogue", "explore", "everywhere", "clearing", "watches")
    ]
    for address in [*addresses, reverse("measure", args=[SHARE])]:
        with django_assert_max_num_queries(16):
            director.get(address)
