"""Who acts, and how far they reach: the value that every query and every action takes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from goldenthread.audit.errors import NotPermitted

EVERYTHING = "*"
"""Stands for every permission: the system's own, at work for a stated reason."""


class Reach(Enum):
    """How far a part of a scope reaches among children's records, the least first."""

    NOBODY = "nobody"
    """No child's record: figures and published things only."""
    FAMILY = "family"
    """The record of the person themselves, or of a child for whom they may act."""
    CASELOAD = "caseload"
    """The children allocated to this person."""
    ORGANISATION = "organisation"
    """The children who learn at a setting, or are advised by an organisation, on the day."""
    TEAM = "team"
    """The children of one team."""
    AREA = "area"
    """Every child in the partnership."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one appointment brings: its permissions hold within its own reach, and no further."""

    reach: Reach
    permissions: frozenset[str] = frozenset()
    team_id: int | None = None
    organisation_id: int | None = None
    setting_id: int | None = None
    role: str = ""

    def holds(self, permission: str) -> bool:
        return permission in self.permissions or EVERYTHING in self.permissions


class Actor(Protocol):
    """Whoever can be given a scope; `accounts.User` is one."""

    def scope(self) -> Scope: ...


@dataclass(frozen=True, slots=True)
class Scope:
    """Made for a user with `Scope.of(user)`, or for a job with `Scope.system(reason)`.

    Its parts are a union: two appointments give what each gives, never the permissions of one with the reach
    of the other. So reads ask `reaching(permission)`, and not for the widest reach.
    """

    actor_id: int | None
    actor_name: str
    parts: tuple[Part, ...] = ()
    reason: str = ""

    @classmethod
    def of(cls, actor: Actor) -> Scope:
        return actor.scope()

    @classmethod
    def system(cls, reason: str) -> Scope:
        """The system itself at work, over the whole area, for a reason that the audit keeps."""
        if not reason.strip():
            raise ValueError("the system acts only for a stated reason")
        everything = Part(Reach.AREA, frozenset({EVERYTHING}))
        return cls(actor_id=None, actor_name="Golden Thread", parts=(everything,), reason=reason)

    @property
    def is_system(self) -> bool:
        return self.actor_id is None and bool(self.reason)

    @property
    def reach(self) -> Reach:
        """The widest reach of any part: for words on a page. Reads ask `reaching`."""
        order = list(Reach)
        return max((part.reach for part in self.parts), key=order.index, default=Reach.NOBODY)

    @property
    def permissions(self) -> frozenset[str]:
        return frozenset().union(*(part.permissions for part in self.parts))

    @property
    def team_id(self) -> int | None:
        """The team that new records go to: that of the first appointment in a team."""
        return next((part.team_id for part in self.parts if part.team_id is not None), None)

    def reaching(self, permission: str) -> tuple[Part, ...]:
        """The parts that hold a permission, each with how far it holds."""
        return tuple(part for part in self.parts if part.holds(permission))

    def reaches_area(self, permission: str) -> bool:
        """Whether a permission holds for every child in the partnership."""
        return any(part.reach is Reach.AREA for part in self.reaching(permission))

    def may(self, permission: str) -> bool:
        return any(part.holds(permission) for part in self.parts)

    def require(self, permission: str) -> None:
        """Raises `NotPermitted` unless this scope holds the permission."""
        if not self.may(permission):
            raise NotPermitted(f"Your role does not let you {permission.replace('_', ' ')}.")
