"""How we cite and date the law: a rule that cannot say where it stands written cannot be built."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Kind(Enum):
    """What sort of authority a source has; pages show statute and guidance differently."""

    STATUTE = "statute"
    REGULATION = "regulation"
    CASE = "case"
    TRIBUNAL_RULE = "tribunal rule"
    GUIDANCE = "guidance"
    LOCAL_POLICY = "local policy"


class Confirmed(Enum):
    """How well we know that the source says so."""

    READ = "read"
    """The text itself was read."""
    SECONDARY = "secondary"
    """Read in guidance or commentary, not in the instrument."""
    INTERPRETATION = "interpretation"
    """Depends on a reading of the words; the reading chosen is stated."""
    UNCONFIRMED = "unconfirmed"
    """General knowledge: to be checked against the text in force before anyone relies on it."""


class NotInForce(LookupError):
    """The law was asked about a day before it began."""


@dataclass(frozen=True, slots=True)
class Source:
    """A place in the law (or in guidance, or in local policy) that a rule rests on."""

    kind: Kind
    instrument: str
    provision: str
    address: str
    confirmed: Confirmed

    def __post_init__(self) -> None:
        if not (self.instrument.strip() and self.provision.strip()):
            raise ValueError("a source names its instrument and its provision")

    def __str__(self) -> str:
        return f"{self.instrument}, {self.provision}"


@dataclass(frozen=True, slots=True)
class Version(Generic[T]):
    """A value from the day it came into force until the next version."""

    in_force_from: date
    value: T
    source: Source


@dataclass(frozen=True, slots=True)
class Parameter(Generic[T]):
    """A value that the law sets, with its history."""

    name: str
    versions: tuple[Version[T], ...]

    def __post_init__(self) -> None:
        days = [version.in_force_from for version in self.versions]
        if not days or days != sorted(set(days)):
            raise ValueError(f"{self.name}: versions are given once each, oldest first")

    def on(self, day: date) -> Version[T]:
        """The version in force on `day`, the day the law looks at (never simply today).

        Raises `NotInForce` before commencement.
        """
        for version in reversed(self.versions):
            if version.in_force_from <= day:
                return version
        raise NotInForce(
            f"{self.name} began on {self.versions[0].in_force_from:%-d %B %Y}, after {day:%-d %B %Y}"
        )

    def amended_by(self, pack: Pack) -> Parameter[T]:
        """This parameter with the version that the pack adds, if it adds one."""
        if not pack.amends(self):
            return self
        return replace(self, versions=(*self.versions, pack.versions[self.name]))


@dataclass(frozen=True, slots=True)
class Pack:
    """A set of new versions by parameter name: a reform, or one council's own policy. It changes no code.

    What an earlier version answers stays as it is, because a version must be newer than those before it.
    """

    name: str
    versions: Mapping[str, Version[Any]]

    def amends(self, parameter: Parameter[Any]) -> bool:
        """Does the pack add a version to this parameter?"""
        return parameter.name in self.versions
