"""`./gt access`: who may open which page, as a page of the documentation, from what the code declares."""

import os
import sys
from importlib import import_module
from pathlib import Path

import django

from goldenthread.config.environment import CHECKOUT

PAGE = CHECKOUT / "docs" / "access-matrix.md"


def main(arguments: list[str]) -> int:
    """Writes `docs/access-matrix.md` anew, or the file named. No database is asked."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings.test")
    django.setup()
    page = Path(arguments[0]) if arguments else PAGE
    page.write_text(import_module("goldenthread.accounts.matrix").document(), encoding="utf-8")
    print(f"{page} is written.", file=sys.stderr)
    return 0
