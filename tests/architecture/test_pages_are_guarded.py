"""Every page says who may open it, and keeps everybody else out: asked of each page as each role."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse

import factories
from builders import a_case
from goldenthread.accounts.access import pages, rule_of
from goldenthread.accounts.roles import Role

TESTS = Path(__file__).resolve().parents[1]
REDIRECTED, FORBIDDEN, NOT_FOUND = 302, 403, 404

SAMPLES = {"slug": "send-draft-plan", "when": "past"}
"""What stands in an address for the parts that name something; numbers are 1."""

PAGES = {pattern.name or route: (route, pattern) for route, pattern in pages()}


def address(pattern, case):
    samples = {**SAMPLES, "reference": case.reference}
    return reverse(
        pattern.name,
        kwargs={
            name: samples.get(name, 1 if type(converter).__name__ == "IntConverter" else "example")
            for name, converter in pattern.pattern.converters.items()
        },
    )


@pytest.fixture
def case(db):
    return a_case().requested_on("2025-01-20").in_the_journal()


@pytest.mark.parametrize("name", sorted(PAGES))
def test_every_page_says_who_may_open_it(name):
    assert rule_of(PAGES[name][1].callback) is not None


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_stranger_is_sent_to_the_door(client, case, name):
    _, pattern = PAGES[name]
    answer = client.get(address(pattern, case))
    sent_away = answer.status_code == REDIRECTED and reverse(settings.LOGIN_URL) in answer["Location"]
    assert sent_away == (not rule_of(pattern.callback).everyone)


@pytest.mark.parametrize("role", list(Role))
def test_a_role_opens_the_pages_of_its_permissions_and_no_others(client, case, role):
    user = factories.user(role, of=factories.team())
    client.force_login(user)
    wrong = {}
    for name, (_, pattern) in PAGES.items():
        if name in ("choose-who-to-be", "sign-out"):
            continue
        answer = client.get(address(pattern, case))
        if (answer.status_code == FORBIDDEN) == rule_of(pattern.callback).admits(user.scope()):
            wrong[name] = answer.status_code
    assert not wrong


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.TEAM_MANAGER])
def test_a_childs_pages_do_not_exist_for_those_out_of_reach(client, case, role):
    client.force_login(factories.user(role, of=factories.team()))
    of_a_child = [pattern for _, pattern in PAGES.values() if "reference" in pattern.pattern.converters]
    found = {pattern.name: client.get(address(pattern, case)).status_code for pattern in of_a_child}
    assert set(found.values()) <= {NOT_FOUND, FORBIDDEN}
    assert NOT_FOUND in found.values()


@pytest.mark.parametrize("name", sorted(PAGES))
def test_every_page_is_opened_by_a_test_of_its_own(name):
    route, _ = PAGES[name]
    written = re.compile(
        r"/" + re.sub(r"<[^>]+>", r"[^/\"]+", route) + r"[\"'?{]|[\"']" + re.escape(name) + r"[\"']"
    )
    texts = (path.read_text() for folder in ("areas", "journeys") for path in (TESTS / folder).rglob("*.py"))
    assert any(written.search(text) for text in texts)
