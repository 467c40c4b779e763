"""Teams and settings: not personal, and open to everyone signed in."""

from goldenthread.organisations.models import Setting, Team
from goldenthread.organisations.settings_file import COLUMNS


def teams() -> list[Team]:
    """Every team by name."""
    return list(Team.objects.order_by("name"))


def settings_count() -> int:
    return Setting.objects.count()


def settings_rows() -> list[dict[str, str]]:
    """Every setting in the columns of `settings_file`, missing numbers empty."""
    rows = Setting.objects.order_by("pk").values(*COLUMNS)
    return [{name: row[name] or "" for name in COLUMNS} for row in rows]
