"""People come by invitation, within the inviter's own place, and leave without taking others' access."""

import re
from datetime import date

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.core.management import CommandError, call_command
from django.urls import reverse

import factories
from goldenthread.accounts.actions import appoint
from goldenthread.accounts.models import Appointment, User
from goldenthread.accounts.places import NOWHERE, Place
from goldenthread.accounts.roles import Role
from goldenthread.accounts.signing_in.invitations import actions, queries
from goldenthread.accounts.signing_in.invitations.permissions import can_give
from goldenthread.accounts.signing_in.models import Invitation, SignedInSession
from goldenthread.audit import clock
from goldenthread.audit.errors import NotFound, NotPermitted, NotPossibleNow
from goldenthread.audit.models import AuditEvent
from goldenthread.audit.scope import Scope
from goldenthread.organisations.models import Organisation, Setting

pytestmark = pytest.mark.django_db

TODAY_TYPED = {"ends_on-day": "3", "ends_on-month": "2", "ends_on-year": "2025"}
PAGE = "https://send.example.org/invitation/"


def school(name="Alder Vale Primary School", urn="100001", body=None):
    return Setting.objects.create(name=name, urn=urn, type_of_establishment="School", organisation=body)


def trust(name="Alder Trust"):
    return Organisation.objects.create(name=name, kind="school")


def holding(role, at=NOWHERE, name=""):
    user = User.objects.create(email=f"{User.objects.count()}@example.org", name=name or str(role))
    appoint(user, role=role, at=at, starts_on=clock.today(), by=Scope.system("a test is set up"))
    return user


def scope(role, at=NOWHERE):
    return Scope.of(holding(role, at))


def invited(by, role=Role.DIRECTOR, at=NOWHERE, email="nia@example.org"):
    who = actions.Invited(email, "Nia Brome", role, at, clock.today())
    return actions.invite(who, address=PAGE, by=by)


@pytest.fixture
def administrator():
    return scope(Role.ADMINISTRATOR)


@pytest.fixture
def letters(django_capture_on_commit_callbacks):
    """Carries out what waits for a commit, and gives the letters that were sent."""

    def read(act):
        mail.outbox.clear()
        with django_capture_on_commit_callbacks(execute=True):
            act()
        return mail.outbox

    return read


def secret_of(letter):
    return re.search(r"/invitation/([^/\s]+)/", letter.body)[1]


def test_an_invitation_keeps_only_a_digest_of_its_secret(administrator, letters):
    (letter,) = letters(lambda: invited(administrator))
    secret = secret_of(letter)
    kept = Invitation.objects.values().get()
    assert secret not in str(kept)
    assert letter.to == ["nia@example.org"]
    assert queries.invitation_of(secret).email == "nia@example.org"
    assert secret not in str(list(AuditEvent.objects.values()))


OF_AN_ORGANISATION = {Role.SENCO, Role.ADVICE_GIVER, Role.ORGANISATION_LEAD}


@pytest.mark.parametrize(
    ("role", "at_own", "gives"),
    [
        (Role.TEAM_MANAGER, "team", {Role.COORDINATOR}),
        (Role.ORGANISATION_LEAD, "setting", OF_AN_ORGANISATION),
        (Role.ORGANISATION_LEAD, "organisation", OF_AN_ORGANISATION),
        (Role.COORDINATOR, "team", set()),
        (Role.DIRECTOR, "nowhere", set()),
    ],
)
def test_access_is_given_within_ones_own_place_only(role, at_own, gives):
    own = {
        "team": lambda: Place(team=factories.team()),
        "setting": lambda: Place(setting=school()),
        "organisation": lambda: Place(organisation=trust()),
        "nowhere": Place,
    }[at_own]()
    other = {
        "team": lambda: Place(team=factories.team()),
        "setting": lambda: Place(setting=school("Elm", "100002")),
        "organisation": lambda: Place(organisation=trust("Elm Trust")),
        "nowhere": Place,
    }[at_own]()
    by = scope(role, own)
    assert {one for one in Role if can_give(by, one, own)} == gives
    assert {one for one in Role if can_give(by, one, other)} == set()


def test_a_lead_of_a_trust_invites_to_its_schools_and_no_others():
    body = trust()
    by = scope(Role.ORGANISATION_LEAD, Place(organisation=body))
    assert invited(by, Role.SENCO, Place(setting=school(body=body)))
    with pytest.raises(NotPermitted, match="within your own team or organisation"):
        invited(by, Role.SENCO, Place(setting=school("Elm", "100002")))


def test_who_is_invited_is_let_in_once(administrator, letters):
    secret = secret_of(letters(lambda: invited(administrator))[0])
    by = Scope.system("an invitation is accepted")
    user = actions.accept(queries.invitation_of(secret), signed_in=None, by=by)
    assert [one.role for one in user.appointments.all()] == [Role.DIRECTOR]
    assert not user.has_usable_password()
    with pytest.raises(NotFound, match="used or withdrawn, or it is too old"):
        actions.accept(queries.invitation_of(secret), signed_in=None, by=by)


