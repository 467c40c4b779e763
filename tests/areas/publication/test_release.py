"""Releasing figures: one audited act, one snapshot, open to everyone and never changed."""

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

import factories
from goldenthread.accounts.roles import Role
from goldenthread.analysis.disclosure import Rule, safe_count, safe_share
from goldenthread.audit.errors import NotPermitted, NotPossibleNow
from goldenthread.audit.models import AuditEvent
from goldenthread.audit.scope import Scope
from goldenthread.figures.models import Figure
from goldenthread.publication.actions import release_figures
from goldenthread.publication.headlines import HEADLINES, hidden_words, shown
from goldenthread.publication.models import Release
from goldenthread.publication.queries import draft
from goldenthread.publication.snapshot import digest_of

pytestmark = pytest.mark.django_db

SYSTEM = Scope.system("a test")


def release():
    return release_figures(seen=digest_of(draft(SYSTEM).content), by=SYSTEM)


def text_of(response):
    return response.content.decode()


@pytest.fixture
def director(client):
    client.force_login(factories.user(Role.DIRECTOR))
    return client


def test_before_the_first_release_the_public_page_says_so(client):
    response = client.get(reverse("public-home"))
    assert response.status_code == 200
    assert "Nothing was released yet" in text_of(response)


def test_figures_become_public_by_one_audited_act(director, worked_out):
    page = text_of(director.get(reverse("release-figures")))
    assert "This is what everyone would see" in page
    assert "Nothing was released yet" in text_of(director.get(reverse("public-home")))
    seen = digest_of(draft(SYSTEM).content)
    director.post(reverse("release-figures"), {"seen": seen, "looked": "on"})
    assert AuditEvent.objects.filter(act="released figures to the public").count() == 1
    public = text_of(director.get(reverse("public-home")))
    assert "children and young people had a plan on 16 January 2025" in public
    assert "<svg" in public


def test_releasing_needs_someone_to_have_looked(director, worked_out):
    seen = digest_of(draft(SYSTEM).content)
    response = director.post(reverse("release-figures"), {"seen": seen})
    assert response.status_code == 422
    assert Release.objects.count() == 0


def test_what_changed_since_it_was_looked_at_is_not_released(worked_out):
    with pytest.raises(NotPossibleNow, match="changed since you looked"):
        release_figures(seen="something else", by=SYSTEM)


def test_the_same_figures_are_not_released_twice(worked_out):
    release()
    with pytest.raises(NotPossibleNow, match="already"):
        release()


def test_a_release_cannot_be_changed_or_removed_in_the_database(worked_out):
    release()
    for attempt in (lambda: Release.objects.update(digest="x"), Release.objects.all().delete):
        with pytest.raises(DatabaseError, match="added, never changed"), transaction.atomic():
            attempt()


def test_later_figures_do_not_change_what_was_released(client, worked_out):
    release()
    before = text_of(client.get(reverse("public-home")))
    Figure.objects.filter(value__isnull=False).update(value=1, printed="1")
    assert text_of(client.get(reverse("public-home"))) == before


def test_the_public_page_sets_no_cookie_and_can_be_kept_by_any_cache(client, worked_out):
    release()
    response = client.get(reverse("public-home"))
    assert not response.cookies
    assert "public" in response.headers["Cache-Control"]
    assert "Cookie" not in response.headers.get("Vary", "")
    again = client.get(reverse("public-home"), headers={"If-None-Match": response.headers["ETag"]})
    assert again.status_code == 304


def test_the_public_page_needs_two_queries(client, worked_out, django_assert_max_num_queries):
    release()
    with django_assert_max_num_queries(2):
        client.get(reverse("public-home"))


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.TEAM_MANAGER, Role.ANALYST])
def test_other_roles_cannot_release(client, worked_out, role):
    client.force_login(factories.user(role))
    assert client.get(reverse("release-figures")).status_code == 403
    with pytest.raises(NotPermitted):
        release_figures(seen="", by=factories.scope(role))


def a_figure(value, numerator=None, denominator=None):
    return Figure(value=value, numerator=numerator, denominator=denominator)


@pytest.mark.parametrize("figure", [a_figure(3), a_figure(60, 3, 5), a_figure(90, 36, 40), a_figure(0, 0, 3)])
def test_small_numbers_are_hidden_also_where_the_rest_would_give_them_back(figure):
    headline = HEADLINES[3] if figure.numerator is None else HEADLINES[0]
    told = shown(headline, figure, year="2024", as_at="16 January 2025")
    assert (told.value, told.sentence, told.counted) == ("", "fewer than 5, not shown", "")


def test_the_partnership_may_hide_more():
    told = shown(HEADLINES[3], a_figure(8), year="2024", as_at="16 January 2025", rule=Rule(threshold=10))
    assert (told.value, told.sentence) == ("", hidden_words(Rule(threshold=10)))
    assert shown(HEADLINES[3], a_figure(8), year="2024", as_at="16 January 2025").value == "8"


def test_the_partnerships_threshold_holds_for_what_is_released(worked_out, settings):
    settings.SMALLEST_COUNT_SHOWN = 10**6
    assert all(one["value"] == "" for one in draft(SYSTEM).content["figures"])


@pytest.mark.parametrize(("count", "safe"), [(0, 0), (1, None), (4, None), (5, 5), (12_114, 12_114)])
def test_counts_of_one_to_four_are_hidden(count, safe):
    assert safe_count(count) == safe


def test_a_share_is_shown_with_its_parts_where_neither_side_is_small():
    assert (safe_share(10, 40).numerator, safe_share(10, 40).denominator) == (10, 40)
    with pytest.raises(ValueError, match="no share"):
        safe_share(5, 4)
