"""`./gt audit …`: is the journal what it was, where does it stand, and which key signs that."""

import argparse
import sys
from importlib import import_module
from pathlib import Path

from goldenthread.audit.seal import signing
from goldenthread.config.reaching_database import with_database

MODULE = "goldenthread.config.auditing"
"""What needs Django set up: imported once the database is there."""


def main(arguments: list[str]) -> int:
    """0 when all is as it was, 1 when not or it could not be checked, 2 when asked wrongly."""
    asked = _parser().parse_args(arguments)
    if asked.does == "key":
        return _make_key()
    return with_database(lambda: int(getattr(import_module(MODULE), asked.does)(asked)))


def _make_key() -> int:
    key = signing.new_key()
    print(f"GOLDEN_THREAD_HEAD_KEY={key}")
    print(f"# public half, for whoever verifies: {signing.public_half(key)}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="./gt audit", description="The sealed record: check it, export it.")
    kinds = parser.add_subparsers(dest="does", metavar="verify|head|key", required=True)
    verify = kinds.add_parser(
        "verify",
        help="check every row of the journal, every place of the chain and every exported head",
        description="Check every row of the journal, every place of its chain and every exported head. "
        "Names each row that was changed, removed, inserted, reordered or cut off.",
    )
    verify.add_argument(
        "--since",
        type=Path,
        metavar="HEAD_FILE",
        help="take what this head covers as given, check the rest",
    )
    verify.add_argument(
        "--heads", type=Path, metavar="DIR", help="the folder of exported heads; by default the service's own"
    )
    verify.add_argument(
        "--public-key",
        action="append",
        default=[],
        metavar="KEY",
        help="trust heads signed by this key too, such as an earlier one; may be given several times",
    )
    head = kinds.add_parser("head", help="sign the newest position and digest and put them into a file")
    head.add_argument("-o", "--out", type=Path, metavar="DIR", help="another folder than the service's own")
    kinds.add_parser("key", help="make a key for GOLDEN_THREAD_HEAD_KEY, and show its public half")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
