"""Works out where every case stands anew, from its entries: `./gt manage rebuild_standing`."""

from typing import Any

from django.core.management.base import BaseCommand

from goldenthread.casework.standing import rebuild_every_standing
from goldenthread.ui.words import plural


class Command(BaseCommand):
    help = "Work out anew where every case stands. Changes nothing unless the rules or the entries did."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Worked out where {plural(rebuild_every_standing(), 'case')} stood.")
