"""From an invitation to a signed-in day's work, with a passkey or codes from an app, and what goes wrong."""

import re
from datetime import date

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core import mail
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page, expect

import factories
from goldenthread.accounts.roles import Role

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

PASSWORD = "lantern otter quarry seven"


@pytest.fixture(autouse=True)
def as_in_the_real_service(settings):
    settings.SECOND_FACTOR_REQUIRED = True
    settings.LOGIN_URL = "account_login"


@pytest.fixture
def device():
    """Gives a page a device that holds passkeys, as a phone or a laptop does."""

    def add(page: Page) -> None:
        session = page.context.new_cdp_session(page)
        session.send("WebAuthn.enable")
        options = {
            "protocol": "ctap2",
            "transport": "internal",
            "hasResidentKey": True,
            "hasUserVerification": True,
            "isUserVerified": True,
            "automaticPresenceSimulation": True,
        }
        session.send("WebAuthn.addVirtualAuthenticator", {"options": options})

    return add


@pytest.fixture
def invited(live_server, settings):
    """The address in the letter to somebody who was invited by the administrator of people."""
    settings.SECOND_FACTOR_REQUIRED = False
    desk = Client(SERVER_NAME=live_server.url.partition("//")[2])
    desk.force_login(factories.user(Role.ADMINISTRATOR))
    first = date(2025, 2, 3)
    typed = {"name": "Nia Brome", "email": "nia@council.example", "role": Role.DIRECTOR.value, "place": ""}
    typed |= {f"starts_on-{part}": str(getattr(first, part)) for part in ("day", "month", "year")}
    answer = desk.post(reverse("invite"), typed)
    assert answer.status_code == 302, answer.content.decode()
    settings.SECOND_FACTOR_REQUIRED = True
    return re.search(r"https?://\S+", mail.outbox[-1].body)[0]


def code_now(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, list(yield_hotp_counters_from_time())[-1]))


def sign_out(page: Page) -> None:
    page.get_by_role("button", name="Sign out").click()
    expect(page).to_have_url(re.compile(r"/sign-in/"))


def test_someone_invited_sets_a_passkey_and_signs_in_with_it(page, invited, device, axe, picture):
    device(page)
    page.goto(invited)
    expect(page).to_have_url(re.compile(r"/invitation/$"))
    axe(page)
    picture(page, "invitation")
    page.get_by_role("button", name="Accept and set up").click()
    expect(page.get_by_text("Add a passkey or a code app before you go on.")).to_be_visible()
    axe(page)
    page.goto("/figures/")
    expect(page).to_have_url(re.compile(r"/your-sign-in/$"))
    page.get_by_role("link", name="Add a passkey").click()
    axe(page)
    picture(page, "add-a-passkey")
    page.get_by_label("A name for it").fill("My work laptop")
    page.get_by_role("button", name="Add a passkey").click()
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()
    assert page.locator(".gt-codes li").count() == 10
    axe(page)
    page.get_by_role("link", name="I have written them down").click()
    expect(page.get_by_role("term").filter(has_text="My work laptop")).to_be_visible()
    axe(page)
    picture(page, "your-sign-in")
    page.goto(reverse("mfa_view_recovery_codes"))
    expect(page.get_by_text("They were shown once")).to_be_visible()
    axe(page)
    sign_out(page)
    axe(page)
    picture(page, "sign-in")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page).to_have_url(re.compile(r"/figures/"))
    expect(page.get_by_text("Nia Brome")).to_be_visible()


def test_a_password_with_an_app_works_without_javascript(page_without_javascript, invited, axe):
    page = page_without_javascript
    page.goto(invited)
    page.get_by_role("button", name="Accept and set up").click()
    page.get_by_role("link", name="Set a password").click()
    page.get_by_label("New password", exact=True).fill("password1234")
    page.get_by_label("New password again").fill("password1234")
    page.get_by_role("button", name="Set it").click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("too common")
    page.get_by_label("New password", exact=True).fill(PASSWORD)
    page.get_by_label("New password again").fill(PASSWORD)
    page.get_by_role("button", name="Set it").click()
    page.goto(reverse("mfa_activate_totp"))
    secret = page.locator(".gt-secret").inner_text().replace(" ", "")
    page.get_by_label("The six digits that the app shows now").fill("000000")
    page.get_by_role("button", name="Set it up").click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("The code is not right")
    page.get_by_label("The six digits that the app shows now").fill(code_now(secret))
    page.get_by_role("button", name="Set it up").click()
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()
    spare = page.locator(".gt-codes li").first.inner_text()
    page.get_by_role("button", name="Sign out").click()
    page.get_by_label("E-mail address").fill("nia@council.example")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("heading", name="Show that it is you")).to_be_visible()
    page.get_by_label("Code from your app, or a recovery code").fill(spare)
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_text("Nia Brome")).to_be_visible()
    page.get_by_role("link", name="Your sign-in").click()
    expect(page.get_by_text("9 left")).to_be_visible()


