"""Of all that the sign-in library can do, only what we offer is there, in our frame and our words."""

import re

import allauth.urls
import pytest
from django.conf import settings
from django.template.loader import get_template
from django.urls import NoReverseMatch, Resolver404, resolve, reverse

import factories
from goldenthread.accounts.access import pages, rule_of

pytestmark = pytest.mark.django_db

NOT_OFFERED = {
    "account_logout": "signing out is a page of ours",
    "account_signup": "people come by invitation",
    "account_email": "an address is changed by whoever looks after accounts",
    "account_email_verification_sent": "the invitation proves the address",
    "account_confirm_email": "the invitation proves the address",
    "account_confirm_login_code": "a code by e-mail is not offered",
    "mfa_edit_webauthn": "a passkey is named once",
    "mfa_download_recovery_codes": "recovery codes are shown once",
    "socialaccount_login_error": "told on the page where it happens",
    "socialaccount_signup": "people come by invitation",
    "socialaccount_connections": "joined by the invited address, in no other way",
}
"""What of the library's pages is off, each with its reason."""

AT_THE_DOOR = {
    "account_login": "Sign in",
    "account_inactive": "This account is closed",
    "account_reset_password": "Set a new password",
    "account_reset_password_done": "Look at your e-mail",
    "account_reset_password_from_key_done": "Your password is set",
    "socialaccount_login_cancelled": "You are not signed in",
}
OF_ONES_OWN = {
    "mfa_index": "Your sign-in",
    "confirm-who-you-are": "Show again that it is you",
    "account_set_password": "Set a password",
    "mfa_activate_totp": "Set up a code app",
    "mfa_add_webauthn": "Add a passkey",
    "mfa_generate_recovery_codes": "Make new recovery codes?",
}
SENT_ON = {
    "mfa_list_webauthn": "/your-sign-in/",
    "account_reauthenticate": "/your-sign-in/",
    "mfa_reauthenticate": "/your-sign-in/",
    "mfa_reauthenticate_webauthn": "/your-sign-in/",
    "account_change_password": "/your-sign-in/password/first/",
}
"""Pages that somebody without password and factor is sent on from."""
COVERED_ELSEWHERE = {
    "mfa_login_webauthn",
    "mfa_authenticate",
    "account_reset_password_from_key",
    "openid_connect_login",
    "openid_connect_callback",
    "mfa_deactivate_totp",
    "mfa_remove_webauthn",
    "mfa_view_recovery_codes",
}
"""Pages that need something first: other tests of the door open them."""


def library_names(patterns=allauth.urls.urlpatterns):
    for pattern in patterns:
        if hasattr(pattern, "url_patterns"):
            yield from library_names(pattern.url_patterns)
        elif pattern.name:
            yield pattern.name


OFFERED = {pattern.name: pattern for _, pattern in pages()}


def heading_of(answer):
    text = answer.content.decode()
    assert 'class="gt-header"' in text, "not our frame"
    return re.search(r"<h1[^>]*>(.*?)</h1>", text, re.DOTALL)[1].strip()


@pytest.mark.parametrize("name", sorted(set(library_names())))
def test_each_page_of_the_library_is_offered_with_a_rule_or_off(client, name):
    if name == "account_signup":
        assert client.get(reverse(name)).status_code == 404
    elif name in NOT_OFFERED:
        with pytest.raises(NoReverseMatch):
            reverse(name)
    else:
        assert rule_of(OFFERED[name].callback) is not None


def test_nothing_is_listed_as_off_that_the_library_does_not_have():
    assert set(NOT_OFFERED) <= set(library_names())
    listed = set(AT_THE_DOOR) | set(OF_ONES_OWN) | set(SENT_ON) | COVERED_ELSEWHERE
    assert set(library_names()) - set(NOT_OFFERED) <= listed


@pytest.mark.parametrize(
    "address",
    [
        "/accounts/signup/",
        "/accounts/login/",
        "/accounts/email/",
        "/3rdparty/",
        "/2fa/",
        "/login/code/",
    ],
)
def test_an_address_of_the_library_itself_does_not_exist(client, address):
    with pytest.raises(Resolver404):
        resolve(address)
    client.force_login(factories.user())
    answer = client.get(address)
    assert answer.status_code == 404
    assert heading_of(answer) == "Page not found"


@pytest.mark.parametrize("name", sorted(AT_THE_DOOR))
def test_the_door_is_in_our_frame_and_words(client, name):
    answer = client.get(reverse(name))
    assert answer.status_code == 200
    assert heading_of(answer) == AT_THE_DOOR[name]


@pytest.mark.parametrize("name", sorted(OF_ONES_OWN))
def test_the_pages_of_ones_own_sign_in_are_in_our_frame_and_words(client, name):
    client.force_login(factories.user())
    answer = client.get(reverse(name))
    assert answer.status_code == 200
    assert heading_of(answer) == OF_ONES_OWN[name]


@pytest.mark.parametrize("name", sorted(SENT_ON))
def test_whoever_has_nothing_to_show_is_sent_to_where_they_can_set_it_up(client, name):
    client.force_login(factories.user())
    assert client.get(reverse(name)).url.startswith(SENT_ON[name])


TEMPLATES = [
    "429",
    "account/login",
    "account/reauthenticate",
    "account/account_inactive",
    "account/signup_closed",
    "account/password_reset",
    "account/password_reset_done",
    "account/password_reset_from_key",
    "account/password_reset_from_key_done",
    "account/password_change",
    "account/password_set",
    "mfa/authenticate",
    "mfa/reauthenticate",
    "mfa/totp/activate_form",
    "mfa/totp/deactivate_form",
    "mfa/webauthn/add_form",
    "mfa/webauthn/authenticator_confirm_delete",
    "mfa/webauthn/reauthenticate",
    "mfa/recovery_codes/index",
    "mfa/recovery_codes/generate",
    "socialaccount/login_cancelled",
    "socialaccount/authentication_error",
]


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_page_that_the_library_draws_is_drawn_by_our_template(name):
    assert "signing_in/jinja2" in get_template(f"{name}.html").template.filename


def test_a_provider_that_is_not_configured_does_not_exist(client):
    assert client.post(reverse("openid_connect_login", args=["nobody"])).status_code == 404
    assert client.get(reverse("openid_connect_callback", args=["nobody"])).status_code == 404


def test_a_link_for_a_new_password_that_is_made_up_says_so(client):
    answer = client.get(reverse("account_reset_password_from_key", args=["1", "abc-def"]))
    assert heading_of(answer) == "This link does not work"


@pytest.mark.parametrize("name", ["mfa_authenticate", "mfa_login_webauthn"])
def test_the_second_step_without_the_first_begins_at_the_door(client, name):
    assert client.get(reverse(name)).url == reverse("account_login")


@pytest.mark.parametrize(
    ("name", "arguments"),
    [("mfa_deactivate_totp", []), ("mfa_remove_webauthn", [1]), ("mfa_view_recovery_codes", [])],
)
def test_what_somebody_does_not_have_is_not_found(client, name, arguments):
    client.force_login(factories.user())
    assert client.get(reverse(name, args=arguments)).status_code == 404


def test_ending_a_session_of_somebody_else_is_not_found(client):
    client.force_login(factories.user())
    assert client.post(reverse("end-session", args=["0" * 32])).status_code == 404
    assert settings.SECOND_FACTOR_REQUIRED is False, "tests of pages need no second factor"
