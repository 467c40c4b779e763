"""`./gt verify`: is what runs here whole? `verify NAME --key FILE`: is that backup, and does it fit?"""

import argparse
from importlib import import_module
from pathlib import Path

from goldenthread.config.commands.backup import ON_DATABASE, in_a_sentence
from goldenthread.config.reaching_database import with_database


def main(arguments: list[str]) -> int:
    """0 when whole; 1 when not, with what is wrong; 2 when asked wrongly."""
    asked = _parser().parse_args(arguments)

    def act() -> int:
        acts = import_module(ON_DATABASE)
        if asked.key is None:
            return int(acts.verify_running())
        return int(acts.verify_backup(asked.name, asked.key))

    return with_database(lambda: in_a_sentence(act), as_owner=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="./gt verify",
        description="Look whether every document is there unchanged and the journal's chain is whole; "
        "with a key, whether a backup is whole and the journal here goes on from it.",
    )
    parser.add_argument("name", nargs="?", metavar="NAME", help="which backup; without it, the newest")
    parser.add_argument("--key", type=Path, metavar="FILE", help="the key that reads backups")
    return parser
