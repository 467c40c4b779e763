"""`./gt sen2 load`: brings a return into people and casework from a shell."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from goldenthread.audit.errors import NotPossibleNow
from goldenthread.audit.scope import Scope
from goldenthread.casework.loading.actions import keep_return, stop
from goldenthread.casework.loading.keeping import files_at
from goldenthread.casework.loading.presenters import headline, says
from goldenthread.casework.loading.reading import read_and_load
from goldenthread.casework.models import Return
from goldenthread.organisations.actions import bring_settings
from goldenthread.organisations.settings_file import SettingsFileError, read_settings


class Command(BaseCommand):
    help = "Bring a SEN2 return into people and casework: one XML file, or a folder of COLLECT's exports."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("source", type=Path, metavar="FILE_OR_FOLDER")
        parser.add_argument(
            "--set-aside",
            action="store_true",
            help="load the records that can be understood, and keep the others aside",
        )
        parser.add_argument(
            "--settings-list", type=Path, metavar="FILE.csv", help="bring this list of settings first"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        by = Scope.system("someone at the shell of this system brought a return")
        try:
            self._bring_settings(options["settings_list"], by)
            source = keep_return(files_at(options["source"]), set_aside=options["set_aside"], by=by)
        except (NotPossibleNow, SettingsFileError) as problem:
            raise CommandError(str(problem)) from problem
        except OSError as problem:
            raise CommandError(f"{problem.filename}: {problem.strerror}") from problem
        source = read_and_load(source.pk, by=by, say=self.stderr.write)
        self._tell(source, by)

    def _bring_settings(self, path: Path | None, by: Scope) -> None:
        if path is None:
            return
        brought = bring_settings(read_settings(path.read_bytes()), by=by)
        self.stderr.write(f"settings: {brought.added:,} added, {brought.changed:,} updated")

    def _tell(self, source: Return, by: Scope) -> None:
        if source.status == Return.Status.DECIDE:
            stop(source, by=by)
            raise CommandError(
                f"{headline(source)}. Nothing was loaded. Mend them and bring the file again, "
                "or add --set-aside to load the others."
            )
        if source.status == Return.Status.REFUSED:
            raise CommandError(says(source))
        self.stdout.write(f"{headline(source)}. {says(source)}")
        for name in ("people_added", "people_known", "cases_added", "cases_updated", "questions"):
            self.stdout.write(f"  {source.counts[name]:>9,}  {name.replace('_', ' ')}")