def test_pages_of_codes_are_clean_and_fit_a_phone(narrow_page, invited, axe, fits_its_width, picture):
    page = narrow_page
    page.goto(invited)
    fits_its_width(page)
    page.get_by_role("button", name="Accept and set up").click()
    fits_its_width(page)
    page.goto(reverse("account_set_password"))
    axe(page)
    page.get_by_label("New password", exact=True).fill(PASSWORD)
    page.get_by_label("New password again").fill(PASSWORD)
    page.get_by_role("button", name="Set it").click()
    page.goto(reverse("mfa_activate_totp"))
    axe(page)
    fits_its_width(page)
    picture(page, "code-app-narrow")
    secret = page.locator(".gt-secret").inner_text().replace(" ", "")
    page.get_by_label("The six digits that the app shows now").fill(code_now(secret))
    page.get_by_role("button", name="Set it up").click()
    fits_its_width(page)
    page.goto(reverse("mfa_index"))
    fits_its_width(page)
    picture(page, "your-sign-in-narrow")
    for name in ("account_change_password", "mfa_deactivate_totp", "mfa_generate_recovery_codes"):
        page.goto(reverse(name))
        axe(page)
        fits_its_width(page)
    sign_out(page)
    fits_its_width(page)
    picture(page, "sign-in-narrow")
    page.get_by_label("E-mail address").fill("nia@council.example")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    axe(page)
    fits_its_width(page)


def test_a_forgotten_password_is_set_anew_by_a_letter(page, axe):
    user = factories.user(name="Ros Tilley")
    page.goto("/sign-in/")
    page.get_by_role("link", name="I do not know my password").click()
    axe(page)
    page.get_by_label("E-mail address").fill(user.email)
    page.get_by_role("button", name="Send me a link").click()
    expect(page.get_by_role("heading", name="Look at your e-mail")).to_be_visible()
    page.goto(re.search(r"http://\S+", mail.outbox[-1].body)[0])
    axe(page)
    page.get_by_label("New password", exact=True).fill(PASSWORD)
    page.get_by_label("New password again").fill(PASSWORD)
    page.get_by_role("button", name="Set it").click()
    expect(page.get_by_role("heading", name="Your password is set")).to_be_visible()


def test_those_who_look_after_people_invite_and_end_access(
    page, settings, sign_in, axe, fits_its_width, picture
):
    settings.SECOND_FACTOR_REQUIRED = False
    user = factories.user(Role.COORDINATOR, name="Ros Tilley", of=factories.team("Northern team"))
    sign_in(page, factories.user(Role.ADMINISTRATOR))
    page.goto(reverse("people-with-access"))
    axe(page)
    page.get_by_role("link", name="Invite someone").click()
    axe(page)
    page.get_by_label("Their name").fill("Nia Brome")
    page.get_by_label("Their work e-mail address").fill("nia@school.example")
    page.get_by_label("Coordinator").check()
    page.get_by_role("button", name="Send the invitation").click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("Choose the team they work in")
    picture(page, "invite")
    page.get_by_label("Where?").select_option(label="Team: Northern team")
    page.get_by_role("button", name="Send the invitation").click()
    expect(page.get_by_role("heading", name="Nia Brome")).to_be_visible()
    axe(page)
    picture(page, "people-with-access")
    page.get_by_role("button", name="Withdraw").click()
    expect(page.get_by_role("heading", name="Nia Brome")).to_have_count(0)
    page.get_by_role("link", name="Ros Tilley").click()
    axe(page)
    page.get_by_role("link", name=re.compile("^End")).click()
    axe(page)
    page.get_by_label("Why?").fill("left the council")
    page.get_by_role("button", name="End it", exact=True).click()
    expect(page.get_by_role("link", name="Ros Tilley")).to_have_count(0)
    user.refresh_from_db()
    assert not user.is_active
