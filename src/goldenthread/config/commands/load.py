"""`./gt sen2 load`: a return into people and casework, the database there."""

import sys

from django.core.management import CommandError, call_command

from goldenthread.config.reaching_database import with_database


def main(arguments: list[str]) -> int:
    """0 when the return was loaded, 1 when it was not and nothing was written, 2 when asked wrongly."""

    def act() -> int:
        try:
            call_command("load_return", *arguments)
        except CommandError as problem:
            print(problem, file=sys.stderr)
            return getattr(problem, "returncode", 1)
        return 0

    return with_database(act)
