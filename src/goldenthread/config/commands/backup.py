"""`./gt backup`: makes an encrypted backup; `backup keys FILE` makes a pair of keys; `backup list` lists
them."""

import argparse
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from goldenthread.config.backup.keys import make_pair
from goldenthread.config.backup.problem import BackupProblem
from goldenthread.config.reaching_database import tell, with_database

ON_DATABASE = "goldenthread.config.backup.acts"


def main(arguments: list[str]) -> int:
    """0 when a backup lies where it should, whole; 1 when not, with a sentence; 2 when asked wrongly."""
    asked = _parser().parse_args(arguments)
    if asked.act == "keys":
        return in_a_sentence(lambda: _keys(asked.file))
    # imported once Django is set up
    return with_database(
        lambda: in_a_sentence(lambda: import_module(ON_DATABASE).act(asked.act)), as_owner=True
    )


def in_a_sentence(act: Callable[[], int]) -> int:
    """Run `act`; what stops it is said, and the exit code is 1."""
    try:
        return act()
    except BackupProblem as problem:
        tell(str(problem))
        return 1


def _keys(place: Path) -> int:
    recipient = make_pair(place)
    tell(f"wrote {place}. Move it off this computer and keep it twice: without it no backup can be read.")
    tell("On the server, set GOLDEN_THREAD_BACKUP_RECIPIENT to:")
    print(recipient)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="./gt backup", description="Make an encrypted backup of database, files and head."
    )
    acts = parser.add_subparsers(dest="act")
    acts.add_parser("list", help="the backups that are there, and how old the newest is")
    keys = acts.add_parser("keys", help="make a pair of keys")
    keys.add_argument("file", type=Path, metavar="FILE", help="where to write the key that reads backups")
    return parser
