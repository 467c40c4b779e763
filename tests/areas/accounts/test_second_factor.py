"""A second factor comes before any page of work, a fresh proof before the most guarded ones; sessions end."""

import time
from datetime import timedelta

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.contrib.auth import authenticate
from django.core import mail
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone

import factories
from goldenthread.accounts.access import asks_who_you_are_again, open_to_anyone_signed_in, pages
from goldenthread.accounts.middleware import AccessMiddleware
from goldenthread.accounts.roles import Role
from goldenthread.accounts.signing_in.models import SignedInSession
from goldenthread.audit.models import AuditEvent

pytestmark = pytest.mark.django_db

PASSWORD = "lantern otter quarry seven"
OWN = {"sign-out", "start"}


@pytest.fixture
def required(settings):
    settings.SECOND_FACTOR_REQUIRED = True
    settings.LOGIN_URL = "account_login"


def someone(password=PASSWORD, **rest):
    user = factories.user(Role.DIRECTOR, **rest)
    user.set_password(password)
    user.save()
    return user


def remember(client, **record):
    session = client.session
    session["account_authentication_methods"] = [
        {"method": "mfa", "type": "totp", "at": time.time(), **record}
    ]
    session["account_authentication_methods_user"] = session["_auth_user_id"]
    session.save()


def sign_in(client, email, password):
    return client.post(reverse("account_login"), {"login": email, "password": password})


def test_without_a_second_factor_no_page_of_work_opens(client, required):
    client.force_login(factories.user(Role.ADMINISTRATOR))
    before = {"mfa_index", "sign-out"}
    opened = {}
    for route, pattern in pages():
        if "<" in route or getattr(pattern.callback, "before_second_factor", False):
            continue
        if pattern.callback.access_rule.everyone or pattern.name in before:
            continue
        opened[pattern.name] = client.get(reverse(pattern.name)).get("Location")
    assert len(opened) > 10
    assert set(opened.values()) == {reverse("mfa_index")}


def test_with_a_second_factor_work_opens(client, required):
    client.force_login(factories.user(Role.DIRECTOR))
    remember(client)
    assert client.get(reverse("figures")).status_code == 200


def test_a_password_alone_leads_to_setting_up_a_factor(client, required):
    user = someone()
    assert sign_in(client, user.email, PASSWORD).url == reverse("start")
    assert client.get(reverse("start")).url == reverse("mfa_index")
    assert "Add a passkey or a code app" in client.get(reverse("mfa_index")).content.decode()


def test_with_a_factor_the_password_alone_signs_nobody_in(client, required):
    user = someone()
    Authenticator.objects.create(
        user=user, type=Authenticator.Type.TOTP, data={"secret": get_adapter().encrypt("JBSWY3DPEHPK3PXP")}
    )
    assert sign_in(client, user.email, PASSWORD).url == reverse("mfa_authenticate")
    assert "_auth_user_id" not in client.session
    page = client.get(reverse("mfa_authenticate"))
    assert "One more step" in page.content.decode()
    wrong = client.post(reverse("mfa_authenticate"), {"code": "000000"}).content.decode()
    assert "The code is not right" in wrong


def test_the_secret_of_an_app_cannot_be_read_from_the_database():
    kept = get_adapter().encrypt("JBSWY3DPEHPK3PXP")
    assert "JBSWY3DPEHPK3PXP" not in kept
    assert get_adapter().decrypt(kept) == "JBSWY3DPEHPK3PXP"


def test_a_new_secret_key_still_reads_what_the_old_one_wrote(settings):
    kept = get_adapter().encrypt("JBSWY3DPEHPK3PXP")
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another secret"
    assert get_adapter().decrypt(kept) == "JBSWY3DPEHPK3PXP"


def test_the_last_factor_stays_where_one_is_required(client, required):
    user = someone()
    only = Authenticator.objects.create(
        user=user, type=Authenticator.Type.TOTP, data={"secret": get_adapter().encrypt("JBSWY3DPEHPK3PXP")}
    )
    client.force_login(user)
    remember(client, reauthenticated=True)
    answer = client.post(reverse("mfa_deactivate_totp"))
    assert "Add another first" in answer.content.decode()
    assert Authenticator.objects.filter(pk=only.pk).exists()


# the same answer, whoever asks


def test_the_door_says_the_same_of_a_wrong_password_and_an_unknown_address(client):
    user = someone()
    known, unknown = (sign_in(client, email, "wrong").content for email in (user.email, "nobody@example.org"))
    assert known.replace(user.email.encode(), b"") == unknown.replace(b"nobody@example.org", b"") or (
        _without_token(known, user.email) == _without_token(unknown, "nobody@example.org")
    )


def _without_token(page, email):
    lines = page.decode().replace(email, "").splitlines()
    return [line for line in lines if "csrfmiddlewaretoken" not in line]


@pytest.mark.parametrize("known", [True, False])
def test_as_much_is_computed_for_an_unknown_address(monkeypatch, rf, known):
    user = someone()
    hashed = []
    monkeypatch.setattr(
        "django.contrib.auth.hashers.MD5PasswordHasher.encode",
        lambda self, password, salt: hashed.append(1) or "x",
    )
    request = rf.post("/")
    authenticate(request, email=user.email if known else "nobody@example.org", password="wrong")
    assert len(hashed) == 1


@pytest.mark.parametrize("known", [True, False])
def test_a_forgotten_password_gets_the_same_answer_and_one_letter(
    client, django_capture_on_commit_callbacks, known
):
    email = someone().email if known else "nobody@example.org"
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(reverse("account_reset_password"), {"email": email})
    assert answer.url == reverse("account_reset_password_done")
    assert [letter.to for letter in mail.outbox] == [[email]]
    assert ("new-password" in mail.outbox[0].body) == known


