"""The web's edges: what a browser is told, what is too large or too often, and what production has not."""

import os
import re
import subprocess
import sys

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

import factories
from goldenthread.accounts.access import pages, rule_of
from goldenthread.accounts.roles import Role
from goldenthread.accounts.signing_in import jobs, tallies
from goldenthread.accounts.signing_in.models import SignedInSession, Tally
from goldenthread.ui.downloads import download, streamed

pytestmark = pytest.mark.django_db

PRODUCTION = {
    "GOLDEN_THREAD_SECRET_KEY": "".join(chr(65 + number % 26) + str(number) for number in range(40)),
    "GOLDEN_THREAD_HOSTS": "send.example.org",
    "GOLDEN_THREAD_AREA": "935",
    "GOLDEN_THREAD_HEAD_KEY": "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
    "DATABASE_URL": "postgres://app:secret@localhost:5432/thread",
    "DJANGO_SETTINGS_MODULE": "goldenthread.config.settings.production",
}
WITH_SCRIPT = {"account_login", "mfa_authenticate", "mfa_reauthenticate_webauthn", "mfa_add_webauthn"}
TAKES_FILES = {
    "bring-return",
    "bring-settings",
    "add-document",
    "add-version",
    "bring-plan-file",
    "bring-answers",
    "bring-counts",
    "add-evidence",
    "correct-evidence",
    "add-paper",
    "replace-paper",
}


def in_production(program):
    environment = {"PATH": os.environ["PATH"], **PRODUCTION}
    command = [sys.executable, "-W", "ignore::RuntimeWarning", *program]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def opened(client):
    """Every page without an argument, as somebody who holds every role, by name."""
    user = factories.user(None)
    for role in (Role.ADMINISTRATOR, Role.ANALYST, Role.DIRECTOR, Role.OPERATOR, Role.TEAM_MANAGER):
        factories.appointment(user, role)
    client.force_login(user)
    found = {}
    for route, pattern in pages():
        if "<" not in route and pattern.name and pattern.name not in ("sign-out",):
            found[pattern.name] = client.get(reverse(pattern.name))
    return found


def test_no_page_allows_inline_code_or_a_script_but_where_a_passkey_is_used(opened):
    assert len(opened) > 30
    for name, answer in opened.items():
        policy = answer.headers["Content-Security-Policy"]
        assert "unsafe" not in policy, name
        assert "default-src 'none'" in policy, name
        assert ("script-src" in policy) <= (name in WITH_SCRIPT), name
        if "script-src" in policy:
            assert "script-src 'self';" in policy + ";", name


def test_every_page_says_what_a_browser_may_do(opened):
    for name, answer in opened.items():
        headers = answer.headers
        assert "camera=()" in headers["Permissions-Policy"], name
        assert headers["Cross-Origin-Opener-Policy"] == "same-origin", name
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin", name
        assert headers["X-Content-Type-Options"] == "nosniff", name
        assert headers["Referrer-Policy"] == "same-origin", name
        assert headers["X-Frame-Options"] == "DENY", name


def test_what_was_made_for_somebody_is_kept_by_no_cache(client):
    client.force_login(factories.user(Role.DIRECTOR))
    assert "no-store" in client.get(reverse("figures")).headers["Cache-Control"]


def test_a_public_page_may_be_kept_by_any_cache(client):
    answer = client.get("/")
    assert "public" in answer.headers["Cache-Control"]
    assert not answer.cookies


def test_what_is_too_large_is_refused_before_it_is_read(client):
    answer = client.post(reverse("account_login"), {"login": "x" * 6_000_000})
    assert answer.status_code == 413
    assert "larger than" in answer.content.decode()


def test_only_pages_that_take_files_take_more_than_a_form(client):
    large = {
        pattern.name for _, pattern in pages() if getattr(pattern.callback, "octets_taken", 0) > 5_000_000
    }
    assert large == TAKES_FILES
    client.force_login(factories.user(Role.ANALYST))
    file = SimpleUploadedFile("return.xml", b"<" * 6_000_000)
    assert client.post(reverse("bring-return"), {"files_of_return": file}).status_code != 413


