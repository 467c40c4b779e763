"""Inviting people, letting the invited in, ending access, and setting up anew for who lost their phone."""

import secrets
from dataclasses import dataclass
from datetime import date

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.db import transaction

from goldenthread.accounts.actions import add_user, appoint, end_appointment
from goldenthread.accounts.models import Appointment, User
from goldenthread.accounts.places import Place
from goldenthread.accounts.policies import check_has_its_end
from goldenthread.accounts.roles import Role
from goldenthread.accounts.signing_in import letters
from goldenthread.accounts.signing_in.actions import end_sessions_of
from goldenthread.accounts.signing_in.invitations import policies, queries
from goldenthread.accounts.signing_in.invitations.permissions import check_can_give
from goldenthread.accounts.signing_in.models import Invitation
from goldenthread.audit import clock
from goldenthread.audit.actions import record
from goldenthread.audit.errors import NotPermitted, NotPossibleNow
from goldenthread.audit.scope import Scope
from goldenthread.ui import words


@dataclass(frozen=True, slots=True)
class Invited:
    """Whom an invitation is for, and to what."""

    email: str
    name: str
    role: Role
    at: Place
    starts_on: date
    ends_on: date | None = None


@transaction.atomic
def invite(who: Invited, *, address: str, by: Scope) -> Invitation:
    """Invites someone and writes to them. `address` is that of the page of invitations: the secret is added.

    Raises `NotPermitted` beyond one's own place, `NotPossibleNow` where one is open already.
    """
    check_can_give(by, who.role, who.at)
    check_has_its_end(who.role, who.ends_on)
    policies.check_none_is_open(who.email, who.role)
    invitation = Invitation(
        email=who.email.strip(),
        name=who.name,
        role=who.role,
        team=who.at.team,
        organisation=who.at.organisation,
        setting=who.at.setting,
        starts_on=who.starts_on,
        ends_on=who.ends_on,
    )
    _send(invitation, address, by)
    record("invited a person", invitation, by=by, details={"role": who.role.value, **who.at.numbers()})
    return invitation


@transaction.atomic
def send_again(invitation: Invitation, *, address: str, by: Scope) -> Invitation:
    """Sends a new link, and gives the invitation that holds it; the old one no longer works."""
    held = Invitation.objects.select_for_update().get(pk=invitation.pk)
    policies.check_is_unanswered(held)
    _send(held, address, by)
    record("sent an invitation again", held, by=by)
    return held


@transaction.atomic
def withdraw(invitation: Invitation, *, by: Scope) -> None:
    """Ends an invitation that nobody has used."""
    held = Invitation.objects.select_for_update().get(pk=invitation.pk)
    policies.check_is_unanswered(held)
    held.withdrawn_at = clock.now()
    held.save(update_fields=["withdrawn_at"])
    record("withdrew an invitation", held, by=by)


def _send(invitation: Invitation, address: str, by: Scope) -> None:
    token = secrets.token_urlsafe(32)
    invitation.token_digest = queries.digest_of(token)
    invitation.made_at = clock.now()
    invitation.expires_at = invitation.made_at + policies.time_to_accept(invitation.role)
    invitation.made_by_id_number, invitation.made_by_name = by.actor_id, by.actor_name
    invitation.save()
    invitation.link = f"{address}{token}/"
    place = str(invitation.place)
    values = {
        "inviter": by.actor_name,
        "role": invitation.role,
        "place": f" at {place}" if place else "",
        "by_when": words.moment(invitation.expires_at),
        "address": invitation.link,
    }
    letters.send("invitation" if invitation.role else "set up anew", invitation.email, values)


@transaction.atomic
def accept(invitation: Invitation, *, signed_in: User | None, by: Scope) -> User:
    """Lets in whoever holds the link, once. Somebody who has an account accepts while signed in to it.

    Raises `NotFound` for a link that no longer works, `NotPermitted` for somebody else's.
    """
    held = Invitation.objects.select_for_update().get(pk=invitation.pk)
    policies.check_is_open(held)
    known = queries.person_of(held)
    if known is not None and known.is_active and held.role and signed_in != known:
        raise NotPermitted("This invitation is for somebody else. Sign in as the person it was sent to.")
    user = known or add_user(held.email, name=held.name, by=by)
    if known is not None and not known.is_active:
        _empty(known)
    if held.role:
        starts_on = max(held.starts_on, clock.today())
        appoint(user, role=Role(held.role), at=held.place, starts_on=starts_on, ends_on=held.ends_on, by=by)
    held.accepted_at, held.accepted_by = clock.now(), user
    held.save(update_fields=["accepted_at", "accepted_by"])
    record("accepted an invitation", held, by=Scope.of(user), details={"person": user.pk})
    return user


def _empty(user: User) -> None:
    """Someone comes back, or begins anew: nothing that signed them in before does so again."""
    Authenticator.objects.filter(user=user).delete()
    SocialAccount.objects.filter(user=user).delete()
    user.set_unusable_password()
    user.is_active = True
    user.save(update_fields=["password", "is_active"])


@transaction.atomic
def set_up_anew(user: User, *, address: str, because: str, by: Scope) -> Invitation:
    """For who lost their phone and their codes: nothing signs them in any more but a link, sent to their own
    address, that works for a day. Nobody does it for themselves."""
    if by.actor_id == user.pk:
        raise NotPossibleNow("Ask somebody else who looks after accounts: nobody does this for themselves.")
    Invitation.objects.filter(
        email__iexact=user.email, role="", accepted_at__isnull=True, withdrawn_at__isnull=True
    ).update(withdrawn_at=clock.now())
    _empty(user)
    end_sessions_of(user, because=because, by=by)
    invitation = Invitation(email=user.email, name=user.name, starts_on=clock.today())
    _send(invitation, address, by)
    record("let someone set up their sign-in anew", user, by=by, because=because)
    return invitation


@transaction.atomic
def end_access(
    appointments: list[Appointment], *, because: str, by: Scope, ends_on: date | None = None
) -> None:
    """Ends appointments today, or from a later day on. The organisation keeps its others, and its lead."""
    for appointment in appointments:
        if appointment.user_id == by.actor_id:
            raise NotPossibleNow("Somebody else who looks after accounts must end yours.")
        first_without = max(ends_on or clock.today(), appointment.starts_on)
        end_appointment(appointment, ends_on=first_without, because=because, by=by)