def test_guessing_a_password_is_slowed_down_for_an_account_from_anywhere(client):
    user = someone()
    for number in range(5):
        client.post(
            reverse("account_login"),
            {"login": user.email, "password": "wrong"},
            REMOTE_ADDR=f"192.0.2.{number}",
        )
    answer = sign_in(client, user.email, PASSWORD)
    assert "tried too often" in answer.content.decode()
    assert "_auth_user_id" not in client.session


# sealed records and bulk export ask again


@open_to_anyone_signed_in
@asks_who_you_are_again
def guarded(request):
    return HttpResponse("opened")


def ask_for_guarded(client, method="get", **headers):
    session = client.session
    request = getattr(RequestFactory(), method)("/guarded/?page=2", **headers)
    request.session, request.scope = session, factories.scope()
    request.user = factories.User.objects.get(pk=session["_auth_user_id"])
    return AccessMiddleware(guarded).process_view(request, guarded, [], {})


@pytest.mark.parametrize(
    ("minutes_ago", "method", "opens"),
    [(9, "get", True), (11, "get", False), (11, "post", True), (31, "post", False)],
)
def test_a_guarded_page_opens_only_after_a_fresh_proof(client, minutes_ago, method, opens):
    client.force_login(factories.user())
    remember(client, at=time.time() - minutes_ago * 60)
    assert (ask_for_guarded(client, method) is None) == opens


def test_a_guarded_page_comes_back_to_where_one_was(client):
    client.force_login(factories.user())
    assert ask_for_guarded(client).url == "/your-sign-in/confirm/?next=%2Fguarded%2F%3Fpage%3D2"


def test_in_the_demonstration_somebody_without_a_factor_says_again_who_they_are(client):
    client.force_login(factories.user())
    answer = client.post(reverse("confirm-who-you-are") + "?next=/accessibility/")
    assert answer.url == "/accessibility/"
    assert ask_for_guarded(client) is None


def test_where_a_factor_is_required_a_password_is_not_fresh_proof(client, required):
    user = someone()
    client.force_login(user)
    remember(client, method="password")
    assert ask_for_guarded(client) is not None


def test_saying_again_who_one_is_leads_nowhere_else(client):
    client.force_login(factories.user())
    answer = client.post(reverse("confirm-who-you-are") + "?next=https://example.org/")
    assert answer.url == reverse("start")


# sessions


def age(user, **since):
    SignedInSession.objects.filter(user_id=user.pk).update(
        **{name: timezone.now() - timedelta(minutes=minutes) for name, minutes in since.items()}
    )


@pytest.mark.parametrize(
    ("since", "lives"),
    [
        ({"seen_at": 59}, True),
        ({"seen_at": 61}, False),
        ({"began_at": 9 * 60 + 59}, True),
        ({"began_at": 10 * 60 + 1}, False),
    ],
)
def test_a_session_ends_when_idle_and_after_a_working_day(client, since, lives):
    user = factories.user(Role.DIRECTOR)
    client.force_login(user)
    age(user, **since)
    assert (client.get(reverse("figures")).status_code == 200) == lives


def test_a_session_in_use_goes_on_and_does_not_begin_anew(client):
    user = factories.user(Role.DIRECTOR)
    client.force_login(user)
    age(user, seen_at=30, began_at=60)
    client.get(reverse("figures"))
    session = SignedInSession.objects.get(user_id=user.pk)
    assert timezone.now() - session.seen_at < timedelta(minutes=1)
    assert timezone.now() - session.began_at > timedelta(minutes=59)


def test_one_sees_ones_sessions_and_ends_another(client):
    user = factories.user()
    elsewhere = type(client)()
    elsewhere.force_login(user)
    mark = SignedInSession.objects.get(user_id=user.pk).mark
    client.force_login(user)
    page = client.get(reverse("mfa_index")).content.decode()
    assert mark in page
    assert elsewhere.session.session_key not in page
    client.post(reverse("end-session", args=[mark]))
    assert elsewhere.get(reverse("mfa_index")).status_code == 302
    assert client.get(reverse("mfa_index")).status_code == 200


def test_a_new_password_ends_the_other_sessions(client):
    user = someone()
    elsewhere = type(client)()
    elsewhere.force_login(user)
    client.force_login(user)
    typed = {"oldpassword": PASSWORD, "password1": "three words apart", "password2": "three words apart"}
    answer = client.post(reverse("account_change_password"), typed)
    assert answer.status_code == 302, answer.content.decode()
    assert client.get(reverse("mfa_index")).status_code == 200
    assert elsewhere.get(reverse("mfa_index")).status_code == 302


def test_signing_in_is_audited_with_its_way_and_a_new_browser_is_told(
    client, django_capture_on_commit_callbacks
):
    user = someone()
    with django_capture_on_commit_callbacks(execute=True):
        sign_in(client, user.email, PASSWORD)
    event = AuditEvent.objects.get(actor_id=user.pk, act="signed in")
    assert event.details["way"] == "a password"
    assert [letter.subject for letter in mail.outbox] == ["A new sign-in"]
    client.post(reverse("sign-out"))
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        sign_in(client, user.email, PASSWORD)
    assert mail.outbox == []


@pytest.mark.parametrize(
    ("password", "says"),
    [("short", "too short"), ("password1234", "too common"), ("person-rosalind", "too similar")],
)
def test_a_weak_password_is_refused_in_words_without_any_network(client, password, says):
    client.force_login(factories.user(name="Person Rosalind"))
    answer = client.post(reverse("account_set_password"), {"password1": password, "password2": password})
    assert says in answer.content.decode()
