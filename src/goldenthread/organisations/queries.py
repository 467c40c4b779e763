"""Teams and settings: not personal, and open to everyone signed in."""

from collections.abc import Iterable

from django.db.models import Q

from goldenthread.organisations.models import Organisation, Setting, Team
from goldenthread.organisations.settings_file import COLUMNS


def teams() -> list[Team]:
    """Every team by name."""
    return list(Team.objects.order_by("name"))


def setting_names(numbers: Iterable[str]) -> list[str]:
    """The names of the settings with these URNs or UKPRNs, by name; unknown ones are left out."""
    known = list(numbers)
    found = Setting.objects.filter(Q(urn__in=known) | Q(ukprn__in=known)).order_by("name")
    return list(found.values_list("name", flat=True))


def place_named(typed: str) -> Setting | Organisation | None:
    """The setting of this URN, else the organisation of this name, however its letters are cased."""
    setting = Setting.objects.filter(urn=typed).first()
    return setting or Organisation.objects.filter(name__iexact=typed).first()


def is_body_named(name: str, *, other_than: int | None = None) -> bool:
    """Whether a body has this name, however its letters are cased; `other_than` is the one named anew."""
    return Organisation.objects.filter(name__iexact=name).exclude(pk=other_than or 0).exists()


def is_team_named(name: str, *, other_than: int | None = None) -> bool:
    """Whether a team has this name, however its letters are cased; `other_than` is the one named anew."""
    return Team.objects.filter(name__iexact=name).exclude(pk=other_than or 0).exists()


def settings_count() -> int:
    return Setting.objects.count()


def settings_rows() -> list[dict[str, str]]:
    """Every setting in the columns of `settings_file`, missing numbers empty."""
    rows = Setting.objects.order_by("pk").values(*COLUMNS)
    return [{name: row[name] or "" for name in COLUMNS} for row in rows]