def test_sent_again_the_old_link_no_longer_works(administrator, letters):
    made = []
    first = secret_of(letters(lambda: made.append(invited(administrator)))[0])
    second = secret_of(letters(lambda: actions.send_again(made[0], address=PAGE, by=administrator))[0])
    assert queries.invitation_of(second).pk == made[0].pk
    with pytest.raises(NotFound):
        queries.invitation_of(first)


def test_withdrawn_or_old_an_invitation_lets_nobody_in(administrator, letters):
    by = Scope.system("an invitation is accepted")
    made = invited(administrator)
    actions.withdraw(made, by=administrator)
    with pytest.raises(NotFound):
        actions.accept(made, signed_in=None, by=by)
    with pytest.raises(NotPossibleNow):
        actions.send_again(made, address=PAGE, by=administrator)
    old = invited(administrator, email="old@example.org")
    Invitation.objects.filter(pk=old.pk).update(expires_at=clock.now())
    with pytest.raises(NotFound):
        actions.accept(old, signed_in=None, by=by)


def test_one_open_invitation_to_a_role_is_enough(administrator):
    invited(administrator)
    with pytest.raises(NotPossibleNow, match="have an invitation to this role already"):
        invited(administrator, email="NIA@example.org")


def test_somebody_who_has_an_account_accepts_while_signed_in_to_it(administrator):
    known = holding(Role.CHAIR)
    made = invited(administrator, email=known.email)
    by = Scope.system("an invitation is accepted")
    with pytest.raises(NotPermitted, match="for somebody else"):
        actions.accept(made, signed_in=holding(Role.DIRECTOR), by=by)
    assert actions.accept(made, signed_in=known, by=by) == known
    assert known.appointments.count() == 2


def test_when_one_leaves_the_organisation_keeps_the_others_and_its_lead(client):
    body = trust()
    lead = holding(Role.ORGANISATION_LEAD, Place(organisation=body))
    leaver = holding(Role.SENCO, Place(organisation=body), name="Leaver")
    stays = holding(Role.SENCO, Place(organisation=body), name="Stays")
    client.force_login(leaver)
    assert SignedInSession.objects.filter(user_id=leaver.pk).exists()
    by = Scope.of(lead)
    actions.end_access(list(queries.colleague(by, leaver.pk).appointments), because="left", by=by)
    leaver.refresh_from_db()
    assert not leaver.is_active
    assert not SignedInSession.objects.filter(user_id=leaver.pk).exists()
    assert client.get(reverse("start")).status_code == 302
    in_force = Appointment.in_force(clock.today()).filter(organisation=body)
    assert {one.user for one in in_force} == {lead, stays}
    assert invited(by, Role.SENCO, Place(organisation=body), email="next@example.org")


def test_nobody_ends_their_own_access_or_sets_themselves_up_anew(administrator):
    me = User.objects.get(pk=administrator.actor_id)
    with pytest.raises(NotPossibleNow):
        actions.end_access(list(me.appointments.all()), because="", by=administrator)
    with pytest.raises(NotPossibleNow):
        actions.set_up_anew(me, address=PAGE, because="", by=administrator)


def test_setting_up_anew_voids_everything_that_signed_in_before(administrator, letters, client):
    user = holding(Role.DIRECTOR)
    user.set_password("lantern otter quarry")
    user.save()
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": "x"})
    client.force_login(user)
    begun = letters(lambda: actions.set_up_anew(user, address=PAGE, because="lost phone", by=administrator))
    user.refresh_from_db()
    assert not user.has_usable_password()
    assert not Authenticator.objects.filter(user=user).exists()
    assert not SignedInSession.objects.filter(user_id=user.pk).exists()
    answer = client.get(reverse("open-invitation", args=[secret_of(begun[0])]), follow=True)
    assert "lets you set up anew" in answer.content.decode()
    client.post(reverse("invitation"))
    assert client.session["_auth_user_id"] == str(user.pk)
    assert user.appointments.count() == 1


def test_an_opened_link_leaves_no_secret_in_the_address(administrator, letters, client):
    secret = secret_of(letters(lambda: invited(administrator))[0])
    answer = client.get(reverse("open-invitation", args=[secret]))
    assert answer.url == reverse("invitation")
    page = client.get(reverse("invitation")).content.decode()
    assert secret not in page
    assert "Welcome, Nia Brome" in page


@pytest.mark.parametrize("secret", ["", "made-up"])
def test_a_link_that_is_made_up_is_not_found(client, secret):
    session = client.session
    session["invitation"] = secret
    session.save()
    answer = client.get(reverse("invitation"))
    assert answer.status_code == 404
    assert "too old" in answer.content.decode()


