"""The public site: what was released and nothing else, by address, search, feed and cache."""

import gzip
from pathlib import Path

import pytest
from django.urls import reverse

import factories
from areas.publication.partnership import SECRETS
from areas.publication.releasing import a_letter, release
from goldenthread.config.environment import CHECKOUT
from goldenthread.improvement.models import Promise
from goldenthread.publication.queries.released import public_content
from goldenthread.publication.site.addresses import file_path, files, paths

pytestmark = pytest.mark.django_db


def text_of(response):
    return response.content.decode()


@pytest.fixture
def every_page(released):
    return [f"/{path}" for path in paths(public_content(released))]


def test_every_page_of_a_release_can_be_read_by_everyone(client, every_page):
    assert len(every_page) > 30
    wrong = {path: status for path in every_page if (status := client.get(path).status_code) != 200}
    assert wrong == {}


def test_the_page_of_a_promise_says_all_that_is_public_of_it(client, released, partnership):
    page = text_of(client.get(f"/progress/promises/{partnership.pk}/"))
    for words in (
        "We know when the answer comes",
        "We still wait, and nobody calls.",
        "Come and listen.",
        "Two people left.",
        "Thirty letters read",
        "independent chair",
        "A named person for every child",
        "First promised for 6 January 2025. Done on 6 January 2025.",
        "Answer families in time",
    ):
        assert words in page, words
    assert page.count('class="gt-tests__head"') == 5


def test_a_survey_stands_with_what_was_answered_but_not_what_few_answered(client, released):
    survey = next(one for one in released.content["parts"] if one["kind"] == "survey")
    page = text_of(client.get(f"/progress/surveys/{survey['key'].partition('-')[2]}/"))
    assert "Are you kept informed? Well: 38 of 100 (160 answered)." in page
    assert "Is it easy? Too few answered" in page
    assert "200 families of 1,000 who were asked replied" in page


def test_meetings_say_how_far_their_minutes_are_and_why_one_was_cancelled(client, released):
    page = text_of(client.get("/progress/meetings/"))
    assert "Cancelled: The holidays." in page
    assert "Minutes, agreed on 18 December 2024." in page
    assert "Draft minutes" in page
    assert "This meeting had no seat for the parent carer forum." in page


def test_a_paper_is_read_as_it_was_released(client, released):
    ((path, file),) = files(public_content(released)).items()
    response = client.get(f"/{path}")
    assert response.status_code == 200
    assert response.content.startswith(b"%PDF")
    assert "attachment" in response.headers["Content-Disposition"]
    assert client.get(f"/{file_path({**file, 'digest': '0' * 64})}").status_code == 404


def test_what_is_not_public_stands_on_no_page_in_no_search_and_not_in_the_feed(client, every_page):
    pages = {path: text_of(client.get(path)) for path in (*every_page, "/progress/feed.xml")}
    assert [(path, secret) for path, page in pages.items() for secret in SECRETS if secret in page] == []
    for secret in SECRETS:
        found = text_of(client.get(reverse("public-search"), {"q": secret}))
        assert "Nothing on this site has all these words" in found, secret


def test_what_was_added_since_the_release_has_no_address_yet(client, released, lead, marked):
    letter = a_letter(lead, "A letter of today")
    promise = factories.promise(words="A promise of today")
    marked("plan", promise.theme.plan)
    for path in (f"/progress/letters/{letter.pk}/", f"/progress/promises/{promise.pk}/"):
        answer = client.get(path)
        assert answer.status_code == 404
        assert "of today" not in text_of(answer)
    assert "of today" not in text_of(client.get("/progress/find/"))
    assert "Nothing on this site" in text_of(client.get("/progress/search/", {"q": "today"}))


def test_what_a_later_release_leaves_out_is_gone_everywhere(
    client, released, partnership, lead, director, marked
):
    path = f"/progress/promises/{partnership.pk}/"
    assert client.get(path).status_code == 200
    marked("plan", partnership.theme.plan, public=False)
    assert client.get(path).status_code == 200, "what is public stays until the next release"
    release(lead, director)
    assert client.get(path).status_code == 404
    assert "Nothing on this site" in text_of(client.get("/progress/search/", {"q": "answer comes"}))


def test_later_changes_do_not_reach_what_was_released(client, released, partnership):
    Promise.objects.update(words="Something else")
    factories.forum_word(partnership, "Newer words")
    page = text_of(client.get(f"/progress/promises/{partnership.pk}/"))
    assert "Something else" not in page
    assert "Newer words" not in page


def test_the_search_finds_words_of_the_release(client, released):
    page = text_of(client.get("/progress/search/", {"q": "nobody calls"}))
    assert "1 thing found" in page
    assert "We know when the answer comes" in page
    assert "no-store" in client.get("/progress/search/", {"q": "calls"}).headers["Cache-Control"]


@pytest.mark.parametrize(
    "asked", ["", " ", "'; DROP TABLE x; --", "<script>alert(1)</script>", "\0", "a" * 5_000]
)
def test_the_search_takes_anything(client, released, asked):
    page = client.get("/progress/search/", {"q": asked})
    assert page.status_code == 200
    assert "<script>" not in text_of(page)


def test_no_page_sets_a_cookie_and_caches_ask_before_they_serve(client, every_page):
    for path in (*every_page, "/progress/feed.xml", "/progress/search/?q=plan"):
        response = client.get(path)
        assert not response.cookies, path
        assert "Cookie" not in response.headers.get("Vary", ""), path
        if "?" not in path:
            assert "no-cache" in response.headers["Cache-Control"]
    response = client.get("/")
    again = client.get("/", headers={"If-None-Match": response.headers["ETag"]})
    assert again.status_code == 304


def test_who_is_signed_in_sees_the_same_and_nothing_private_is_cached(client, released):
    from_nobody = text_of(client.get("/"))
    client.force_login(factories.user())
    response = client.get("/")
    assert text_of(response) == from_nobody
    assert not response.cookies


def test_a_preview_is_never_kept_by_a_cache(client, released, lead):
    client.force_login(factories.user("improvement lead"))
    response = client.get(reverse("preview-draft-home"))
    assert "This is a preview" in text_of(response)
    assert "no-store" in response.headers["Cache-Control"]
    assert client.get(reverse("preview-draft", args=["progress/figures/"])).status_code == 200
    assert client.get(reverse("preview-draft", args=["progress/nothing/"])).status_code == 404


def test_the_first_load_is_small_and_runs_no_script(client, released):
    page = client.get("/").content
    assert b"<script" not in page
    style = Path(CHECKOUT / "build/static/ui/golden-thread.css")
    weight = len(gzip.compress(page)) + (
        len(gzip.compress(style.read_bytes())) if style.is_file() else 30_000
    )
    assert weight < 60_000, "with the typeface, 29 KB, it must stay below 100 KB"


def test_a_page_of_the_site_needs_few_queries(client, released, partnership, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        client.get("/")
    with django_assert_max_num_queries(4):
        client.get(f"/progress/promises/{partnership.pk}/")


def test_the_feed_leads_to_what_is_public(client, released, settings):
    settings.PUBLIC_ADDRESS = "https://send.example.org/"
    feed = client.get("/progress/feed.xml")
    assert feed.headers["Content-Type"].startswith("application/rss+xml")
    assert "<link>https://send.example.org/progress/letters/" in text_of(feed)
    assert "We are sorry" in text_of(feed)


def test_easy_words_are_made_one_idea_a_line_and_say_so(client, released, partnership):
    page = text_of(client.get(f"/progress/promises/{partnership.pk}/easy/"))
    assert "Do families feel it?" in page
    assert "A computer made these words" in page
