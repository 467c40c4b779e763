"""Where someone is appointed: a team, an organisation, a setting, or nowhere in particular."""

from dataclasses import dataclass

from goldenthread.organisations.models import Organisation, Setting, Team


@dataclass(frozen=True, slots=True)
class Place:
    """At most one of the three."""

    team: Team | None = None
    organisation: Organisation | None = None
    setting: Setting | None = None

    def __str__(self) -> str:
        found = self.team or self.organisation or self.setting
        return str(found) if found else ""

    def numbers(self) -> dict[str, int]:
        """Which rows these are, as the audit keeps them."""
        named = {"team": self.team, "organisation": self.organisation, "setting": self.setting}
        return {name: row.pk for name, row in named.items() if row is not None}


NOWHERE = Place()
