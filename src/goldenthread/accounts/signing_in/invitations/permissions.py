"""Whose access may this person give and end?

Their own place bounds it: an administrator of people gives any role, a team's manager gives coordinators to
that team, an organisation's lead gives roles within that organisation or setting.
"""

from goldenthread.accounts.models import Appointment
from goldenthread.accounts.places import Place
from goldenthread.accounts.roles import WITHIN_ORGANISATION, Permission, Role
from goldenthread.audit.errors import NotPermitted
from goldenthread.audit.scope import Part, Scope

FOR_FAMILIES = frozenset({Role.PARENT, Role.YOUNG_PERSON})
"""Roles that rest on a child's record: they are given there, never by an invitation to work here."""


def can_give(by: Scope, role: Role, at: Place) -> bool:
    """Whether any part of the scope that may invite covers this role at this place."""
    return any(_covers(part, role, at) for part in by.reaching(Permission.INVITE_PEOPLE))


def check_can_give(by: Scope, role: Role, at: Place) -> None:
    by.require(Permission.INVITE_PEOPLE)
    if not can_give(by, role, at):
        raise NotPermitted("You can give and end access only within your own team or organisation.")


def _covers(part: Part, role: Role, at: Place) -> bool:
    if role in FOR_FAMILIES:
        return False
    if part.organisation_id is not None or part.setting_id is not None:
        return role in WITHIN_ORGANISATION and _is_within(part, at)
    if part.team_id is not None:
        return role is Role.COORDINATOR and at.team is not None and at.team.pk == part.team_id
    return True


def _is_within(part: Part, at: Place) -> bool:
    if part.setting_id is not None:
        return at.setting is not None and at.setting.pk == part.setting_id
    if at.setting is not None:
        return at.setting.organisation_id == part.organisation_id
    return at.organisation is not None and at.organisation.pk == part.organisation_id


def covers_everywhere(by: Scope) -> bool:
    """Whether someone looks after the people of the whole partnership."""
    parts = by.reaching(Permission.INVITE_PEOPLE)
    return any((part.team_id, part.organisation_id, part.setting_id) == (None, None, None) for part in parts)


def can_end(by: Scope, appointment: Appointment) -> bool:
    at = Place(appointment.team, appointment.organisation, appointment.setting)
    return can_give(by, Role(appointment.role), at)
