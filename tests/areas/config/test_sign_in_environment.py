"""What the environment says about signing in is checked at the start, and a mistake names its variable."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from fixtures.provider import variables_for
from goldenthread.config.sign_in_environment import SignInEnvironment

HTTPS = "https://login.council.example/tenant"


def test_without_any_variable_nobody_else_signs_people_in():
    environment = SignInEnvironment({})
    assert environment.sign_in_providers == []
    assert (
        environment.session_hours,
        environment.session_idle_minutes,
        environment.minutes_to_ask_again,
    ) == (
        10,
        60,
        10,
    )
    assert environment.proxies == 0


def test_a_provider_is_read_whole():
    (app,) = SignInEnvironment(variables_for(HTTPS, SECOND_FACTOR_CLAIM="amr=mfa")).sign_in_providers
    assert app["provider_id"] == "council"
    assert app["settings"]["server_url"] == HTTPS
    assert app["settings"]["domains"] == ["council.example"]
    assert app["settings"]["oauth_pkce_enabled"] is True
    assert app["settings"]["vouches_for_addresses"] is False


@pytest.mark.parametrize("missing", ["NAME", "ADDRESS", "CLIENT_ID", "CLIENT_SECRET", "DOMAINS"])
def test_a_missing_part_of_a_provider_is_named(missing):
    variables = variables_for(HTTPS)
    del variables[f"GOLDEN_THREAD_SIGN_IN_COUNCIL_{missing}"]
    with pytest.raises(ImproperlyConfigured, match=f"COUNCIL_{missing} is not set"):
        _ = SignInEnvironment(variables).sign_in_providers


@pytest.mark.parametrize(
    ("variables", "says"),
    [
        ({"GOLDEN_THREAD_SESSION_HOURS": "48"}, "SESSION_HOURS is '48'. Give a whole number from 1 to 24"),
        ({"GOLDEN_THREAD_SESSION_IDLE_MINUTES": "soon"}, "from 5 to 240"),
        ({"GOLDEN_THREAD_ASK_AGAIN_MINUTES": "0"}, "from 1 to 60"),
        ({"GOLDEN_THREAD_PROXIES": "-1"}, "from 0 to 5"),
        ({"GOLDEN_THREAD_SIGN_IN_PROVIDERS": "Council!"}, "small letters and digits"),
        (variables_for("http://login.council.example"), "begins with https://"),
        (variables_for(HTTPS, ADDRESSES_ARE_VERIFIED="maybe"), "Give yes or no"),
    ],
)
def test_a_mistake_names_its_variable_and_its_cure(variables, says):
    environment = SignInEnvironment(variables)
    with pytest.raises(ImproperlyConfigured, match=says):
        _ = (
            environment.session_hours,
            environment.session_idle_minutes,
            environment.minutes_to_ask_again,
            environment.proxies,
            environment.sign_in_providers,
        )
