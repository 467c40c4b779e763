"""The law we count by: a register to search, a day to work out, and nothing kept."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from goldenthread.publication.law.duties import duties
from goldenthread.rules.register import ENGLAND

pytestmark = pytest.mark.django_db


def text_of(response):
    return response.content.decode()


def facts(**days):
    """Days as three boxes send them."""
    sent = {}
    for name, (day, month, year) in days.items():
        sent |= {f"{name}-day": day, f"{name}-month": month, f"{name}-year": year}
    return sent


FINAL_PLAN = "/law/final_plan/"


def test_every_duty_that_is_offered_stands_in_the_register_and_has_a_page(client):
    page = text_of(client.get(reverse("law")))
    for duty in duties():
        assert reverse("law-duty", args=[duty.name]) in page
        assert client.get(reverse("law-duty", args=[duty.name])).status_code == 200


def test_duties_behind_a_flag_are_offered_only_where_it_is_turned_on(client, settings):
    flagged = [duty for duty in ENGLAND.duties.values() if duty.declared.flag]
    assert flagged
    address = reverse("law-duty", args=[flagged[0].name])
    assert client.get(address).status_code == 404
    settings.LAW_FLAGS = frozenset({flagged[0].declared.flag})
    assert client.get(address).status_code == 200


def test_the_register_is_searched_by_every_word(client):
    page = text_of(client.get(reverse("law"), {"q": "final plan 13(2)"}))
    assert "/law/final_plan/" in page
    assert "/law/advice/" not in page
    assert "No duty has all of these words" in text_of(client.get(reverse("law"), {"q": "zebra"}))


def test_a_day_is_worked_out_in_plain_words_with_its_law(client):
    page = text_of(client.post(FINAL_PLAN, facts(request_received_on=(5, 1, 2026))))
    assert "Monday 25 May 2026" in page
    assert "20 weeks after we got your request on 5 January (regulation 13(2))" in page
    assert "Sunday 24 May 2026" in page  # the other reading


@pytest.mark.parametrize(
    ("done", "says"),
    [((25, 5, 2024), "It was 5 days late."), ((20, 5, 2024), "It was in time."), (("", "", ""), "late.")],
)
def test_it_says_whether_it_was_in_time(client, done, says):
    sent = facts(request_received_on=(1, 1, 2024), done_on=done)
    assert says in text_of(client.post(FINAL_PLAN, sent))


def test_a_day_that_is_none_comes_back_with_what_was_typed(client):
    response = client.post(FINAL_PLAN, facts(request_received_on=(31, 2, 2026)))
    assert response.status_code == 422
    page = text_of(response)
    assert "must be a real date" in page
    assert 'value="31"' in page


def test_a_day_before_the_law_began_is_said_to_be_so(client):
    response = client.post(FINAL_PLAN, facts(request_received_on=(5, 1, 2010)))
    assert response.status_code == 422
    assert "began on" in text_of(response)


def test_the_day_can_be_put_in_a_calendar(client):
    response = client.post(FINAL_PLAN, {**facts(request_received_on=(5, 1, 2026)), "calendar": "yes"})
    assert response.headers["Content-Type"].startswith("text/calendar")
    lines = text_of(response).split("\r\n")
    assert "DTSTART;VALUE=DATE:20260525" in lines
    assert "SUMMARY:Send the final plan" in lines
    assert all(len(line.encode()) <= 75 for line in lines)
    unfolded = text_of(response).replace("\r\n ", "")
    assert "That is 20 weeks after we got your request on 5 January" in unfolded


def test_nothing_typed_is_kept_in_a_cookie_an_address_or_the_database(client):
    with CaptureQueriesContext(connection) as asked:
        response = client.post(FINAL_PLAN, facts(request_received_on=(5, 1, 2031)))
    assert not response.cookies
    assert len(asked) == 1, "how often this address asked, and nothing else"
    assert "2031" not in str(asked.captured_queries)


def test_every_duty_answers_through_its_form(client):
    """Whatever a duty asks, its page can ask it: typed facts of each kind reach the rule."""
    for duty in duties():
        sent = {}
        for one in duty.inputs:
            if one.kind == "date":
                sent |= facts(**{one.name: (3, 3, 2025)})
            elif one.kind == "yes/no":
                sent[one.name] = "yes"
            elif one.kind == "number":
                sent[one.name] = "3"
            elif one.choices:
                sent[one.name] = one.choices[0]
        response = client.post(reverse("law-duty", args=[duty.name]), sent)
        page = text_of(response)
        assert response.status_code == 200 or "There is a problem" in page, duty.name
        assert "What the law says" in page
