"""Who acts, and how far they reach: the value that every query and every action takes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from goldenthread.audit.errors import NotPermitted


class Reach(Enum):
    """How far a scope reaches among children's records."""

    NOBODY = "nobody"
    """No child's record: figures and published things only."""
    CASELOAD = "caseload"
    """The children allocated to this person."""
    TEAM = "team"
    """The children of this person's team."""
    AREA = "area"
    """Every child in the partnership."""


class Actor(Protocol):
    """Whoever can be given a scope; `accounts.User` is one."""

    def scope(self) -> Scope: ...


@dataclass(frozen=True, slots=True)
class Scope:
    """Made for a user with `Scope.of(user)`, or for a job with `Scope.system(reason)`."""

    actor_id: int | None
    actor_name: str
    reach: Reach
    permissions: frozenset[str] = frozenset()
    team_id: int | None = None
    reason: str = ""

    @classmethod
    def of(cls, actor: Actor) -> Scope:
        return actor.scope()

    @classmethod
    def system(cls, reason: str) -> Scope:
        """The system itself at work, over the whole area, for a reason that the audit keeps."""
        if not reason.strip():
            raise ValueError("the system acts only for a stated reason")
        return cls(
            actor_id=None,
            actor_name="Golden Thread",
            reach=Reach.AREA,
            permissions=frozenset({"*"}),
            reason=reason,
        )

    def may(self, permission: str) -> bool:
        return permission in self.permissions or "*" in self.permissions

    def require(self, permission: str) -> None:
        """Raises `NotPermitted` unless this scope holds the permission."""
        if not self.may(permission):
            raise NotPermitted(f"Your role does not let you {permission.replace('_', ' ')}.")
