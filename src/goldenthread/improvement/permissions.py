"""Which evidence may this person see, and is it theirs to check?"""

from goldenthread.accounts.roles import Permission, Role
from goldenthread.audit.scope import Part, Scope
from goldenthread.improvement.models import Evidence, SeenBy
from goldenthread.organisations.models import Organisation, OrganisationKind, Setting

OF_NO_BODY = frozenset({Role.CHAIR})
"""Roles that are independent of every body, so whatever they check is somebody else's."""
OF_THE_FORUM = frozenset({Role.FORUM_MEMBER})
FAMILY = frozenset({Role.PARENT, Role.YOUNG_PERSON})
"""Roles that are no work: being a parent makes nobody part of a body."""

KEEPS_OR_CHECKS = (Permission.KEEP_EVIDENCE, Permission.CHECK_EVIDENCE)


def level_of(scope: Scope) -> SeenBy:
    """What this person sees: every item marked with this level or one after it.

    Raises `NotPermitted` for whoever sees neither the plans nor the evidence room.
    """
    if any(scope.may(permission) for permission in KEEPS_OR_CHECKS):
        return SeenBy.KEEPERS
    if scope.may(Permission.SEE_IMPROVEMENT) and scope.may(Permission.SEE_GOVERNANCE):
        return SeenBy.BOARDS
    if not scope.may(Permission.SEE_EVIDENCE_ROOM):
        scope.require(Permission.SEE_IMPROVEMENT)
    return SeenBy.ROOM


def why_not_from_outside(scope: Scope, item: Evidence) -> str:
    """Why this person cannot check this item; empty where they can.

    Nobody checks what they added. Whoever works for the body that owns it is inside, unless a team of that
    body owns it and they work in another. An appointment that names no body counts as one of the council.
    """
    if scope.actor_id is None or scope.actor_id == item.added_by_id:
        return "You added this. Someone else must check it."
    if any(_is_inside(part, item) for part in scope.parts):
        owner = f"{item.owner_team} of {item.owner}" if item.owner_team else str(item.owner)
        return f"This is the work of {owner}, and so is yours. Someone outside must check it."
    return ""


def _is_inside(part: Part, item: Evidence) -> bool:
    if part.role in FAMILY or part.role in OF_NO_BODY:
        return False
    if item.owner_team_id is not None and part.team_id is not None:
        return part.team_id == item.owner_team_id
    body = _body_of(part)
    if body is not None:
        return body == item.owner_id
    if part.setting_id is not None:
        return False
    kind = OrganisationKind.FORUM if part.role in OF_THE_FORUM else OrganisationKind.COUNCIL
    return item.owner.kind == kind


def _body_of(part: Part) -> int | None:
    """The body that an appointment names, or that its setting belongs to."""
    if part.organisation_id is not None or part.setting_id is None:
        return part.organisation_id
    found: int | None = Setting.objects.values_list("organisation_id", flat=True).get(pk=part.setting_id)
    return found


def whom_they_check_for(scope: Scope) -> str:
    """The body for which someone checks, in words that are kept beside the check."""
    for part in scope.reaching(Permission.CHECK_EVIDENCE):
        if part.role in OF_NO_BODY:
            return str(part.role)
        body = _body_of(part)
        if body is not None:
            return str(Organisation.objects.get(pk=body))
        if part.role in OF_THE_FORUM:
            return "parent carer forum"
    return "the council"