def test_asking_too_often_is_answered_with_when_to_try_again(client, settings):
    answers = [client.get(reverse("law"), {"q": "plan"}).status_code for _ in range(121)]
    assert set(answers[:120]) == {200}
    assert answers[120] == 429
    refused = client.get(reverse("law"), {"q": "plan"})
    assert refused.headers["Retry-After"] == "60"
    assert "tried too often" in refused.content.decode()
    assert client.get(reverse("law")).status_code == 200
    assert client.get(reverse("law"), {"q": "plan"}, REMOTE_ADDR="192.0.2.9").status_code == 200


@pytest.mark.parametrize(
    "name", ["account_login", "account_reset_password", "find-a-case", "law", "law-duty"]
)
def test_sign_in_search_and_calculators_are_counted(name):
    view = next(pattern.callback for _, pattern in pages() if pattern.name == name)
    assert rule_of(view) is not None
    assert view.times_allowed


def test_a_header_of_a_proxy_that_is_not_ours_is_not_believed(rf):
    request = rf.get("/", headers={"X-Forwarded-For": "192.0.2.77"})
    assert tallies.who_asks(request) == "address 127.0.0.1"


def test_a_count_names_nobody():
    tallies.count("sign-in/", "address 192.0.2.1", 60)
    assert re.fullmatch(r"[0-9a-f]{64}", Tally.objects.get().key)


def test_counting_begins_anew_when_its_time_is_over():
    assert [tallies.count("x", "y", 60) for _ in range(3)] == [1, 2, 3]
    assert tallies.count("z", "y", 0) == 1
    assert tallies.count("z", "y", 0) == 1


def test_what_has_ended_is_cleared_away_at_night(client):
    client.force_login(factories.user())
    tallies.count("x", "y", 0)
    SignedInSession.objects.update(expire_date="2020-01-01T00:00Z")
    jobs.clear_away()
    assert not Tally.objects.exists()
    assert not SignedInSession.objects.exists()


@pytest.mark.parametrize("name", ["<b>.html", 'a"b.csv', "é.svg", "a\r\nX: y.txt"])
@pytest.mark.parametrize("hand_over", [download, streamed])
def test_a_file_is_saved_and_never_run(name, hand_over):
    answer = hand_over(b"<script>", name=name, kind="text/html")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert "\n" not in answer.headers["Content-Disposition"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"].endswith("sandbox")


def test_the_check_of_a_deployment_finds_nothing_in_production():
    done = in_production(["-m", "django", "check", "--deploy", "--fail-level", "INFO"])
    assert done.returncode == 0, done.stderr
    assert "no issues (0 silenced)" in done.stdout


def test_nobody_can_be_an_invented_person_in_production():
    program = """
import sys, django
django.setup()
from django.conf import settings
from goldenthread.accounts.access import every_page_has_a_rule, pages
names = {pattern.name for _, pattern in pages()}
routes = " ".join(route for route, _ in pages())
demo = [name for name in sys.modules if name.startswith("goldenthread.demo")]
print("choose-who-to-be" in names, "choose" in routes, bool(demo))
print(settings.DEMONSTRATION, settings.SECOND_FACTOR_REQUIRED, settings.LOGIN_URL, every_page_has_a_rule())
"""
    done = in_production(["-c", program])
    assert done.stdout.splitlines() == ["False False False", "False True account_login []"], done.stderr


def test_no_variable_turns_the_second_factor_off():
    program = "from goldenthread.config.settings import production as s; print(s.SECOND_FACTOR_REQUIRED)"
    environment = {
        **{
            f"GOLDEN_THREAD_{name}": "no"
            for name in ("DEMONSTRATION", "SECOND_FACTOR", "SECOND_FACTOR_REQUIRED")
        },
        "SECOND_FACTOR_REQUIRED": "False",
        "PATH": os.environ["PATH"],
        **PRODUCTION,
    }
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True)
    assert done.stdout.strip() == "True"


def test_cookies_of_production_are_for_this_site_by_tls_alone():
    program = (
        "from goldenthread.config.settings import production as s; "
        "print(s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, "
        "s.SESSION_COOKIE_HTTPONLY, s.CSRF_COOKIE_HTTPONLY, "
        "s.SESSION_COOKIE_SAMESITE, s.SECURE_SSL_REDIRECT, s.SECURE_HSTS_SECONDS >= 31536000)"
    )
    assert in_production(["-c", program]).stdout.split() == ["True"] * 4 + ["Lax", "True", "True"]