def test_pages_show_and_change_only_whom_one_looks_after(client):
    team = factories.team()
    manager = holding(Role.TEAM_MANAGER, Place(team=team))
    other = holding(Role.COORDINATOR, Place(team=factories.team()), name="Elsewhere")
    ours = holding(Role.COORDINATOR, Place(team=team), name="Ours")
    foreign = invited(scope(Role.ADMINISTRATOR))
    client.force_login(manager)
    page = client.get(reverse("people-with-access")).content.decode()
    assert "Ours" in page
    assert "Elsewhere" not in page
    assert "Nia Brome" not in page
    assert client.get(reverse("person-with-access", args=[ours.pk])).status_code == 200
    beyond = [
        client.get(reverse("person-with-access", args=[other.pk])),
        client.get(reverse("set-up-anew", args=[other.pk])),
        client.post(
            reverse("end-access", args=[other.appointments.get().pk]), {"because": "x", **TODAY_TYPED}
        ),
        client.post(reverse("send-invitation-again", args=[foreign.pk])),
        client.post(reverse("withdraw-invitation", args=[foreign.pk])),
    ]
    assert {answer.status_code for answer in beyond} <= {302, 404}
    assert other.appointments.get().ends_on is None
    assert Invitation.objects.get(pk=foreign.pk).withdrawn_at is None
    ended = client.post(
        reverse("end-access", args=[ours.appointments.get().pk]), {"because": "left", **TODAY_TYPED}
    )
    assert ended.status_code == 302
    ours.refresh_from_db()
    assert not ours.is_active


def test_access_that_will_end_is_said_with_its_last_day_and_a_day_that_is_gone_is_refused(client):
    client.force_login(holding(Role.ADMINISTRATOR))
    leaver = holding(Role.DIRECTOR, name="Helen Marchbanks")
    address = reverse("end-access", args=[leaver.appointments.get().pk])
    gone = client.post(address, {"because": "she retires", **TODAY_TYPED, "ends_on-day": "2"})
    assert gone.status_code == 422
    assert "she retires" in gone.content.decode()
    later = {**TODAY_TYPED, "ends_on-day": "10"}
    assert client.post(address, {"because": "she retires", **later}).status_code == 302
    page = client.get(reverse("people-with-access")).content.decode()
    assert "Director, until 9 February 2025" in page
    assert "Never" in page


def test_the_first_administrator_is_invited_from_the_command_line(client, capsys, letters):
    (letter,) = letters(lambda: call_command("invite_administrator", "first@example.org", "First Person"))
    link = re.search(r"https?://\S+", capsys.readouterr().out)[0]
    assert link in letter.body
    client.get(f"/invitation/{secret_of(letter)}/")
    client.post(reverse("invitation"))
    user = User.objects.get(email="first@example.org")
    assert [one.role for one in user.appointments.all()] == [Role.ADMINISTRATOR]


@pytest.mark.parametrize(
    ("email", "says"), [("nonsense", "no e-mail address"), ("nia@example.org", "already")]
)
def test_the_command_line_says_what_is_wrong_with_an_invitation(administrator, email, says):
    invited(administrator, Role.ADMINISTRATOR)
    with pytest.raises(CommandError, match=says):
        call_command("invite_administrator", email, "Somebody")


def test_a_lost_link_is_sent_again_from_the_command_line_and_an_administrator_is_left_alone(client, capsys):
    asked = ("invite_administrator", "--again", "first@example.org", "First Person")
    call_command(*asked)
    lost = re.search(r"https?://\S+", capsys.readouterr().out)[0]
    call_command(*asked)
    link = re.search(r"https?://\S+", capsys.readouterr().out)[0]
    assert client.get(f"/invitation/{lost.split('/')[-2]}/", follow=True).status_code == 404
    client.get(f"/invitation/{link.split('/')[-2]}/")
    client.post(reverse("invitation"))
    call_command(*asked)
    assert "looks after people already" in capsys.readouterr().out
    assert Invitation.objects.count() == 1


def test_the_last_day_that_is_typed_is_the_last_day_with_access(client):
    client.force_login(holding(Role.ADMINISTRATOR))
    typed = {"name": "Nia Brome", "email": "nia@example.org", "role": Role.DIRECTOR.value, "place": ""}
    for name, written in (("starts_on", "3 2 2025"), ("last_on", "10 2 2025")):
        parts = zip(("day", "month", "year"), written.split(), strict=True)
        typed |= {f"{name}-{part}": value for part, value in parts}
    assert client.post(reverse("invite"), typed).status_code == 302
    made = Invitation.objects.get()
    assert (made.starts_on, made.ends_on) == (date(2025, 2, 3), date(2025, 2, 11))
    user = actions.accept(made, signed_in=None, by=Scope.system("an invitation is accepted"))
    page = client.get(reverse("person-with-access", args=[user.pk])).content.decode()
    assert "until 10 February 2025" in page
