"""Sign-in, errors and the accessibility statement, as Django serves them."""

import pytest
from django.test import Client, RequestFactory
from django.views.defaults import bad_request, page_not_found, permission_denied, server_error
from lxml import html

import factories
from areas.ui.reading import one, words
from goldenthread.accounts.models import User
from goldenthread.accounts.roles import Role
from goldenthread.demo.presenters import GROUPS
from goldenthread.ui.waiting import refreshing, watch

pytestmark = pytest.mark.django_db


def read(content: bytes) -> html.HtmlElement:
    return html.document_fromstring(content.decode())


def heading(page: html.HtmlElement) -> str:
    return words(one(page, "//h1"))


def person(name: str, role: Role) -> User:
    return factories.user(role, name=name)


def test_every_role_stands_in_one_group_of_the_sign_in_page() -> None:
    assert sorted(role for roles in GROUPS.values() for role in roles) == sorted(Role)


def test_one_can_choose_who_to_be_by_group(client: Client) -> None:
    ros, kemi = person("Ros <Tilley>", Role.COORDINATOR), person("Kemi Bright", Role.DIRECTOR)
    page = read(client.get("/choose-who-to-be/?next=/accessibility/").content)
    assert heading(page) == "Choose who to be"
    assert [words(each) for each in page.xpath("//legend")] == [
        "The council’s team",
        "Those who lead and judge",
    ]
    assert [box.get("value") for box in page.xpath("//input[@type='radio']")] == [str(ros.pk), str(kemi.pk)]
    assert "Ros <Tilley>" in words(page)
    assert one(page, "//input[@name='next']").get("value") == "/accessibility/"
    assert page.xpath("//input[@name='csrfmiddlewaretoken']")


def test_choosing_nobody_is_said_beside_the_first_group_and_in_the_summary(client: Client) -> None:
    person("Ros Tilley", Role.COORDINATOR)
    answer = client.post("/choose-who-to-be/", {})
    page = read(answer.content)
    assert answer.status_code == 422
    assert words(one(page, "//title")).startswith("Error: ")
    target = one(page, "//*[contains(@class, 'govuk-error-summary')]//li/a").get("href")
    one(page, f"//input[@id='{target[1:]}']")


def test_someone_signed_in_is_named_and_can_sign_out_by_a_form(client: Client) -> None:
    client.force_login(person("Ros Tilley", Role.COORDINATOR))
    page = read(client.get("/accessibility/").content)
    assert "Ros Tilley, coordinator" in words(one(page, "//header"))
    assert one(page, "//header//form").get("method") == "post"
    assert words(one(page, "//header//form/button")) == "Sign out"


def test_the_accessibility_statement_is_open_and_linked_from_every_foot(client: Client) -> None:
    page = read(client.get("/accessibility/").content)
    assert heading(page) == "Accessibility statement"
    assert "/accessibility/" in [link.get("href") for link in page.xpath("//footer//a")]


def test_an_address_that_does_not_exist_is_answered_in_our_frame(client: Client) -> None:
    client.force_login(person("Ros Tilley", Role.COORDINATOR))
    answer = client.get("/no/such/page/")
    assert answer.status_code == 404
    assert heading(read(answer.content)) == "Page not found"


def test_a_form_sent_without_its_token_is_explained() -> None:
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post("/choose-who-to-be/", {})
    assert answer.status_code == 403
    assert heading(read(answer.content)) == "This page was open too long"


def test_errors_without_a_request_still_have_a_page() -> None:
    request = RequestFactory().get("/")
    for view, title in ((server_error, "Sorry, something went wrong here"),):
        assert heading(read(view(request).content)) == title
    assert heading(read(bad_request(request, Exception()).content)) == "This request could not be read"


@pytest.mark.parametrize(
    ("view", "title"), [(page_not_found, "Page not found"), (permission_denied, "You cannot open this page")]
)
def test_refusals_have_a_page(client: Client, view: object, title: str) -> None:
    request = client.get("/accessibility/").wsgi_request
    assert heading(read(view(request, Exception()).content)) == title  # type: ignore[operator]


def test_no_page_holds_a_script_or_an_inline_style(client: Client) -> None:
    for address in ("/choose-who-to-be/", "/accessibility/"):
        answer = client.get(address)
        page = read(answer.content)
        assert not page.xpath("//script | //style | //*[@style] | //@*[starts-with(name(), 'on')]")
        assert "unsafe-inline" not in answer.headers["Content-Security-Policy"]
        assert one(page, "/html").get("lang") == "en-GB"


def test_a_waiting_page_refreshes_until_the_reader_stops_it() -> None:
    ask = RequestFactory()
    answer = server_error(ask.get("/"))
    assert refreshing(answer, watch(ask.get("/"), seconds=5)).headers["Refresh"] == "5"
    still = server_error(ask.get("/"))
    assert "Refresh" not in refreshing(still, watch(ask.get("/?still=1"))).headers
