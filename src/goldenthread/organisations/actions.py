"""Keeping the list of teams and settings."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from django.db import transaction

from goldenthread.audit.actions import record
from goldenthread.audit.scope import Scope
from goldenthread.organisations.models import Organisation, OrganisationKind, Setting, Team
from goldenthread.organisations.settings_file import SettingRow


@dataclass(frozen=True, slots=True)
class Brought:
    """What a list of settings changed."""

    added: int
    changed: int
    unchanged: int


@transaction.atomic
def add_team(name: str, *, by: Scope) -> Team:
    """Adds a team."""
    team = Team.objects.create(name=name)
    record("added a team", team, by=by)
    return team


@transaction.atomic
def add_organisation(name: str, *, kind: OrganisationKind, by: Scope) -> Organisation:
    """Adds a body whose people work with the system."""
    organisation = Organisation.objects.create(name=name, kind=kind)
    record("added an organisation", organisation, by=by, details={"kind": kind.value})
    return organisation


@transaction.atomic
def rename_team(team: Team, *, name: str, by: Scope) -> None:
    """Gives a team another name; the audit keeps the one before."""
    before, team.name = team.name, name
    team.save(update_fields=["name"])
    record("named a team anew", team, by=by, details={"before": before, "name": name})


@transaction.atomic
def describe_organisation(
    organisation: Organisation, *, name: str, kind: OrganisationKind, by: Scope
) -> None:
    """Gives a body another name or says what it is; the audit keeps what was said before."""
    before = {"before": organisation.name, "kind_before": organisation.kind}
    organisation.name, organisation.kind = name, kind
    organisation.save(update_fields=["name", "kind"])
    record(
        "described an organisation anew",
        organisation,
        by=by,
        details={**before, "name": name, "kind": kind.value},
    )


@transaction.atomic
def place_setting(setting: Setting, organisation: Organisation, *, by: Scope) -> None:
    """Says which body runs a setting."""
    setting.organisation = organisation
    setting.save(update_fields=["organisation"])
    record("said who runs a setting", setting, by=by, details={"organisation": organisation.pk})


@transaction.atomic
def bring_settings(rows: Sequence[SettingRow], *, by: Scope) -> Brought:
    """Adds the settings that are new and changes those that read differently; none is ever removed.

    A setting is known by its URN, else by its UKPRN.
    """
    known = {setting.urn or setting.ukprn: setting for setting in Setting.objects.all()}
    added, changed = [], []
    for row in rows:
        setting = known.get(row.urn or row.ukprn)
        values = asdict(row)
        if setting is None:
            added.append(Setting(**values))
        elif any(getattr(setting, name) != value for name, value in values.items()):
            for name, value in values.items():
                setattr(setting, name, value)
            changed.append(setting)
    Setting.objects.bulk_create(added)
    Setting.objects.bulk_update(changed, [*SettingRow.__slots__])
    brought = Brought(len(added), len(changed), len(rows) - len(added) - len(changed))
    record("brought a list of settings", Setting, by=by, details=asdict(brought))
    return brought
