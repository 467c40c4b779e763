"""The navigation shows each person the sections they may open, and the pages of the one they are in."""

import pytest
from django.conf import settings
from django.urls import reverse

import factories
from goldenthread.accounts.context import navigation
from goldenthread.accounts.roles import Role
from goldenthread.audit.scope import Scope

pytestmark = pytest.mark.django_db
ROLES = [Role.COORDINATOR, Role.ANALYST, Role.DIRECTOR, Role.IMPROVEMENT_LEAD, Role.ADMINISTRATOR]


@pytest.fixture
def shown(rf):
    """The navigation as someone of a role sees it at an address."""

    def look(role, address):
        request = rf.get(address)
        request.scope = Scope.of(role if not isinstance(role, Role) else factories.user(role))
        return navigation(request)

    return look


def test_a_section_leads_to_its_first_page_that_this_person_may_open(shown):
    entries = shown(Role.TEAM_MANAGER, reverse("team")).entries
    people = next(one for one in entries if one.text == "People")
    assert people.href == reverse("people-with-access")


def test_the_pages_of_a_section_are_shown_inside_it_and_one_of_them_is_current(shown):
    found = shown(Role.ADMINISTRATOR, reverse("add-body"))
    assert found.section == "People"
    assert [one.text for one in found.pages if one.current] == ["Partnership"]
    assert [one.text for one in found.entries if one.current] == ["People"]


def test_a_section_of_one_page_has_no_second_row(shown):
    assert shown(Role.COORDINATOR, reverse("worklist")).pages == ()


@pytest.mark.parametrize("role", ROLES)
def test_every_entry_that_is_shown_can_be_opened(client, shown, role):
    user = factories.user(role)
    client.force_login(user)
    for entry in shown(user, reverse("accessibility")).entries:
        for page in [entry, *shown(user, entry.href).pages]:
            assert client.get(page.href).status_code in {200, 409}, page.text


def test_no_page_is_in_two_sections():
    names = [name for _, pages in settings.NAVIGATION for _, name in pages]
    assert len(names) == len(set(names))
