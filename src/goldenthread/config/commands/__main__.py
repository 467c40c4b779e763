"""Hands `./gt NAME …` over to the module that answers it."""

import sys
from importlib import import_module

MODULES = {
    "demo": "goldenthread.config.commands.demo",
    "begin": "goldenthread.config.commands.begin",
    "serve": "goldenthread.config.commands.serve",
    "manage": "goldenthread.config.commands.manage",
    "backup": "goldenthread.config.commands.backup",
    "restore": "goldenthread.config.commands.restore",
    "verify": "goldenthread.config.commands.verify",
    "access": "goldenthread.config.commands.access",
    "law": "goldenthread.rules.commands",
    "sen2": "goldenthread.config.commands.sen2",
    "figures": "goldenthread.config.commands.figures",
    "measures": "goldenthread.config.commands.measures",
    "open-data": "goldenthread.config.commands.open_data",
    "audit": "goldenthread.config.commands.audit",
    "pack": "goldenthread.config.commands.pack",
    "drill": "goldenthread.config.commands.drill",
    "site": "goldenthread.config.commands.site",
}
"""Command to the module whose `main(arguments) -> exit code` answers it."""


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0] not in MODULES:
        print(f"say which: {', '.join(MODULES)}", file=sys.stderr)
        return 2
    command = import_module(MODULES[arguments[0]])
    return int(command.main(arguments[1:]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
