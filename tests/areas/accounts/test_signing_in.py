"""The door: who may be whom in the demonstration, nobody elsewhere, and never away from this site."""

import pytest
from django.urls import reverse

import factories
from goldenthread.accounts.roles import GRANTS, Role
from goldenthread.audit.errors import NotPermitted
from goldenthread.audit.models import AuditEvent
from goldenthread.audit.scope import Scope

pytestmark = pytest.mark.django_db


def sign_in(client, user, **more):
    return client.post(reverse("choose-who-to-be"), {"persona": user.pk, **more})


@pytest.mark.parametrize("role", list(Role))
def test_each_role_starts_at_a_page_that_it_may_open(client, role):
    sign_in(client, factories.user(role, of=factories.team()))
    response = client.get(reverse("start"), follow=True)
    assert response.status_code == 200
    assert response.redirect_chain


def test_signing_in_and_out_is_audited(client):
    user = factories.user(name="Ros Tilley")
    sign_in(client, user)
    client.post(reverse("sign-out"))
    acts = AuditEvent.objects.filter(actor_id=user.pk).order_by("pk")
    assert [event.act for event in acts] == ["signed in", "signed out"]
    assert client.get(reverse("start")).status_code == 302


def test_someone_sent_to_the_door_comes_back_to_where_they_were_going(client):
    wanted = reverse("figures")
    door = client.get(wanted)
    assert door.url.startswith(reverse("choose-who-to-be"))
    assert sign_in(client, factories.user(), next=wanted).url == wanted


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org/", "javascript:alert(1)"])
def test_nobody_is_sent_away_from_this_site(client, elsewhere):
    assert sign_in(client, factories.user(), next=elsewhere).url == reverse("start")


def test_choosing_nobody_comes_back_with_what_is_missing(client):
    factories.user()
    response = client.post(reverse("choose-who-to-be"), {})
    assert response.status_code == 422
    assert "Choose who to be" in response.content.decode()


def test_a_real_person_cannot_be_chosen_in_a_demonstration(client):
    user = factories.user(name="Someone Real")
    user.is_example = False
    user.save()
    assert "Someone Real" not in client.get(reverse("choose-who-to-be")).content.decode()
    assert "_auth_user_id" not in client.session


def test_a_person_who_left_cannot_be_chosen(client):
    user = factories.user(name="Gone Away")
    user.is_active = False
    user.save()
    assert "Gone Away" not in client.get(reverse("choose-who-to-be")).content.decode()


def test_a_form_sent_from_another_site_is_refused(client):
    strict = type(client)(enforce_csrf_checks=True)
    response = strict.post(reverse("choose-who-to-be"), {"persona": factories.user().pk})
    assert response.status_code == 403


@pytest.mark.parametrize("role", list(Role))
def test_a_scope_holds_what_the_role_grants_and_nothing_else(role):
    scope = factories.scope(role)
    assert scope.permissions == GRANTS[role].permissions
    assert scope.reach is GRANTS[role].reach


def test_a_scope_refuses_what_it_does_not_hold_in_words():
    stranger = factories.stranger()
    with pytest.raises(NotPermitted, match="Your role does not let you load a return"):
        stranger.require("load_a_return")


def test_the_system_acts_only_for_a_stated_reason():
    with pytest.raises(ValueError, match="stated reason"):
        Scope.system(" ")


def test_pages_carry_the_headers_that_keep_them_safe(client):
    headers = client.get(reverse("choose-who-to-be")).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
