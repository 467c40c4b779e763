"""Council and NHS staff sign in with their organisation's own sign-in, and only those who are known here."""

import re

import pytest
from allauth.socialaccount.models import SocialAccount
from django.urls import reverse
from playwright.sync_api import Page, expect

from fixtures.provider import apps_for
from goldenthread.accounts.actions import appoint
from goldenthread.accounts.models import User
from goldenthread.accounts.roles import Role
from goldenthread.audit import clock
from goldenthread.audit.models import AuditEvent
from goldenthread.audit.scope import Scope

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def nia(settings, provider):
    settings.SECOND_FACTOR_REQUIRED = True
    settings.LOGIN_URL = "account_login"
    settings.SOCIALACCOUNT_PROVIDERS = apps_for(provider, SECOND_FACTOR_CLAIM="amr=mfa")
    user = User(email="nia@council.example", name="Nia Brome")
    user.set_unusable_password()
    user.save()
    appoint(user, role=Role.DIRECTOR, starts_on=clock.today(), by=Scope.system("a test is set up"))
    return user


def sign_in_at_the_provider(page: Page, who: str) -> None:
    page.goto("/sign-in/")
    page.get_by_role("button", name="Sign in with Example Council").click()
    expect(page).to_have_url(re.compile(r"/oauth2/authorize"))
    page.locator("input[name=sub]").first.fill(who)
    page.locator("button[type=submit], input[type=submit]").first.click()


def test_somebody_known_comes_in_with_their_organisations_second_factor(nia, page, axe, picture):
    page.goto("/sign-in/")
    axe(page)
    picture(page, "sign-in-with-an-organisation")
    sign_in_at_the_provider(page, "nia")
    expect(page).to_have_url(re.compile(r"/figures/"))
    expect(page.get_by_text("Nia Brome")).to_be_visible()
    assert SocialAccount.objects.get().user_id == nia.pk
    event = AuditEvent.objects.get(actor_id=nia.pk, act="signed in")
    assert event.details["way"] == "their organisation’s sign-in"


def test_somebody_without_a_factor_here_is_asked_again_by_their_organisation(nia, page, axe):
    sign_in_at_the_provider(page, "nia")
    expect(page).to_have_url(re.compile(r"/figures/"))
    page.goto(f"{reverse('confirm-who-you-are')}?next=/accessibility/")
    axe(page)
    page.get_by_role("button", name="Sign in again with Example Council").click()
    expect(page).to_have_url(re.compile(r"prompt=login"))
    page.locator("input[name=sub]").first.fill("nia")
    page.locator("button[type=submit]").first.click()
    expect(page).to_have_url(re.compile(r"/accessibility/$"))
    page.goto("/figures/")
    expect(page.get_by_text("Nia Brome")).to_be_visible()


def test_without_a_second_factor_there_one_is_set_up_here(nia, page, settings, provider):
    settings.SOCIALACCOUNT_PROVIDERS = apps_for(provider)
    sign_in_at_the_provider(page, "nia")
    expect(page.get_by_text("Add a passkey or a code app before you go on.")).to_be_visible()


def test_who_is_not_vouched_for_or_not_known_gets_one_answer(nia, page, axe):
    said = set()
    for who in ("unverified", "text", "elsewhere", "stranger"):
        page.context.clear_cookies()
        sign_in_at_the_provider(page, who)
        expect(page.get_by_role("heading", name="You are not let in here")).to_be_visible()
        said.add(page.locator("main").inner_text())
    axe(page)
    assert len(said) == 1
    assert not SocialAccount.objects.exists()


def test_somebody_who_left_is_let_in_by_no_provider(nia, page):
    nia.is_active = False
    nia.save()
    sign_in_at_the_provider(page, "nia")
    expect(page.get_by_role("heading", name="You are not let in here")).to_be_visible()


def test_joining_a_provider_to_whoever_is_signed_in_is_not_offered(nia, page, sign_in):
    sign_in(page, nia)
    for process in ("connect", "redirect"):
        answer = page.request.get(f"{reverse('openid_connect_login', args=['council'])}?process={process}")
        assert answer.status == 404
