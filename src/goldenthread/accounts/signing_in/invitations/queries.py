"""Who has access that this person looks after, and who is invited?"""

import hashlib
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from goldenthread.accounts.models import Appointment, User
from goldenthread.accounts.places import Place
from goldenthread.accounts.roles import WITHIN_ORGANISATION, Permission, Role
from goldenthread.accounts.signing_in.invitations.permissions import can_end, can_give, covers_everywhere
from goldenthread.accounts.signing_in.models import Invitation
from goldenthread.audit import clock
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Scope
from goldenthread.organisations.models import Organisation, Setting, Team


@dataclass(frozen=True, slots=True)
class Colleague:
    """Someone with access, and the appointments in force that the person who asks looks after."""

    user: User
    appointments: tuple[Appointment, ...]
    has_others: bool
    """Whether they hold appointments besides, which others look after."""


def digest_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def invitation_of(token: str) -> Invitation:
    """The invitation that this link opens. Raises `NotFound`, with the same words for any wrong one."""
    found = Invitation.objects.filter(token_digest=digest_of(token)).first()
    if found is None:
        raise NotFound("This invitation was used or withdrawn, or it is too old. Ask for a new one.")
    return found


def invitations(scope: Scope) -> list[Invitation]:
    """Unanswered invitations that the person who asks looks after, the newest first."""
    unanswered = Invitation.objects.filter(accepted_at__isnull=True, withdrawn_at__isnull=True)
    found = unanswered.select_related("team", "organisation", "setting").order_by("-made_at")
    return [one for one in found if _looks_after(scope, one)]


def invitation(scope: Scope, invitation_id: int) -> Invitation:
    """One of them. Raises `NotFound`."""
    found = next((one for one in invitations(scope) if one.pk == invitation_id), None)
    if found is None:
        raise NotFound("There is no open invitation of that number that you look after.")
    return found


def open_invitation(scope: Scope, email: str, role: Role) -> Invitation | None:
    """The newest invitation of this address to a role that nobody answered or took back."""
    scope.require(Permission.INVITE_PEOPLE)
    rows = Invitation.objects.filter(email__iexact=email, role=role)
    return rows.filter(accepted_at__isnull=True, withdrawn_at__isnull=True).order_by("-pk").first()


def looks_after_people(scope: Scope, email: str) -> bool:
    """Whether this address belongs to an administrator of people."""
    scope.require(Permission.INVITE_PEOPLE)
    return _in_force().filter(user__email__iexact=email, role=Role.ADMINISTRATOR).exists()


def _looks_after(scope: Scope, one: Invitation) -> bool:
    return can_give(scope, Role(one.role), one.place) if one.role else covers_everywhere(scope)


def colleagues(scope: Scope) -> list[Colleague]:
    """Everyone with an appointment in force that the person who asks looks after, by name."""
    held = _in_force().order_by("user__name", "user_id", "pk")
    by_user: dict[int, list[Appointment]] = {}
    for appointment in held:
        by_user.setdefault(appointment.user_id, []).append(appointment)
    found = [_colleague(scope, held) for held in by_user.values()]
    return [one for one in found if one.appointments]


def colleague(scope: Scope, user_id: int) -> Colleague:
    """One of them. Raises `NotFound` for anybody else, also for who does not exist."""
    held = list(_in_force().filter(user_id=user_id).order_by("pk"))
    found = _colleague(scope, held) if held else None
    if found is None or not found.appointments:
        raise NotFound("There is nobody of that number that you look after.")
    return found


def _in_force() -> QuerySet[Appointment]:
    day = clock.today()
    unended = Appointment.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=day), user__is_active=True)
    return unended.select_related("user", "team", "organisation", "setting")


def _colleague(scope: Scope, held: list[Appointment]) -> Colleague:
    ours = tuple(one for one in held if can_end(scope, one))
    return Colleague(held[0].user, ours, has_others=len(ours) < len(held))


def appointment(scope: Scope, appointment_id: int) -> Appointment:
    """An appointment that the person who asks may end. Raises `NotFound`."""
    found = _in_force().filter(pk=appointment_id).first()
    if found is None or not can_end(scope, found):
        raise NotFound("There is no appointment of that number that you look after.")
    return found


def roles(scope: Scope) -> list[Role]:
    """The roles that the person who asks can give somewhere."""
    return [role for role in Role if any(can_give(scope, role, at) for at in _examples(scope, role))]


def _examples(scope: Scope, role: Role) -> list[Place]:
    if covers_everywhere(scope):
        return [Place()]
    return places(scope) if role in WITHIN_ORGANISATION or role is Role.COORDINATOR else []


def places(scope: Scope) -> list[Place]:
    """The teams, organisations and settings within which the person who asks can give access."""
    if covers_everywhere(scope):
        rows = (Team.objects.all(), Organisation.objects.all(), Setting.objects.all())
    else:
        parts = scope.reaching(Permission.INVITE_PEOPLE)
        organisations = [part.organisation_id for part in parts if part.organisation_id]
        rows = (
            Team.objects.filter(pk__in=[part.team_id for part in parts if part.team_id]),
            Organisation.objects.filter(pk__in=organisations),
            Setting.objects.filter(
                Q(pk__in=[part.setting_id for part in parts if part.setting_id])
                | Q(organisation_id__in=organisations)
            ),
        )
    teams, bodies, settings = rows
    return [
        *(Place(team=team) for team in teams.order_by("name")),
        *(Place(organisation=body) for body in bodies.order_by("name")),
        *(Place(setting=setting) for setting in settings.order_by("name")),
    ]


def person_of(invitation: Invitation) -> User | None:
    """Whoever has this address already, also if they left."""
    return User.objects.filter(email__iexact=invitation.email).first()
