"""`./gt restore`: a backup into an empty database and empty folders."""

import argparse
from importlib import import_module
from pathlib import Path

from goldenthread.config.commands.backup import ON_DATABASE, in_a_sentence
from goldenthread.config.reaching_database import with_database


def main(arguments: list[str]) -> int:
    """0 when all of it is there as it was; 1 when not, with a sentence; 2 when asked wrongly."""
    asked = _parser().parse_args(arguments)
    return with_database(
        lambda: in_a_sentence(lambda: import_module(ON_DATABASE).restore_from(asked.name, asked.key)),
        as_owner=True,
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="./gt restore",
        description="Restore a backup from GOLDEN_THREAD_BACKUP_TO into an empty database and empty folders.",
    )
    parser.add_argument("name", nargs="?", metavar="NAME", help="which backup; without it, the newest")
    parser.add_argument("--key", type=Path, required=True, metavar="FILE", help="the key that reads backups")
    return parser
